package id.tumbuh.reporting.page;

import id.tumbuh.reporting.area.Area;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the cockpit of one area shows: everything formatted, nothing left to decide in the template. */
record Cockpit(
        Area area,
        List<Step> path,
        @Nullable YearMonth month,
        String monthText,
        @Nullable String asOf,
        List<AreaChanges.Told> changes,
        String severeCases,
        Glance glance,
        @Nullable AreaMap map,
        List<Tile> tiles,
        List<Ranked> ranking,
        List<Happening> happenings,
        Panels panels) {

    /**
     * One figure with what it is made of.
     *
     * @param coverage null where there is nothing that should have come
     */
    record Tile(
            String code,
            String label,
            YearMonth month,
            String value,
            String numerator,
            String denominator,
            @Nullable String coverage) {}

    /**
     * One area in the ranking.
     *
     * @param bar length of its bar, 0 to 100, against the highest
     */
    record Ranked(
            int place,
            Area area,
            String stunted,
            long stuntedCount,
            String prevalence,
            String weighed,
            String atRisk,
            String unsponsored,
            int bar) {}

    /** One line of the feed. */
    record Happening(String time, String kind, String area) {}
}
