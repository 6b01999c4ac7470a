package id.tumbuh.reporting.arrival;

import id.tumbuh.platform.database.Columns;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.BeforeEvents;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.reporting.progress.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Notes of each kabupaten what arrived and how old it was, beside the consumer that has use for it: nothing is read twice. Whatever is
 * delivered to this service again is noted once.
 */
@ApplicationScoped
public class NoteArrivals implements BeforeEvents {
    /** Under which it notes how far it has seen each topic. */
    public static final String GROUP = "reporting.arrival";

    private static final Set<String> TOPICS = Set.of(
            "measurement.measurements",
            "measurement.children",
            "measurement.quality",
            "registry.children",
            "registry.families",
            "registry.companions",
            "intervention.needs",
            "intervention.placements");
    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

    private static final String NOTE = """
            insert into arrival as held (area_code, day, type, events, last_occurred, last_received, ages)
            select area_code, day, type, events, last_occurred, last_received, cast(ages as bigint[])
            from unnest(?, ?, ?, ?, ?, ?, ?)
                as came (area_code, day, type, events, last_occurred, last_received, ages)
            on conflict on constraint arrival_pk do update
            set events = held.events + excluded.events,
                last_occurred = greatest(held.last_occurred, excluded.last_occurred),
                last_received = greatest(held.last_received, excluded.last_received),
                ages = array(select was + more from unnest(held.ages, excluded.ages) with ordinality as counted (was, more, place)
                    order by place)""";

    private final Progress progress;
    private final Clock clock = Clock.systemUTC();

    NoteArrivals(Progress progress) {
        this.progress = progress;
    }

    private record Kind(String kabupaten, String type) implements Comparable<Kind> {
        @Override
        public int compareTo(Kind other) {
            return Comparator.comparing(Kind::kabupaten)
                    .thenComparing(Kind::type)
                    .compare(this, other);
        }
    }

    private static final class Came {
        private long events;
        private Instant lastOccurred = Instant.MIN;
        private final long[] ages = AgeOnArrival.none();

        void add(Instant occurred, Instant now) {
            events++;
            lastOccurred = occurred.isAfter(lastOccurred) ? occurred : lastOccurred;
            ages[AgeOnArrival.classOf(Duration.between(occurred, now))]++;
        }
    }

    @Override
    public void enter(Transaction tx, List<ReceivedEvent> events) {
        List<ReceivedEvent> watched =
                events.stream().filter(event -> TOPICS.contains(event.topic())).toList();
        if (!watched.isEmpty()) {
            apply(tx, watched, clock.instant());
        }
    }

    void apply(Transaction tx, List<ReceivedEvent> events, Instant now) {
        Instant since = tx.sql()
                .createQuery("select since from arrival_watch")
                .mapTo(OffsetDateTime.class)
                .one()
                .toInstant();
        // Sorted, so that replicas never wait in a circle.
        Map<Kind, Came> came = new TreeMap<>();
        for (ReceivedEvent event : progress.includeNew(tx, GROUP, events)) {
            if (!event.isTombstone() && !event.time().isBefore(since)) {
                AreaOfEvent.kabupaten(event.body())
                        .ifPresent(kabupaten -> came.computeIfAbsent(new Kind(kabupaten, event.type()), _ -> new Came())
                                .add(event.time(), now));
            }
        }
        if (!came.isEmpty()) {
            note(tx, List.copyOf(came.entrySet()), now);
        }
    }

    private static void note(Transaction tx, List<Map.Entry<Kind, Came>> rows, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, WIB);
        Columns.of(rows)
                .text(row -> row.getKey().kabupaten())
                .as("date", _ -> today)
                .text(row -> row.getKey().type())
                .int8(row -> row.getValue().events)
                .as("timestamptz", row -> row.getValue().lastOccurred)
                .as("timestamptz", _ -> now)
                .text(row -> Arrays.stream(row.getValue().ages)
                        .mapToObj(Long::toString)
                        .collect(Collectors.joining(",", "{", "}")))
                .update(tx.sql(), NOTE);
    }
}
