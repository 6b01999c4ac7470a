package id.tumbuh.reporting.page;

import id.tumbuh.reporting.area.Area;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the board of a province shows: everything formatted, nothing left to decide in the template. */
record ProvinceBoard(
        Area area,
        List<Step> path,
        String monthText,
        @Nullable String asOf,
        String sentence,
        List<Integer> years,
        List<Row> rows,
        List<String> national,
        List<Small> charts,
        Delivered delivered) {

    /**
     * A kabupaten or kota, or the province.
     *
     * @param own whether the reader may open it
     * @param surveys by the years of the board; a dash where there was none
     */
    record Row(
            Area area,
            boolean own,
            List<String> surveys,
            String routine,
            String weighed,
            String found,
            String atRisk,
            String share) {}

    /** One of the small charts; label says what it shows to who can't see it. */
    record Small(String name, String label, PathChart chart) {}

    /** How what is sent arrives. */
    record Delivered(
            String hint,
            String limits,
            boolean ledgerKnown,
            @Nullable String several,
            List<Arrival> rows) {}

    /**
     * Of one kabupaten.
     *
     * @param state code of the state, for its mark
     * @param versions of all schemas together
     */
    record Arrival(
            String name,
            String state,
            String stateText,
            String lastEvent,
            String events,
            String delay,
            String received,
            String rejected,
            String unchanged,
            String versions,
            List<Kind> kinds) {}

    /** A kind of event in its version, and how many of it came. */
    record Kind(String type, String events) {}
}
