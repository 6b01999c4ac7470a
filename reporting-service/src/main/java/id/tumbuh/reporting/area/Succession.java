package id.tumbuh.reporting.area;

import java.time.LocalDate;

/**
 * What became of an area. Figures of months before the day are the predecessor's, those after it the successor's: none is moved or
 * divided.
 *
 * @param kind RENAMED, RECODED, SPLIT or MERGED, as registry tells it
 * @param source the law or decree
 */
public record Succession(Area predecessor, Area successor, LocalDate effectiveOn, String kind, String source) {
    /** Whether the area goes on under its own code, as a part or with more in it. */
    public boolean keepsCode() {
        return predecessor.code().equals(successor.code());
    }
}
