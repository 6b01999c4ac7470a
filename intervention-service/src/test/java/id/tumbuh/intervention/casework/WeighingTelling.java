package id.tumbuh.intervention.casework;

import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.messaging.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Hands weighings to the consumer as the platform does. */
@ApplicationScoped
public class WeighingTelling {
    private final Database database;
    private final WeighingConsumer weighings;
    private final AtomicInteger told = new AtomicInteger();

    WeighingTelling(Database database, WeighingConsumer weighings) {
        this.database = database;
        this.weighings = weighings;
    }

    /**
     * A weighing as it is told.
     *
     * @param number the child's weighing of this number, which may be told again with other words
     * @param shows fields of the body that say what it shows
     */
    public record Told(UUID child, Home home, int number, LocalDate day, boolean voided, String shows) {
        public Told {}

        public Told taken() {
            return new Told(child, home, number, day, true, shows);
        }
    }

    public static Told gain(UUID child, Home home, int number, LocalDate day) {
        return card(child, home, number, day, false);
    }

    /** The second without gain. */
    public static Told noGain(UUID child, Home home, int number, LocalDate day) {
        return card(child, home, number, day, true);
    }

    /** With a length and a weight, each classed as given. */
    public static Told classed(UUID child, Home home, int number, LocalDate day, String lengthForAge, String forAge) {
        return new Told(child, home, number, day, false, """
                "indices":{"lengthHeightForAge":{"z":-2.1,"implausible":false,"category":"%s"},
                 "weightForAge":{"z":-2.1,"implausible":false,"category":"%s"}}""".formatted(lengthForAge, forAge));
    }

    /** The weighing of this number, which may be told again with other words. */
    public void tell(UUID child, Home home, int number, LocalDate day, boolean twiceNotGained) {
        batch(card(child, home, number, day, twiceNotGained));
    }

    /** As {@link #tell}, of a child that is wasted. */
    public void wasted(UUID child, Home home, int number, LocalDate day) {
        batch(new Told(child, home, number, day, false, """
                "indices":{"weightForLengthHeight":{"z":-2.1,"implausible":false,"category":"WASTED"}}"""));
    }

    /** All in one transaction. */
    public void batch(Told... weighings) {
        holding(() -> {}, weighings);
    }

    /** As {@link #batch}, with something else that happens before it commits. */
    void holding(Runnable beforeCommit, Told... weighings) {
        List<ReceivedEvent> events = Stream.of(weighings).map(this::event).toList();
        database.<@Nullable Object>write(Scope.everywhere(), tx -> {
            this.weighings.apply(tx, events);
            beforeCommit.run();
            return null;
        });
    }

    private static Told card(UUID child, Home home, int number, LocalDate day, boolean twiceNotGained) {
        return new Told(child, home, number, day, false, """
                "growthCard":{"month":"2026-08","mark":"T","twiceNotGained":%s}""".formatted(twiceNotGained));
    }

    private ReceivedEvent event(Told one) {
        UUID id = new UUID(one.child().getMostSignificantBits(), one.number());
        int version = told.incrementAndGet();
        return new ReceivedEvent(
                UUID.randomUUID(),
                "id.tumbuh.measurement.measurements.v1",
                "measurement.measurements",
                0,
                0,
                id.toString(),
                version,
                Instant.parse("2026-08-15T02:00:00Z"),
                null,
                """
                {"measurementId":"%s","version":%d,"childId":"%s","familyId":"%s","areaCode":"%s","measuredOn":"%s",
                 "ageMonths":14,"voided":%s,"weightKg":8.1,%s}""".formatted(
                                id,
                                version,
                                one.child(),
                                one.home().familyId(),
                                one.home().area(),
                                one.day(),
                                one.voided(),
                                one.shows())
                        .getBytes(StandardCharsets.UTF_8));
    }
}
