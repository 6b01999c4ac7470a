package id.tumbuh.measurement.maternal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import id.tumbuh.measurement.assessment.GrowthJson;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads bodies. A wrong field makes its row invalid, never the batch; only what is no list of rows is a 400. */
final class CheckRows<C extends CheckContent> {

    static final int MOST_ROWS = 1_000;

    private final JsonParser parser;
    private final CheckFields fields;
    private final Supplier<ContentReader<C>> readers;

    /** A row: what was sent, or what is wrong with it. The id is null when it is no id. */
    record Row<C>(
            @Nullable UUID id,
            @Nullable CorrectionReason reason,
            @Nullable C content,
            List<Problem.Violation> violations) {}

    /** Collects the fields of one row; a new one for each. */
    interface ContentReader<C> {
        boolean take(String field, CheckFields in) throws IOException;

        /** The content, after complaining about what is missing; null when something was wrong. */
        @Nullable
        C content(CheckFields in);
    }

    private CheckRows(JsonParser parser, LocalDate today, Supplier<ContentReader<C>> readers) {
        this.parser = parser;
        this.fields = new CheckFields(parser, today);
        this.readers = readers;
    }

    static <C extends CheckContent> List<Row<C>> readAll(
            byte[] body, LocalDate today, Supplier<ContentReader<C>> readers) throws IOException {
        try (JsonParser parser = GrowthJson.FACTORY.createParser(body)) {
            return new CheckRows<>(parser, today, readers).rows();
        }
    }

    /** A correction: one row without the list around it, with the reason of the correction. */
    static <C extends CheckContent> Row<C> readOne(byte[] body, LocalDate today, Supplier<ContentReader<C>> readers)
            throws IOException {
        try (JsonParser parser = GrowthJson.FACTORY.createParser(body)) {
            CheckRows<C> rows = new CheckRows<>(parser, today, readers);
            parser.nextToken();
            Row<C> row = rows.row(Form.CORRECTION);
            rows.end();
            if (!row.violations().isEmpty()) {
                throw new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST, row.violations()));
            }
            return row;
        }
    }

    private enum Form {
        BATCH,
        CORRECTION
    }

    private List<Row<C>> rows() throws IOException {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            throw new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).at("", CommonProblem.WRONG_TYPE));
        }
        List<Row<C>> rows = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (rows.size() == MOST_ROWS) {
                throw new ProblemException(Problem.of(CommonProblem.TOO_MANY_ROWS));
            }
            fields.beginRow(rows.size());
            rows.add(row(Form.BATCH));
        }
        end();
        return rows;
    }

    private void end() throws IOException {
        if (parser.nextToken() != null) {
            throw new ProblemException(Problem.of(CommonProblem.MALFORMED_JSON));
        }
    }

    private Row<C> row(Form form) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            fields.wrong("", CommonProblem.WRONG_TYPE);
            parser.skipChildren();
            return new Row<>(null, null, null, fields.takeViolations());
        }
        UUID id = null;
        CorrectionReason reason = null;
        ContentReader<C> reader = readers.get();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            if (field.equals("id")) {
                id = fields.id(field);
            } else if (field.equals("reason") && form == Form.CORRECTION) {
                reason = fields.word(field, CorrectionReason.values());
            } else if (!reader.take(field, fields)) {
                parser.skipChildren();
            }
        }
        switch (form) {
            case BATCH -> fields.require("id", id);
            case CORRECTION -> fields.require("reason", reason);
        }
        C content = reader.content(fields);
        boolean wrong = fields.anythingWrong();
        return new Row<>(id, reason, wrong ? null : content, fields.takeViolations());
    }
}
