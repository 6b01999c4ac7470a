package id.tumbuh.reporting.rebuild;

import id.tumbuh.platform.access.AuditEntry;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The proof that the projections can be built again from the topics, and the way to do it. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Operation")
class RebuildResource {
    private final Database database;
    private final Caller caller;
    private final RebuildProjections rebuild;
    private final RebuildRuns runs;

    RebuildResource(Database database, Caller caller, RebuildProjections rebuild, RebuildRuns runs) {
        this.database = database;
        this.caller = caller;
        this.rebuild = rebuild;
        this.runs = runs;
    }

    @POST
    @Path("projections:rebuild")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Build every projection again from the topics, beside those that are read, and compare them",
            description =
                    "Readers are not disturbed, and nothing is announced. With `replace` what was built is read from then on.")
    @APIResponse(responseCode = "202", description = "It runs; `Location` tells how far it is")
    @APIResponse(responseCode = "409", description = "Another one runs")
    public Response begin(
            @Parameter(description = "Whether it takes the place of what is read")
                    @QueryParam("replace")
                    @DefaultValue("false")
                    boolean replace)
            throws SQLException {
        UUID id = UUID.randomUUID();
        AuditEntry entry = AuditEntry.of(caller, replace ? "REPLACE" : "COMPARE", "projections", id, null);
        if (!rebuild.begin(new RebuildProjections.Order(id, replace, entry))) {
            throw new ProblemException(Problem.of(RebuildProblem.REBUILD_RUNS));
        }
        return Response.accepted()
                .location(URI.create("/v1/projections/rebuilds/" + id))
                .build();
    }

    @GET
    @Path("projections/rebuilds/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.AUDITOR})
    @Operation(summary = "How far a building is, and what it found")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = RebuildRun.class),
                            examples = @ExampleObject(name = "same", value = RebuildRun.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "No such building")
    public RebuildRun one(@PathParam("id") UUID id) {
        return database.read(Scope.everywhere(), sql -> runs.find(sql, id))
                .orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.NOT_FOUND)));
    }
}
