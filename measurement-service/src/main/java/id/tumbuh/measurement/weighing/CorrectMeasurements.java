package id.tumbuh.measurement.weighing;

import static java.util.stream.Collectors.toMap;

import id.tumbuh.measurement.assessment.GrowthRules;
import id.tumbuh.measurement.growth.GrowthPolicy;
import id.tumbuh.measurement.growth.WhoGrowthStandard;
import id.tumbuh.measurement.roster.FormerResidences;
import id.tumbuh.measurement.roster.Roster;
import id.tumbuh.measurement.roster.RosteredChild;
import id.tumbuh.measurement.stunting.ReviewStunting;
import id.tumbuh.measurement.weighing.Measurements.Entry;
import id.tumbuh.platform.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Replaces measurements by their next revision. What was believed before stays in the history. */
@ApplicationScoped
class CorrectMeasurements {

    private final Roster roster;
    private final Measurements measurements;
    private final ReviewStunting stunting;
    private final GrowthRules rules;
    private final WhoGrowthStandard standard;

    CorrectMeasurements(
            Roster roster,
            Measurements measurements,
            ReviewStunting stunting,
            GrowthRules rules,
            WhoGrowthStandard standard) {
        this.roster = roster;
        this.measurements = measurements;
        this.stunting = stunting;
        this.rules = rules;
        this.standard = standard;
    }

    /** Assesses every measurement of these children again: their sex or birth date was not what it was thought to be. */
    void reassess(Transaction tx, List<RosteredChild> children) {
        Map<UUID, RosteredChild> byId = children.stream().collect(toMap(RosteredChild::id, Function.identity()));
        Function<LocalDate, GrowthPolicy> policies = rules.byDay();
        List<AssessedMeasurement> revisions = measurements.ofChildren(tx.sql(), byId.keySet()).stream()
                .map(measurement -> {
                    GrowthPolicy policy = policies.apply(measurement.measuredOn());
                    RosteredChild child = present(byId, measurement);
                    return AssessedMeasurement.of(measurement.reassessed(policy.version()), child, standard, policy);
                })
                .toList();
        measurements.reassess(tx.sql(), revisions);
        revisions.forEach(revision -> tx.announce(MeasurementEvents.MEASUREMENT_REASSESSED.of(revision)));
        stunting.review(tx, children);
    }

    /** Puts other content in the place of measurements that are there. Their children are locked. */
    void correct(Transaction tx, List<Submission> submissions) {
        Map<UUID, Measurement> standing =
                measurements
                        .byId(tx.sql(), submissions.stream().map(Submission::id).toList())
                        .stream()
                        .collect(toMap(Measurement::id, Function.identity()));
        Set<UUID> concerned = new HashSet<>();
        standing.values().forEach(measurement -> concerned.add(measurement.childId()));
        submissions.forEach(submission -> concerned.add(submission.childId()));
        Map<UUID, RosteredChild> children = new HashMap<>(roster.lock(tx.sql(), concerned));
        Map<UUID, FormerResidences> residences = roster.formerResidences(tx.sql(), concerned);
        Function<LocalDate, GrowthPolicy> policies = rules.byDay();
        List<Entry> entries = new ArrayList<>();
        for (Submission submission : submissions) {
            Measurement before = standing.get(submission.id());
            RosteredChild child = children.get(submission.childId());
            if (before == null || child == null || !before.childId().equals(child.id())) {
                continue; // a record that changes hands is another record: the registry gives it another id
            }
            GrowthPolicy policy = policies.apply(submission.measuredOn());
            FormerResidences former = residences.get(child.id());
            String countedIn = former == null ? child.areaCode() : former.on(submission.measuredOn(), child.areaCode());
            Measurement revision = before.corrected(submission, countedIn, policy.version());
            entries.add(new Entry(AssessedMeasurement.of(revision, child, standard, policy), submission));
        }
        measurements.correct(tx.sql(), entries);
        entries.forEach(entry -> tx.announce(MeasurementEvents.MEASUREMENT_CORRECTED.of(entry.assessed())));
        stunting.review(
                tx,
                entries.stream()
                        .map(entry -> entry.assessed().child())
                        .distinct()
                        .toList());
    }

    private static RosteredChild present(Map<UUID, RosteredChild> children, Measurement measurement) {
        RosteredChild child = children.get(measurement.childId());
        if (child == null) {
            throw new IllegalStateException("a measurement of a child that was not asked for");
        }
        return child;
    }
}
