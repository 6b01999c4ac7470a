package id.tumbuh.registry.batch;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.ProblemCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks of single fields; each answers what is wrong, or nothing. */
public final class Faults {
    private Faults() {}

    @SafeVarargs
    public static Optional<Registration.Invalid> first(Optional<Registration.Invalid>... faults) {
        for (Optional<Registration.Invalid> fault : faults) {
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    public static Optional<Registration.Invalid> required(String field, @Nullable Object value) {
        return unless(value != null, CommonProblem.REQUIRED, field);
    }

    public static Optional<Registration.Invalid> atMost(int characters, String field, @Nullable String text) {
        return unless(text == null || text.length() <= characters, CommonProblem.OUT_OF_RANGE, field);
    }

    public static Optional<Registration.Invalid> between(int least, int most, String field, @Nullable Number value) {
        return unless(
                value == null || (value.doubleValue() >= least && value.doubleValue() <= most),
                CommonProblem.OUT_OF_RANGE,
                field);
    }

    public static Optional<Registration.Invalid> area(String field, @Nullable String code) {
        return unless(code == null || AreaCode.isValid(code), CommonProblem.INVALID_AREA, field);
    }

    public static Optional<Registration.Invalid> unless(boolean fine, ProblemCode reason, String field) {
        return fine ? Optional.empty() : Optional.of(new Registration.Invalid(reason, field));
    }
}
