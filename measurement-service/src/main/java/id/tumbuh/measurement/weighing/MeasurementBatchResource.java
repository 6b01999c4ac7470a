package id.tumbuh.measurement.weighing;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import id.tumbuh.measurement.assessment.GrowthJson;
import id.tumbuh.measurement.assessment.MeasurementProblem;
import id.tumbuh.measurement.weighing.SubmissionRows.Row;
import id.tumbuh.measurement.weighing.TakeBatch.Answer;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Languages;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Measurements in bulk: how a posyandu's app, a kabupaten's system or an importer brings a day's weighing. */
@Path("/v1/measurements:batch")
public class MeasurementBatchResource {

    private static final int BYTES_A_ROW = 80;

    private final TakeBatch batch;
    private final BatchAdmission admission;
    private final WeighingConfig config;
    private final Caller caller;
    private final Clock clock;
    private final ObjectWriter problems;

    MeasurementBatchResource(
            TakeBatch batch,
            BatchAdmission admission,
            WeighingConfig config,
            Caller caller,
            Clock clock,
            ObjectMapper json) {
        this.batch = batch;
        this.admission = admission;
        this.config = config;
        this.caller = caller;
        this.clock = clock;
        this.problems = json.writerFor(Problem.Body.class);
    }

    @POST
    @RolesAllowed({Roles.KADER, Roles.TPK, Roles.PUSKESMAS, Roles.TPPS, Roles.BKKBN, Roles.SYSTEM, Roles.ADMIN})
    @RunOnVirtualThread
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "recordMeasurements", summary = "Record up to 1,000 measurements", description = """
                    Every row has an `id` made by the client, so the same request can be sent again until it is answered. \
                    A 200 means that every row CREATED is durable. Outcomes: CREATED; UNCHANGED, it was there with the same \
                    content; PENDING_CHILD, kept until its child, or the record of it that was merged, is known here and lies in the sender's areas; CONFLICT, \
                    the id belongs to other content; INVALID, with a problem that points at the wrong fields. A row never \
                    spoils the others. A row that was taken may carry `warnings`: what in it can hardly be.""")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.ARRAY, implementation = WeighingApi.Row.class),
                            examples = @ExampleObject(name = "one measurement", value = WeighingApi.BATCH)))
    @APIResponse(
            responseCode = "200",
            description = "One answer a row, in order",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = WeighingApi.RowAnswer.class),
                            examples = @ExampleObject(name = "answers", value = WeighingApi.BATCH_ANSWER)))
    @APIResponse(responseCode = "400", description = "Not JSON, not a list, or too many rows")
    @APIResponse(responseCode = "413", description = "More than 1 MB")
    @APIResponse(responseCode = "503", description = "Too much at once; Retry-After says when to come again")
    public byte[] record(byte[] body, @Context HttpHeaders headers) throws IOException {
        if (body.length > config.largestBatch().asLongValue()) {
            throw new ProblemException(Problem.of(CommonProblem.BODY_TOO_LARGE));
        }
        List<Row> rows = SubmissionRows.read(body, new SubmissionRows.Sent(caller.subject(), LocalDate.now(clock)));
        List<Submission> submissions =
                rows.stream().map(Row::submission).filter(Objects::nonNull).toList();
        List<Answer> answers = admission.admit(() -> batch.take(submissions, caller));
        return answer(rows, answers.iterator(), Languages.of(headers));
    }

    private byte[] answer(List<Row> rows, Iterator<Answer> answers, Locale language) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream(rows.size() * BYTES_A_ROW + 2);
        try (JsonGenerator json = GrowthJson.FACTORY.createGenerator(answer)) {
            json.writeStartArray();
            for (int number = 0; number < rows.size(); number++) {
                Row row = rows.get(number);
                Answer given = row.submission() == null ? null : answers.next();
                Outcome outcome = given == null ? null : given.outcome();
                json.writeStartObject();
                json.writeStringField("id", row.id() == null ? null : row.id().toString());
                json.writeStringField("outcome", word(outcome));
                Problem problem = problem(number, row, outcome);
                if (problem != null) {
                    json.writeFieldName("problem");
                    json.writeRawValue(problems.writeValueAsString(problem.body(language)));
                }
                if (given != null && !given.doubts().isEmpty()) {
                    writeDoubts(json, number, given.doubts(), language);
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        return answer.toByteArray();
    }

    /** Like the errors of a problem, but of a row that was taken. */
    private static void writeDoubts(JsonGenerator json, int number, List<Doubt> doubts, Locale language)
            throws IOException {
        json.writeArrayFieldStart("warnings");
        for (Doubt doubt : doubts) {
            json.writeStartObject();
            json.writeStringField("pointer", "/" + number + "/" + doubt.field());
            json.writeStringField("reason", doubt.reason().name());
            json.writeStringField("title", doubt.reason().title(language));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String word(@Nullable Outcome outcome) {
        return switch (outcome) {
            case CREATED, UNCHANGED, PENDING_CHILD, CONFLICT -> outcome.name();
            case BEFORE_BIRTH -> "INVALID";
            case null -> "INVALID";
        };
    }

    private static @Nullable Problem problem(int number, Row row, @Nullable Outcome outcome) {
        return switch (outcome) {
            case CREATED, UNCHANGED, PENDING_CHILD -> null;
            case CONFLICT -> Problem.of(MeasurementProblem.MEASUREMENT_CONFLICT);
            case BEFORE_BIRTH ->
                Problem.of(CommonProblem.INVALID_REQUEST)
                        .at("/" + number + "/measuredOn", MeasurementProblem.MEASURED_BEFORE_BIRTH);
            case null -> Problem.of(CommonProblem.INVALID_REQUEST, row.violations());
        };
    }
}
