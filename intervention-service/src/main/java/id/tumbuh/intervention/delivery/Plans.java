package id.tumbuh.intervention.delivery;

import id.tumbuh.platform.database.Transaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Brings what is planned of some provisions into line with what they give now. */
final class Plans {
    private Plans() {}

    /**
     * Under the locks of all that stands of them.
     *
     * @param wanted by provision, what becomes of its deliveries
     */
    static void settle(Transaction tx, Map<UUID, Function<List<Delivery>, Replan>> wanted) {
        if (wanted.isEmpty()) {
            return;
        }
        Map<UUID, List<Delivery>> known = new HashMap<>();
        Deliveries.lockOf(tx.sql(), wanted.keySet())
                .forEach(one -> known.computeIfAbsent(one.slot().provision().id(), _ -> new ArrayList<>())
                        .add(one));
        List<Delivery> fresh = new ArrayList<>();
        List<Delivery> changed = new ArrayList<>();
        wanted.forEach((id, plan) -> {
            Replan next = plan.apply(known.getOrDefault(id, List.of()));
            fresh.addAll(next.fresh());
            changed.addAll(next.changed());
        });
        Deliveries.insert(tx.sql(), fresh);
        Deliveries.update(tx.sql(), changed);
    }
}
