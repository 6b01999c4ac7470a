package id.tumbuh.intervention.partner;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of a portfolio.
 *
 * @param from month, as a month field writes it
 * @param to month, included
 * @param tooFew why there are no figures, or null when there are
 * @param figures null when there are too few children
 */
record PortfolioPage(
        String from,
        String to,
        @Nullable String tooFew,
        @Nullable Figures figures) {

    /**
     * What may be published.
     *
     * @param others children of kecamatan that are not named, or null when all are
     */
    record Figures(
            String period,
            String children,
            String needEnded,
            String reports,
            List<Row> rows,
            @Nullable String others,
            String note) {
        Figures {
            rows = List.copyOf(rows);
        }
    }

    /** A kecamatan. */
    record Row(String kecamatan, String children) {}
}
