package id.tumbuh.intervention.placement;

import id.tumbuh.intervention.need.Item;
import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.platform.access.Actor;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Commits, renews and gives back what is held or promised. */
@ApplicationScoped
public class ChangePlacement {
    private final Database database;
    private final RuleBook rules;
    private final Announce announce;
    private final CommitMany commits;

    ChangePlacement(Database database, RuleBook rules, Announce announce, CommitMany commits) {
        this.database = database;
        this.rules = rules;
        this.announce = announce;
        this.commits = commits;
    }

    /** The placement, the version it was read in, and when the change is made. */
    public record Change(UUID id, long expected, Instant now) {}

    /**
     * Makes a hold a promise.
     *
     * @param days how long; null for as long as the rule says
     */
    public Placing commit(Actor actor, Change change, @Nullable LocalDate from, @Nullable Integer days) {
        var wanted = new CommitMany.Wanted(change.id(), change.expected(), from, days);
        Placing outcome = commits.commit(actor, List.of(wanted), change.now()).getFirst();
        return outcome instanceof Placing.Unchanged(var placement) && placement.version() != change.expected()
                ? new Placing.Stale()
                : outcome;
    }

    public Placing renew(Actor actor, Change change, @Nullable Integer days) {
        LocalDate today = Days.of(change.now());
        PlacementRules rule = PlacementRules.of(rules.on(today));
        return change(actor, "RENEW", change, (tx, placement) -> switch (placement) {
            case Placement.Held _ -> new Placing.Refused(InterventionProblem.PLACEMENT_NOT_COMMITTED);
            case Placement.Committed committed ->
                committed.renewals() >= rule.mostRenewals()
                        ? new Placing.Refused(InterventionProblem.RENEWED_TOO_OFTEN)
                        : longer(tx, committed, committed.renewed(days == null ? rule.periodDays() : days));
            case Placement.Ended _ -> new Placing.Refused(InterventionProblem.PLACEMENT_ENDED);
        });
    }

    public Placing release(Actor actor, Change change) {
        LocalDate today = Days.of(change.now());
        return change(actor, "RELEASE", change, (tx, placement) -> switch (placement) {
            case Placement.Live live -> {
                Placement.Ended ended = live.ended(EndReason.RELEASED, today);
                announce.ended(tx, List.of(ended));
                yield new Placing.Done(ended);
            }
            case Placement.Ended ended -> new Placing.Unchanged(ended);
        });
    }

    /** One transaction with the placement locked. */
    @FunctionalInterface
    private interface Move {
        Placing of(Transaction tx, Placement placement);
    }

    private Placing change(Actor actor, String action, Change change, Move move) {
        return database.write(actor.scope(), tx -> {
            // before the placement, as facts do it: what follows from a promise may change the family's referrals
            Placements.lockFamiliesOf(tx.sql(), List.of(change.id()));
            Optional<Placement> placement = Placements.lock(tx.sql(), change.id());
            if (placement.isEmpty()) {
                return new Placing.Unknown(InterventionProblem.PLACEMENT_UNKNOWN);
            }
            if (placement.get().version() != change.expected()) {
                return new Placing.Stale();
            }
            Placing outcome = move.of(tx, placement.get());
            if (outcome instanceof Placing.Done) {
                tx.audit(actor.did(
                        action,
                        "placement",
                        change.id(),
                        placement.get().pair().home().area().value()));
            }
            return outcome;
        });
    }

    /** Not into a time in which a programme gives any of it. */
    private Placing longer(Transaction tx, Placement.Committed before, Placement.Committed after) {
        List<Item.Kind> given = before.pair().items();
        Placement.Period more = new Placement.Period(
                before.period().to().plusDays(1), after.period().to());
        var question = new PaidItems.Question(before.pair().needId(), more);
        return PaidItems.of(tx.sql(), List.of(question))
                                .getFirst()
                                .leftOf(given)
                                .size()
                        < given.size()
                ? new Placing.Refused(InterventionProblem.FUNDED_OTHERWISE)
                : moved(tx, after);
    }

    private Placing moved(Transaction tx, Placement placement) {
        announce.moved(tx, List.of(placement));
        return new Placing.Done(placement);
    }
}
