package id.tumbuh.reporting.survey;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.Bodies;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.reporting.area.Asked;
import id.tumbuh.reporting.statement.KeepStatement;
import id.tumbuh.reporting.statement.KeptAnswer;
import id.tumbuh.reporting.statement.Writer;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Survey estimates over REST. */
@Path("/v1/survey-estimates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Survey against routine")
class SurveyEstimateResource {
    private final Database database;
    private final SurveyEstimates estimates;
    private final SurveyRules rules;
    private final Bodies bodies;
    private final Caller caller;

    SurveyEstimateResource(
            Database database, SurveyEstimates estimates, SurveyRules rules, Bodies bodies, Caller caller) {
        this.database = database;
        this.estimates = estimates;
        this.rules = rules;
        this.bodies = bodies;
        this.caller = caller;
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "listSurveyEstimates",
            summary = "What surveys say of an area, the oldest first",
            description = "Public facts of every area. Years that no survey speaks of are absent.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = EstimateView.class)))
    public List<EstimateView> list(
            @Parameter(description = "Kabupaten or kota, province, or ID", example = "36.04")
                    @QueryParam("area")
                    @Nullable
                    String area,
            @Parameter(example = "stunting-prevalence") @QueryParam("indicator") @Nullable String indicator,
            @Parameter(example = "2022") @QueryParam("year") @Nullable Integer year) {
        Question question = new Question(Asked.anyArea(area), indicator, year);
        return database.read(caller.scope(), sql -> estimates.of(sql, question)).stream()
                .map(EstimateView::of)
                .toList();
    }

    @GET
    @Path("{id}")
    @Authenticated
    @Operation(operationId = "readSurveyEstimate", summary = "One estimate, with its version as the `ETag`")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = EstimateView.class),
                            examples = @ExampleObject(name = "estimate", value = EstimateView.EXAMPLE)))
    public Response one(@PathParam("id") UUID id) {
        SurveyEstimate found = database.read(caller.scope(), sql -> estimates.find(sql, id))
                .orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.NOT_FOUND)));
        return KeptAnswer.one(found, EstimateView::of);
    }

    @PUT
    @Path("{id}")
    @RolesAllowed({Roles.TPPS, Roles.BKKBN, Roles.ADMIN})
    @Operation(
            operationId = "recordSurveyEstimate",
            summary = "Record what a survey found",
            description =
                    "Under an id of your own. The same again changes nothing; other content needs `If-Match`. Another"
                            + " source that says otherwise is an estimate of its own, not a change.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = EstimateForm.class),
                            examples = @ExampleObject(name = "estimate", value = EstimateForm.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            schema = @Schema(implementation = EstimateView.class),
                            examples = @ExampleObject(name = "estimate", value = EstimateView.EXAMPLE)))
    @APIResponse(responseCode = "403", description = "The area is not one of yours or below one")
    @APIResponse(responseCode = "409", description = "The id holds other content and no `If-Match` was sent")
    @APIResponse(responseCode = "412", description = "Changed since it was read")
    public Response record(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, JsonNode body) {
        SurveyEstimate told = bodies.read(body, EstimateForm.class).value(id);
        rules.checkIndicator(told.indicator());
        rules.checkYear(told.year());
        rules.checkInstrument(told.instrument());
        Writer writer = Writer.of(caller, ifMatch);
        return KeptAnswer.of(
                database.write(writer.scope(), tx -> new KeepStatement<>(estimates).keep(tx, writer, told)),
                EstimateView::of);
    }
}
