package id.tumbuh.measurement.maternal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One check of a couple to be married (catin). Of a birth date only the age on the day of the check is kept: nothing here
 * needs more.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CoupleContent(
        UUID coupleId,
        String areaCode,
        LocalDate checkedOn,
        @Nullable LocalDate weddingOn,
        Bride bride,
        Groom groom,
        String source)
        implements CheckContent {

    /** What is asked of the woman; null is not asked yet. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Bride(
            @Nullable Integer ageYears,
            @Nullable Double weightKg,
            @Nullable Double heightCm,
            @Nullable Double armCircumferenceCm,
            @Nullable Double haemoglobinGramsPerDl,
            @Nullable Boolean smokes,
            @Nullable Boolean exposedToSmoke) {}

    /** What is asked of the man; null is not asked yet. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Groom(@Nullable Integer ageYears, @Nullable Boolean smokes) {}

    @JsonIgnore
    @Override
    public UUID subjectId() {
        return coupleId;
    }

    @JsonIgnore
    @Override
    public @Nullable UUID family() {
        return null;
    }
}
