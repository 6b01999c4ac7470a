package id.tumbuh.reporting.publication;

import id.tumbuh.reporting.progress.Progress;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of the figures of an area and of those below it for one month.
 *
 * @param revision 1 for the first of the area and month
 * @param reason why there is another one
 * @param asOf when the latest event happened that is included
 * @param includes which events are
 * @param hash SHA-256 over all of it
 */
record Publication(
        UUID id,
        String area,
        YearMonth month,
        int revision,
        @Nullable String note,
        @Nullable String reason,
        Instant publishedAt,
        @Nullable Instant asOf,
        List<Progress.Included> includes,
        int smallestShown,
        int roundTo,
        String hash) {
    Publication {
        includes = List.copyOf(includes);
    }

    Publication sealed(String with) {
        return new Publication(
                id, area, month, revision, note, reason, publishedAt, asOf, includes, smallestShown, roundTo, with);
    }
}
