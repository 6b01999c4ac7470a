package id.tumbuh.intervention.placement;

import id.tumbuh.intervention.need.Item;
import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.platform.access.Actor;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Plans;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes holds promises, many in one transaction and a statement for each step. Each is answered as it would be alone, in the order in which
 * they are sent.
 */
@ApplicationScoped
class CommitMany {
    private final Database database;
    private final RuleBook rules;
    private final Announce announce;

    CommitMany(Database database, RuleBook rules, Announce announce) {
        this.database = database;
        this.rules = rules;
        this.announce = announce;
    }

    /**
     * A hold to be promised.
     *
     * @param expected the version it was read in
     * @param from null for today
     * @param days how long; null for as long as the rule says
     */
    record Wanted(
            UUID id,
            long expected,
            @Nullable LocalDate from,
            @Nullable Integer days) {
        Placement.Period period(LocalDate today, int usual) {
            return Placement.Period.of(from == null ? today : from, days == null ? usual : days);
        }
    }

    /** What became of each, in their order. One that is promised already for the same period is {@link Placing.Unchanged}. */
    List<Placing> commit(Actor actor, List<Wanted> wanted, Instant now) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        LocalDate today = Days.of(now);
        int usual = PlacementRules.of(rules.on(today)).periodDays();
        List<Placement.Period> periods =
                wanted.stream().map(one -> one.period(today, usual)).toList();
        return database.write(actor.scope(), Plans.KEPT, tx -> new Decided(tx, now).all(actor, wanted, periods));
    }

    /** The placements of one transaction while they are decided one after the other. */
    private final class Decided {
        private final Transaction tx;
        private final Instant now;
        private final Map<UUID, Placement> stands = new HashMap<>();
        private final List<Placement.Committed> promised = new ArrayList<>();
        private final List<Placement.Ended> ranOut = new ArrayList<>();

        Decided(Transaction tx, Instant now) {
            this.tx = tx;
            this.now = now;
        }

        List<Placing> all(Actor actor, List<Wanted> wanted, List<Placement.Period> periods) {
            List<UUID> ids = wanted.stream().map(Wanted::id).distinct().toList();
            // before the placements, as facts do it: what follows from a promise may change the family's referrals
            Placements.lockFamiliesOf(tx.sql(), ids);
            stands.putAll(Placements.lock(tx.sql(), ids));
            List<PaidItems> paid = paid(wanted, periods);
            List<Placing> answers = new ArrayList<>(wanted.size());
            for (int row = 0; row < wanted.size(); row++) {
                answers.add(decide(wanted.get(row), periods.get(row), paid.get(row)));
            }
            announce.ended(tx, ranOut);
            announce.moved(tx, promised);
            promised.forEach(one -> tx.audit(actor.did(
                    "COMMIT",
                    "placement",
                    one.pair().id(),
                    one.pair().home().area().value())));
            return answers;
        }

        private List<PaidItems> paid(List<Wanted> wanted, List<Placement.Period> periods) {
            List<PaidItems.Question> questions = new ArrayList<>(wanted.size());
            for (int row = 0; row < wanted.size(); row++) {
                Placement placement = stands.get(wanted.get(row).id());
                questions.add(new PaidItems.Question(
                        placement == null ? null : placement.pair().needId(), periods.get(row)));
            }
            return PaidItems.of(tx.sql(), questions);
        }

        private Placing decide(Wanted one, Placement.Period period, PaidItems paid) {
            Placement before = stands.get(one.id());
            if (before == null) {
                return new Placing.Unknown(InterventionProblem.PLACEMENT_UNKNOWN);
            }
            if (before instanceof Placement.Committed committed
                    && committed.period().equals(period)
                    && (committed.version() == one.expected() || committed.version() == one.expected() + 1)) {
                return new Placing.Unchanged(committed);
            }
            if (before.version() != one.expected()) {
                return new Placing.Stale();
            }
            return switch (before) {
                case Placement.Held held -> held.hasRunOut(now) ? ended(held) : promised(held, period, paid);
                case Placement.Committed _ -> new Placing.Refused(InterventionProblem.PLACEMENT_NOT_HELD);
                case Placement.Ended _ -> new Placing.Refused(InterventionProblem.PLACEMENT_ENDED);
            };
        }

        /** Nobody is given the same twice: what a programme gives by now in that time, the sponsor does not. */
        private Placing promised(Placement.Held held, Placement.Period period, PaidItems paid) {
            List<Item.Kind> given = held.pair().items();
            List<Item.Kind> left = paid.leftOf(given);
            if (left.isEmpty() && !given.isEmpty()) {
                return new Placing.Refused(InterventionProblem.FUNDED_OTHERWISE);
            }
            Placement.Committed committed = held.giving(left).commit(period);
            promised.add(committed);
            stands.put(committed.pair().id(), committed);
            return new Placing.Done(committed);
        }

        /** Whoever comes too late ends the hold, so that the next in line need not wait for the chore. */
        private Placing ended(Placement.Held held) {
            Placement.Ended over = held.ended(EndReason.HOLD_RAN_OUT, Days.of(now));
            ranOut.add(over);
            stands.put(over.pair().id(), over);
            return new Placing.Refused(InterventionProblem.PLACEMENT_ENDED);
        }
    }
}
