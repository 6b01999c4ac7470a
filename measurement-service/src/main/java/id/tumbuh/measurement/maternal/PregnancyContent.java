package id.tumbuh.measurement.maternal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One check of a pregnant woman.
 *
 * @param gestationalWeeks completed weeks, given or counted from the last menstrual period; null when nobody knows
 * @param ironTabletsTotal tablets (TTD) taken since the pregnancy began
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PregnancyContent(
        UUID pregnancyId,
        UUID familyId,
        String areaCode,
        LocalDate checkedOn,
        @Nullable Integer gestationalWeeks,
        @Nullable LocalDate lastMenstrualPeriodOn,
        @Nullable Double armCircumferenceCm,
        @Nullable Double haemoglobinGramsPerDl,
        @Nullable Double weightKg,
        @Nullable Double heightCm,
        @Nullable Integer ironTabletsTotal,
        String source)
        implements CheckContent {

    @JsonIgnore
    @Override
    public UUID subjectId() {
        return pregnancyId;
    }

    @JsonIgnore
    @Override
    public UUID family() {
        return familyId;
    }
}
