package id.tumbuh.measurement.weighing;

import id.tumbuh.measurement.assessment.GrowthRules;
import id.tumbuh.measurement.growth.WhoGrowthStandard;
import id.tumbuh.measurement.roster.Roster;
import id.tumbuh.measurement.roster.RosteredChild;
import id.tumbuh.measurement.weighing.Revision.Author;
import id.tumbuh.platform.access.AuditEntry;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A person puts a measurement right, or takes it back. No import overwrites it afterwards. */
@ApplicationScoped
class CorrectMeasurement {

    private final Database database;
    private final Roster roster;
    private final Measurements measurements;
    private final AssessSubmissions assess;
    private final ReviseMeasurements revise;
    private final GrowthRules rules;
    private final WhoGrowthStandard standard;

    CorrectMeasurement(
            Database database,
            Roster roster,
            Measurements measurements,
            AssessSubmissions assess,
            ReviseMeasurements revise,
            GrowthRules rules,
            WhoGrowthStandard standard) {
        this.database = database;
        this.roster = roster;
        this.measurements = measurements;
        this.assess = assess;
        this.revise = revise;
        this.rules = rules;
        this.standard = standard;
    }

    /** A measurement under the lock of its child, and of the child it is to be of. */
    private record Locked(
            Measurement measurement,
            RosteredChild child,
            @Nullable RosteredChild target) {
        List<RosteredChild> children() {
            return target == null || target.equals(child) ? List.of(child) : List.of(child, target);
        }
    }

    /** @param readVersion the revision the caller read, from If-Match */
    Correction correct(Submission submission, RevisionReason reason, int readVersion, Caller caller) {
        return database.write(
                caller.scope(),
                tx -> locked(tx, submission.id(), submission.childId(), locked -> {
                    RosteredChild target = locked.target();
                    if (target == null) {
                        return new Correction.UnknownChild();
                    }
                    Measurement standing = locked.measurement();
                    if (standing.says(submission, target.id())) {
                        return new Correction.Unchanged(assessed(tx, standing, locked.child()));
                    }
                    if (standing.version() != readVersion) {
                        return new Correction.Stale();
                    }
                    if (submission.measuredOn().isBefore(target.birthDate())) {
                        return new Correction.BeforeBirth();
                    }
                    AssessedMeasurement next = assess.next(tx.sql(), standing, submission, target);
                    UUID former = target.id().equals(standing.childId()) ? null : standing.childId();
                    Revision revision = new Revision(next, reason, former, new Author(caller.subject(), null));
                    revise.revise(tx, locked.children(), List.of(revision));
                    if (former != null) {
                        measurements.followAccess(tx.sql(), List.of(revision));
                    }
                    tx.audit(AuditEntry.of(caller, "CORRECT", "measurement", submission.id(), target.areaCode()));
                    return new Correction.Done(reread(tx, submission.id(), target));
                }));
    }

    /** Takes a measurement back: it stays in the history and counts nowhere. */
    Correction withdraw(UUID id, RevisionReason reason, int readVersion, Caller caller) {
        return database.write(
                caller.scope(),
                tx -> locked(tx, id, null, locked -> {
                    Measurement standing = locked.measurement();
                    if (standing.voided()) {
                        return new Correction.Unchanged(assessed(tx, standing, locked.child()));
                    }
                    if (standing.version() != readVersion) {
                        return new Correction.Stale();
                    }
                    AssessedMeasurement next = assessed(tx, standing.withdrawn(), locked.child());
                    revise.revise(
                            tx,
                            locked.children(),
                            List.of(new Revision(next, reason, null, new Author(caller.subject(), null))));
                    tx.audit(AuditEntry.of(
                            caller, "VOID", "measurement", id, locked.child().areaCode()));
                    return new Correction.Done(next);
                }));
    }

    /** Reads the measurement once to know its child, locks that, and reads again: it may have changed hands meanwhile. */
    private Correction locked(
            Transaction tx, UUID id, @Nullable UUID targetChild, Function<Locked, Correction> correction) {
        Measurement seen = find(tx, id);
        if (seen == null) {
            return new Correction.Unknown();
        }
        Set<UUID> wanted = new HashSet<>(List.of(seen.childId()));
        if (targetChild != null) {
            wanted.add(targetChild);
        }
        Map<UUID, RosteredChild> children = roster.lockPresent(tx.sql(), wanted);
        Measurement measurement = find(tx, id);
        RosteredChild child = measurement == null ? null : children.get(measurement.childId());
        if (measurement == null || child == null) {
            return new Correction.Unknown();
        }
        RosteredChild target = targetChild == null ? null : children.get(targetChild);
        return correction.apply(new Locked(measurement, child, target));
    }

    private @Nullable Measurement find(Transaction tx, UUID id) {
        return measurements.byId(tx.sql(), List.of(id)).stream().findFirst().orElse(null);
    }

    private AssessedMeasurement reread(Transaction tx, UUID id, RosteredChild child) {
        Measurement written = find(tx, id);
        if (written == null) {
            throw new IllegalStateException("a measurement just written is not there");
        }
        return assessed(tx, written, child);
    }

    private AssessedMeasurement assessed(Transaction tx, Measurement measurement, RosteredChild child) {
        return AssessedMeasurement.of(
                measurement, child, standard, rules.ofVersion(measurement.ruleVersion(), tx.sql()));
    }
}
