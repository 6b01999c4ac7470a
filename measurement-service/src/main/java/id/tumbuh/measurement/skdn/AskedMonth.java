package id.tumbuh.measurement.skdn;

import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemCode;
import id.tumbuh.platform.http.ProblemException;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** The month of a request. */
final class AskedMonth {

    private AskedMonth() {}

    /** A month that has begun. */
    static YearMonth of(@Nullable String month, YearMonth present) {
        if (month == null) {
            throw refused(CommonProblem.REQUIRED);
        }
        try {
            YearMonth asked = YearMonth.parse(month);
            if (asked.isAfter(present)) {
                throw refused(SkdnProblem.MONTH_TO_COME);
            }
            return asked;
        } catch (DateTimeParseException noMonth) {
            throw refused(SkdnProblem.INVALID_MONTH);
        }
    }

    private static ProblemException refused(ProblemCode reason) {
        return new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).at("/month", reason));
    }
}
