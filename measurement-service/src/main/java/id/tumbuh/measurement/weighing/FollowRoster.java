package id.tumbuh.measurement.weighing;

import static java.util.stream.Collectors.toMap;

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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** What a change of a child means for its measurements. */
@ApplicationScoped
class FollowRoster implements RosterFollower {

    private final Roster roster;
    private final ReviewStunting stunting;
    private final Measurements measurements;
    private final PendingMeasurements pending;
    private final RecordMeasurements record;
    private final CorrectMeasurements correct;

    FollowRoster(
            Roster roster,
            ReviewStunting stunting,
            Measurements measurements,
            PendingMeasurements pending,
            RecordMeasurements record,
            CorrectMeasurements correct) {
        this.roster = roster;
        this.stunting = stunting;
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
                        .toList());
        admitWaiting(
                tx,
                changes.stream()
                        .filter(change -> change.arrived() || change.moved() || change.corrected())
                        .map(RosterChange::after)
                        .collect(toMap(RosteredChild::id, Function.identity())));
    }

    /** Takes in what waited for these children, as far as its sender may reach them. */
    private void admitWaiting(Transaction tx, Map<UUID, RosteredChild> children) {
        List<Submission> admitted = new ArrayList<>();
        for (Waiting waiting : pending.of(tx.sql(), children.keySet())) {
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
        record.record(tx, admitted).forEach((id, outcome) -> {
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
            RosteredChild child = leaving.get(measurement.childId());
            if (child != null) {
                tx.announce(MeasurementEvents.erased(measurement, child));
            }
        }
        leaving.values().forEach(child -> stunting.forget(tx, child));
        measurements.erase(tx.sql(), children);
    }
}
