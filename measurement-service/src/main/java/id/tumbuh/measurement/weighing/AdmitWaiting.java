package id.tumbuh.measurement.weighing;

import static java.util.stream.Collectors.toSet;

import id.tumbuh.measurement.roster.Roster;
import id.tumbuh.measurement.roster.RosteredChild;
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

/**
 * Takes in what waited for children, or for one that is one of them now, as far as its sender may reach them: the child itself, or
 * the record of it that the sender answers for. Two kabupaten whose records were found to be one child both go on weighing it.
 */
@ApplicationScoped
class AdmitWaiting {
    private final Roster roster;
    private final PendingMeasurements pending;
    private final RecordMeasurements record;

    AdmitWaiting(Roster roster, PendingMeasurements pending, RecordMeasurements record) {
        this.roster = roster;
        this.pending = pending;
        this.record = record;
    }

    /** In a transaction without limits of scope. Returns which are taken in. */
    Set<UUID> of(Transaction tx, Set<UUID> changed) {
        List<Waiting> waitings = pending.of(tx.sql(), roster.mergedIntoAny(tx.sql(), changed));
        Set<UUID> named =
                waitings.stream().map(waiting -> waiting.submission().childId()).collect(toSet());
        Map<UUID, RosteredChild> children = roster.lockPresent(tx.sql(), named);
        Map<UUID, RosteredChild> records = roster.read(tx.sql(), named);
        List<Submission> admitted = new ArrayList<>();
        for (Waiting waiting : waitings) {
            UUID id = waiting.submission().childId();
            RosteredChild child = children.get(id);
            RosteredChild own = records.get(id);
            if (child != null
                    && own != null
                    && (waiting.mayReach(child.areaCode()) || waiting.mayReach(own.areaCode()))) {
                admitted.add(waiting.submission());
            }
        }
        return admitted.isEmpty() ? Set.of() : admit(tx, admitted);
    }

    /** The children among these that were found to be another one. */
    Set<UUID> merged(Transaction tx, Set<UUID> children) {
        return roster.read(tx.sql(), children).values().stream()
                .filter(child -> child.mergedInto() != null)
                .map(RosteredChild::id)
                .collect(toSet());
    }

    private Set<UUID> admit(Transaction tx, List<Submission> admitted) {
        Map<UUID, String> refused = new HashMap<>();
        Set<UUID> done = new HashSet<>();
        record.record(tx, admitted).outcomes().forEach((id, outcome) -> {
            switch (outcome) {
                case CREATED, UNCHANGED -> done.add(id);
                case BEFORE_BIRTH, CONFLICT, PENDING_CHILD -> refused.put(id, outcome.name());
            }
        });
        pending.done(tx.sql(), done);
        pending.refuse(tx.sql(), refused);
        return done;
    }
}
