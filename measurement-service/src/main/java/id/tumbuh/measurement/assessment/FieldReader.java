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
import java.util.UUID;
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
    private String root = "";
    private List<Problem.Violation> violations = new ArrayList<>();

    public FieldReader(JsonParser parser) {
        this.parser = parser;
    }

    /** What is wrong from here on is in this row of a list; without it, in the one object there is. */
    public void beginRow(int number) {
        root = "/" + number;
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
        violations.add(new Problem.Violation(pointer(field), reason));
    }

    /** Whether something was wrong with this field of the row; says nothing after {@link #takeViolations}. */
    public boolean isWrong(String field) {
        String pointer = pointer(field);
        return violations.stream().anyMatch(violation -> violation.pointer().equals(pointer));
    }

    private String pointer(String field) {
        return field.isEmpty() ? root : root + "/" + field;
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

    /** A day that has come, or null when it is null or wrong. */
    public @Nullable LocalDate pastDate(String field, LocalDate today) throws IOException {
        LocalDate day = date(field);
        if (day != null && day.isAfter(today)) {
            wrong(field, MeasurementProblem.MEASURED_IN_FUTURE);
            return null;
        }
        return day;
    }

    public @Nullable UUID id(String field) throws IOException {
        String text = text(field);
        if (text == null) {
            return null;
        }
        try {
            if (text.length() == 36) { // UUID.fromString also takes shorter groups
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException notAnId) {
            // named below
        }
        wrong(field, MeasurementProblem.NOT_AN_ID);
        return null;
    }

    /** Says so when a field is missing; a wrong one was named already. */
    public void require(String field, @Nullable Object value) {
        if (value == null && !isWrong(field)) {
            wrong(field, CommonProblem.REQUIRED);
        }
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

    public <E extends Enum<E>> @Nullable E word(String field, E[] words) throws IOException {
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
