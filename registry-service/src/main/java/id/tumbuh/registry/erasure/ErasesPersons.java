package id.tumbuh.registry.erasure;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What a feature with rows of persons does when persons are erased: deletes or empties its rows, and erases its aggregates from
 * their topics by {@link id.tumbuh.platform.messaging.Announcement#erasing}. Every bean of this type is called, in the order of
 * the steps, in the transaction of the erasure and without limits of scope. May be called again for persons already erased.
 */
public interface ErasesPersons {

    /** When a feature is called: rows that refer to others go first. */
    enum Step {
        /** Rows about persons: consents, records, visits. */
        WHAT_IS_ABOUT_THEM,
        /** Children, adults, pregnancies, couples. */
        PERSONS,
        /** The family itself, and with it the key of everything sealed. */
        FAMILY
    }

    Step step();

    /** Erases, and says how many rows went or were emptied, by the name of their table. */
    Map<String, Long> erase(Erasing erasing);

    /** Other children that are the same persons as these, as one merged into another; they are erased too. */
    default Set<UUID> samePersonsAs(Handle sql, Collection<UUID> children) {
        return Set.of();
    }

    /**
     * Ids of adults, pregnancies and couples of the family that other services know and must erase. Asked before anything is
     * erased, and only when the whole family is.
     */
    default Set<UUID> othersOf(Handle sql, UUID family) {
        return Set.of();
    }
}
