package id.tumbuh.intervention.circumstance;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/**
 * What was seen of a family's house.
 *
 * @param noteId of whoever told it; ids are made in the order of time, so of two that were told of one day the later holds
 */
public record House(UUID noteId, LocalDate observedOn, boolean fit) {
    private static final Comparator<House> NEWEST_LAST = Comparator.comparing(House::observedOn)
            // as the database compares them, and not as Java does, which takes the first bit for a sign
            .thenComparing(house -> house.noteId().toString());

    public boolean isNewerThan(House other) {
        return NEWEST_LAST.compare(this, other) > 0;
    }
}
