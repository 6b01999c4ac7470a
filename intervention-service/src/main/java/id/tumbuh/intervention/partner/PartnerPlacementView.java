package id.tumbuh.intervention.partner;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.intervention.circumstance.Beneficiary;
import id.tumbuh.intervention.need.Item;
import id.tumbuh.intervention.placement.EndReason;
import id.tumbuh.intervention.placement.PlacementEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A placement as the partner of its sponsor may know it. */
@Schema(name = "PartnerPlacement")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PartnerPlacementView(
        UUID id,

        @Schema(examples = "SRG-7Q4K9D") String child,
        @Schema(examples = "Anak SRG-7Q4K9D") String label,
        Beneficiary.Kind kind,
        @Schema(examples = "36.04.20") String kecamatan,
        @Nullable Integer ageMonths,

        @Schema(description = "`L` or `P`; not of a pregnant woman", examples = "L") @Nullable
        String sex,

        UUID sponsorId,
        List<Item.Kind> items,
        PlacementEvent.State state,

        @Schema(description = "Only while it is held") @Nullable
        Instant heldUntil,

        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable EndReason reason,
        @Nullable LocalDate endedOn,

        @Schema(description = "Deliveries that the partner reported as sent", examples = "8")
        int reports,

        @Schema(description = "Only when it was weighed before and since") @Nullable
        GrowthSince growth,

        long version) {
    static final String EXAMPLE = """
            {"id": "0198c1a0-0000-7000-8000-0000000000e1", "child": "SRG-7Q4K9D", "label": "Anak SRG-7Q4K9D", "kind": "CHILD",
             "kecamatan": "36.04.20", "ageMonths": 19, "sex": "L", "sponsorId": "0198c1a0-0000-7000-8000-0000000000d1", "items": ["FOOD"],
             "state": "COMMITTED", "from": "2026-08-15", "to": "2026-11-12", "reports": 8,
             "growth": {"note": "titipan, bukan diagnosis", "weighings": 3, "gained": 2, "weightKg": 0.8, "lengthForAge": 0.20},
             "version": 2}""";

    PartnerPlacementView {
        items = List.copyOf(items);
    }

    /** How it grew since the help began: changes only, for the measures themselves are the family's. */
    @Schema(name = "GrowthSince")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record GrowthSince(
            @Schema(description = "Told along wherever it is shown", examples = NOTE)
            String note,

            @Schema(description = "Weighings since the help began", examples = "3")
            int weighings,

            @Schema(description = "Of these with the gain of the growth card (N)", examples = "2")
            int gained,

            @Schema(description = "Change of the weight", examples = "0.8") @Nullable
            BigDecimal weightKg,

            @Schema(description = "Change of the z-score length for age", examples = "0.20") @Nullable
            BigDecimal lengthForAge) {
        static final String NOTE = "titipan, bukan diagnosis";
    }
}
