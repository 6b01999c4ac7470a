package id.tumbuh.intervention.delivery;

import static java.util.Objects.requireNonNull;

import id.tumbuh.intervention.calendar.Calendar;
import id.tumbuh.intervention.calendar.CalendarEntry;
import id.tumbuh.intervention.calendar.CalendarKind;
import id.tumbuh.intervention.calendar.Timing;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.work.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Puts what is to be brought on the calendar: one entry for a desa and a day, with numbers and nobody in it. A kabupaten has tens of
 * thousands of deliveries, and who brings one is known only afterwards.
 */
@ApplicationScoped
class DeliveriesOnCalendar implements Chore {
    private static final String FEATURE = "delivery";
    private static final int PORTION = 500;

    private final Database database;

    DeliveriesOnCalendar(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "deliveries.calendar";
    }

    /**
     * What is to be brought to a desa on a day.
     *
     * @param due all that was planned and not cancelled, told or not
     * @param portions meals for one day
     */
    private record Day(AreaCode area, LocalDate day, int due, int told, BigDecimal portions) {
        CalendarEntry.Source source() {
            return new CalendarEntry.Source(FEATURE, area + "/" + day);
        }

        CalendarEntry entry() {
            boolean food = portions.signum() > 0;
            String meals = portions.stripTrailingZeros().toPlainString();
            return new CalendarEntry(
                    source(),
                    CalendarKind.DELIVERY,
                    area,
                    new CalendarEntry.Title(
                            "Pengantaran bantuan: " + due + (food ? " (" + meals + " porsi)" : "")
                                    + reported(", dilaporkan "),
                            "Deliveries: " + due + (food ? " (" + meals + " portions)" : "") + reported(", reported ")),
                    new Timing.Days(day, day));
        }

        private String reported(String words) {
            return told == 0 ? "" : words + told;
        }
    }

    @Override
    public boolean step() {
        return database.write(Scope.everywhere(), tx -> {
            // one replica at a time: another might put what it counted before over what was counted after
            tx.sql().execute("select pg_advisory_xact_lock(hashtext('deliveries.calendar'))");
            List<Day> noted = noted(tx.sql());
            counted(tx.sql(), noted).forEach(day -> show(tx, day));
            return noted.size() == PORTION;
        });
    }

    private static void show(Transaction tx, Day day) {
        if (day.due() == 0) {
            Calendar.remove(tx, day.source());
            return;
        }
        Calendar.put(tx, day.entry());
    }

    private static List<Day> noted(Handle sql) {
        return sql.createQuery("""
                        delete from delivery_day_changed
                        where id in (select id from delivery_day_changed order by id limit :portion)
                        returning area_code, day, 0 as due, 0 as told, 0::numeric as portions""")
                .bind("portion", PORTION)
                .map((row, _) -> day(row))
                .list();
    }

    /** A statement of its own, which sees all that the notes were left for. */
    private static List<Day> counted(Handle sql, List<Day> noted) {
        return sql.createQuery("""
                        select n.area_code, n.day, count(d.id) as due, count(d.told_day) as told,
                            coalesce(sum(d.quantity) filter (where d.unit = 'MEAL_DAY'), 0) as portions
                        from (select distinct * from unnest(:areas, :days) as told (area_code, day)) n
                        left join delivery d on d.area_code = n.area_code collate "C" and d.day = n.day and d.planned
                            and d.state <> 'CANCELLED'
                        group by n.area_code, n.day order by n.area_code, n.day""")
                .bindArray(
                        "areas",
                        String.class,
                        noted.stream().map(day -> day.area().value()).toArray())
                .bindArray("days", LocalDate.class, noted.stream().map(Day::day).toArray())
                .map((row, _) -> day(row))
                .list();
    }

    private static Day day(ResultSet row) throws SQLException {
        return new Day(
                new AreaCode(row.getString("area_code")),
                requireNonNull(row.getObject("day", LocalDate.class)),
                row.getInt("due"),
                row.getInt("told"),
                row.getBigDecimal("portions"));
    }
}
