package id.tumbuh.intervention.calendar;

import id.tumbuh.intervention.listing.AreaRange;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Reads the calendar as a scope sees it. */
@ApplicationScoped
class CalendarQueries {
    private final Database database;
    private final RuledEntries ruled;

    CalendarQueries(Database database, RuledEntries ruled) {
        this.database = database;
        this.ruled = ruled;
    }

    /**
     * What is asked for.
     *
     * @param cancelledSince what was cancelled before is left out
     */
    record Wanted(AreaCode area, Set<CalendarKind> kinds, LocalDate first, LocalDate last, Instant cancelledSince) {
        /** Nothing that is cancelled. */
        static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

        Wanted {
            kinds = Set.copyOf(kinds);
        }
    }

    /** Entries of the area, of those below it and of those above it, in the order they begin. */
    List<Listed> entries(Scope scope, Wanted wanted) {
        List<Listed> entries = new ArrayList<>(stored(scope, wanted));
        ruled.in(wanted.area(), wanted.first(), wanted.last()).stream()
                .filter(listed -> wanted.kinds().contains(listed.entry().kind()))
                .forEach(entries::add);
        entries.sort(
                Comparator.comparing((Listed listed) -> listed.entry().timing().startsOn())
                        .thenComparing(Listed::uid));
        return List.copyOf(entries);
    }

    private List<Listed> stored(Scope scope, Wanted wanted) {
        AreaRange range = AreaRange.of(wanted.area().value(), scope);
        return database.read(
                scope,
                sql -> sql.createQuery("""
                                select * from calendar_entry
                                where ((area_code >= :from and area_code < :to) or area_code = any(:above))
                                and kind = any(:kinds) and starts_on <= :last and (ends_on is null or ends_on >= :first)
                                and (not cancelled or changed_at >= :cancelledSince)""")
                        .bind("from", range.from())
                        .bind("to", range.to())
                        .bindArray(
                                "above",
                                String.class,
                                wanted.area().ancestors().stream()
                                        .map(AreaCode::value)
                                        .toArray())
                        .bindArray(
                                "kinds",
                                String.class,
                                wanted.kinds().stream().map(CalendarKind::name).toArray())
                        .bind("first", wanted.first())
                        .bind("last", wanted.last())
                        .bind("cancelledSince", wanted.cancelledSince().atOffset(ZoneOffset.UTC))
                        .map((row, _) -> listed(row))
                        .list());
    }

    private static Listed listed(ResultSet row) throws SQLException {
        return new Listed(
                row.getObject("id", UUID.class),
                new CalendarEntry(
                        new CalendarEntry.Source(row.getString("feature"), row.getString("source_id")),
                        CalendarKind.valueOf(row.getString("kind")),
                        new AreaCode(row.getString("area_code")),
                        new CalendarEntry.Title(row.getString("title"), row.getString("title_en")),
                        timing(row)),
                row.getBoolean("cancelled"),
                row.getInt("sequence"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static Timing timing(ResultSet row) throws SQLException {
        LocalDate starts = row.getObject("starts_on", LocalDate.class);
        LocalDate ends = row.getObject("ends_on", LocalDate.class);
        return switch (row.getString("timing")) {
            case "DAYS" -> new Timing.Days(starts, Objects.requireNonNull(ends));
            case "HOURS" -> new Timing.Hours(starts, time(row, "from_time"), time(row, "to_time"));
            case "MONTHLY" ->
                new Timing.Monthly(
                        starts,
                        ends,
                        MonthlyPattern.ofRule(row.getString("pattern")),
                        time(row, "from_time"),
                        time(row, "to_time"));
            default -> throw new IllegalStateException("a timing this version does not know");
        };
    }

    private static LocalTime time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalTime.class);
    }
}
