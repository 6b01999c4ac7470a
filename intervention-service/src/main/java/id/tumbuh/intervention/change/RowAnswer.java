package id.tumbuh.intervention.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import java.util.Locale;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of one row of a list. DONE is durable; UNCHANGED was done before; STALE: somebody else changed it, read it again;
 * UNKNOWN: not there, or not the caller's; REFUSED: {@code problem} says why.
 */
@Schema(name = "RowAnswer")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RowAnswer(
        @Nullable UUID id,
        Outcome outcome,

        @Schema(description = "The version it has now") @Nullable
        Long version,

        Problem.@Nullable Body problem) {
    public static final String EXAMPLE = """
            [{"id": "b7a3a1c4-52d4-3f6e-8a0e-1f6b5c9d2e33", "outcome": "DONE", "version": 2},
             {"id": "b7a3a1c4-52d4-3f6e-8a0e-1f6b5c9d2e34", "outcome": "STALE",
              "problem": {"type": "urn:tumbuh:problem:precondition-failed", "title": "Sudah diubah oleh orang lain",
                          "status": 412, "code": "PRECONDITION_FAILED"}}]""";

    /** The answer to a row. */
    public enum Outcome {
        DONE,
        UNCHANGED,
        STALE,
        UNKNOWN,
        REFUSED
    }

    public static <T> RowAnswer of(@Nullable UUID id, Change<T> change, ToLongFunction<T> version, Locale locale) {
        return switch (change) {
            case Change.Created<T>(var now) -> fine(id, Outcome.DONE, version.applyAsLong(now));
            case Change.Done<T>(var now) -> fine(id, Outcome.DONE, version.applyAsLong(now));
            case Change.Unchanged<T>(var now) -> fine(id, Outcome.UNCHANGED, version.applyAsLong(now));
            case Change.Stale<T>() -> refused(id, Outcome.STALE, Problem.of(CommonProblem.PRECONDITION_FAILED), locale);
            case Change.Unknown<T>() -> refused(id, Outcome.UNKNOWN, Problem.of(CommonProblem.NOT_FOUND), locale);
            case Change.Refused<T> refused -> refused(id, Outcome.REFUSED, refused.problem(), locale);
        };
    }

    static RowAnswer refused(@Nullable UUID id, Outcome outcome, Problem problem, Locale locale) {
        return new RowAnswer(id, outcome, null, problem.body(locale));
    }

    private static RowAnswer fine(@Nullable UUID id, Outcome outcome, long version) {
        return new RowAnswer(id, outcome, version, null);
    }
}
