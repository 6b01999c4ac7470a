package id.tumbuh.intervention.homevisit;

import id.tumbuh.intervention.circumstance.WeighingsKept;
import id.tumbuh.intervention.placement.PlacementEvent;
import id.tumbuh.intervention.placement.PlacementsChanged;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.rules.RuleBook;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks for a visit when any weighing of a child, made while a sponsor or a programme helps it, shows that it did not gain twice, and takes
 * the visit back when none does any more. Weighings and promises may be told in any order, one by one or together.
 */
@ApplicationScoped
class AskHomeVisits implements WeighingsKept, PlacementsChanged {
    private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Jakarta"));

    private final RuleBook rules;
    private final List<HomeVisits> visits;

    AskHomeVisits(RuleBook rules, @All List<HomeVisits> visits) {
        this.rules = rules;
        this.visits = List.copyOf(visits);
    }

    @Override
    public void kept(Transaction tx, Set<UUID> children) {
        if (children.isEmpty()) {
            return;
        }
        HomeVisitRule rule = HomeVisitRule.of(rules.on(LocalDate.now(CLOCK)));
        Grounds.lockFamilies(tx.sql(), children, rule);
        List<HomeVisit> groundless = Grounds.gone(tx.sql(), children, rule);
        if (!groundless.isEmpty()) {
            visits.forEach(one -> one.withdrawn(tx, groundless));
        }
        ask(tx, children, rule);
    }

    @Override
    public void changed(Transaction tx, Collection<PlacementEvent> placements) {
        ask(
                tx,
                placements.stream()
                        .filter(one -> one.state() == PlacementEvent.State.COMMITTED)
                        .map(PlacementEvent::childId)
                        .flatMap(Stream::ofNullable)
                        .collect(Collectors.toSet()));
    }

    void ask(Transaction tx, Set<UUID> children) {
        if (!children.isEmpty()) {
            ask(tx, children, HomeVisitRule.of(rules.on(LocalDate.now(CLOCK))));
        }
    }

    private void ask(Transaction tx, Set<UUID> children, HomeVisitRule rule) {
        List<HomeVisit> asked = Grounds.unanswered(Grounds.of(tx.sql(), children, rule)).stream()
                .map(ground -> ground.visit(rule))
                .toList();
        if (!asked.isEmpty()) {
            List<HomeVisit> versioned = StoreHomeVisits.versioned(tx.sql(), asked);
            visits.forEach(one -> one.asked(tx, versioned));
        }
    }
}
