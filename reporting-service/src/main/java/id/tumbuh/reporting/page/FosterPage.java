package id.tumbuh.reporting.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of sponsors shows: everything formatted, nothing left to decide in the template.
 *
 * @param sponsorsMissing why there is no number of sponsors; null when there is
 */
record FosterPage(
        Opening.Place place,
        @Nullable String asOf,
        List<Headline> numbers,
        @Nullable String sponsorsMissing,
        String trial,
        boolean delivered,
        List<Month> months,
        List<Row> rows) {

    /** What became of deliveries: numbers, and the lengths of the parts of their bar, 0 to 100. */
    record Delivered(String due, String made, String missed, String refused, String share, Bar bar) {}

    /** Three parts, one after the other. */
    record Bar(String made, String missed, String refused, String missedAt, String refusedAt) {}

    /** A month of the trial. */
    record Month(String name, Delivered delivered) {}

    /** An area below: who waits, and what was delivered over the trial. */
    record Row(String code, String name, String needs, String without, String share, String bar, Delivered delivered) {}
}
