package id.tumbuh.intervention.partner;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.intervention.circumstance.Beneficiary;
import id.tumbuh.intervention.need.Item;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An open need as a partner may know it: what has to be given, not why, and to a pseudonym in a kecamatan. */
@Schema(name = "OpenNeed")
@JsonInclude(JsonInclude.Include.NON_NULL)
record OpenNeedView(
        @Schema(description = "The pseudonym by which this partner knows it", examples = "SRG-7Q4K9D")
        String child,

        @Schema(examples = "Anak SRG-7Q4K9D") String label,
        Beneficiary.Kind kind,

        @Schema(description = "Code of the kecamatan; nothing finer is told", examples = "36.04.20")
        String kecamatan,

        @Schema(description = "Completed months; not of a pregnant woman", examples = "19") @Nullable
        Integer ageMonths,

        List<Item> items,

        @Schema(description = "By the dated rules; an estimate, not a price", examples = "2700000")
        long costRupiah,

        @Schema(description = "`HIGH`, `MEDIUM` or `LOW`", examples = "HIGH")
        String urgency) {
    static final String EXAMPLE = """
            {"child": "SRG-7Q4K9D", "label": "Anak SRG-7Q4K9D", "kind": "CHILD", "kecamatan": "36.04.20", "ageMonths": 19,
             "items": [{"item": "FOOD", "days": 180, "costRupiah": 2700000}], "costRupiah": 2700000, "urgency": "HIGH"}""";

    OpenNeedView {
        items = List.copyOf(items);
    }

    static String label(Beneficiary.Kind kind, String pseudonym) {
        return switch (kind) {
            case CHILD -> "Anak " + pseudonym;
            case PREGNANCY -> "Ibu hamil " + pseudonym;
        };
    }
}
