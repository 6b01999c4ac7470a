package id.tumbuh.measurement.maternal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import id.tumbuh.measurement.assessment.FieldReader;
import id.tumbuh.measurement.assessment.MeasurementProblem;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.AreaLevel;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemCode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of one check after another, as they stand in the body; what is wrong is collected with its pointer. */
final class CheckFields {

    private static final Pattern SOURCE = Pattern.compile("[A-Z][A-Z0-9_]{1,29}");

    private final JsonParser parser;
    private final FieldReader fields;
    private final LocalDate today;

    CheckFields(JsonParser parser, LocalDate today) {
        this.parser = parser;
        this.fields = new FieldReader(parser);
        this.today = today;
    }

    void beginRow(int number) {
        fields.beginRow(number);
    }

    List<Problem.Violation> takeViolations() {
        return fields.takeViolations();
    }

    boolean anythingWrong() {
        return fields.anythingWrong();
    }

    void wrong(String field, ProblemCode reason) {
        fields.wrong(field, reason);
    }

    void require(String field, @Nullable Object value) {
        fields.require(field, value);
    }

    @Nullable
    UUID id(String field) throws IOException {
        return fields.id(field);
    }

    <E extends Enum<E>> @Nullable E word(String field, E[] words) throws IOException {
        return fields.word(field, words);
    }

    /** A desa or kelurahan; whether the sender may see it is another question. */
    @Nullable
    String village(String field) throws IOException {
        String text = fields.text(field);
        if (text == null) {
            return null;
        }
        if (!AreaCode.isValid(text)) {
            fields.wrong(field, CommonProblem.INVALID_AREA);
            return null;
        }
        if (new AreaCode(text).level() != AreaLevel.DESA_KELURAHAN) {
            fields.wrong(field, MaternalProblem.NOT_A_VILLAGE);
            return null;
        }
        return text;
    }

    @Nullable
    LocalDate date(String field) throws IOException {
        return fields.date(field);
    }

    @Nullable
    LocalDate pastDate(String field) throws IOException {
        return fields.pastDate(field, today);
    }

    /** Outside of the limits lies a slip of the keyboard, no finding. */
    @Nullable
    Double number(String field, double least, double most) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT) {
            double value = parser.getDoubleValue();
            if (value >= least && value <= most) {
                return value;
            }
            fields.wrong(field, CommonProblem.OUT_OF_RANGE);
            return null;
        }
        nothing(field, token);
        return null;
    }

    @Nullable
    Integer whole(String field, int least, int most) throws IOException {
        Double value = number(field, least, most);
        if (value != null && value != Math.rint(value)) {
            fields.wrong(field, CommonProblem.WRONG_TYPE);
            return null;
        }
        return value == null ? null : value.intValue();
    }

    /** Null is not asked, which is not the same as no. */
    @Nullable
    Boolean yesOrNo(String field) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return token == JsonToken.VALUE_TRUE;
        }
        nothing(field, token);
        return null;
    }

    String source(String field, String usual) throws IOException {
        String text = fields.text(field);
        if (text != null && !SOURCE.matcher(text).matches()) {
            fields.wrong(field, MeasurementProblem.UNKNOWN_WORD);
        }
        return text == null ? usual : text;
    }

    /** Reads an object inside of the row; its fields are named with its own name before them. */
    void object(String field, Inner reader) throws IOException {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.START_OBJECT) {
            nothing(field, token);
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String inner = parser.currentName();
            parser.nextToken();
            if (!reader.take(inner, field + "/" + inner)) {
                parser.skipChildren();
            }
        }
    }

    /** Takes one field of an inner object, or says that it does not know it. */
    @FunctionalInterface
    interface Inner {
        boolean take(String name, String path) throws IOException;
    }

    private void nothing(String field, @Nullable JsonToken token) throws IOException {
        if (token != JsonToken.VALUE_NULL) {
            fields.wrong(field, CommonProblem.WRONG_TYPE);
            parser.skipChildren();
        }
    }
}
