package id.tumbuh.intervention.provider;

import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemCode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what forms have in common. */
final class Texts {
    /** A number of sixteen digits in the wrong field would be somebody's NIK. */
    private static final Pattern NIK = Pattern.compile(".*\\d{16}.*", Pattern.DOTALL);

    private Texts() {}

    static Optional<Problem.Violation> required(String pointer, @Nullable Object value) {
        return value == null ? fault(pointer, CommonProblem.REQUIRED) : Optional.empty();
    }

    static Optional<Problem.Violation> text(String pointer, @Nullable String value, int most) {
        if (value == null || value.isBlank()) {
            return fault(pointer, CommonProblem.REQUIRED);
        }
        if (value.length() > most || value.indexOf('\0') >= 0) {
            return fault(pointer, CommonProblem.OUT_OF_RANGE);
        }
        return NIK.matcher(value).matches() ? fault(pointer, InterventionProblem.LOOKS_LIKE_NIK) : Optional.empty();
    }

    static Optional<Problem.Violation> fault(String pointer, ProblemCode reason) {
        return Optional.of(new Problem.Violation(pointer, reason));
    }
}
