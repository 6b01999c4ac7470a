package id.tumbuh.measurement.weighing;

import id.tumbuh.measurement.growth.Measures;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A revision of a measurement, as it was taken.
 *
 * @param childId whose it is now, which is not always whom it was sent for
 * @param countedIn the area where the child lived on the day
 * @param ruleVersion of the policy it was assessed with
 */
record Measurement(
        UUID id,
        UUID childId,
        String countedIn,
        @Nullable UUID posyanduId,
        @Nullable String kit,
        LocalDate measuredOn,
        String source,
        int version,
        boolean voided,
        Measures measures,
        int ruleVersion,
        Marking marking) {

    static Measurement first(Submission submission, UUID childId, String countedIn, int ruleVersion) {
        return new Measurement(
                submission.id(),
                childId,
                countedIn,
                submission.posyanduId(),
                submission.kit(),
                submission.measuredOn(),
                submission.source(),
                1,
                false,
                submission.measures(),
                ruleVersion,
                Marking.NONE);
    }

    /** The next revision, of the same measures, judged by other rules or as the measurement of another child. */
    Measurement reassessed(UUID newChildId, String newlyCountedIn, int newRuleVersion) {
        return new Measurement(
                id,
                newChildId,
                newlyCountedIn,
                posyanduId,
                kit,
                measuredOn,
                source,
                next(newChildId),
                voided,
                measures,
                newRuleVersion,
                marking);
    }

    /** The next revision, of what was sent instead; one that was voided counts again. */
    Measurement corrected(Submission submission, UUID newChildId, String newlyCountedIn, int newRuleVersion) {
        return new Measurement(
                id,
                newChildId,
                newlyCountedIn,
                submission.posyanduId(),
                submission.kit(),
                submission.measuredOn(),
                submission.source(),
                next(newChildId),
                false,
                submission.measures(),
                newRuleVersion,
                marking);
    }

    /** Changing hands takes two: it leaves the one child in one version and is the other's in the next. */
    private int next(UUID newChildId) {
        return newChildId.equals(childId) ? version + 1 : version + 2;
    }

    /** The next revision, which counts nowhere. */
    Measurement withdrawn() {
        return new Measurement(
                id,
                childId,
                countedIn,
                posyanduId,
                kit,
                measuredOn,
                source,
                version + 1,
                true,
                measures,
                ruleVersion,
                Marking.NONE);
    }

    /** As the child's that it leaves: voided, one version before this one. */
    Measurement leaving(UUID formerChildId) {
        return new Measurement(
                id,
                formerChildId,
                countedIn,
                posyanduId,
                kit,
                measuredOn,
                source,
                version - 1,
                true,
                measures,
                ruleVersion,
                Marking.NONE);
    }

    Measurement marked(Marking newMarking) {
        return new Measurement(
                id,
                childId,
                countedIn,
                posyanduId,
                kit,
                measuredOn,
                source,
                version,
                voided,
                measures,
                ruleVersion,
                newMarking);
    }

    Measurement ofVersion(int newVersion) {
        return new Measurement(
                id,
                childId,
                countedIn,
                posyanduId,
                kit,
                measuredOn,
                source,
                newVersion,
                voided,
                measures,
                ruleVersion,
                marking);
    }

    /** Whether the submission says what this one says already. */
    boolean says(Submission submission, UUID whose) {
        return !voided
                && childId.equals(whose)
                && measuredOn.equals(submission.measuredOn())
                && Objects.equals(posyanduId, submission.posyanduId())
                && Objects.equals(kit, submission.kit())
                && source.equals(submission.source())
                && measures.equals(submission.measures());
    }

    /** Stands on the growth card. */
    boolean weighed() {
        return !voided && measures.weightKg() > 0;
    }
}
