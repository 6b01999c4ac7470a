package id.tumbuh.measurement.assessment;

import com.fasterxml.jackson.core.JsonGenerator;
import id.tumbuh.measurement.growth.Assessment;
import id.tumbuh.measurement.growth.GrowthPolicy;
import id.tumbuh.measurement.growth.WhoGrowthStandard;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Assessment without a child: the calculator that other systems and apps use before, or instead of, sending anything. */
@Path("/v1/assessments")
public class AssessmentResource {

    private static final int BYTES_A_ROW = 900;

    private final WhoGrowthStandard standard;
    private final GrowthRules rules;
    private final Clock clock;

    AssessmentResource(WhoGrowthStandard standard, GrowthRules rules, Clock clock) {
        this.standard = standard;
        this.rules = rules;
        this.clock = clock;
    }

    @POST
    @Authenticated
    @RunOnVirtualThread
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "assess",
            summary = "Assess up to 10,000 children by the WHO Child Growth Standards",
            description = """
                    Stateless. Answers in the order of the rows. The age comes from `birthDate` with `measuredOn`, or \
                    `ageDays` (fractions allowed), or `ageMonths`; without any only weight-for-length/height is possible. \
                    Every measure may be null; 0 counts as not taken; any positive value up to 1000 is computed, not \
                    judged: `implausible` says the rest. z-scores are rounded to two decimals, and classes (Permenkes \
                    2/2020) go by the rounded figure. Bilateral oedema leaves weight-based z-scores out and is severe.

                    All or nothing: one wrong row makes the whole request a 400 whose `errors` point at every wrong field \
                    of every row (`/17/measuredOn`). Nothing is stored, so nothing is lost by sending it again.""")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.ARRAY, implementation = AssessmentApi.Child.class),
                            examples = @ExampleObject(name = "two children", value = AssessmentApi.REQUEST)))
    @APIResponse(
            responseCode = "200",
            description = "One answer a row, in order",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = AssessmentApi.Answer.class),
                            examples = @ExampleObject(name = "first child", value = AssessmentApi.ANSWER)))
    @APIResponse(responseCode = "400", description = "Not JSON, too many rows, or pointers at every wrong field")
    public byte[] assess(byte[] body) throws IOException {
        List<AssessmentRows.Row> rows = AssessmentRows.read(body);
        Function<LocalDate, GrowthPolicy> policies = rules.byDay();
        LocalDate today = LocalDate.now(clock);
        ByteArrayOutputStream answer = new ByteArrayOutputStream(rows.size() * BYTES_A_ROW + 2);
        try (JsonGenerator json = GrowthJson.FACTORY.createGenerator(answer)) {
            json.writeStartArray();
            for (AssessmentRows.Row row : rows) {
                write(json, row, policies.apply(row.measuredOn() == null ? today : row.measuredOn()));
            }
            json.writeEndArray();
        }
        return answer.toByteArray();
    }

    private void write(JsonGenerator json, AssessmentRows.Row row, GrowthPolicy policy) throws IOException {
        Assessment assessment = standard.assess(row.sex(), row.age(), row.measures());
        json.writeStartObject();
        json.writeStringField("ref", row.ref());
        GrowthJson.writeNumber(json, "adjustedLengthHeightCm", assessment.adjustedLengthHeightCm());
        GrowthJson.writeNumber(json, "bmi", assessment.bmi());
        GrowthJson.writeIndices(json, assessment, policy);
        json.writeEndObject();
    }
}
