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
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Recorded figures over REST. */
@Path("/v1/recorded-figures")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Survey against routine")
class RecordedFigureResource {
    private final Database database;
    private final RecordedFigures figures;
    private final RecordFigure recording;
    private final Bodies bodies;
    private final Caller caller;

    RecordedFigureResource(
            Database database, RecordedFigures figures, RecordFigure recording, Bodies bodies, Caller caller) {
        this.database = database;
        this.figures = figures;
        this.recording = recording;
        this.bodies = bodies;
        this.caller = caller;
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "listRecordedFigures",
            summary = "What was said of the routine figures of an area, the oldest first",
            description = "Public facts of every area, also where they contradict each other or their own arithmetic.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = FigureView.class)))
    public List<FigureView> list(
            @Parameter(description = "Dotted code of any level, or ID", example = "36.04") @QueryParam("area") @Nullable
                    String area,
            @Parameter(example = "stunting-prevalence") @QueryParam("indicator") @Nullable String indicator,
            @Parameter(example = "2022") @QueryParam("year") @Nullable Integer year) {
        Question question = new Question(Asked.anyArea(area), indicator, year);
        return FigureView.all(database.read(caller.scope(), sql -> figures.of(sql, question)));
    }

    @GET
    @Path("{id}")
    @Authenticated
    @Operation(operationId = "readRecordedFigure", summary = "One figure, with its version as the `ETag`")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = FigureView.class),
                            examples = @ExampleObject(name = "figure", value = FigureView.EXAMPLE)))
    public Response one(@PathParam("id") UUID id) {
        return database.read(
                caller.scope(),
                sql -> figures.find(sql, id)
                        .map(found -> KeptAnswer.one(found, one -> view(sql, one)))
                        .orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.NOT_FOUND))));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed({Roles.TPPS, Roles.BKKBN, Roles.ADMIN})
    @Operation(
            operationId = "recordRecordedFigure",
            summary = "Record what somebody said of the routine figures, or of an indicator of the national lists",
            description =
                    "`indicator` is one that surveys tell, or one of `/v1/indicator-lists`. Under an id of your own. The same again changes nothing; other content needs `If-Match`. Another"
                            + " source that says otherwise is a figure of its own, not a change.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = FigureForm.class),
                            examples = @ExampleObject(name = "figure", value = FigureForm.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            schema = @Schema(implementation = FigureView.class),
                            examples = @ExampleObject(name = "figure", value = FigureView.EXAMPLE)))
    @APIResponse(responseCode = "403", description = "The area is not one of yours or below one")
    @APIResponse(responseCode = "409", description = "The id holds other content and no `If-Match` was sent")
    @APIResponse(responseCode = "412", description = "Changed since it was read")
    public Response record(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, JsonNode body) {
        FigureForm form = bodies.read(body, FigureForm.class);
        Writer writer = Writer.of(caller, ifMatch);
        return KeptAnswer.of(
                recording.record(writer, id, form), one -> database.read(writer.scope(), sql -> view(sql, one)));
    }

    private FigureView view(Handle sql, RecordedFigure one) {
        return FigureView.of(one, figures.of(sql, Question.of(one.area(), one.indicator())));
    }
}
