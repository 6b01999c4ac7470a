package id.tumbuh.reporting.targets;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Targets of an area over REST. */
@Path("/v1/targets/{area}/{year}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Targets")
class TargetResource {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final Database database;
    private final AreaTargets targets;
    private final Bodies bodies;
    private final Caller caller;

    TargetResource(Database database, AreaTargets targets, Bodies bodies, Caller caller) {
        this.database = database;
        this.targets = targets;
        this.bodies = bodies;
        this.caller = caller;
    }

    @GET
    @Authenticated
    @Operation(operationId = "readTarget", summary = "What an area wants to reach in a year; the version is the `ETag`")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = TargetView.class),
                            examples = @ExampleObject(name = "target", value = TargetView.EXAMPLE)))
    public Response one(
            @Parameter(example = "36.04") @PathParam("area") String area,
            @Parameter(example = "2024") @PathParam("year") int year) {
        AreaTargets.Key key = key(area, year);
        AreaTarget found = database.read(caller.scope(), sql -> targets.find(sql, key))
                .orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.NOT_FOUND)));
        return KeptAnswer.one(found, TargetView::of);
    }

    @PUT
    @RolesAllowed({Roles.TPPS, Roles.BKKBN, Roles.ADMIN})
    @Operation(
            operationId = "setTarget",
            summary = "Set the prevalence of stunting an area wants to reach in a year",
            description = "The same again changes nothing; another target needs `If-Match`.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = TargetForm.class),
                            examples = @ExampleObject(name = "target", value = TargetForm.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            schema = @Schema(implementation = TargetView.class),
                            examples = @ExampleObject(name = "target", value = TargetView.EXAMPLE)))
    @APIResponse(responseCode = "403", description = "The area is not one of yours or below one")
    @APIResponse(responseCode = "409", description = "There is another target and no `If-Match` was sent")
    @APIResponse(responseCode = "412", description = "Changed since it was read")
    public Response set(
            @Parameter(example = "36.04") @PathParam("area") String area,
            @Parameter(example = "2024") @PathParam("year") int year,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            JsonNode body) {
        AreaTarget told = bodies.read(body, TargetForm.class).value(key(area, year));
        Writer writer = Writer.of(caller, ifMatch);
        return KeptAnswer.of(
                database.write(writer.scope(), tx -> new KeepStatement<>(targets).keep(tx, writer, told)),
                TargetView::of);
    }

    private static AreaTargets.Key key(String area, int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw KeptAnswer.invalid("/year", CommonProblem.OUT_OF_RANGE);
        }
        return new AreaTargets.Key(Asked.anyArea(area), TargetPath.INDICATOR, year);
    }
}
