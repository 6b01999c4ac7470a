package id.tumbuh.reporting.area;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.reporting.Country;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** The area and month of a question about figures. */
public final class Asked {
    private Asked() {}

    /** An area the caller may not see and one that does not exist are answered alike. */
    public static String ownArea(@Nullable String area, Scope scope) {
        String code = anyArea(area);
        if (!covers(scope, code)) {
            throw new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
        }
        return code;
    }

    /** An area of public facts: everybody may ask for each. */
    public static String anyArea(@Nullable String area) {
        if (area == null || !Country.isArea(area)) {
            throw new ProblemException(
                    Problem.of(CommonProblem.INVALID_REQUEST).at("/area", CommonProblem.INVALID_AREA));
        }
        return area;
    }

    /** Whether the area lies in the scope; the country only in one without a limit. */
    public static boolean covers(Scope scope, String area) {
        return area.equals(Country.CODE) ? scope.unlimited() : scope.allows(new AreaCode(area));
    }

    public static @Nullable YearMonth month(@Nullable String month) {
        try {
            return month == null ? null : YearMonth.parse(month);
        } catch (DateTimeParseException noMonth) {
            throw new ProblemException(
                    Problem.of(CommonProblem.INVALID_REQUEST).at("/month", CommonProblem.INVALID_DATE));
        }
    }
}
