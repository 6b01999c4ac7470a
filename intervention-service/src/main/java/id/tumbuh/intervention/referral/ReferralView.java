package id.tumbuh.intervention.referral;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A referral as it is answered. Ids only: who may know the family's name asks registry-service. */
@Schema(
        name = "Referral",
        description = "A risk factor of a family with a stunted child, handed to the OPD of the field")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReferralView(
        UUID id,
        UUID familyId,

        @Schema(description = "Dotted Kemendagri code of the desa or kelurahan", examples = "36.04.20.2006")
        String area,

        @Schema(examples = "UNSAFE_WATER") String riskFactor,
        @Schema(examples = "PUPR") String field,

        @Schema(description = "Version of the rule that named the field", examples = "1")
        int ruleVersion,

        ReferralEvent.State state,
        LocalDate openedOn,

        @Schema(description = "Only of a closed referral") @Nullable
        LocalDate closedOn,

        ReferralReason reason,

        @Schema(description = "Grows by 1 with every change", examples = "1")
        long version) {
    static final String EXAMPLE = """
            {
              "id": "b7a3a1c4-52d4-3f6e-8a0e-1f6b5c9d2e33",
              "familyId": "0198c1a0-0000-7000-8000-000000000001",
              "area": "36.04.20.2006",
              "riskFactor": "UNSAFE_WATER",
              "field": "PUPR",
              "ruleVersion": 1,
              "state": "OPEN",
              "openedOn": "2026-06-15",
              "reason": "STUNTED_CHILD_AT_RISK",
              "version": 1
            }""";

    static ReferralView of(Referral referral) {
        ReferralEvent state = ReferralEvent.of(referral);
        return new ReferralView(
                referral.id(),
                state.familyId(),
                state.areaCode(),
                state.riskFactor(),
                state.field(),
                referral.ruleVersion(),
                state.state(),
                referral.openedOn(),
                state.closedOn(),
                referral.reason(),
                referral.version());
    }
}
