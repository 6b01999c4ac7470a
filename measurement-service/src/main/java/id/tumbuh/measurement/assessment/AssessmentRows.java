package id.tumbuh.measurement.assessment;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import id.tumbuh.measurement.growth.Age;
import id.tumbuh.measurement.growth.Measures;
import id.tumbuh.measurement.growth.Sex;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the body of an assessment request: all rows, or a problem that points at every wrong field. */
final class AssessmentRows {

    static final int MOST_ROWS = 10_000;
    private static final int MOST_VIOLATIONS = 1_000;
    private static final double OLDEST_DAYS = 50_000;
    private static final Sex[] SEXES = Sex.values();

    private final FieldReader fields;
    private final JsonParser parser;
    private final MeasuresReader measures = MeasuresReader.takingZeroForNothing();
    private final List<Row> rows = new ArrayList<>();
    private final List<Problem.Violation> violations = new ArrayList<>();

    /** One child to assess; the day chooses the rules in force. */
    record Row(
            @Nullable String ref,
            Sex sex,
            @Nullable Age age,
            @Nullable LocalDate measuredOn,
            Measures measures) {}

    private AssessmentRows(JsonParser parser) {
        this.parser = parser;
        this.fields = new FieldReader(parser);
    }

    static List<Row> read(byte[] body) throws IOException {
        try (JsonParser parser = GrowthJson.FACTORY.createParser(body)) {
            return new AssessmentRows(parser).rows();
        }
    }

    private List<Row> rows() throws IOException {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            throw new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).at("", CommonProblem.WRONG_TYPE));
        }
        int number = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (number == MOST_ROWS) {
                throw new ProblemException(Problem.of(CommonProblem.TOO_MANY_ROWS));
            }
            fields.beginRow(number++);
            readRow();
            violations.addAll(fields.takeViolations());
            if (violations.size() >= MOST_VIOLATIONS) {
                break;
            }
        }
        if (!violations.isEmpty()) {
            throw new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST, violations));
        }
        if (parser.nextToken() != null) {
            throw new ProblemException(Problem.of(CommonProblem.MALFORMED_JSON));
        }
        return rows;
    }

    private void readRow() throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            fields.wrong("", CommonProblem.WRONG_TYPE);
            parser.skipChildren();
            return;
        }
        String ref = null;
        Sex sex = null;
        boolean sexSeen = false;
        AgeFields age = new AgeFields();
        measures.clear();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken token = parser.nextToken();
            if (measures.read(field, fields) || age.read(field)) {
                continue;
            }
            switch (field) {
                case "ref" -> ref = fields.text(field);
                case "sex" -> {
                    sexSeen = token != JsonToken.VALUE_NULL;
                    sex = fields.word(field, SEXES);
                }
                default -> parser.skipChildren();
            }
        }
        if (!sexSeen) {
            fields.wrong("sex", CommonProblem.REQUIRED);
        }
        Age known = age.age();
        if (sex != null) {
            rows.add(new Row(ref, sex, known, age.measuredOn, measures.measures()));
        }
    }

    /** The three ways to say how old a child is. */
    private final class AgeFields {

        private @Nullable LocalDate birthDate;
        private @Nullable LocalDate measuredOn;
        private boolean measuredOnGiven;
        private double days = Double.NaN;
        private double months = Double.NaN;

        boolean read(String field) throws IOException {
            switch (field) {
                case "birthDate" -> birthDate = fields.date(field);
                case "measuredOn" -> {
                    measuredOnGiven = parser.currentToken() != JsonToken.VALUE_NULL;
                    measuredOn = fields.date(field);
                }
                case "ageDays" -> days = fields.number(field, 0, OLDEST_DAYS);
                case "ageMonths" -> months = fields.number(field, 0, OLDEST_DAYS / Age.DAYS_A_MONTH);
                default -> {
                    return false;
                }
            }
            return true;
        }

        @Nullable
        Age age() {
            boolean byDays = !Double.isNaN(days);
            boolean byMonths = !Double.isNaN(months);
            if ((byDays && byMonths) || (birthDate != null && (byDays || byMonths))) {
                fields.wrong(byDays ? "ageDays" : "ageMonths", MeasurementProblem.AGE_GIVEN_TWICE);
                return null;
            }
            if (byDays) {
                return Age.ofDays(days);
            }
            if (byMonths) {
                return Age.ofMonths(months);
            }
            return birthDate == null ? null : sinceBirth(birthDate);
        }

        private @Nullable Age sinceBirth(LocalDate born) {
            if (measuredOn == null) {
                if (!measuredOnGiven) {
                    fields.wrong("measuredOn", CommonProblem.REQUIRED);
                }
                return null;
            }
            if (measuredOn.isBefore(born)) {
                fields.wrong("measuredOn", MeasurementProblem.MEASURED_BEFORE_BIRTH);
                return null;
            }
            return Age.on(measuredOn, born);
        }
    }
}
