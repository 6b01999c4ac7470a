package id.tumbuh.reporting.arrival;

import id.tumbuh.reporting.area.Area;
import id.tumbuh.reporting.area.Areas;
import id.tumbuh.reporting.monthly.MonthCounters;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads what arrived of kabupaten. */
@ApplicationScoped
public class Arrivals {
    private final Areas areas;
    private final ArrivalRules rules;
    private final Clock clock = Clock.systemUTC();

    Arrivals(Areas areas, ArrivalRules rules) {
        this.areas = areas;
        this.rules = rules;
    }

    /**
     * What arrived, of each kabupaten of an area.
     *
     * @param since from when on it was watched
     * @param windowDays the days that events and delays are of
     */
    public record Watched(
            Instant since, int windowDays, Duration lateAfter, Duration silentAfter, List<Arrived> kabupaten) {
        public Watched {
            kabupaten = List.copyOf(kabupaten);
        }
    }

    private record Row(
            String area,
            LocalDate day,
            String type,
            long events,
            Instant occurred,
            Instant received,
            List<Long> ages) {}

    public Watched of(Handle sql, String area) {
        LocalDate today = MonthCounters.today();
        ArrivalRules.Values values = rules.on(today);
        List<Area> kabupaten = areas.kabupaten(sql, area);
        Map<String, List<Row>> rows = new HashMap<>();
        sql.createQuery("""
                        select area_code, day, type, events, last_occurred, last_received, ages
                        from arrival where area_code = any(:areas) order by day""")
                .bindArray(
                        "areas",
                        String.class,
                        kabupaten.stream().map(Area::code).toArray())
                .map((row, _) -> row(row))
                .forEach(row ->
                        rows.computeIfAbsent(row.area(), _ -> new ArrayList<>()).add(row));
        LocalDate first = today.minusDays(values.windowDays() - 1L);
        return new Watched(
                since(sql),
                values.windowDays(),
                values.lateAfter(),
                values.silentAfter(),
                kabupaten.stream()
                        .map(one -> arrived(one, rows.getOrDefault(one.code(), List.of()), first, values))
                        .toList());
    }

    private static Instant since(Handle sql) {
        return sql.createQuery("select since from arrival_watch")
                .mapTo(OffsetDateTime.class)
                .one()
                .toInstant();
    }

    private Arrived arrived(Area area, List<Row> all, LocalDate first, ArrivalRules.Values values) {
        long[] ages = AgeOnArrival.none();
        Map<String, Arrived.Schema> schemas = new TreeMap<>();
        List<Row> recent =
                all.stream().filter(row -> !row.day().isBefore(first)).toList();
        for (Row row : recent) {
            for (int i = 0; i < ages.length; i++) {
                ages[i] += row.ages().get(i);
            }
            schemas.merge(row.type(), new Arrived.Schema(row.type(), row.events(), row.received()), Arrivals::together);
        }
        Optional<AgeOnArrival.Delay> delay = AgeOnArrival.mostOf(ages);
        Instant received =
                all.stream().map(Row::received).max(Instant::compareTo).orElse(null);
        return new Arrived(
                area,
                state(received, delay, values),
                all.stream().map(Row::occurred).max(Instant::compareTo).orElse(null),
                received,
                recent.stream().mapToLong(Row::events).sum(),
                delay.map(AgeOnArrival.Delay::atMost).orElse(null),
                List.copyOf(schemas.values()));
    }

    private static Arrived.Schema together(Arrived.Schema one, Arrived.Schema other) {
        return new Arrived.Schema(
                one.type(),
                one.events() + other.events(),
                one.lastReceived().isAfter(other.lastReceived()) ? one.lastReceived() : other.lastReceived());
    }

    private Arrived.State state(
            @Nullable Instant received, Optional<AgeOnArrival.Delay> delay, ArrivalRules.Values values) {
        if (received == null) {
            return Arrived.State.UNKNOWN;
        }
        if (received.isBefore(clock.instant().minus(values.silentAfter()))) {
            return Arrived.State.SILENT;
        }
        return delay.filter(it -> it.isLongerThan(values.lateAfter())).isPresent()
                ? Arrived.State.LATE
                : Arrived.State.FINE;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("area_code"),
                row.getObject("day", LocalDate.class),
                row.getString("type"),
                row.getLong("events"),
                row.getObject("last_occurred", OffsetDateTime.class).toInstant(),
                row.getObject("last_received", OffsetDateTime.class).toInstant(),
                List.of((Long[]) row.getArray("ages").getArray()));
    }
}
