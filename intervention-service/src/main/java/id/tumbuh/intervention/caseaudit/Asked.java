package id.tumbuh.intervention.caseaudit;

import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemCode;
import id.tumbuh.platform.http.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Parameters of a query. */
final class Asked {
    private Asked() {}

    static <E extends Enum<E>> E oneOf(E[] values, String text, String pointer, ProblemCode reason) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(text))
                .findFirst()
                .orElseThrow(() -> refused(pointer, reason));
    }

    static @Nullable LocalDate day(@Nullable String text, String pointer) {
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            throw refused(pointer, CommonProblem.INVALID_DATE);
        }
    }

    private static ProblemException refused(String pointer, ProblemCode reason) {
        return new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).at(pointer, reason));
    }
}
