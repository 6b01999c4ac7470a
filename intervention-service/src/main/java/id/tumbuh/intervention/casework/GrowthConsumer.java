package id.tumbuh.intervention.casework;

import static java.util.Objects.requireNonNull;

import id.tumbuh.intervention.circumstance.Fact;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.circumstance.Stunting;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.EventConsumer;
import id.tumbuh.platform.messaging.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hears from measurement-service which children are stunted. */
@ApplicationScoped
class GrowthConsumer implements EventConsumer {
    /** The part of {@code measurement.children} that decides a need. */
    record GrowthStatus(
            UUID childId,
            long version,
            UUID familyId,
            AreaCode areaCode,
            Stunting stunting,
            @Nullable UUID measurementId,
            @Nullable Integer ageMonths) {
        GrowthStatus {
            requireNonNull(childId);
            requireNonNull(familyId);
            requireNonNull(areaCode);
            requireNonNull(stunting);
        }
    }

    private final Casework casework;

    GrowthConsumer(Casework casework) {
        this.casework = casework;
    }

    @Override
    public String group() {
        return "intervention.needs";
    }

    @Override
    public Set<String> topics() {
        return Set.of("measurement.children");
    }

    @Override
    public void apply(Transaction tx, List<ReceivedEvent> events) {
        // A tombstone says that measurement forgot the child; that the registry erased it, which ends the need, is told
        // by
        // registry.children.
        casework.take(
                tx,
                events.stream()
                        .filter(event -> !event.isTombstone())
                        .map(GrowthConsumer::fact)
                        .toList());
    }

    static Fact fact(ReceivedEvent event) {
        GrowthStatus status = event.read(GrowthStatus.class);
        return new Fact.Growth(
                status.childId(),
                status.version(),
                Told.day(event),
                new Home(status.familyId(), status.areaCode()),
                status.stunting(),
                status.ageMonths(),
                status.measurementId() != null);
    }
}
