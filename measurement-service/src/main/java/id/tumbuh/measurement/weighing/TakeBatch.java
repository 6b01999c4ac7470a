package id.tumbuh.measurement.weighing;

import id.tumbuh.measurement.weighing.RecordMeasurements.Recorded;
import id.tumbuh.platform.access.AuditEntry;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes the valid rows of a batch in, in one transaction; an id that comes twice in it counts once. */
@ApplicationScoped
class TakeBatch {

    private final Database database;
    private final RecordMeasurements record;
    private final AdmitWaiting waiting;
    private final MeterRegistry meters;

    TakeBatch(Database database, RecordMeasurements record, AdmitWaiting waiting, MeterRegistry meters) {
        this.database = database;
        this.record = record;
        this.waiting = waiting;
        this.meters = meters;
    }

    /** What became of one row; it is durable when it is CREATED. */
    record Answer(Outcome outcome, List<Doubt> doubts) {}

    /** An answer to each submission, in order. */
    List<Answer> take(List<Submission> submissions, Caller caller) {
        Map<UUID, Submission> first = new LinkedHashMap<>();
        submissions.forEach(submission -> first.putIfAbsent(submission.id(), submission));
        if (first.isEmpty()) {
            return List.of();
        }
        Recorded recorded = database.write(caller.scope(), tx -> {
            Recorded taken = record.record(tx, List.copyOf(first.values()));
            audit(tx, taken.outcomes(), caller);
            return taken;
        });
        Recorded settled = withThoseOfMergedChildren(first, recorded);
        count(settled.outcomes());
        return inOrder(submissions, first, settled);
    }

    /**
     * A child that was found to be one of another area is out of the sender's reach; its record is not. What was sent for the
     * record is durable by now, and goes to the child as the sender could not take it there.
     */
    private Recorded withThoseOfMergedChildren(Map<UUID, Submission> sent, Recorded recorded) {
        Set<UUID> children = sent.values().stream()
                .filter(one -> recorded.outcomes().get(one.id()) == Outcome.PENDING_CHILD)
                .map(Submission::childId)
                .collect(Collectors.toSet());
        if (children.isEmpty()) {
            return recorded;
        }
        Set<UUID> taken = database.write(Scope.everywhere(), tx -> {
            Set<UUID> merged = waiting.merged(tx, children);
            return merged.isEmpty() ? Set.<UUID>of() : waiting.of(tx, merged);
        });
        Map<UUID, Outcome> outcomes = new HashMap<>(recorded.outcomes());
        outcomes.replaceAll((id, outcome) -> taken.contains(id) ? Outcome.CREATED : outcome);
        return new Recorded(outcomes, recorded.doubts());
    }

    private static List<Answer> inOrder(List<Submission> submissions, Map<UUID, Submission> first, Recorded recorded) {
        Set<UUID> answered = new HashSet<>();
        List<Answer> answers = new ArrayList<>(submissions.size());
        for (Submission submission : submissions) {
            UUID id = submission.id();
            Outcome outcome = recorded.outcomes().getOrDefault(id, Outcome.CONFLICT);
            boolean repetition = !answered.add(id);
            answers.add(new Answer(
                    repetition ? ofRepetition(submission, first.getOrDefault(id, submission), outcome) : outcome,
                    recorded.doubts().getOrDefault(id, List.of())));
        }
        return answers;
    }

    private static Outcome ofRepetition(Submission repetition, Submission counted, Outcome outcome) {
        if (repetition.contentHash() != counted.contentHash()) {
            return Outcome.CONFLICT;
        }
        return outcome == Outcome.CREATED ? Outcome.UNCHANGED : outcome;
    }

    /** One line a batch; each measurement carries who recorded it. */
    private static void audit(Transaction tx, Map<UUID, Outcome> outcomes, Caller caller) {
        outcomes.entrySet().stream()
                .filter(entry -> entry.getValue() == Outcome.CREATED)
                .map(Map.Entry::getKey)
                .min(UUID::compareTo)
                .ifPresent(one -> tx.audit(AuditEntry.of(caller, "RECORD", "measurement-batch", one, null)));
    }

    private void count(Map<UUID, Outcome> outcomes) {
        Map<Outcome, Integer> counts = new HashMap<>();
        outcomes.values().forEach(outcome -> counts.merge(outcome, 1, Integer::sum));
        counts.forEach((outcome, number) -> meters.counter("tumbuh.measurement.rows", "outcome", outcome.name())
                .increment(number));
    }
}
