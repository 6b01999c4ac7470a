package id.tumbuh.registry.companion;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.EventConsumer;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.registry.batch.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hears of families, couples and pregnancies that changed, in whatever way, and lets their assignments follow. Of an event only
 * the ids count: what holds is read from the tables, so that a replay of old events ends nothing.
 */
@ApplicationScoped
class TargetConsumer implements EventConsumer {
    static final Actor ACTOR = new Actor("registry.companions", null, Scope.everywhere());

    private final FollowTargets follow;
    private final CompanionRules rules;

    TargetConsumer(FollowTargets follow, CompanionRules rules) {
        this.follow = follow;
        this.rules = rules;
    }

    /** The part of the registry's own events that says whom they are about. */
    record Told(UUID familyId, @Nullable UUID mergedInto) {}

    @Override
    public String group() {
        return "registry.companions";
    }

    @Override
    public Set<String> topics() {
        return Set.of("registry.families", "registry.couples", "registry.pregnancies");
    }

    @Override
    public void apply(Transaction tx, List<ReceivedEvent> events) {
        Set<UUID> ids = new TreeSet<>();
        for (ReceivedEvent event : events) {
            if (!event.isTombstone()) {
                Told told = event.read(Told.class);
                ids.add(told.familyId());
                ids.add(UUID.fromString(event.key()));
                if (told.mergedInto() != null) {
                    ids.add(told.mergedInto());
                }
            }
        }
        if (!ids.isEmpty()) {
            follow.follow(tx, ACTOR, rules.today(), ids);
        }
    }
}
