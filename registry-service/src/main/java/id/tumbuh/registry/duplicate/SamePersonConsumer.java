package id.tumbuh.registry.duplicate;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.EventConsumer;
import id.tumbuh.platform.messaging.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Compares children when their own events come back. Registering stays as fast as it was, a crash loses no comparison, and what is
 * read is the child as it is now: late, twice or out of order makes no difference.
 */
@ApplicationScoped
class SamePersonConsumer implements EventConsumer {
    private final FindDuplicates find;
    private final SamePersonRules rules;

    /** The part of the events that says which child to look at. */
    record ChildId(UUID childId) {}

    SamePersonConsumer(FindDuplicates find, SamePersonRules rules) {
        this.find = find;
        this.rules = rules;
    }

    @Override
    public String group() {
        return "registry.same-person";
    }

    @Override
    public Set<String> topics() {
        return Set.of("registry.children");
    }

    @Override
    public void apply(Transaction tx, List<ReceivedEvent> events) {
        Set<UUID> children = new TreeSet<>();
        for (ReceivedEvent event : events) {
            if (!event.isTombstone()) { // the rows of an erased child are gone with it
                children.add(event.read(ChildId.class).childId());
            }
        }
        find.find(tx, rules.today(), PersonKind.CHILD, children);
    }
}
