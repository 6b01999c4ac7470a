package id.tumbuh.intervention.placement;

import static java.util.Objects.requireNonNull;

import id.tumbuh.intervention.need.Item;
import id.tumbuh.intervention.need.Need;
import id.tumbuh.intervention.placement.ClaimNeed.Claim;
import id.tumbuh.intervention.placement.ClaimNeed.Moment;
import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.intervention.sponsor.Sponsors;
import id.tumbuh.platform.access.Actor;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Plans;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Holds many needs in one transaction, a statement for each step and not for each need. Each claim is answered as it would be alone,
 * in the order in which they are sent: of two for one need the first is held, and who has no place left gets no more.
 */
@ApplicationScoped
public class ClaimMany {
    private final Database database;
    private final RuleBook rules;
    private final Announce announce;

    ClaimMany(Database database, RuleBook rules, Announce announce) {
        this.database = database;
        this.rules = rules;
        this.announce = announce;
    }

    /** What became of each, in their order. */
    public List<Placing> claim(Actor actor, List<Claim> claims, Instant now) {
        LocalDate today = Days.of(now);
        Moment moment = new Moment(now, today, PlacementRules.of(rules.on(today)));
        return claims.isEmpty()
                ? List.of()
                : database.write(actor.scope(), Plans.KEPT, tx -> inOrder(tx, actor, claims, moment));
    }

    /** The id belongs to the first claim that has it. */
    private List<Placing> inOrder(Transaction tx, Actor actor, List<Claim> claims, Moment moment) {
        Map<UUID, Claim> first = new LinkedHashMap<>();
        claims.forEach(claim -> first.putIfAbsent(claim.id(), claim));
        Map<Claim, Placing> answers = claim(tx, actor, List.copyOf(first.values()), moment);
        return claims.stream()
                .map(claim -> answers.getOrDefault(claim, new Placing.IdTaken()))
                .toList();
    }

    /** What became of each in a word: {@code HELD}, or the code of the problem. */
    public List<String> outcomes(Actor actor, List<Claim> claims, Instant now) {
        return claim(actor, claims, now).stream().map(ClaimMany::word).toList();
    }

    private static String word(Placing placing) {
        return switch (placing) {
            case Placing.Done _, Placing.Unchanged _ -> "HELD";
            case Placing.IdTaken _, Placing.Stale _ -> CommonProblem.CONFLICT.name();
            case Placing.Unknown(var what) -> what.name();
            case Placing.Refused(var why) -> why.name();
        };
    }

    /** Claims of different ids. */
    private Map<Claim, Placing> claim(Transaction tx, Actor actor, List<Claim> claims, Moment moment) {
        Map<Claim, Placing> decided = new HashMap<>();
        Map<Claim, Placement.Held> wanted = wanted(tx, claims, moment, decided);
        leaveTaken(tx, wanted, moment, decided);
        takePlaces(tx, wanted, moment, decided);
        store(tx, actor, wanted, decided);
        return answers(tx, claims, decided);
    }

    /** Those that may be held as far as the need, the sponsor, consent and funding are concerned. */
    private static Map<Claim, Placement.Held> wanted(
            Transaction tx, List<Claim> claims, Moment moment, Map<Claim, Placing> decided) {
        Map<Claim, WantedNeed> locked = WantedNeed.lock(tx.sql(), claims);
        Map<Claim, Terms> terms = Terms.of(tx.sql(), locked, moment);
        Map<Claim, Placement.Held> wanted = new LinkedHashMap<>();
        for (Claim claim : claims) {
            WantedNeed one = locked.get(claim);
            if (one == null) {
                decided.put(claim, new Placing.Unknown(InterventionProblem.NEED_UNKNOWN));
            } else if (!(one.need() instanceof Need.Open open)) {
                decided.put(claim, new Placing.Refused(InterventionProblem.NEED_CLOSED));
            } else if (!one.sponsorKnown()) {
                decided.put(claim, new Placing.Unknown(InterventionProblem.SPONSOR_UNKNOWN));
            } else {
                Set<Item.Kind> given = one.given(open);
                requireNonNull(terms.get(claim))
                        .fault(given)
                        .ifPresentOrElse(
                                fault -> decided.put(claim, new Placing.Refused(fault)),
                                () -> wanted.put(claim, held(claim, open, given, moment)));
            }
        }
        return wanted;
    }

