package id.tumbuh.intervention.rembuk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A commitment as it is answered. */
@Schema(name = "Commitment")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CommitmentView(
        UUID id,
        UUID rembukId,
        String area,
        String partyKind,
        String party,
        String what,
        BigDecimal quantity,
        String unit,
        LocalDate madeOn,
        LocalDate dueOn,
        Commitment.State state,

        @Schema(description = "Past its day and not kept, whether or not the pass of the day has seen it")
        boolean overdue,

        @Nullable LocalDate keptOn,
        Commitment.@Nullable Evidence evidence,

        @Schema(description = "Why it was taken back") @Nullable
        String reason,

        long version) {
    static final String EXAMPLE = """
            {
              "id": "0198c1a0-0000-7000-8000-0000000000d2",
              "rembukId": "0198c1a0-0000-7000-8000-0000000000d1",
              "area": "36.04",
              "partyKind": "COMPANY",
              "party": "PT Contoh Sejahtera",
              "what": "Paket gizi untuk anak 2T",
              "quantity": 120,
              "unit": "paket",
              "madeOn": "2026-06-15",
              "dueOn": "2026-09-30",
              "state": "OPEN",
              "overdue": false,
              "version": 1
            }""";

    static CommitmentView of(Commitment commitment, LocalDate today, int graceDays) {
        Commitment.@Nullable Kept kept = commitment.standing() instanceof Commitment.Kept standing ? standing : null;
        Minutes.Promise promise = commitment.promise();
        return new CommitmentView(
                commitment.id(),
                commitment.rembukId(),
                commitment.area().value(),
                promise.partyKind(),
                promise.party(),
                promise.what(),
                promise.quantity(),
                promise.unit(),
                commitment.madeOn(),
                promise.dueOn(),
                commitment.standing().state(),
                commitment.isOverdue(today, graceDays),
                kept == null ? null : kept.on(),
                kept == null ? null : kept.evidence(),
                commitment.standing() instanceof Commitment.Withdrawn withdrawn ? withdrawn.reason() : null,
                commitment.version());
    }
}
