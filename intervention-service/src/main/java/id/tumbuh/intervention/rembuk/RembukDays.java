package id.tumbuh.intervention.rembuk;

import id.tumbuh.intervention.calendar.Calendar;
import id.tumbuh.intervention.calendar.CalendarEntry;
import id.tumbuh.intervention.calendar.CalendarKind;
import id.tumbuh.intervention.calendar.Timing;
import id.tumbuh.platform.database.Transaction;
import java.time.LocalDate;

/** What rembuk have on: their day, and the days on which what was promised is due. */
final class RembukDays {
    private static final CalendarEntry.Title MEETING = new CalendarEntry.Title("Rembuk stunting", "Rembuk on stunting");
    private static final CalendarEntry.Title DUE =
            new CalendarEntry.Title("Janji rembuk jatuh tempo", "A commitment of a rembuk is due");

    private RembukDays() {}

    static void put(Transaction tx, Rembuk rembuk) {
        Minutes minutes = rembuk.minutes();
        Calendar.put(
                tx,
                new CalendarEntry(
                        new CalendarEntry.Source("rembuk", rembuk.id().toString()),
                        CalendarKind.REMBUK,
                        minutes.area(),
                        MEETING,
                        day(minutes.heldOn())));
    }

    /** As long as it is not kept, also when its day has passed. */
    static void put(Transaction tx, Commitment commitment) {
        CalendarEntry.Source source =
                new CalendarEntry.Source("commitment", commitment.id().toString());
        switch (commitment.standing()) {
            case Commitment.Open _, Commitment.Broken _ ->
                Calendar.put(
                        tx,
                        new CalendarEntry(
                                source,
                                CalendarKind.REMBUK,
                                commitment.area(),
                                DUE,
                                day(commitment.promise().dueOn())));
            case Commitment.Kept _, Commitment.Withdrawn _ -> Calendar.remove(tx, source);
        }
    }

    private static Timing day(LocalDate day) {
        return new Timing.Days(day, day);
    }
}
