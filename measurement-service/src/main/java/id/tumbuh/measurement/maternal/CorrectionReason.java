package id.tumbuh.measurement.maternal;

import java.util.Arrays;
import java.util.Optional;

/** Why a check was corrected or voided. A code and no text: free text is where names end up. */
enum CorrectionReason {
    TYPING_MISTAKE,
    WRONG_DATE,
    /** It belongs to somebody else. */
    WRONG_PERSON,
    MEASURED_AGAIN,
    FAULTY_INSTRUMENT,
    /** The same check under two ids. */
    RECORDED_TWICE,
    /** Something was measured after the rest and is added. */
    COMPLETED,
    OTHER;

    static Optional<CorrectionReason> of(String word) {
        return Arrays.stream(values())
                .filter(reason -> reason.name().equals(word))
                .findFirst();
    }
}
