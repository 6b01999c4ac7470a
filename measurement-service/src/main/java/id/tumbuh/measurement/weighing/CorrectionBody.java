package id.tumbuh.measurement.weighing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import id.tumbuh.measurement.assessment.FieldReader;
import id.tumbuh.measurement.assessment.GrowthJson;
import id.tumbuh.measurement.assessment.MeasurementProblem;
import id.tumbuh.measurement.assessment.MeasuresReader;
import id.tumbuh.measurement.weighing.SubmissionRows.Sent;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What shall stand instead of a measurement, and why. It replaces everything: what it leaves out was not measured. */
record CorrectionBody(Submission submission, RevisionReason reason) {

    static CorrectionBody read(byte[] body, UUID id, Sent sent) throws IOException {
        try (JsonParser parser = GrowthJson.FACTORY.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new ProblemException(
                        Problem.of(CommonProblem.INVALID_REQUEST).at("", CommonProblem.WRONG_TYPE));
            }
            CorrectionBody correction = new Reader(parser, sent).correction(id);
            if (parser.nextToken() != null) {
                throw new ProblemException(Problem.of(CommonProblem.MALFORMED_JSON));
            }
            return correction;
        }
    }

    /** A reason a person may give, or null with the field named. */
    static @Nullable RevisionReason staffReason(@Nullable String word) {
        for (RevisionReason reason : RevisionReason.values()) {
            if (reason.isStaffs() && reason.name().equals(word)) {
                return reason;
            }
        }
        return null;
    }

    private static final class Reader {

        private final JsonParser parser;
        private final FieldReader fields;
        private final MeasuresReader measures = MeasuresReader.ofPositive();
        private final Sent sent;
        private @Nullable UUID childId;
        private @Nullable UUID posyanduId;
        private @Nullable String kit;
        private @Nullable LocalDate measuredOn;
        private String source = SubmissionRows.USUAL_SOURCE;
        private @Nullable RevisionReason reason;

        Reader(JsonParser parser, Sent sent) {
            this.parser = parser;
            this.fields = new FieldReader(parser);
            this.sent = sent;
            measures.clear();
        }

        CorrectionBody correction(UUID id) throws IOException {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                parser.nextToken();
                if (!measures.read(field, fields)) {
                    read(field);
                }
            }
            fields.require("childId", childId);
            fields.require("measuredOn", measuredOn);
            fields.require("reason", reason);
            if (!measures.anything() && !fields.anythingWrong()) {
                fields.wrong("", MeasurementProblem.NOTHING_MEASURED);
            }
            List<Problem.Violation> violations = fields.takeViolations();
            if (!violations.isEmpty() || childId == null || measuredOn == null || reason == null) {
                throw new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST, violations));
            }
            return new CorrectionBody(
                    new Submission(
                            id, childId, measuredOn, posyanduId, kit, source, measures.measures(), sent.by(), null),
                    reason);
        }

        private void read(String field) throws IOException {
            switch (field) {
                case "childId" -> childId = fields.id(field);
                case "posyanduId" -> posyanduId = fields.id(field);
                case "kit" -> kit = SubmissionRows.kit(fields, field);
                case "measuredOn" -> measuredOn = fields.pastDate(field, sent.today());
                case "source" -> source = SubmissionRows.source(fields, field);
                case "reason" -> {
                    String word = fields.text(field);
                    reason = staffReason(word);
                    if (word != null && reason == null) {
                        fields.wrong(field, MeasurementProblem.NO_REASON_OF_STAFF);
                    }
                }
                default -> parser.skipChildren();
            }
        }
    }
}
