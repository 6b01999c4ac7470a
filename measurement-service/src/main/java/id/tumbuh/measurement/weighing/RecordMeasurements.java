package id.tumbuh.measurement.weighing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import id.tumbuh.measurement.faltering.ReviewFaltering;
import id.tumbuh.measurement.growth.Stunting;
import id.tumbuh.measurement.growth.WhoGrowthStandard;
import id.tumbuh.measurement.kms.CardPolicy;
import id.tumbuh.measurement.kms.CardRules;
import id.tumbuh.measurement.roster.Roster;
import id.tumbuh.measurement.roster.RosterGate;
import id.tumbuh.measurement.roster.RosteredChild;
import id.tumbuh.measurement.stunting.ReviewStunting;
import id.tumbuh.measurement.weighing.MeasurementRows.Entry;
import id.tumbuh.measurement.weighing.Measurements.Origin;
import id.tumbuh.measurement.weighing.StandingCards.StandingCard;
import id.tumbuh.platform.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Takes measurements in: a handful of statements a call, however many rows. Children are locked before anything is written,
 * and both are taken in the order of their ids, so that no two calls wait for each other in a circle.
 */
@ApplicationScoped
class RecordMeasurements {

    private final Roster roster;
    private final RosterGate gate;
    private final AssessSubmissions assess;
    private final Measurements measurements;
    private final MeasurementRows rows;
    private final PendingMeasurements pending;
    private final StandingCards cards;
    private final CardRules cardRules;
    private final ReviseMeasurements revise;
    private final ReviewStunting stunting;
    private final ReviewFaltering faltering;
    private final WhoGrowthStandard standard;

    /** What became of each id, and what is doubtful about those taken in. */
    record Recorded(Map<UUID, Outcome> outcomes, Map<UUID, List<Doubt>> doubts) {}

    RecordMeasurements(
            Roster roster,
            RosterGate gate,
            AssessSubmissions assess,
            Measurements measurements,
            MeasurementRows rows,
            PendingMeasurements pending,
            StandingCards cards,
            CardRules cardRules,
            ReviseMeasurements revise,
            ReviewStunting stunting,
            ReviewFaltering faltering,
            WhoGrowthStandard standard) {
        this.roster = roster;
        this.gate = gate;
        this.assess = assess;
        this.measurements = measurements;
        this.rows = rows;
        this.pending = pending;
        this.cards = cards;
        this.cardRules = cardRules;
        this.revise = revise;
        this.stunting = stunting;
        this.faltering = faltering;
        this.standard = standard;
    }

    /** Each id once. Children the transaction's scope does not show are unknown, so nothing tells that they exist. */
    Recorded record(Transaction tx, List<Submission> submissions) {
        Map<UUID, RosteredChild> children = lockChildren(tx, submissions);
        Map<UUID, Outcome> outcomes = new HashMap<>();
        Map<UUID, List<Doubt>> doubts = new HashMap<>();
        Map<RosteredChild, GrowthCards> filled = new LinkedHashMap<>();
        List<Entry> entries = marked(tx, assess.first(tx.sql(), submissions, children), filled);
        Set<UUID> created = rows.insert(tx.sql(), entries);
        List<Entry> inserted = new ArrayList<>();
        Set<RosteredChild> unsettled = new HashSet<>();
        for (Entry entry : entries) {
            UUID id = entry.submission().id();
            if (created.contains(id)) {
                outcomes.put(id, Outcome.CREATED);
                doubts.put(id, Doubt.about(entry.assessed(), standard));
                inserted.add(entry);
            } else if (entry.assessed().measurement().marking().entry() != null) {
                unsettled.add(entry.assessed().child()); // its card was filled in with a weighing that is not there
            }
        }
        announce(tx, inserted, unsettled, filled);
        sortOut(tx, submissions, children, outcomes);
        return new Recorded(outcomes, doubts);
    }

    private Map<UUID, RosteredChild> lockChildren(Transaction tx, List<Submission> submissions) {
        Set<UUID> ids = submissions.stream().map(Submission::childId).collect(toSet());
        if (!roster.knowsAll(tx.sql(), ids)) {
            gate.holdOpen(tx.sql());
        }
        return roster.lockPresent(tx.sql(), ids);
    }

