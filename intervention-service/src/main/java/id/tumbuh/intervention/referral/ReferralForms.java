package id.tumbuh.intervention.referral;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Bodies of requests about referrals. */
final class ReferralForms {
    private static final String CODE = "[A-Z][A-Z0-9_]{1,30}";
    private static final String SHA256 = "[0-9a-f]{64}";

    private ReferralForms() {}

    @Schema(name = "NewReferral", examples = """
            {"id": "0198c1a0-0000-7000-8000-0000000000a1", "childId": "0198c1a0-0000-7000-8000-000000000002", "cause": "ILLNESS"}""")
    record New(
            @NotNull UUID id,
            @Nullable UUID familyId,
            @Nullable UUID childId,
            @NotNull @Pattern(regexp = CODE) String cause) {}

    @Schema(name = "AcceptReferral", examples = "{\"dueOn\": \"2026-09-20\"}")
    record Accept(
            @Schema(description = "Without it, as long as the rule gives the field") @Nullable
            LocalDate dueOn) {}

    @Schema(name = "DeclineReferral", examples = "{\"reason\": \"NO_BUDGET\"}")
    record Decline(@NotNull @Pattern(regexp = CODE) String reason) {}

    @Schema(name = "FinishReferral", examples = """
            {"what": "WATER_CONNECTED", "on": "2026-09-01", "quantity": 1,
             "documentSha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}""")
    record Finish(
            @NotNull @Pattern(regexp = CODE) String what,
            @NotNull LocalDate on,

            @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("1000000")
            BigDecimal quantity,

            @Schema(description = "Of a paper that stays with the OPD") @Nullable @Pattern(regexp = SHA256)
            String documentSha256) {
        Move move() {
            return new Move.Finish(new Proof(what, on, quantity, documentSha256));
        }
    }

    @Schema(name = "SendReferralAgain", examples = "{\"field\": \"PERKIM\"}")
    record SendAgain(
            @Schema(description = "Without it, to the same") @Nullable @Pattern(regexp = CODE)
            String field) {}

    /** A row of a list that is accepted. */
    @Schema(name = "AcceptedRow")
    record AcceptRow(
            @NotNull UUID id,
            @NotNull Long version,
            @Nullable LocalDate dueOn) {
        MoveReferrals.Request request() {
            return new MoveReferrals.Request(id, version, new Move.Accept(dueOn));
        }
    }

    /** A row of a list that is done. */
    @Schema(name = "FinishedRow")
    record FinishRow(
            @NotNull UUID id,
            @NotNull Long version,
            @NotNull @Pattern(regexp = CODE) String what,
            @NotNull LocalDate on,

            @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("1000000")
            BigDecimal quantity,

            @Nullable @Pattern(regexp = SHA256) String documentSha256) {
        MoveReferrals.Request request() {
            return new MoveReferrals.Request(
                    id, version, new Move.Finish(new Proof(what, on, quantity, documentSha256)));
        }
    }
}
