package id.tumbuh.intervention.placement;

import id.tumbuh.intervention.need.Item;
import id.tumbuh.intervention.need.Need;
import id.tumbuh.intervention.need.Needs;
import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.intervention.programme.ProgrammeFunding;
import id.tumbuh.intervention.sponsor.Sponsors;
import id.tumbuh.platform.access.Actor;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
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
    private final Consents consents;

    ClaimNeed(Database database, RuleBook rules, Announce announce, Consents consents) {
        this.database = database;
        this.rules = rules;
        this.announce = announce;
        this.consents = consents;
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

    private record Wanted(
            Need.Open need, Set<Item.Kind> given, @Nullable String client) {}

    Placing claim(Transaction tx, Actor actor, Claim claim, Moment moment) {
        Optional<Placement> before = Placements.lock(tx.sql(), claim.id());
        if (before.isPresent()) {
            Placement.Pair pair = before.get().pair();
            return pair.needId().equals(claim.needId()) && pair.sponsorId().equals(claim.sponsorId())
                    ? new Placing.Unchanged(before.get())
                    : new Placing.IdTaken();
        }
        lockFamily(tx.sql(), claim.needId());
        Optional<Need> need = lockNeed(tx.sql(), claim.needId());
        if (need.isEmpty()) {
            return new Placing.Unknown(InterventionProblem.NEED_UNKNOWN);
        }
        if (!(need.get() instanceof Need.Open open)) {
            return new Placing.Refused(InterventionProblem.NEED_CLOSED);
        }
        Optional<Wanted> wanted = wanted(tx.sql(), claim.sponsorId(), open);
        return wanted.isEmpty()
                ? new Placing.Unknown(InterventionProblem.SPONSOR_UNKNOWN)
                : hold(tx, actor, claim, wanted.get(), moment);
    }

    private Placing hold(Transaction tx, Actor actor, Claim claim, Wanted wanted, Moment moment) {
        Need.Open need = wanted.need();
        Set<Item.Kind> given = tx.beyondScope(sql -> notPaidFor(sql, wanted, moment));
        if (given.isEmpty() && !wanted.given().isEmpty()) {
            return new Placing.Refused(InterventionProblem.FUNDED_OTHERWISE);
        }
        if (!consents.allow(tx.sql(), need.of(), need.home().familyId(), use(wanted, moment))) {
            return new Placing.Refused(InterventionProblem.CONSENT_MISSING);
        }
        endWhatRanOut(tx, need.id(), moment);
        if (!Sponsors.take(tx.sql(), claim.sponsorId(), moment.today())) {
            return new Placing.Refused(InterventionProblem.NO_PLACE_LEFT);
        }
        Placement.Held held = Placement.hold(
                new Placement.Pair(
                        claim.id(), need.id(), claim.sponsorId(), need.of(), need.home(), List.copyOf(wanted.given())),
                moment.now().plus(moment.rules().hold()));
        if (!Placements.insert(tx.sql(), held)) {
            Sponsors.giveBack(tx.sql(), List.of(claim.sponsorId()));
            return new Placing.Refused(InterventionProblem.NEED_TAKEN);
        }
        announce.changed(tx, List.of(held));
        tx.audit(actor.did("HOLD", "placement", claim.id(), need.home().area().value()));
        return new Placing.Done(held);
    }

    private static Consents.Use use(Wanted wanted, Moment moment) {
        return new Consents.Use(moment.rules().consentPurpose(), wanted.client(), moment.today());
    }

    /** Programmes enrol needs under the same lock: of a sponsor and a programme that come at once one sees the other. */
    private static void lockFamily(Handle sql, UUID need) {
        sql.createQuery("select f.id from need n join family f on f.id = n.family_id where n.id = :need for share of f")
                .bind("need", need)
                .mapTo(UUID.class)
                .findOne();
    }

    /** What the sponsor gives and no programme of an OPD pays for at the time, also one of an area above: nobody is fed twice. */
    private static Set<Item.Kind> notPaidFor(Handle sql, Wanted wanted, Moment moment) {
        ProgrammeFunding.Time time = new ProgrammeFunding.Time(
                moment.today(), moment.today().plusDays(moment.rules().periodDays() - 1L));
        Set<Item.Kind> given = EnumSet.noneOf(Item.Kind.class);
        for (Item.Kind item : wanted.given()) {
            if (ProgrammeFunding.covered(sql, List.of(wanted.need().id()), item.name(), time)
                    .isEmpty()) {
                given.add(item);
            }
        }
        return given;
    }

    /** Until the transaction ends the need stays as it is: who closes it waits, and then sees the placement. */
    private static Optional<Need> lockNeed(Handle sql, UUID id) {
        return sql.createQuery("select * from need where id = :id for share")
                .bind("id", id)
                .map((row, _) -> Needs.need(row))
                .findOne();
    }

    /** What the sponsor gives of what is needed; who gives nothing of it may still take it on, for food is not everything. */
    private static Optional<Wanted> wanted(Handle sql, UUID sponsor, Need.Open need) {
        return sql.createQuery("select items, client from sponsor where id = :id")
                .bind("id", sponsor)
                .map((row, _) -> {
                    Set<Item.Kind> given = EnumSet.noneOf(Item.Kind.class);
                    for (Object item : (Object[]) row.getArray("items").getArray()) {
                        given.add(Item.Kind.valueOf((String) item));
                    }
                    given.retainAll(need.plan().items().stream().map(Item::item).toList());
                    return new Wanted(need, given, row.getString("client"));
                })
                .findOne();
    }

    /** The chore may not have come by yet: a hold that ran out keeps nobody out. */
    private void endWhatRanOut(Transaction tx, UUID need, Moment moment) {
        for (Placement.Live live : Placements.lockLiveOf(tx.sql(), List.of(need))) {
            if (live instanceof Placement.Held held && held.hasRunOut(moment.now())) {
                announce.ended(tx, List.of(held.ended(EndReason.HOLD_RAN_OUT, moment.today())));
            }
        }
    }
}
