package id.tumbuh.measurement.maternal;

import java.util.Arrays;
import java.util.Optional;

/** Why a check was corrected or voided. A code and no text: free text is where names end up. */
enum CorrectionReason {
    /** A slip of the keyboard. */
    TYPING_ERROR,
    /** Measured again, because the first figure was doubted. */
    MEASURED_AGAIN,
    /** The scales, the tape or the kit was found to be wrong. */
    DEVICE_ERROR,
    /** It belongs to somebody else. */
    WRONG_PERSON,
    /** The same check was recorded twice under two ids. */
    DUPLICATE,
    /** Something was measured after the rest and is added. */
    COMPLETED;

    static Optional<CorrectionReason> of(String word) {
        return Arrays.stream(values())
                .filter(reason -> reason.name().equals(word))
                .findFirst();
    }
}
