package id.tumbuh.registry.sameperson;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.registry.identity.Sex;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record of a person, child or adult, as far as it tells who it is; names as written.
 *
 * @param nikIndex the blind index of a complete NIK as text; null when there is none or it came masked
 * @param birthDate of an adult it may not be known
 * @param desa where the person lives
 */
public record Person(
        UUID id,
        @Nullable String nikIndex,
        Names names,
        @Nullable LocalDate birthDate,
        Sex sex,
        AreaCode desa,
        @Nullable Integer birthOrder,
        @Nullable Integer birthWeightGrams) {

    /** The person's own name and those of its next of kin; of an adult, usually the spouse is all that is known. */
    public record Names(
            @Nullable String own,
            @Nullable String mother,
            @Nullable String father,
            @Nullable String spouse) {
        @Override
        public String toString() {
            return "Names[…]";
        }
    }

    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
