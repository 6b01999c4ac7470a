package id.tumbuh.intervention.delivery;

import id.tumbuh.intervention.circumstance.Beneficiary;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.placement.EndReason;
import id.tumbuh.intervention.placement.PlacementEvent;
import id.tumbuh.intervention.placement.PlacementsChanged;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Plans what a placement promised, anew when it is renewed or moves, and cancels what is left when it ends. */
@ApplicationScoped
class FollowPlacements implements PlacementsChanged {
    private final RuleBook rules;

    FollowPlacements(RuleBook rules) {
        this.rules = rules;
    }

    @Override
    public void changed(Transaction tx, Collection<PlacementEvent> placements) {
        List<PlacementEvent> promised =
                placements.stream().filter(one -> one.from() != null).toList();
        if (promised.isEmpty()) {
            return; // only held: nothing is promised
        }
        Map<UUID, Function<List<Delivery>, Replan>> wanted = new LinkedHashMap<>();
        for (PlacementEvent placement : promised) {
            wanted.put(
                    placement.placementId(),
                    stands -> placement.state() == PlacementEvent.State.COMMITTED
                            ? Replan.of(slots(placement), stands)
                            : Replan.ended(stands, lastDay(placement)));
        }
        Plans.settle(tx, wanted);
    }

    /** By the rule of the first day, so that a renewal goes on as the promise began. */
    private List<Delivery.Slot> slots(PlacementEvent placement) {
        LocalDate from = placement.from();
        LocalDate to = placement.to();
        if (from == null || to == null) {
            throw new IllegalStateException("a promise without its period");
        }
        var promise = new DeliveryPlan.Promise(
                new Provision.Placement(placement.placementId()),
                of(placement.childId(), placement.pregnancyId()),
                new Home(placement.familyId(), new AreaCode(placement.areaCode())),
                placement.items(),
                from,
                to);
        return DeliveryPlan.of(promise, DeliveryRules.at(rules, from));
    }

    private static Beneficiary.Ref of(@Nullable UUID child, @Nullable UUID pregnancy) {
        if (child != null) {
            return Beneficiary.Ref.child(child);
        }
        if (pregnancy == null) {
            throw new IllegalStateException("a placement of nobody");
        }
        return Beneficiary.Ref.pregnancy(pregnancy);
    }

    /** What was due on the day itself may have been brought already, unless nobody may come any more. */
    private static LocalDate lastDay(PlacementEvent placement) {
        LocalDate ended = placement.endedOn();
        if (ended == null) {
            throw new IllegalStateException("an end without its day");
        }
        return placement.reason() == EndReason.CONSENT_WITHDRAWN ? ended.minusDays(1) : ended;
    }
}
