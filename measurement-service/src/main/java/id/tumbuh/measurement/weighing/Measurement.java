package id.tumbuh.measurement.weighing;

import id.tumbuh.measurement.growth.Measures;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The latest revision of a measurement, as it was taken.
 *
 * @param countedIn the area where the child lived on the day
 * @param ruleVersion of the policy it was assessed with
 */
record Measurement(
        UUID id,
        UUID childId,
        String countedIn,
        @Nullable UUID posyanduId,
        LocalDate measuredOn,
        String source,
        int version,
        boolean voided,
        Measures measures,
        int ruleVersion) {

    static Measurement first(Submission submission, String countedIn, int ruleVersion) {
        return new Measurement(
                submission.id(),
                submission.childId(),
                countedIn,
                submission.posyanduId(),
                submission.measuredOn(),
                submission.source(),
                1,
                false,
                submission.measures(),
                ruleVersion);
    }

    /** The next revision, of the same measures. */
    Measurement reassessed(int newRuleVersion) {
        return new Measurement(
                id, childId, countedIn, posyanduId, measuredOn, source, version + 1, voided, measures, newRuleVersion);
    }

    /** The next revision, of what was sent instead. */
    Measurement corrected(Submission submission, String newlyCountedIn, int newRuleVersion) {
        return new Measurement(
                id,
                childId,
                newlyCountedIn,
                submission.posyanduId(),
                submission.measuredOn(),
                submission.source(),
                version + 1,
                voided,
                submission.measures(),
                newRuleVersion);
    }
}
