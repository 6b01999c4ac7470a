package id.tumbuh.registry.family;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Persons who leave a family for another one.
 *
 * @param persons who goes; null is everybody
 * @param on the day from which they belong to the new family
 */
public record Transfer(
        FamilyHome from, FamilyHome to, @Nullable Set<UUID> persons, LocalDate on, Cause cause) {

    /** Why somebody belongs to another family from a day on; the name is stored. */
    public enum Cause {
        SPLIT,
        MERGED,
        SEPARATED,
        CORRECTED,
        MARRIED
    }

    public boolean takes(UUID person) {
        return persons == null || persons.contains(person);
    }
}
