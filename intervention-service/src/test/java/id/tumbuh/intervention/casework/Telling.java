package id.tumbuh.intervention.casework;

import id.tumbuh.intervention.circumstance.Fact;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.messaging.EventConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Hands facts to the consumers as the platform does: one transaction per batch. */
@ApplicationScoped
public class Telling {
    private final Database database;
    private final GrowthConsumer growth;
    private final RegistryConsumer registry;
    private final AgeNeeds ages;
    private final AtomicInteger attempts = new AtomicInteger();

    Telling(Database database, GrowthConsumer growth, RegistryConsumer registry, AgeNeeds ages) {
        this.database = database;
        this.growth = growth;
        this.registry = registry;
        this.ages = ages;
    }

    /** Each fact in a batch of its own, in the order given. */
    public void tell(Fact... facts) {
        for (Fact fact : facts) {
            batch(List.of(fact));
        }
    }

    /** Facts for one consumer, in one transaction. */
    public void batch(List<? extends Fact> facts) {
        holding(facts, () -> {});
    }

    /** As {@link #batch}, with something else that happens before it commits. */
    void holding(List<? extends Fact> facts, Runnable beforeCommit) {
        EventConsumer consumer = facts.getFirst() instanceof Fact.Growth ? growth : registry;
        database.write(Scope.everywhere(), tx -> {
            attempts.incrementAndGet();
            consumer.apply(tx, Events.of(facts));
            beforeCommit.run();
            return null;
        });
    }

    /** Looks at everybody's age on the day. */
    void age(LocalDate day) {
        while (ages.step(day) > 0) {
            // the next portion
        }
    }

    /** How often a batch was begun: more than there were batches when transactions died of each other. */
    int attempts() {
        return attempts.get();
    }
}
