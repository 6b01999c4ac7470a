package id.tumbuh.measurement.weighing;

import static java.util.stream.Collectors.toSet;

import id.tumbuh.measurement.assessment.GrowthRules;
import id.tumbuh.measurement.growth.GrowthPolicy;
import id.tumbuh.measurement.growth.Stunting;
import id.tumbuh.measurement.growth.WhoGrowthStandard;
import id.tumbuh.measurement.roster.FormerResidences;
import id.tumbuh.measurement.roster.Roster;
import id.tumbuh.measurement.roster.RosterGate;
import id.tumbuh.measurement.roster.RosteredChild;
import id.tumbuh.measurement.stunting.ReviewStunting;
import id.tumbuh.measurement.weighing.Measurements.Entry;
import id.tumbuh.measurement.weighing.Measurements.Origin;
import id.tumbuh.platform.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes measurements in: a handful of statements a call, however many rows. Children are locked before anything is written,
 * and both are taken in the order of their ids, so that no two calls wait for each other in a circle.
 */
@ApplicationScoped
class RecordMeasurements {

    /** As PostgreSQL orders them; {@code UUID.compareTo} is signed. */
    private static final Comparator<Entry> BY_ID = Comparator.comparing(
                    (Entry entry) -> entry.submission().id().getMostSignificantBits(), Long::compareUnsigned)
            .thenComparing(entry -> entry.submission().id().getLeastSignificantBits(), Long::compareUnsigned);

    private final Roster roster;
    private final RosterGate gate;
    private final Measurements measurements;
    private final PendingMeasurements pending;
    private final ReviewStunting stunting;
    private final GrowthRules rules;
    private final WhoGrowthStandard standard;

    RecordMeasurements(
            Roster roster,
            RosterGate gate,
            Measurements measurements,
            PendingMeasurements pending,
            ReviewStunting stunting,
            GrowthRules rules,
            WhoGrowthStandard standard) {
        this.roster = roster;
        this.gate = gate;
        this.measurements = measurements;
        this.pending = pending;
        this.stunting = stunting;
        this.rules = rules;
        this.standard = standard;
    }

    /** Each id once. Children the transaction's scope does not show are unknown, so nothing tells that they exist. */
    Map<UUID, Outcome> record(Transaction tx, List<Submission> submissions) {
        Map<UUID, RosteredChild> children = lockChildren(tx, submissions);
        Map<UUID, Outcome> outcomes = new HashMap<>();
        List<Entry> entries = assess(tx, submissions, children, outcomes);
        Set<UUID> created = measurements.insert(tx.sql(), entries);
        List<Entry> refused = new ArrayList<>();
        List<Entry> inserted = new ArrayList<>();
        for (Entry entry : entries) {
            UUID id = entry.submission().id();
            if (created.contains(id)) {
                outcomes.put(id, Outcome.CREATED);
                inserted.add(entry);
            } else {
                refused.add(entry);
            }
        }
        announceCreated(tx, inserted);
        compare(tx, refused.stream().map(Entry::submission).toList(), outcomes);
        keepWaiting(
                tx,
                submissions.stream()
                        .filter(one -> !children.containsKey(one.childId()))
                        .toList(),
                outcomes);
        return outcomes;
    }

    private Map<UUID, RosteredChild> lockChildren(Transaction tx, List<Submission> submissions) {
        Set<UUID> ids = submissions.stream().map(Submission::childId).collect(toSet());
        if (!roster.knowsAll(tx.sql(), ids)) {
            gate.holdOpen(tx.sql());
        }
        return roster.lock(tx.sql(), ids);
    }

    private List<Entry> assess(
            Transaction tx,
            List<Submission> submissions,
            Map<UUID, RosteredChild> children,
            Map<UUID, Outcome> outcomes) {
        Function<LocalDate, GrowthPolicy> policies = rules.byDay();
        Map<UUID, FormerResidences> residences = residences(tx, children);
        List<Entry> entries = new ArrayList<>(submissions.size());
        for (Submission submission : submissions) {
            RosteredChild child = children.get(submission.childId());
            if (child == null) {
                continue;
            }
            if (submission.measuredOn().isBefore(child.birthDate())) {
                outcomes.put(submission.id(), Outcome.BEFORE_BIRTH);
                continue;
            }
            GrowthPolicy policy = policies.apply(submission.measuredOn());
            String countedIn = countedIn(submission, child, residences.get(child.id()));
            Measurement first = Measurement.first(submission, countedIn, policy.version());
            entries.add(new Entry(AssessedMeasurement.of(first, child, standard, policy), submission));
        }
        entries.sort(BY_ID);
        return entries;
    }

    /** Only children that ever moved have any. */
    private Map<UUID, FormerResidences> residences(Transaction tx, Map<UUID, RosteredChild> children) {
        return roster.formerResidences(
                tx.sql(),
                children.values().stream()
                        .filter(child -> child.areaSince() != null)
                        .map(RosteredChild::id)
                        .collect(toSet()));
    }

    private static String countedIn(Submission submission, RosteredChild child, @Nullable FormerResidences former) {
        return former == null ? child.areaCode() : former.on(submission.measuredOn(), child.areaCode());
    }

    private void announceCreated(Transaction tx, List<Entry> inserted) {
        Map<UUID, RosteredChild> doubtful = new LinkedHashMap<>();
        for (Entry entry : inserted) {
            AssessedMeasurement assessed = entry.assessed();
            tx.announce(MeasurementEvents.CHILD_MEASURED.of(assessed));
            // One that says what is known already changes nothing, whether it is the newest or came late.
            Stunting found = assessed.stunting();
            if (found != null && found != assessed.child().stunting()) {
                doubtful.put(assessed.child().id(), assessed.child());
            }
        }
        stunting.review(tx, doubtful.values());
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
