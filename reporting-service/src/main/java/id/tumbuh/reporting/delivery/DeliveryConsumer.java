package id.tumbuh.reporting.delivery;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.erasure.ErasedPersons;
import id.tumbuh.platform.messaging.EventConsumer;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.reporting.monthly.MonthCounters;
import id.tumbuh.reporting.progress.Progress;
import id.tumbuh.reporting.told.Told;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps what became of each delivery, and counts by month. */
@ApplicationScoped
public class DeliveryConsumer implements EventConsumer {
    public static final String GROUP = "reporting.deliveries";

    private final Progress progress;

    DeliveryConsumer(Progress progress) {
        this.progress = progress;
    }

    /** The part of every event of a delivery that counting needs. */
    record DeliveryState(
            UUID deliveryId,
            @Nullable UUID childId,
            @Nullable UUID pregnancyId,
            UUID familyId,
            String areaCode,
            LocalDate plannedOn,
            String state) {
        Stream<UUID> persons() {
            return Stream.of(childId, pregnancyId, familyId).filter(Objects::nonNull);
        }
    }

    @Override
    public String group() {
        return GROUP;
    }

    @Override
    public Set<String> topics() {
        return Set.of("intervention.deliveries");
    }

    @Override
    public void apply(Transaction tx, List<ReceivedEvent> events) {
        List<Told<DeliveryState>> newest = Told.newest(events, DeliveryState.class, DeliveryState::deliveryId);
        Set<UUID> erased = ErasedPersons.among(
                tx.sql(),
                newest.stream().flatMap(told -> told.state().persons()).collect(Collectors.toSet()));
        List<Told<DeliveryState>> kept = newest.stream()
                .filter(told -> told.state().persons().noneMatch(erased::contains))
                .toList();
        if (!kept.isEmpty()) {
            MonthCounters.takeTurns(tx.sql());
            List<UUID> ids =
                    kept.stream().map(told -> told.state().deliveryId()).toList();
            MonthCounters counters = new MonthCounters();
            Deliveries.of(tx.sql(), ids).forEach(one -> one.count(counters, -1));
            Deliveries.store(tx.sql(), kept);
            Deliveries.of(tx.sql(), ids).forEach(one -> one.count(counters, 1));
            counters.write(tx);
        }
        progress.include(tx, GROUP, events);
    }
}
