package id.tumbuh.measurement.weighing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import id.tumbuh.measurement.growth.Measures;
import id.tumbuh.measurement.growth.Position;
import id.tumbuh.measurement.weighing.Measurements.Origin;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.erasure.ErasedPersons;
import id.tumbuh.platform.messaging.EventConsumer;
import id.tumbuh.platform.messaging.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the raw measurements that came to the registry with an import. A newer version of a record corrects its
 * measurement, unless staff corrected it before: what people looked at beats what a file says.
 */
@ApplicationScoped
class GrowthRecordConsumer implements EventConsumer {

    private static final String RECORDED_BY = "registry-import";

    private final RecordMeasurements record;
    private final CorrectMeasurements correct;
    private final Measurements measurements;
    private final MeasurementRows rows;
    private final PendingMeasurements pending;

    /** The part of the registry's growth record that is needed here. */
    record GrowthRecord(
            UUID measurementId,
            long version,
            UUID childId,
            LocalDate measuredOn,
            @Nullable UUID posyanduId,
            @Nullable Double weightKg,
            @Nullable Double lengthHeightCm,
            @Nullable Position position,
            @Nullable Double armCircumferenceCm,
            String source,
            @Nullable ImportedZ importedZ) {

        record ImportedZ(
                @Nullable Double weightForAge,
                @Nullable Double lengthHeightForAge,
                @Nullable Double weightForLengthHeight) {}

        Submission submission() {
            ImportedZ z = importedZ == null ? new ImportedZ(null, null, null) : importedZ;
            return new Submission(
                    measurementId,
                    childId,
                    measuredOn,
                    posyanduId,
                    null,
                    source,
                    new Measures(
                            orNone(weightKg),
                            orNone(lengthHeightCm),
                            position,
                            Measures.NONE,
                            orNone(armCircumferenceCm),
                            Measures.NONE,
                            Measures.NONE,
                            false),
                    RECORDED_BY,
                    new Submission.Imported(
                            version,
                            orNone(z.weightForAge()),
                            orNone(z.lengthHeightForAge()),
                            orNone(z.weightForLengthHeight())));
        }

        private static double orNone(@Nullable Double value) {
            return value == null ? Measures.NONE : value;
        }
    }

    GrowthRecordConsumer(
            RecordMeasurements record,
            CorrectMeasurements correct,
            Measurements measurements,
            MeasurementRows rows,
            PendingMeasurements pending) {
        this.record = record;
        this.correct = correct;
        this.measurements = measurements;
        this.rows = rows;
        this.pending = pending;
    }

    @Override
    public String group() {
        return "measurement.growth-records";
    }

    @Override
    public Set<String> topics() {
        return Set.of("registry.growth-records");
    }

    @Override
    public void apply(Transaction tx, List<ReceivedEvent> events) {
        Map<UUID, GrowthRecord> newest = new HashMap<>();
        for (ReceivedEvent event : events) {
            if (!event.isTombstone()) { // the child's own erasure takes its measurements along
                GrowthRecord growth = event.read(GrowthRecord.class);
                newest.merge(
                        growth.measurementId(), growth, (one, other) -> other.version() > one.version() ? other : one);
            }
        }
        Set<UUID> erased = ErasedPersons.among(
                tx.sql(), newest.values().stream().map(GrowthRecord::childId).toList());
        newest.values().removeIf(growth -> erased.contains(growth.childId()));
        List<Submission> submissions =
                newest.values().stream().map(GrowthRecord::submission).toList();
        Map<UUID, Outcome> outcomes = record.record(tx, submissions).outcomes();
        Map<Outcome, List<Submission>> taken = submissions.stream().collect(groupingBy(one -> required(outcomes, one)));
        setAside(tx, taken.getOrDefault(Outcome.BEFORE_BIRTH, List.of()));
        correctStanding(tx, taken.getOrDefault(Outcome.CONFLICT, List.of()));
        rows.noteImport(tx.sql(), taken.getOrDefault(Outcome.UNCHANGED, List.of()));
    }

    private static Outcome required(Map<UUID, Outcome> outcomes, Submission submission) {
        Outcome outcome = outcomes.get(submission.id());
        if (outcome == null) {
            throw new IllegalStateException("a submission without an outcome");
        }
        return outcome;
    }

    /** Dated before the birth: one of the two dates is wrong, and a corrected child brings the measurement back. */
    private void setAside(Transaction tx, List<Submission> impossible) {
        pending.keep(tx.sql(), impossible);
        pending.refuse(tx.sql(), impossible.stream().collect(toMap(Submission::id, _ -> Outcome.BEFORE_BIRTH.name())));
    }

    private void correctStanding(Transaction tx, List<Submission> differing) {
        Map<UUID, Origin> origins = measurements.origins(
                tx.sql(), differing.stream().map(Submission::id).collect(toSet()));
        List<Submission> corrections = new ArrayList<>();
        for (Submission submission : differing) {
            Origin origin = origins.get(submission.id());
            if (origin != null
                    && submission.imported() != null
                    && origin.olderImport(submission.imported().version())) {
                corrections.add(submission);
            }
        }
        correct.correctImported(tx, corrections);
    }
}
