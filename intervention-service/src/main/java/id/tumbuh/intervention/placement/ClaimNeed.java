package id.tumbuh.intervention.placement;

import id.tumbuh.intervention.need.Item;
import id.tumbuh.intervention.need.Need;
import id.tumbuh.intervention.need.Needs;
import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.intervention.sponsor.Sponsors;
import id.tumbuh.platform.access.Actor;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Holds a need for a sponsor. Of any number who want the same need at once one gets it: the database's unique index decides, not a
 * look beforehand.
 */
@ApplicationScoped
public class ClaimNeed {
    private final Database database;
    private final RuleBook rules;
    private final Announce announce;

    ClaimNeed(Database database, RuleBook rules, Announce announce) {
        this.database = database;
        this.rules = rules;
        this.announce = announce;
    }

    /**
     * Who wants which need.
     *
     * @param id made by who claims, so that a claim sent again is the same claim
     */
    public record Claim(UUID id, UUID needId, UUID sponsorId) {}

    public Placing claim(Actor actor, Claim claim, Instant now) {
        LocalDate today = Days.of(now);
        PlacementRules rule = PlacementRules.of(rules.on(today));
        return database.write(actor.scope(), tx -> claim(tx, actor, claim, new Moment(now, today, rule)));
    }

    /** What became of a claim, in a word: {@code HELD}, or the code of the problem. */
    public String outcome(Actor actor, Claim claim, Instant now) {
        return switch (claim(actor, claim, now)) {
            case Placing.Done _, Placing.Unchanged _ -> "HELD";
            case Placing.IdTaken _, Placing.Stale _ -> CommonProblem.CONFLICT.name();
            case Placing.Unknown(var what) -> what.name();
            case Placing.Refused(var why) -> why.name();
        };
    }

    /** When it happens and what holds then. */
    record Moment(Instant now, LocalDate today, PlacementRules rules) {}

    /** A need and who wants it. */
    private record Wanted(
            Need need,
            boolean sponsorKnown,
            Set<Item.Kind> offered,
            @Nullable String client) {

        /** What the sponsor gives of what is needed; who gives nothing of it may still take it on, for food is not everything. */
        Set<Item.Kind> given(Need.Open open) {
            Set<Item.Kind> given = EnumSet.noneOf(Item.Kind.class);
            given.addAll(open.plan().items().stream().map(Item::item).toList());
            given.retainAll(offered);
            return given;
        }
    }

    private enum Take {
        HELD,
        NO_PLACE_LEFT,
        TAKEN
    }

    /** A claim that was made before is looked for only when this one comes to nothing, as sent again it must. */
    private Placing claim(Transaction tx, Actor actor, Claim claim, Moment moment) {
        Placing placing = attempt(tx, actor, claim, moment);
        return placing instanceof Placing.Done
                ? placing
                : Placements.find(tx.sql(), claim.id())
                        .map(before -> madeBefore(before, claim))
                        .orElse(placing);
    }

    private static Placing madeBefore(Placement before, Claim claim) {
        Placement.Pair pair = before.pair();
        return pair.needId().equals(claim.needId()) && pair.sponsorId().equals(claim.sponsorId())
                ? new Placing.Unchanged(before)
                : new Placing.IdTaken();
    }

    private Placing attempt(Transaction tx, Actor actor, Claim claim, Moment moment) {
        Optional<Wanted> wanted = lock(tx.sql(), claim);
        if (wanted.isEmpty()) {
            return new Placing.Unknown(InterventionProblem.NEED_UNKNOWN);
        }
        if (!(wanted.get().need() instanceof Need.Open open)) {
            return new Placing.Refused(InterventionProblem.NEED_CLOSED);
        }
        if (!wanted.get().sponsorKnown()) {
            return new Placing.Unknown(InterventionProblem.SPONSOR_UNKNOWN);
        }
        Terms terms = Terms.of(tx.sql(), open, wanted.get().client(), moment);
        Set<Item.Kind> given = wanted.get().given(open);
        if (!given.isEmpty() && terms.paidFor().containsAll(given)) {
            return new Placing.Refused(InterventionProblem.FUNDED_OTHERWISE);
        }
        if (!terms.allowed()) {
            return new Placing.Refused(InterventionProblem.CONSENT_MISSING);
        }
        Placement.Held held = Placement.hold(
                new Placement.Pair(
                        claim.id(), open.id(), claim.sponsorId(), open.of(), open.home(), List.copyOf(given)),
                moment.now().plus(moment.rules().hold()));
        return hold(tx, actor, held, moment);
    }

    private Placing hold(Transaction tx, Actor actor, Placement.Held held, Moment moment) {
        Take take = take(tx, held, moment);
        if (take != Take.HELD && endWhatRanOut(tx, held.pair().needId(), moment)) {
            take = take(tx, held, moment);
        }
        return switch (take) {
            case HELD -> {
                announce.changed(tx, List.of(held));
                tx.audit(actor.did(
                        "HOLD",
                        "placement",
                        held.pair().id(),
                        held.pair().home().area().value()));
                yield new Placing.Done(held);
            }
            case NO_PLACE_LEFT -> new Placing.Refused(InterventionProblem.NO_PLACE_LEFT);
            case TAKEN -> new Placing.Refused(InterventionProblem.NEED_TAKEN);
        };
    }

    private static Take take(Transaction tx, Placement.Held held, Moment moment) {
        UUID sponsor = held.pair().sponsorId();
        if (!Sponsors.take(tx.sql(), sponsor, moment.today())) {
            return Take.NO_PLACE_LEFT;
        }
        if (Placements.insert(tx.sql(), held)) {
            return Take.HELD;
        }
        Sponsors.giveBack(tx.sql(), List.of(sponsor));
        return Take.TAKEN;
    }

    /**
     * The family first: programmes enrol needs under its lock. Until the transaction ends the need stays as it is: who closes it waits,
     * and then sees the placement.
     */
    private static Optional<Wanted> lock(Handle sql, Claim claim) {
        return sql.createQuery("""
                        select n.*, s.id as sponsor, s.items as offered, s.client
                        from family f join need n on n.family_id = f.id left join sponsor s on s.id = :sponsor
                        where n.id = :need for share of f, n""")
                .bind("need", claim.needId())
                .bind("sponsor", claim.sponsorId())
                .map((row, _) -> new Wanted(
                        Needs.need(row),
                        row.getString("sponsor") != null,
                        items(row.getArray("offered")),
                        row.getString("client")))
                .findOne();
    }

    private static Set<Item.Kind> items(@Nullable Array items) throws SQLException {
        Set<Item.Kind> kinds = EnumSet.noneOf(Item.Kind.class);
        if (items != null) {
            for (Object item : (Object[]) items.getArray()) {
                kinds.add(Item.Kind.valueOf((String) item));
            }
        }
        return kinds;
    }

    /** The chore may not have come by yet: a hold that ran out keeps nobody out. Returns whether there was one. */
    private boolean endWhatRanOut(Transaction tx, UUID need, Moment moment) {
        List<Placement.Ended> ended = new ArrayList<>();
        for (Placement.Live live : Placements.lockLiveOf(tx.sql(), List.of(need))) {
            if (live instanceof Placement.Held held && held.hasRunOut(moment.now())) {
                ended.add(held.ended(EndReason.HOLD_RAN_OUT, moment.today()));
            }
        }
        announce.ended(tx, ended);
        return !ended.isEmpty();
    }
}
