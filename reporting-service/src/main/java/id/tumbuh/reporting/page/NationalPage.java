package id.tumbuh.reporting.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of national indicators shows: everything formatted, nothing left to decide in the template.
 *
 * @param list the one that is shown
 * @param bar how much of it is known, 0 to 100
 */
record NationalPage(
        Opening.Place place,
        String list,
        String listName,
        String period,
        String periodText,
        List<Choice> lists,
        List<Choice> periods,
        String known,
        String howMany,
        int bar,
        List<Group> groups,
        String source,
        @Nullable String asOf,
        boolean mayRecord,
        @Nullable String done) {

    /** What a link to the same page in another language keeps. */
    public String kept() {
        return "&list=" + list + "&period=" + period;
    }

    /** A list or a period that can be chosen. */
    record Choice(String code, String text, boolean chosen) {}

    /** Indicators that stand together. */
    record Group(String code, String name, List<Row> rows) {}

    /** An indicator, what is known of it and who says so. */
    record Row(
            int place,
            String name,
            String value,
            String counts,
            String source,
            @Nullable String url,
            boolean known,
            List<String> notes,
            @Nullable Recording recording) {}

    /**
     * What can be recorded in a row.
     *
     * @param id of the figure that stands there and can be corrected; empty where there is none
     */
    record Recording(String indicator, String id) {}
}
