package id.tumbuh.reporting.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the calendar shows: everything formatted, nothing left to decide in the template.
 *
 * @param missing why entries of intervention-service are not there; null when they are
 */
record CalendarPage(
        Opening.Place place,
        int year,
        List<Integer> years,
        @Nullable String asOf,
        List<Action> actions,
        List<Entry> entries,
        @Nullable String missing,
        List<Party> parties,
        ProgrammePage.Note note) {

    /** What a link to the same page in another language keeps. */
    public String kept() {
        return "&year=" + year;
    }

    /**
     * One that comes every year.
     *
     * @param x where its bar begins, of 366 days
     */
    record Action(String name, String span, String state, boolean running, int x, int width) {}

    /** A day of the calendar. */
    record Entry(String days, String kind, String title, String area, String state, boolean warns) {}

    /** Commitments of one kind of party that are due in the year. */
    record Party(String name, String due, String kept, String overdue, String open) {}
}
