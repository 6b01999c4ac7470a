package id.tumbuh.intervention.placement;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of one claim of a batch.
 *
 * @param id of the claim, and of the placement if it is held
 */
@Schema(name = "ClaimRow")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ClaimRow(
        @Nullable UUID id,
        Outcome outcome,

        @Schema(description = "The version of the placement") @Nullable
        Long version,

        Problem.@Nullable Body problem) {
    static final String EXAMPLE = """
            [{"id": "0198c1a0-0000-7000-8000-0000000000e1", "outcome": "HELD", "version": 1},
             {"id": "0198c1a0-0000-7000-8000-0000000000e2", "outcome": "REFUSED",
              "problem": {"type": "urn:tumbuh:problem:need-taken", "title": "Kebutuhan ini sudah dipegang orang tua asuh lain",
                          "status": 409, "code": "NEED_TAKEN"}}]""";

    /** HELD is durable; UNCHANGED was claimed before; REFUSED: the problem says why; INVALID: the row can't be read. */
    enum Outcome {
        HELD,
        UNCHANGED,
        REFUSED,
        INVALID
    }

    static ClaimRow of(ClaimNeed.Claim claim, Placing placing, Locale locale) {
        return switch (placing) {
            case Placing.Done(var placement) -> new ClaimRow(claim.id(), Outcome.HELD, placement.version(), null);
            case Placing.Unchanged(var placement) ->
                new ClaimRow(claim.id(), Outcome.UNCHANGED, placement.version(), null);
            case Placing.IdTaken() -> refused(claim, Problem.of(CommonProblem.CONFLICT), locale);
            case Placing.Stale() -> refused(claim, Problem.of(CommonProblem.PRECONDITION_FAILED), locale);
            case Placing.Unknown(var what) -> refused(claim, Problem.of(what), locale);
            case Placing.Refused(var why) -> refused(claim, Problem.of(why), locale);
        };
    }

    static ClaimRow invalid(Problem fault, Locale locale) {
        return new ClaimRow(null, Outcome.INVALID, null, fault.body(locale));
    }

    private static ClaimRow refused(ClaimNeed.Claim claim, Problem why, Locale locale) {
        return new ClaimRow(claim.id(), Outcome.REFUSED, null, why.body(locale));
    }
}
