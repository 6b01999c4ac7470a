package id.tumbuh.intervention.delivery;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How deliveries that stand become those that are wanted: a pure function. What was told of stays as it is, where it happened.
 *
 * @param fresh those that weren't there
 * @param changed those that were, each in its next version
 */
record Replan(List<Delivery> fresh, List<Delivery> changed) {
    Replan {
        fresh = List.copyOf(fresh);
        changed = List.copyOf(changed);
    }

    static Replan of(List<Delivery.Slot> wanted, Collection<Delivery> stands) {
        Map<UUID, Delivery.Slot> left = new HashMap<>();
        wanted.forEach(slot -> left.put(slot.id(), slot));
        List<Delivery> changed = new ArrayList<>();
        for (Delivery one : stands) {
            Delivery.Slot slot = left.remove(one.slot().id());
            switch (one) {
                case Delivery.Planned planned when slot == null -> changed.add(planned.cancelled());
                case Delivery.Planned planned
                when !same(planned.slot(), slot) -> changed.add(new Delivery.Planned(slot, planned.version() + 1));
                case Delivery.Cancelled cancelled when slot != null -> changed.add(cancelled.plannedAgain(slot));
                default -> {}
            }
        }
        List<Delivery> fresh = new ArrayList<>();
        wanted.stream().filter(slot -> left.containsKey(slot.id())).forEach(slot -> fresh.add(Delivery.plan(slot)));
        return new Replan(fresh, changed);
    }

    /** Whatever was due by the last day may still be told of. */
    static Replan ended(Collection<Delivery> stands, LocalDate lastDay) {
        List<Delivery> changed = new ArrayList<>();
        for (Delivery one : stands) {
            if (one instanceof Delivery.Planned planned && planned.slot().day().isAfter(lastDay)) {
                changed.add(planned.cancelled());
            }
        }
        return new Replan(List.of(), changed);
    }

    private static boolean same(Delivery.Slot one, Delivery.Slot other) {
        return one.home().equals(other.home())
                && one.amount().quantity().compareTo(other.amount().quantity()) == 0;
    }
}
