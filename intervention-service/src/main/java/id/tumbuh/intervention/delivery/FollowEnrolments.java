package id.tumbuh.intervention.delivery;

import id.tumbuh.intervention.need.Item;
import id.tumbuh.intervention.programme.Enrolment;
import id.tumbuh.intervention.programme.EnrolmentsChanged;
import id.tumbuh.intervention.programme.ProgrammeFunding;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Plans what programmes give, anew when a need moves or lasts longer, and cancels what is left when an enrolment ends. */
@ApplicationScoped
class FollowEnrolments implements EnrolmentsChanged {
    private final RuleBook rules;

    FollowEnrolments(RuleBook rules) {
        this.rules = rules;
    }

    @Override
    public void changed(Transaction tx, Collection<Enrolment> enrolments) {
        Map<UUID, Function<List<Delivery>, Replan>> wanted = new LinkedHashMap<>();
        for (Enrolment one : enrolments) {
            Item.Kind item = one.item();
            ProgrammeFunding.Time plan = one.plan();
            if (item != null && plan != null) {
                wanted.put(one.id(), stands -> replan(one, item, plan, stands));
            }
        }
        Plans.settle(tx, wanted);
    }

    private Replan replan(Enrolment one, Item.Kind item, ProgrammeFunding.Time plan, List<Delivery> stands) {
        if (one.end() != null) {
            return Replan.ended(stands, one.end().lastDay());
        }
        var promise = new DeliveryPlan.Promise(
                new Provision.Enrolment(one.id(), one.programmeId()),
                one.of(),
                one.home(),
                List.of(item),
                plan.from(),
                plan.to());
        return Replan.of(DeliveryPlan.of(promise, DeliveryRules.ofProgrammes(rules, plan.from())), stands);
    }
}
