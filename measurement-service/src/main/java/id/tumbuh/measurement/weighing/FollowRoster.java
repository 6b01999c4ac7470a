package id.tumbuh.measurement.weighing;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import id.tumbuh.measurement.faltering.ReviewFaltering;
import id.tumbuh.measurement.roster.Roster;
import id.tumbuh.measurement.roster.RosterChange;
import id.tumbuh.measurement.roster.RosterFollower;
import id.tumbuh.measurement.roster.RosteredChild;
import id.tumbuh.measurement.stunting.ReviewStunting;
import id.tumbuh.platform.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** What a change of a child means for its measurements. */
@ApplicationScoped
class FollowRoster implements RosterFollower {

    private final Roster roster;
    private final ReviewStunting stunting;
    private final ReviewFaltering faltering;
    private final Measurements measurements;
    private final AdmitWaiting waiting;
    private final CorrectMeasurements correct;

    FollowRoster(
            Roster roster,
            ReviewStunting stunting,
            ReviewFaltering faltering,
            Measurements measurements,
            AdmitWaiting waiting,
            CorrectMeasurements correct) {
        this.roster = roster;
        this.stunting = stunting;
        this.faltering = faltering;
        this.measurements = measurements;
        this.waiting = waiting;
        this.correct = correct;
    }

    @Override
    public void follow(Transaction tx, List<RosterChange> changes) {
        measurements.moveAccess(
                tx.sql(),
                changes.stream()
                        .filter(RosterChange::moved)
                        .collect(toMap(
                                change -> change.after().id(),
                                change -> change.after().areaCode())));
        correct.reassess(
                tx,
                changes.stream()
                        .filter(RosterChange::corrected)
                        .map(RosterChange::after)
                        .toList(),
                RevisionReason.CHILD_CORRECTED);
        regroup(tx, changes);
        waiting.of(
                tx,
                ids(changes, change -> change.arrived() || change.moved() || change.corrected() || change.remerged()));
    }

    /** A child may arrive after the word that another was merged into it: they come through different partitions. */
    private void regroup(Transaction tx, List<RosterChange> changes) {
        Set<UUID> arrived = ids(changes, RosterChange::arrived);
        Set<UUID> remerged = ids(changes, RosterChange::remerged);
        Set<UUID> concerned = new HashSet<>(arrived);
        concerned.addAll(remerged);
        Set<UUID> merged = roster.mergedIntoAny(tx.sql(), concerned);
        if (!remerged.isEmpty() || merged.size() > arrived.size()) {
            correct.regroup(tx, merged);
        }
    }

    private static Set<UUID> ids(List<RosterChange> changes, Predicate<RosterChange> which) {
        return changes.stream().filter(which).map(change -> change.after().id()).collect(toSet());
    }

    @Override
    public void forget(Transaction tx, Set<UUID> children) {
        Map<UUID, RosteredChild> leaving = roster.lock(tx.sql(), children);
        for (Measurement measurement : measurements.ofChildren(tx.sql(), leaving.keySet())) {
            tx.announce(MeasurementEvents.erased(measurement));
        }
        leaving.values().forEach(child -> {
            stunting.forget(tx, child);
            faltering.forget(tx, child);
        });
        measurements.erase(tx.sql(), children);
    }
}
