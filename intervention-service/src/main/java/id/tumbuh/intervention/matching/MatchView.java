package id.tumbuh.intervention.matching;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A search as it is answered, also while it runs. */
@Schema(name = "Matching")
@JsonInclude(JsonInclude.Include.NON_NULL)
record MatchView(
        UUID id,
        String area,
        MatchRun.State state,

        @Schema(description = "Needs without a sponsor, with consent")
        int needs,

        @Schema(description = "Sponsors with a place") int sponsors,

        @Schema(description = "How many can be helped at most")
        int places,

        @Schema(description = "How many the best plan so far helps")
        int placed,

        @Schema(description = "In points of rule `matching.weights`") @Nullable
        Long score,

        @Schema(description = "What no plan can exceed") @Nullable
        Long bound,

        @Schema(description = "How far the plan is from the bound at most, in percent", examples = "0.7") @Nullable
        Double gapPercent,

        int ruleVersion,
        Instant startedAt,
        @Nullable Instant endedAt) {
    static final String EXAMPLE = """
            {"id": "0198c1a0-0000-7000-8000-0000000000f1", "area": "36.04", "state": "DONE", "needs": 5408, "sponsors": 1300,
             "places": 1300, "placed": 1300, "score": 14302450, "bound": 14401200, "gapPercent": 0.7, "ruleVersion": 1,
             "startedAt": "2026-08-15T02:00:00Z", "endedAt": "2026-08-15T02:00:09Z"}""";

    static MatchView of(MatchRun run) {
        return new MatchView(
                run.id(),
                run.area(),
                run.state(),
                run.size().needs(),
                run.size().sponsors(),
                run.size().places(),
                run.placed(),
                run.marks().score(),
                run.marks().bound(),
                gap(run.marks().score(), run.marks().bound()),
                run.marks().ruleVersion(),
                run.times().startedAt(),
                run.times().endedAt());
    }

    private static @Nullable Double gap(@Nullable Long score, @Nullable Long bound) {
        return score == null || bound == null || bound == 0 ? null : Math.round(1e4 * (bound - score) / bound) / 100.0;
    }
}
