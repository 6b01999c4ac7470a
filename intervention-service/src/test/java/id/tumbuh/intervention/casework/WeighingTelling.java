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

    /** The weighing of this number, which may be told again with other words. */
    public void tell(UUID child, Home home, int number, LocalDate day, boolean twiceNotGained) {
        tell(child, home, number, day, """
                "growthCard":{"month":"2026-08","mark":"T","twiceNotGained":%s}""".formatted(twiceNotGained));
    }

    /** As {@link #tell}, of a child that is wasted. */
    public void wasted(UUID child, Home home, int number, LocalDate day) {
        tell(child, home, number, day, """
                "indices":{"weightForLengthHeight":{"z":-2.1,"implausible":false,"category":"WASTED"}}""");
    }

    private void tell(UUID child, Home home, int number, LocalDate day, String shows) {
        UUID id = new UUID(child.getMostSignificantBits(), number);
        int version = told.incrementAndGet();
        ReceivedEvent event = new ReceivedEvent(
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
                 "ageMonths":14,"voided":false,"weightKg":8.1,%s}""".formatted(id, version, child, home.familyId(), home.area(), day, shows)
                        .getBytes(StandardCharsets.UTF_8));
        database.<@Nullable Object>write(Scope.everywhere(), tx -> {
            weighings.apply(tx, List.of(event));
            return null;
        });
    }
}
