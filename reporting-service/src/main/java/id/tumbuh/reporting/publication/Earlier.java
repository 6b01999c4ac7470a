package id.tumbuh.reporting.publication;

import java.util.Set;

/**
 * What an earlier snapshot of the same month told.
 *
 * @param counts exact, as they were then
 * @param hidden those that it hid
 */
record Earlier(Counts counts, Set<Cell> hidden) {
    Earlier {
        hidden = Set.copyOf(hidden);
    }
}