    /** Fills in the cards before anything is written, so that each weighing is written once, with its mark. */
    private List<Entry> marked(Transaction tx, List<Entry> entries, Map<RosteredChild, GrowthCards> filled) {
        Map<RosteredChild, List<Entry>> weighed = entries.stream()
                .filter(entry -> entry.assessed().measurement().weighed())
                .collect(groupingBy(entry -> entry.assessed().child()));
        Map<UUID, LocalDate> from = new HashMap<>();
        weighed.forEach((child, ofChild) -> ofChild.forEach(entry -> from.merge(
                child.id(), entry.submission().measuredOn(), (one, other) -> one.isBefore(other) ? one : other)));
        Map<UUID, StandingCard> standing = cards.read(tx.sql(), from);
        CardPolicy policy = cardRules.current();
        Map<UUID, AssessedMeasurement> marked = new HashMap<>();
        weighed.forEach((child, ofChild) -> {
            StandingCard card = standing.getOrDefault(child.id(), StandingCard.empty());
            List<AssessedMeasurement> fresh = ofChild.stream()
                    .map(Entry::assessed)
                    .filter(one ->
                            !card.weighings().containsKey(one.measurement().id()))
                    .toList();
            GrowthCards result = GrowthCards.fill(child, card, fresh, Set.of(), policy);
            result.written().forEach(one -> marked.put(one.measurement().id(), one));
            filled.put(child, result);
        });
        return entries.stream()
                .map(entry ->
                        new Entry(marked.getOrDefault(entry.submission().id(), entry.assessed()), entry.submission()))
                .toList();
    }

    private void announce(
            Transaction tx,
            List<Entry> inserted,
            Set<RosteredChild> unsettled,
            Map<RosteredChild, GrowthCards> filled) {
        Map<UUID, RosteredChild> doubtful = new LinkedHashMap<>();
        for (Entry entry : inserted) {
            AssessedMeasurement assessed = entry.assessed();
            tx.announce(MeasurementEvents.CHILD_MEASURED.of(assessed));
            // One that says what is known already changes nothing, whether it is the newest or came late.
            Stunting found = assessed.stunting();
            if (found != null && found != assessed.child().stunting() && !unsettled.contains(assessed.child())) {
                doubtful.put(assessed.child().id(), assessed.child());
            }
        }
        stunting.review(tx, doubtful.values());
        filled.keySet().removeAll(unsettled);
        revise.shift(tx, filled);
        faltering.review(tx, ReviseMeasurements.newest(filled));
        if (!unsettled.isEmpty()) {
            revise.settle(tx, unsettled);
        }
    }

    private void sortOut(
            Transaction tx,
            List<Submission> submissions,
            Map<UUID, RosteredChild> children,
            Map<UUID, Outcome> outcomes) {
        List<Submission> refused = new ArrayList<>();
        List<Submission> unknown = new ArrayList<>();
        for (Submission submission : submissions) {
            RosteredChild child = children.get(submission.childId());
            if (child == null) {
                unknown.add(submission);
            } else if (submission.measuredOn().isBefore(child.birthDate())) {
                outcomes.put(submission.id(), Outcome.BEFORE_BIRTH);
            } else if (!outcomes.containsKey(submission.id())) {
                refused.add(submission);
            }
        }
        compare(tx, refused, outcomes);
        keepWaiting(tx, unknown, outcomes);
    }

    /** Those whose id was taken: the same once more, or something else. */
    private void compare(Transaction tx, List<Submission> refused, Map<UUID, Outcome> outcomes) {
        Map<UUID, Origin> origins = measurements.origins(
                tx.sql(), refused.stream().map(Submission::id).collect(toSet()));
        for (Submission submission : refused) {
            Origin origin = origins.get(submission.id());
            boolean same = origin != null && origin.contentHash() == submission.contentHash();
            outcomes.put(submission.id(), same ? Outcome.UNCHANGED : Outcome.CONFLICT);
        }
    }

    private void keepWaiting(Transaction tx, List<Submission> unknown, Map<UUID, Outcome> outcomes) {
        if (unknown.isEmpty()) {
            return;
        }
        Map<UUID, Origin> taken = measurements.origins(
                tx.sql(), unknown.stream().map(Submission::id).collect(toSet()));
        compare(tx, unknown.stream().filter(one -> taken.containsKey(one.id())).toList(), outcomes);
        List<Submission> free =
                unknown.stream().filter(one -> !taken.containsKey(one.id())).toList();
        Set<UUID> kept = pending.keep(tx.sql(), free);
        for (Submission submission : free) {
            outcomes.put(submission.id(), kept.contains(submission.id()) ? Outcome.PENDING_CHILD : Outcome.CONFLICT);
        }
    }
}
