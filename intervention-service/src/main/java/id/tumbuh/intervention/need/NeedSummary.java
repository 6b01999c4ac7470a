package id.tumbuh.intervention.need;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Open needs in an area and by the areas directly below it, as far as the caller may see. */
@Schema(name = "NeedSummary")
@JsonInclude(JsonInclude.Include.NON_NULL)
record NeedSummary(
        @Schema(description = "The area asked for; absent when none was") @Nullable
        String area,

        long open,
        long severelyStunted,
        Instant asOf,
        List<NeedQueries.AreaCount> rows) {
    static final String EXAMPLE = """
            {
              "area": "36.04",
              "open": 5408,
              "severelyStunted": 1190,
              "asOf": "2026-06-15T02:00:00Z",
              "rows": [{"area": "36.04.20", "open": 500, "severelyStunted": 121}]
            }""";

    static NeedSummary of(@Nullable String area, NeedQueries.Counts counts) {
        return new NeedSummary(
                area,
                counts.rows().stream().mapToLong(NeedQueries.AreaCount::open).sum(),
                counts.rows().stream()
                        .mapToLong(NeedQueries.AreaCount::severelyStunted)
                        .sum(),
                counts.asOf(),
                counts.rows());
    }
}
