package id.tumbuh.intervention.referral;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A referral as it is answered. Ids only: who may know the family's name asks registry-service. */
@Schema(
        name = "Referral",
        description = "Something that stands in the way of a family's child, handed to the OPD of the field")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReferralView(
        UUID id,
        UUID familyId,

        @Schema(description = "Only when one child was referred") @Nullable
        UUID childId,

        @Schema(description = "Dotted Kemendagri code of the desa or kelurahan", examples = "36.04.20.2006")
        String area,

        @Schema(description = "A risk factor, or another cause by rule", examples = "UNSAFE_WATER")
        String riskFactor,

        @Schema(examples = "PUPR") String field,

        @Schema(description = "Version of the rule that named the field", examples = "1")
        int ruleVersion,

        @Schema(description = "`FACTS`: it ends with what the registry knows; `PERSON`: with the work itself")
        Referral.Origin origin,

        ReferralEvent.State state,

        @Schema(description = "`DONE` of an open one: done, waiting for the registry")
        Progress.Stage stage,

        LocalDate openedOn,
        LocalDate sentOn,

        @Schema(description = "The day the OPD has promised") @Nullable
        LocalDate dueOn,

        @Schema(description = "The last day in time: to accept it, or to have done it") @Nullable
        LocalDate limitOn,

        @Schema(description = "Whose business its delay has become") @Nullable
        EscalationLevel escalatedTo,

        @Nullable String declineReason,
        ReferralEvent.@Nullable ProofBody proof,

        @Schema(description = "Only of a closed referral") @Nullable
        LocalDate closedOn,

        ReferralReason reason,

        @Schema(description = "Grows by 1 with every change; the `ETag`", examples = "1")
        long version) {

    static final String EXAMPLE = """
            {
              "id": "b7a3a1c4-52d4-3f6e-8a0e-1f6b5c9d2e33",
              "familyId": "0198c1a0-0000-7000-8000-000000000001",
              "area": "36.04.20.2006",
              "riskFactor": "UNSAFE_WATER",
              "field": "PUPR",
              "ruleVersion": 1,
              "origin": "FACTS",
              "state": "OPEN",
              "stage": "ACCEPTED",
              "openedOn": "2026-06-15",
              "sentOn": "2026-06-15",
              "dueOn": "2026-09-20",
              "limitOn": "2026-09-20",
              "reason": "STUNTED_CHILD_AT_RISK",
              "version": 2
            }""";

    static ReferralView of(Referral referral, EscalationRule rule) {
        ReferralEvent state = ReferralEvent.of(referral);
        boolean open = referral instanceof Referral.Open;
        return new ReferralView(
                referral.id(),
                state.familyId(),
                state.childId(),
                state.areaCode(),
                state.riskFactor(),
                state.field(),
                referral.ruleVersion(),
                state.origin(),
                state.state(),
                state.stage(),
                referral.openedOn(),
                referral.progress().sentOn(),
                state.dueOn(),
                open ? rule.limit(referral.progress()).orElse(null) : null,
                state.escalatedTo(),
                state.declineReason(),
                state.proof(),
                state.closedOn(),
                referral.reason(),
                referral.version());
    }
}
