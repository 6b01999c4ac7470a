package id.tumbuh.intervention.matching;

import static java.util.Objects.requireNonNull;

import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.AreaLevel;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Form;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemCode;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A search as it is asked for. */
@Schema(name = "MatchingRequest")
record MatchForm(
        @Schema(description = "Made by the sender", examples = "0198c1a0-0000-7000-8000-0000000000f1") @Nullable
        UUID id,

        @Schema(description = "A kabupaten or kota, or an area below one", examples = "36.04") @Nullable
        String area,

        @Schema(description = "How long to search at most, 1 to 300; 10 when left out", examples = "10") @Nullable
        Integer seconds)
        implements Form {
    static final String EXAMPLE =
            "{\"id\": \"0198c1a0-0000-7000-8000-0000000000f1\", \"area\": \"36.04\", \"seconds\": 10}";
    private static final int USUAL_SECONDS = 10;
    private static final int MOST_SECONDS = 300;

    @Override
    public Optional<Problem.Violation> fault() {
        if (id == null) {
            return fault("/id", CommonProblem.REQUIRED);
        }
        if (area == null) {
            return fault("/area", CommonProblem.REQUIRED);
        }
        if (!AreaCode.isValid(area)) {
            return fault("/area", CommonProblem.INVALID_AREA);
        }
        if (new AreaCode(area).level() == AreaLevel.PROVINSI) {
            return fault("/area", InterventionProblem.AREA_TOO_LARGE);
        }
        return seconds != null && (seconds < 1 || seconds > MOST_SECONDS)
                ? fault("/seconds", CommonProblem.OUT_OF_RANGE)
                : Optional.empty();
    }

    UUID requiredId() {
        return requireNonNull(id);
    }

    AreaCode where() {
        return new AreaCode(requireNonNull(area));
    }

    int limit() {
        return seconds == null ? USUAL_SECONDS : seconds;
    }

    private static Optional<Problem.Violation> fault(String pointer, ProblemCode reason) {
        return Optional.of(new Problem.Violation(pointer, reason));
    }
}
