package id.tumbuh.measurement.roster;

import id.tumbuh.measurement.growth.Sex;
import id.tumbuh.measurement.growth.Stunting;
import id.tumbuh.measurement.kms.Faltering;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A child as far as measuring needs it.
 *
 * @param areaSince the day of the last move, or null when the child always lived where it lives
 * @param mergedInto the child that this one was found to be, or null
 */
public record RosteredChild(
        UUID id,
        long version,
        UUID familyId,
        String areaCode,
        @Nullable UUID posyanduId,
        Sex sex,
        LocalDate birthDate,
        boolean active,
        @Nullable LocalDate areaSince,
        @Nullable UUID mergedInto,
        GrowthStatus growth) {

    public Stunting stunting() {
        return growth.stunting();
    }

    public Faltering faltering() {
        return growth.faltering();
    }

    public RosteredChild with(Stunting status) {
        return with(growth.with(status));
    }

    public RosteredChild with(Faltering status) {
        return with(growth.with(status));
    }

    private RosteredChild with(GrowthStatus changed) {
        return new RosteredChild(
                id, version, familyId, areaCode, posyanduId, sex, birthDate, active, areaSince, mergedInto, changed);
    }
}
