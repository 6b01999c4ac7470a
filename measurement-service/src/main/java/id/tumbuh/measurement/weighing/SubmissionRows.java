package id.tumbuh.measurement.weighing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import id.tumbuh.measurement.assessment.FieldReader;
import id.tumbuh.measurement.assessment.GrowthJson;
import id.tumbuh.measurement.assessment.MeasurementProblem;
import id.tumbuh.measurement.assessment.MeasuresReader;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the body of a batch. A wrong field makes its row invalid, never the batch; only what is no list of rows is a 400. */
final class SubmissionRows {

    static final int MOST_ROWS = 1_000;
    private static final Pattern SOURCE = Pattern.compile("[A-Z][A-Z0-9_]{1,29}");
    private static final Pattern KIT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9/-]{0,15}");
    static final String USUAL_SOURCE = "POSYANDU";

    private final JsonParser parser;
    private final FieldReader fields;
    private final MeasuresReader measures = MeasuresReader.ofPositive();
    private final Sent sent;

    /** Who sends, and on which day: nobody measured tomorrow. */
    record Sent(String by, LocalDate today) {}

    /** A row: a submission, or what is wrong with it. The id is null when it is no id. */
    record Row(@Nullable UUID id, @Nullable Submission submission, List<Problem.Violation> violations) {}

    private SubmissionRows(JsonParser parser, Sent sent) {
        this.parser = parser;
        this.fields = new FieldReader(parser);
        this.sent = sent;
    }

    static List<Row> read(byte[] body, Sent sent) throws IOException {
        try (JsonParser parser = GrowthJson.FACTORY.createParser(body)) {
            return new SubmissionRows(parser, sent).rows();
        }
    }

    private List<Row> rows() throws IOException {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            throw new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).at("", CommonProblem.WRONG_TYPE));
        }
        List<Row> rows = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (rows.size() == MOST_ROWS) {
                throw new ProblemException(Problem.of(CommonProblem.TOO_MANY_ROWS));
            }
            fields.beginRow(rows.size());
            rows.add(readRow());
        }
        if (parser.nextToken() != null) {
            throw new ProblemException(Problem.of(CommonProblem.MALFORMED_JSON));
        }
        return rows;
    }

    private Row readRow() throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            fields.wrong("", CommonProblem.WRONG_TYPE);
            parser.skipChildren();
            return new Row(null, null, fields.takeViolations());
        }
        UUID id = null;
        UUID childId = null;
        UUID posyanduId = null;
        String kit = null;
        LocalDate measuredOn = null;
        String source = USUAL_SOURCE;
        measures.clear();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            if (measures.read(field, fields)) {
                continue;
            }
            switch (field) {
                case "id" -> id = fields.id(field);
                case "childId" -> childId = fields.id(field);
                case "posyanduId" -> posyanduId = fields.id(field);
                case "kit" -> kit = kit(fields, field);
                case "measuredOn" -> measuredOn = fields.pastDate(field, sent.today());
                case "source" -> source = source(fields, field);
                default -> parser.skipChildren();
            }
        }
        fields.require("id", id);
        fields.require("childId", childId);
        fields.require("measuredOn", measuredOn);
        requireSomething();
        List<Problem.Violation> violations = fields.takeViolations();
        if (!violations.isEmpty() || id == null || childId == null || measuredOn == null) {
            return new Row(id, null, violations);
        }
        Submission submission =
                new Submission(id, childId, measuredOn, posyanduId, kit, source, measures.measures(), sent.by(), null);
        return new Row(id, submission, violations);
    }

    private void requireSomething() {
        if (!measures.anything() && !fields.anythingWrong()) {
            fields.wrong("", MeasurementProblem.NOTHING_MEASURED);
        }
    }

    static @Nullable String kit(FieldReader fields, String field) throws IOException {
        String text = fields.text(field);
        if (text != null && !KIT.matcher(text).matches()) {
            fields.wrong(field, MeasurementProblem.NOT_A_KIT);
            return null;
        }
        return text;
    }

    static String source(FieldReader fields, String field) throws IOException {
        String text = fields.text(field);
        if (text != null && !SOURCE.matcher(text).matches()) {
            fields.wrong(field, MeasurementProblem.UNKNOWN_WORD);
        }
        return text == null ? USUAL_SOURCE : text;
    }
}
