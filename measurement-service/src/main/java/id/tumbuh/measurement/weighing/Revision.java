package id.tumbuh.measurement.weighing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A measurement's next revision, and how it came about.
 *
 * @param formerChild whose it was before, when it changes hands
 * @param author who gave the new content; null when the content is the same
 */
record Revision(
        AssessedMeasurement assessed,
        RevisionReason reason,
        @Nullable UUID formerChild,
        @Nullable Author author) {

    /**
     * Who said something else.
     *
     * @param imported the submission of an import; null when a person corrected, after which no import overwrites it
     */
    record Author(String recordedBy, @Nullable Submission imported) {
        boolean isStaff() {
            return imported == null;
        }
    }

    static Revision ofSameContent(AssessedMeasurement assessed, RevisionReason reason) {
        return new Revision(assessed, reason, null, null);
    }

    Revision with(AssessedMeasurement other) {
        return new Revision(other, reason, formerChild, author);
    }

    UUID id() {
        return assessed.measurement().id();
    }

    Measurement measurement() {
        return assessed.measurement();
    }
}
