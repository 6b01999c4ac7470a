package id.tumbuh.intervention.partner;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The page of open needs.
 *
 * @param sponsors those with a place left, of whom one is chosen for all claims of the page
 * @param chosen the one that claims are for; null when none has a place left
 * @param filter the query that leads here again; ends with {@code &} unless it is empty
 * @param next cursor of the next page, or null on the last
 * @param later whether pages come before this one
 */
record NeedsPage(
        List<Choice> kecamatan,
        List<Choice> items,
        List<Row> rows,
        List<Choice> sponsors,
        @Nullable Choice chosen,
        String filter,
        @Nullable String next,
        boolean later) {
    NeedsPage {
        kecamatan = List.copyOf(kecamatan);
        items = List.copyOf(items);
        rows = List.copyOf(rows);
        sponsors = List.copyOf(sponsors);
    }

    /**
     * One need.
     *
     * @param claimId of the placement that a claim makes: a form that is sent twice claims once
     */
    record Row(
            String child,
            String label,
            String person,
            String place,
            List<String> items,
            String cost,
            String urgency,
            UUID claimId) {
        Row {
            items = List.copyOf(items);
        }
    }
}
