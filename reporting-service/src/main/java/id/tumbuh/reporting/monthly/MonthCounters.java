package id.tumbuh.reporting.monthly;

import id.tumbuh.platform.database.Columns;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.reporting.Country;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Differences collected over a batch and written at every level of area in a statement for each step. */
public final class MonthCounters {
    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

    /** Key of the advisory lock: a row for a new month starts from the one before, which nobody may be changing then. */
    private static final long LOCK = 0x6d6f_6e74_6873L;

    private static final String DIFFERENCES = "unnest(?, ?, ?, ?) as moved (area_code, measure, month, difference)";

    private static final String START = """
            insert into month_counter (area_code, measure, month, amount)
            select moved.area_code, moved.measure, moved.month, coalesce((
                select held.amount from month_counter held
                where held.area_code = moved.area_code and held.measure = moved.measure and held.month < moved.month
                order by held.month desc limit 1), 0)
            from %s
            -- most are there: an insert that conflicts costs far more than looking
            where not exists (
                select from month_counter held
                where held.area_code = moved.area_code and held.measure = moved.measure and held.month = moved.month)
            on conflict on constraint month_counter_pk do nothing""".formatted(DIFFERENCES);

    private static final String MOVE = """
            update month_counter held set amount = held.amount + moved.difference
            from unnest(?, ?, ?, ?, ?) as moved (area_code, measure, month, before, difference)
            where held.area_code = moved.area_code and held.measure = moved.measure
                and held.month >= moved.month and held.month < moved.before""";

    private static final String TELL = """
            insert into moved_figure (area_code, month)
            select distinct area_code, month from unnest(?, ?) as moved (area_code, month)
            order by area_code, month
            on conflict do nothing""";

    private static final YearMonth END = YearMonth.of(9999, Month.DECEMBER);

    private record Cell(String area, String measure, YearMonth month) {
        private static final Comparator<Cell> ORDER =
                Comparator.comparing(Cell::area).thenComparing(Cell::measure).thenComparing(Cell::month);
    }

    private record Moved(String area, String measure, YearMonth month, long difference) {}

    /** So many more in the months from one to the one in which it changes again, which is not part of it. */
    private record Span(Moved first, YearMonth before, long difference) {}

    /** Of the areas events speak of; what is above them is added up once, when it is written. */
    private final Map<Cell, Long> differences = new HashMap<>();

    /** Of areas that were named one by one, with what is above them or without. */
    private final Map<Cell, Long> exactly = new HashMap<>();

    /** The month it is now where the kabupaten are. */
    public static YearMonth present() {
        return YearMonth.now(Clock.system(WIB));
    }

    /** The day it is now where the kabupaten are. */
    public static LocalDate today() {
        return LocalDate.now(Clock.system(WIB));
    }

    /** The day an event happened on, where the kabupaten are. */
    public static LocalDate dayOf(Instant time) {
        return LocalDate.ofInstant(time, WIB);
    }

    /** The month an event happened in, where the kabupaten are. */
    public static YearMonth of(Instant time) {
        return YearMonth.from(time.atZone(WIB));
    }

    /** Batches that move these counters come one after the other: histories are read after it and before anybody else's. */
    public static void takeTurns(Handle sql) {
        sql.execute("select pg_advisory_xact_lock(?)", LOCK);
    }

    /** From the end of the month on there are so many more of it in the area; fewer, if negative. */
    public void add(String area, String measure, YearMonth month, long difference) {
        differences.merge(new Cell(area, measure, month), difference, Long::sum);
    }

    /** The same in these areas, and in none above them. */
    public void add(List<String> areas, String measure, YearMonth month, long difference) {
        for (String level : areas) {
            exactly.merge(new Cell(level, measure, month), difference, Long::sum);
        }
    }

    /** There are so many of it from one month until another, in which they are gone. */
    public void addFrom(List<String> areas, String measure, Months months, long amount) {
        if (months.from().isBefore(months.until())) {
            add(areas, measure, months.from(), amount);
            add(areas, measure, months.until(), -amount);
        }
    }

    /** Months from one until another, which is not among them. */
    public record Months(YearMonth from, YearMonth until) {}

    /** Under {@link #takeTurns}. */
    public void write(Transaction tx) {
        List<Moved> moved = atEveryLevel().entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .sorted(Map.Entry.comparingByKey(Cell.ORDER))
                .map(entry -> new Moved(
                        entry.getKey().area(),
                        entry.getKey().measure(),
                        entry.getKey().month(),
                        entry.getValue()))
                .toList();
        if (moved.isEmpty()) {
            return;
        }
        columns(moved).update(tx.sql(), START);
        Columns.of(spans(moved))
                .text(span -> span.first().area())
                .text(span -> span.first().measure())
                .as("date", span -> span.first().month().atDay(1))
                .as("date", span -> span.before().atDay(1))
                .int8(Span::difference)
                .update(tx.sql(), MOVE);
        // what changed in a month that is over holds for the present as well; of one to come nobody asks yet
        YearMonth present = present();
        Columns.of(moved.stream().filter(row -> !row.month().isAfter(present)).toList())
                .text(Moved::area)
                .as("date", row -> (row.month().isBefore(present) ? present : row.month()).atDay(1))
                .update(tx.sql(), TELL);
    }

    /** Each month of an area and measure is in one span at most, so an update moves it once. */
    private static List<Span> spans(List<Moved> moved) {
        List<Span> spans = new ArrayList<>();
        long sum = 0;
        for (int at = 0; at < moved.size(); at++) {
            Moved here = moved.get(at);
            sum += here.difference();
            Moved next = at + 1 < moved.size() ? moved.get(at + 1) : null;
            if (next == null
                    || !next.area().equals(here.area())
                    || !next.measure().equals(here.measure())) {
                next = null;
            }
            if (sum != 0) {
                spans.add(new Span(here, next == null ? END : next.month(), sum));
            }
            sum = next == null ? 0 : sum;
        }
        return spans;
    }

    private Map<Cell, Long> atEveryLevel() {
        Map<Cell, Long> levels = new HashMap<>(exactly);
        differences.forEach((cell, difference) -> {
            if (difference != 0) {
                for (String level : Country.levelsOf(cell.area())) {
                    levels.merge(new Cell(level, cell.measure(), cell.month()), difference, Long::sum);
                }
            }
        });
        return levels;
    }

    private static Columns<Moved> columns(List<Moved> moved) {
        return Columns.of(moved)
                .text(Moved::area)
                .text(Moved::measure)
                .as("date", row -> row.month().atDay(1))
                .int8(Moved::difference);
    }
}
