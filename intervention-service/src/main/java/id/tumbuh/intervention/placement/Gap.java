package id.tumbuh.intervention.placement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How many of those in need have a sponsor and how many have none, by the areas below one, beside what sponsors of the area could
 * still take on.
 */
@Schema(name = "SponsorGap")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Gap(
        @Nullable String area,

        @Schema(description = "Open needs", examples = "5408")
        long needs,

        @Schema(description = "Of these held or promised by a sponsor", examples = "1300")
        long placed,

        @Schema(description = "Of these without", examples = "4108")
        long unmet,

        @Schema(description = "Sponsors that belong to the area and are active today", examples = "1300")
        long sponsors,

        @Schema(description = "Children and mothers whom they promised to help", examples = "1300")
        long capacity,

        @Schema(description = "Places of theirs that are free", examples = "0")
        long free,

        Instant asOf,
        List<Row> rows) {
    static final String EXAMPLE = """
            {"area": "36.04", "needs": 5408, "placed": 1300, "unmet": 4108, "sponsors": 1300, "capacity": 1300, "free": 0,
             "asOf": "2026-08-15T02:00:00Z", "rows": [{"area": "36.04.20", "needs": 500, "placed": 120, "unmet": 380}]}""";

    Gap {
        rows = List.copyOf(rows);
    }

    /** One of the areas below. */
    @Schema(name = "SponsorGapRow")
    record Row(String area, long needs, long placed, long unmet) {}
}
