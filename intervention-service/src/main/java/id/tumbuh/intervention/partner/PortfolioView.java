package id.tumbuh.intervention.partner;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a partner may tell the public of its help. */
@Schema(name = "Portfolio")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PortfolioView(
        @Schema(description = "Month", examples = "2026-01") String from,

        @Schema(description = "Month, included", examples = "2026-06")
        String to,

        @Schema(description = "Children and mothers helped in this time", examples = "42")
        int children,

        @Schema(description = "Of these whose need ended; left out when it would tell of a few", examples = "11")
        @Nullable
        Integer needEnded,

        @Schema(description = "Deliveries that the partner reported in this time", examples = "310")
        int reports,

        @Schema(description = "Kecamatan with enough children, largest first")
        List<Row> kecamatan,

        @Schema(description = "Children of kecamatan that are not named", examples = "10")
        int others,

        @Schema(description = "No figure is about fewer", examples = "5")
        int leastChildren) {
    static final String EXAMPLE = """
            {"from": "2026-01", "to": "2026-06", "children": 42, "needEnded": 11, "reports": 310,
             "kecamatan": [{"kecamatan": "36.04.20", "children": 20}, {"kecamatan": "36.04.19", "children": 12}], "others": 10,
             "leastChildren": 5}""";

    PortfolioView {
        kecamatan = List.copyOf(kecamatan);
    }

    /** Children of one kecamatan. */
    @Schema(name = "PortfolioRow")
    record Row(String kecamatan, int children) {}
}
