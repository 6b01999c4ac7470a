package id.tumbuh.intervention.partner;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The page of what a partner holds, promises and promised.
 *
 * @param several whether the partner acts for more than one sponsor
 * @param next cursor of the next page, or null on the last
 */
record PledgesPage(
        List<Row> rows, boolean several, @Nullable String next) {
    PledgesPage {
        rows = List.copyOf(rows);
    }

    /**
     * One of them.
     *
     * @param live whether it has a card on the page of children
     */
    record Row(
            UUID id,
            String label,
            String place,
            String what,
            @Nullable String sponsor,
            String state,
            String period,
            boolean live) {}
}
