package id.tumbuh.reporting.growth;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.erasure.ErasedPersons;
import id.tumbuh.platform.messaging.EventConsumer;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.reporting.progress.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Moves the growth counters with every measurement, correction and void. */
@ApplicationScoped
public class GrowthConsumer implements EventConsumer {
    public static final String GROUP = "reporting.growth";

    private final Progress progress;

    GrowthConsumer(Progress progress) {
        this.progress = progress;
    }

    @Override
    public String group() {
        return GROUP;
    }

    @Override
    public Set<String> topics() {
        return Set.of("measurement.measurements");
    }

    @Override
    public void apply(Transaction tx, List<ReceivedEvent> events) {
        Counters counters = new Counters();
        Weighings.store(tx, ofThoseNotErased(tx, newest(events)), counters);
        counters.write(tx);
        progress.include(tx, GROUP, events);
    }

    /**
     * Several revisions of one measurement in a batch: the newest holds, for each child it is or was of. One that changes hands
     * is voided for the one child and counts for the other.
     */
    private static Collection<Weighing> newest(List<ReceivedEvent> events) {
        Map<Weighing.Key, Weighing> newest = HashMap.newHashMap(events.size());
        for (ReceivedEvent event : events) {
            if (!event.isTombstone()) {
                Weighing weighing = Weighing.of(event.read(MeasurementState.class), event.sequence());
                newest.merge(weighing.key(), weighing, (one, other) -> one.version() >= other.version() ? one : other);
            }
        }
        return newest.values();
    }

    /** What was told before an erasure may arrive after it. */
    private static Collection<Weighing> ofThoseNotErased(Transaction tx, Collection<Weighing> weighings) {
        Set<UUID> erased = ErasedPersons.among(
                tx.sql(), weighings.stream().map(Weighing::childId).toList());
        return erased.isEmpty()
                ? weighings
                : weighings.stream()
                        .filter(weighing -> !erased.contains(weighing.childId()))
                        .toList();
    }
}
