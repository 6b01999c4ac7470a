package id.tumbuh.intervention.programme;

import id.tumbuh.intervention.calendar.Calendar;
import id.tumbuh.intervention.calendar.CalendarEntry;
import id.tumbuh.intervention.calendar.CalendarKind;
import id.tumbuh.intervention.calendar.Timing;
import id.tumbuh.platform.database.Transaction;
import java.time.LocalDate;
import java.time.YearMonth;

/** The days by which a programme's OPD tells what was realised: the ends of the quarters that it has not told yet. */
final class ProgrammeDays {
    private static final int QUARTERS = 4;
    private static final int MONTHS_OF_A_QUARTER = 3;

    private ProgrammeDays() {}

    static void put(Transaction tx, Programme programme) {
        for (int number = 1; number <= QUARTERS; number++) {
            int quarter = number;
            CalendarEntry.Source source = new CalendarEntry.Source("programme", programme.id() + "/" + quarter);
            boolean told = programme.quarters().stream().anyMatch(one -> one.number() == quarter);
            if (told || programme.state() == Programme.State.WITHDRAWN) {
                Calendar.remove(tx, source);
            } else {
                Calendar.put(tx, entry(source, programme, quarter));
            }
        }
    }

    private static CalendarEntry entry(CalendarEntry.Source source, Programme programme, int quarter) {
        LocalDate last =
                YearMonth.of(programme.year(), quarter * MONTHS_OF_A_QUARTER).atEndOfMonth();
        return new CalendarEntry(
                source,
                CalendarKind.PROGRAMME,
                programme.area(),
                new CalendarEntry.Title(
                        "Realisasi triwulan %d, program %s".formatted(quarter, programme.opdField()),
                        "Realisation of quarter %d, programme of %s".formatted(quarter, programme.opdField())),
                new Timing.Days(last, last));
    }
}
