package id.tumbuh.registry.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A consent as it is answered. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Consent")
record ConsentView(
        UUID id,
        @Nullable UUID childId,
        UUID familyId,
        String purpose,
        @Nullable String partner,
        String legalBasis,
        String givenBy,
        Consent.Evidence evidence,
        LocalDate validFrom,
        LocalDate validUntil,
        String recordedBy,
        Instant recordedAt,
        @Nullable LocalDate withdrawnOn,
        @Nullable String withdrawnBy,
        boolean holds) {

    static ConsentView of(StoredConsent stored, LocalDate today) {
        Consent consent = stored.consent();
        Consent.Withdrawal withdrawal = stored.withdrawal();
        return new ConsentView(
                consent.id(),
                consent.subject().childId(),
                stored.familyId(),
                consent.purpose(),
                consent.partner(),
                consent.legalBasis(),
                consent.givenBy(),
                consent.evidence(),
                consent.validFrom(),
                consent.validUntil(),
                stored.recordedBy(),
                stored.recordedAt().toInstant(),
                withdrawal == null ? null : withdrawal.on(),
                withdrawal == null ? null : withdrawal.by(),
                stored.holdsOn(today));
    }
}
