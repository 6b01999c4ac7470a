package id.tumbuh.measurement.weighing;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import id.tumbuh.measurement.roster.FormerResidences;
import id.tumbuh.measurement.roster.Roster;
import id.tumbuh.measurement.roster.RosteredChild;
import id.tumbuh.measurement.weighing.Revision.Author;
import id.tumbuh.platform.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/** What the registry, an import or a rule changes about measurements that are there. */
@ApplicationScoped
class CorrectMeasurements {

    private final Roster roster;
    private final Measurements measurements;
    private final AssessSubmissions assess;
    private final ReviseMeasurements revise;

    CorrectMeasurements(Roster roster, Measurements measurements, AssessSubmissions assess, ReviseMeasurements revise) {
        this.roster = roster;
        this.measurements = measurements;
        this.assess = assess;
        this.revise = revise;
    }

    /** Assesses every measurement of these locked children again: something about them was corrected. */
    void reassess(Transaction tx, Collection<RosteredChild> children, RevisionReason reason) {
        reassess(tx, children, reason, _ -> true);
    }

    /** Assesses those measurements of these locked children again whose rules are others now; returns how many. */
    int reassessByRules(Transaction tx, Collection<RosteredChild> children) {
        return reassess(tx, children, RevisionReason.RULE_CHANGED, assess::byFormerRule);
    }

    private int reassess(
            Transaction tx, Collection<RosteredChild> children, RevisionReason reason, Predicate<Measurement> which) {
        if (children.isEmpty()) {
            return 0;
        }
        Map<UUID, RosteredChild> byId = children.stream().collect(toMap(RosteredChild::id, Function.identity()));
        List<Revision> revisions = new ArrayList<>();
        for (Measurement measurement : measurements.ofChildren(tx.sql(), byId.keySet())) {
            RosteredChild child = byId.get(measurement.childId());
            if (child != null && which.test(measurement)) {
                revisions.add(Revision.ofSameContent(assess.again(measurement, child, null), reason));
            }
        }
        return revise.revise(tx, children, revisions);
    }

    /** Gives every measurement to the child it belongs to now that these were merged into others, or are themselves again. */
    void regroup(Transaction tx, Set<UUID> remerged) {
        List<Measurement> concerned = measurements.sentFor(tx.sql(), remerged);
        Map<UUID, UUID> sentFor = measurements.sentFor(tx.sql(), concerned);
        Set<UUID> ids = new HashSet<>(sentFor.values());
        concerned.forEach(measurement -> ids.add(measurement.childId()));
        Map<UUID, RosteredChild> present = roster.lockPresent(tx.sql(), ids);
        Map<UUID, RosteredChild> children = new HashMap<>(roster.lock(tx.sql(), ids));
        present.values().forEach(child -> children.put(child.id(), child));
        Map<UUID, FormerResidences> residences = assess.residences(tx.sql(), children.values());
        List<Revision> revisions = new ArrayList<>();
        for (Measurement measurement : concerned) {
            RosteredChild owner = present.get(sentFor.getOrDefault(measurement.id(), measurement.childId()));
            if (owner != null && !owner.id().equals(measurement.childId())) {
                AssessedMeasurement again = assess.again(measurement, owner, residences.get(owner.id()));
                revisions.add(new Revision(again, RevisionReason.CHILD_MERGED, measurement.childId(), null));
            }
        }
        revise.revise(tx, children.values(), revisions);
        measurements.followAccess(tx.sql(), revisions);
    }

    /** Puts what newer imports say in the place of measurements that are there. */
    void correctImported(Transaction tx, List<Submission> submissions) {
        Map<UUID, Measurement> standing = standing(tx.sql(), submissions);
        Set<UUID> ids = submissions.stream().map(Submission::childId).collect(toSet());
        standing.values().forEach(measurement -> ids.add(measurement.childId()));
        Map<UUID, RosteredChild> children = roster.lockPresent(tx.sql(), ids);
        List<Revision> revisions = new ArrayList<>();
        Set<RosteredChild> concerned = new HashSet<>();
        for (Submission submission : submissions) {
            Measurement before = standing.get(submission.id());
            RosteredChild child = children.get(submission.childId());
            if (before == null || child == null || !before.childId().equals(child.id())) {
                continue; // a record that changes hands is another record: the registry gives it another id
            }
            concerned.add(child);
            revisions.add(new Revision(
                    assess.next(tx.sql(), before, submission, child),
                    RevisionReason.IMPORTED_AGAIN,
                    null,
                    new Author(submission.recordedBy(), submission)));
        }
        revise.revise(tx, concerned, revisions);
    }

    private Map<UUID, Measurement> standing(Handle sql, List<Submission> submissions) {
        return measurements.byId(sql, submissions.stream().map(Submission::id).toList()).stream()
                .collect(toMap(Measurement::id, Function.identity()));
    }
}
