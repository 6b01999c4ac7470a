package id.tumbuh.measurement.exchange;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of exports. */
final class ExportQuery {

    private static final Pattern MONTH = Pattern.compile("(19|20)\\d{2}-\\d{2}");
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private ExportQuery() {}

    /** An area that is not among the caller's looks like one that does not exist. */
    static AreaCode area(@Nullable String code, Scope scope) {
        if (code == null) {
            throw wrong("/area", CommonProblem.REQUIRED);
        }
        if (!AreaCode.isValid(code)) {
            throw wrong("/area", CommonProblem.INVALID_AREA);
        }
        AreaCode area = new AreaCode(code);
        if (!scope.allows(area)) {
            throw new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
        }
        return area;
    }

    static YearMonth month(@Nullable String text) {
        if (text == null) {
            throw wrong("/month", CommonProblem.REQUIRED);
        }
        try {
            if (MONTH.matcher(text).matches()) {
                return YearMonth.parse(text);
            }
        } catch (DateTimeException noMonth) {
            // named below
        }
        throw wrong("/month", CommonProblem.INVALID_DATE);
    }

    static LocalDate day(String name, @Nullable String text, LocalDate usual) {
        if (text == null) {
            return usual;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.isBefore(EARLIEST) || day.getYear() > 9998) {
                throw wrong("/" + name, CommonProblem.OUT_OF_RANGE);
            }
            return day;
        } catch (DateTimeException noDay) {
            throw wrong("/" + name, CommonProblem.INVALID_DATE);
        }
    }

    static <E extends Enum<E>> E word(String name, String text, E[] words) {
        return Arrays.stream(words)
                .filter(word -> word.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> wrong("/" + name, CommonProblem.OUT_OF_RANGE));
    }

    static ProblemException wrong(String pointer, CommonProblem reason) {
        return new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).at(pointer, reason));
    }
}
