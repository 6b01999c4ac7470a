package id.tumbuh.intervention.need;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Open needs in an area and by the areas directly below it, as far as the caller may see. */
@Schema(name = "NeedSummary")
@JsonInclude(JsonInclude.Include.NON_NULL)
record NeedSummary(
        @Schema(description = "The area asked for; absent when none was") @Nullable
        String area,

        long open,

        @Schema(description = "How many have each cause; one need may have several")
        Map<String, Long> causes,

        @Schema(description = "What all that is needed would cost, by the rules, in rupiah")
        long costRupiah,

        Instant asOf,
        List<NeedQueries.AreaCount> rows) {
    static final String EXAMPLE = """
            {
              "area": "36.04",
              "open": 5408,
              "causes": {"STUNTED": 4218, "SEVERELY_STUNTED": 1190, "UNSAFE_WATER": 731},
              "costRupiah": 14601600000,
              "asOf": "2026-06-15T02:00:00Z",
              "rows": [{"area": "36.04.20", "open": 500, "costRupiah": 1350000000, "causes": {"STUNTED": 379, "SEVERELY_STUNTED": 121}}]
            }""";

    static NeedSummary of(@Nullable String area, NeedQueries.Counts counts) {
        Map<String, Long> causes = new TreeMap<>();
        counts.rows().forEach(row -> row.causes().forEach((cause, count) -> causes.merge(cause, count, Long::sum)));
        return new NeedSummary(
                area,
                counts.rows().stream().mapToLong(NeedQueries.AreaCount::open).sum(),
                causes,
                counts.rows().stream()
                        .mapToLong(NeedQueries.AreaCount::costRupiah)
                        .sum(),
                counts.asOf(),
                counts.rows());
    }
}
