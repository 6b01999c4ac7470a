package id.tumbuh.measurement.weighing;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import id.tumbuh.measurement.faltering.ReviewFaltering;
import id.tumbuh.measurement.roster.Roster;
import id.tumbuh.measurement.roster.RosterChange;
import id.tumbuh.measurement.roster.RosterFollower;
import id.tumbuh.measurement.roster.RosteredChild;
import id.tumbuh.measurement.stunting.ReviewStunting;
import id.tumbuh.measurement.weighing.PendingMeasurements.Waiting;
import id.tumbuh.platform.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
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
    private final PendingMeasurements pending;
    private final RecordMeasurements record;
    private final CorrectMeasurements correct;

    FollowRoster(
            Roster roster,
            ReviewStunting stunting,
            ReviewFaltering faltering,
            Measurements measurements,
            PendingMeasurements pending,
            RecordMeasurements record,
            CorrectMeasurements correct) {
        this.roster = roster;
        this.stunting = stunting;
        this.faltering = faltering;
        this.measurements = measurements;
        this.pending = pending;
        this.record = record;
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
        admitWaiting(
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

    /** Takes in what waited for these children, or for one that is one of them now, as far as its sender may reach them. */
    private void admitWaiting(Transaction tx, Set<UUID> changed) {
        List<Waiting> waitings = pending.of(tx.sql(), roster.mergedIntoAny(tx.sql(), changed));
        Map<UUID, RosteredChild> children = roster.lockPresent(
                tx.sql(),
                waitings.stream().map(waiting -> waiting.submission().childId()).collect(toSet()));
        List<Submission> admitted = new ArrayList<>();
        for (Waiting waiting : waitings) {
            RosteredChild child = children.get(waiting.submission().childId());
            if (child != null && waiting.mayReach(child.areaCode())) {
                admitted.add(waiting.submission());
            }
        }
        if (admitted.isEmpty()) {
            return;
        }
        Map<UUID, String> refused = new HashMap<>();
        List<UUID> done = new ArrayList<>();
        record.record(tx, admitted).outcomes().forEach((id, outcome) -> {
            switch (outcome) {
                case CREATED, UNCHANGED -> done.add(id);
                case BEFORE_BIRTH, CONFLICT, PENDING_CHILD -> refused.put(id, outcome.name());
            }
        });
        pending.done(tx.sql(), done);
        pending.refuse(tx.sql(), refused);
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
