package id.tumbuh.measurement.roster;

import id.tumbuh.measurement.growth.Sex;
import id.tumbuh.measurement.growth.Stunting;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A child as far as measuring needs it.
 *
 * @param areaSince the day of the last move, or null when the child always lived where it lives
 * @param stuntingVersion how many times the growth status changed: the version of what is announced about it
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
        Stunting stunting,
        long stuntingVersion) {

    public RosteredChild with(Stunting status) {
        return new RosteredChild(
                id,
                version,
                familyId,
                areaCode,
                posyanduId,
                sex,
                birthDate,
                active,
                areaSince,
                status,
                stuntingVersion + 1);
    }
}