    static Placement.Held held(Claim claim, Need.Open need, Set<Item.Kind> given, Moment moment) {
        return Placement.hold(
                new Placement.Pair(
                        claim.id(), need.id(), claim.sponsorId(), need.of(), need.home(), List.copyOf(given)),
                moment.now().plus(moment.rules().hold()));
    }

    /** The chore may not have come by yet: a hold that ran out keeps nobody out. */
    private void leaveTaken(
            Transaction tx, Map<Claim, Placement.Held> wanted, Moment moment, Map<Claim, Placing> decided) {
        Set<UUID> taken = new HashSet<>();
        List<Placement.Ended> ended = new ArrayList<>();
        Set<UUID> needs = wanted.keySet().stream().map(Claim::needId).collect(Collectors.toSet());
        for (Placement.Live live : Placements.lockLiveOf(tx.sql(), needs)) {
            if (live instanceof Placement.Held held && held.hasRunOut(moment.now())) {
                ended.add(held.ended(EndReason.HOLD_RAN_OUT, moment.today()));
            } else {
                taken.add(live.pair().needId());
            }
        }
        announce.ended(tx, ended);
        drop(wanted, claim -> !taken.add(claim.needId()), InterventionProblem.NEED_TAKEN, decided);
    }

    private static void takePlaces(
            Transaction tx, Map<Claim, Placement.Held> wanted, Moment moment, Map<Claim, Placing> decided) {
        Map<UUID, Integer> taken = Sponsors.take(tx.sql(), sponsors(wanted.keySet()), moment.today());
        drop(
                wanted,
                claim -> taken.merge(claim.sponsorId(), -1, Integer::sum) < 0,
                InterventionProblem.NO_PLACE_LEFT,
                decided);
    }

    /** Whoever came in between has the need: the database's unique index decides. */
    private void store(Transaction tx, Actor actor, Map<Claim, Placement.Held> wanted, Map<Claim, Placing> decided) {
        Set<UUID> stored = Placements.insertAll(tx.sql(), wanted.values());
        Set<Claim> tooLate = wanted.keySet().stream()
                .filter(claim -> !stored.contains(claim.id()))
                .collect(Collectors.toSet());
        Sponsors.giveBack(tx.sql(), sponsors(tooLate));
        drop(wanted, tooLate::contains, InterventionProblem.NEED_TAKEN, decided);
        Collection<Placement.Held> held = wanted.values();
        announce.changed(tx, held);
        held.forEach(one -> tx.audit(actor.did(
                "HOLD", "placement", one.pair().id(), one.pair().home().area().value())));
        wanted.forEach((claim, one) -> decided.put(claim, new Placing.Done(one)));
    }

    private static List<UUID> sponsors(Collection<Claim> claims) {
        return claims.stream().map(Claim::sponsorId).toList();
    }

    /** A claim that was made before is looked for only when this one came to nothing. */
    private static Map<Claim, Placing> answers(Transaction tx, List<Claim> claims, Map<Claim, Placing> decided) {
        List<UUID> refused = claims.stream()
                .filter(claim -> !(decided.get(claim) instanceof Placing.Done))
                .map(Claim::id)
                .toList();
        Map<UUID, Placement> before = Placements.find(tx.sql(), refused);
        Map<Claim, Placing> answers = new HashMap<>(decided);
        for (Claim claim : claims) {
            Placement made = before.get(claim.id());
            if (made != null) {
                answers.put(claim, ClaimNeed.madeBefore(made, claim));
            }
        }
        return answers;
    }

    private static void drop(
            Map<Claim, Placement.Held> wanted,
            Predicate<Claim> which,
            InterventionProblem why,
            Map<Claim, Placing> decided) {
        wanted.keySet().removeIf(claim -> {
            boolean drops = which.test(claim);
            if (drops) {
                decided.put(claim, new Placing.Refused(why));
            }
            return drops;
        });
    }
}
