package id.tumbuh.measurement.maternal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The latest revision of a check.
 *
 * @param reason why it replaced the one before; null on the first
 */
record Check<C extends CheckContent, F>(
        UUID id, long version, boolean voided, @Nullable CorrectionReason reason, C content, F finding) {

    static <C extends CheckContent, F> Check<C, F> first(UUID id, C content, F finding) {
        return new Check<>(id, 1, false, null, content, finding);
    }

    Check<C, F> corrected(C newContent, F newFinding, CorrectionReason why) {
        return new Check<>(id, version + 1, false, why, newContent, newFinding);
    }

    Check<C, F> voided(CorrectionReason why) {
        return new Check<>(id, version + 1, true, why, content, finding);
    }
}
