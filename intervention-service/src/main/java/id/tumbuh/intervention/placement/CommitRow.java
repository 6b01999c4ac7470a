package id.tumbuh.intervention.placement;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of one row of a batch of commits. */
@Schema(name = "CommitRow")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CommitRow(
        @Nullable UUID id,
        Outcome outcome,

        @Schema(description = "The version of the placement now") @Nullable
        Long version,

        Problem.@Nullable Body problem) {
    static final String EXAMPLE = """
            [{"id": "0198c1a0-0000-7000-8000-0000000000e1", "outcome": "COMMITTED", "version": 2},
             {"id": "0198c1a0-0000-7000-8000-0000000000e2", "outcome": "REFUSED",
              "problem": {"type": "urn:tumbuh:problem:placement-ended", "title": "Pendampingan ini sudah berakhir",
                          "status": 409, "code": "PLACEMENT_ENDED"}}]""";

    /**
     * COMMITTED is durable; UNCHANGED was promised before for the same period; STALE: somebody else changed it, read it again; REFUSED: the
     * problem says why; INVALID: the row can't be read.
     */
    enum Outcome {
        COMMITTED,
        UNCHANGED,
        STALE,
        REFUSED,
        INVALID
    }

    static CommitRow of(UUID id, Placing placing, Locale locale) {
        return switch (placing) {
            case Placing.Done(var placement) -> new CommitRow(id, Outcome.COMMITTED, placement.version(), null);
            case Placing.Unchanged(var placement) -> new CommitRow(id, Outcome.UNCHANGED, placement.version(), null);
            case Placing.Stale() -> not(id, Outcome.STALE, Problem.of(CommonProblem.PRECONDITION_FAILED), locale);
            case Placing.IdTaken() -> not(id, Outcome.REFUSED, Problem.of(CommonProblem.CONFLICT), locale);
            case Placing.Unknown(var what) -> not(id, Outcome.REFUSED, Problem.of(what), locale);
            case Placing.Refused(var why) -> not(id, Outcome.REFUSED, Problem.of(why), locale);
        };
    }

    static CommitRow invalid(Problem fault, Locale locale) {
        return not(null, Outcome.INVALID, fault, locale);
    }

    private static CommitRow not(@Nullable UUID id, Outcome outcome, Problem why, Locale locale) {
        return new CommitRow(id, outcome, null, why.body(locale));
    }
}
