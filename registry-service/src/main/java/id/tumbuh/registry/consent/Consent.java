package id.tumbuh.registry.consent;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed to, as it was given.
 *
 * @param partner client id of the partner, or null for the programme itself
 * @param givenBy the relation of who agreed, never a name
 * @param validUntil the last day
 */
record Consent(
        UUID id,
        ConsentSubject subject,
        String purpose,
        @Nullable String partner,
        String legalBasis,
        String givenBy,
        Evidence evidence,
        LocalDate validFrom,
        LocalDate validUntil) {

    Consent of(ConsentSubject other) {
        return new Consent(id, other, purpose, partner, legalBasis, givenBy, evidence, validFrom, validUntil);
    }

    /** Where it can be proved: a paper's or a recording's number in somebody's files. */
    record Evidence(String kind, String reference) {}

    /** How it ended before its time. */
    record Withdrawal(LocalDate on, String by) {}
}
