package id.tumbuh.measurement.assessment;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemCode;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one row after another straight from the parser and collects what is wrong, each with its pointer. By
 * hand, because ten thousand rows through a validator cost more than their assessment.
 */
public final class FieldReader {

    /** Nothing of a child weighs or measures more, in any unit used here; what lies above is a slip of the keyboard. */
    public static final double LARGEST = 1000;

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final JsonParser parser;
    private int row;
    private List<Problem.Violation> violations = new ArrayList<>();

    public FieldReader(JsonParser parser) {
        this.parser = parser;
    }

    public void beginRow(int number) {
        row = number;
    }

    /** What was wrong since the last call. */
    public List<Problem.Violation> takeViolations() {
        if (violations.isEmpty()) {
            return List.of();
        }
        List<Problem.Violation> taken = violations;
        violations = new ArrayList<>();
        return taken;
    }

    public void wrong(String field, ProblemCode reason) {
        violations.add(new Problem.Violation(field.isEmpty() ? "/" + row : "/" + row + "/" + field, reason));
    }

    /** Whether something was wrong with this field of the row; says nothing after {@link #takeViolations}. */
    public boolean isWrong(String field) {
        String pointer = "/" + row + "/" + field;
        return violations.stream().anyMatch(violation -> violation.pointer().equals(pointer));
    }

    public boolean anythingWrong() {
        return !violations.isEmpty();
    }

    /** A number from {@code least} on, or NaN when it is null or wrong. */
    double number(String field, double least, double most) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT) {
            double value = parser.getDoubleValue();
            if (value >= least && value <= most) {
                return value;
            }
            wrong(field, CommonProblem.OUT_OF_RANGE);
        } else if (token != JsonToken.VALUE_NULL) {
            wrongType(field);
        }
        return Double.NaN;
    }

    /** A text, or null when it is null or wrong. */
    public @Nullable String text(String field) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        if (token != JsonToken.VALUE_NULL) {
            wrongType(field);
        }
        return null;
    }

    public @Nullable LocalDate date(String field) throws IOException {
        String text = text(field);
        if (text == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text);
            if (!date.isBefore(EARLIEST)) {
                return date;
            }
            wrong(field, CommonProblem.OUT_OF_RANGE);
        } catch (DateTimeParseException notADate) {
            wrong(field, CommonProblem.INVALID_DATE);
        }
        return null;
    }

    boolean flag(String field) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return token == JsonToken.VALUE_TRUE;
        }
        if (token != JsonToken.VALUE_NULL) {
            wrongType(field);
        }
        return false;
    }

    <E extends Enum<E>> @Nullable E word(String field, E[] words) throws IOException {
        String text = text(field);
        if (text == null) {
            return null;
        }
        for (E word : words) {
            if (word.name().equals(text)) {
                return word;
            }
        }
        wrong(field, MeasurementProblem.UNKNOWN_WORD);
        return null;
    }

    private void wrongType(String field) throws IOException {
        wrong(field, CommonProblem.WRONG_TYPE);
        parser.skipChildren();
    }
}
