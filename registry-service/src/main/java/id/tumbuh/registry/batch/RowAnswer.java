package id.tumbuh.registry.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.registry.problem.RegistryProblem;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of one row of a batch. CREATED is durable; UNCHANGED was sent before; CONFLICT: the id belongs to other
 * content; INVALID: nothing was stored, {@code problem} says why.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RowAnswer(
        @Schema(examples = "0198c1a0-0000-7000-8000-000000000001") @Nullable
        UUID id,

        Outcome outcome,
        Problem.@Nullable Body problem,
        @Nullable List<String> warnings) {

    /** The answer to a row. */
    public enum Outcome {
        CREATED,
        UNCHANGED,
        CONFLICT,
        INVALID
    }

    public static RowAnswer of(@Nullable UUID id, Registration registration, Locale locale) {
        return switch (registration) {
            case Registration.Created(var warnings) -> new RowAnswer(id, Outcome.CREATED, null, listed(warnings));
            case Registration.Unchanged() -> new RowAnswer(id, Outcome.UNCHANGED, null, null);
            case Registration.Conflict() ->
                new RowAnswer(
                        id,
                        Outcome.CONFLICT,
                        Problem.of(RegistryProblem.ID_TAKEN).body(locale),
                        null);
            case Registration.Invalid invalid ->
                new RowAnswer(id, Outcome.INVALID, problem(invalid).body(locale), null);
        };
    }

    public static Problem problem(Registration.Invalid invalid) {
        return Problem.of(
                        invalid.reason() instanceof RegistryProblem ? invalid.reason() : CommonProblem.INVALID_REQUEST)
                .at(invalid.field(), invalid.reason());
    }

    private static @Nullable List<String> listed(Set<String> warnings) {
        return warnings.isEmpty() ? null : warnings.stream().sorted().toList();
    }
}
