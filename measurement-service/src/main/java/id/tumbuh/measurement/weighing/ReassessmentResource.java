package id.tumbuh.measurement.weighing;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** After a rule was corrected: assess again what was assessed by the version before. */
@Path("/v1")
@RolesAllowed(Roles.ADMIN)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ReassessmentResource {

    private final ReassessByRules reassess;
    private final Caller caller;

    ReassessmentResource(ReassessByRules reassess, Caller caller) {
        this.reassess = reassess;
        this.caller = caller;
    }

    @PUT
    @Path("/reassessments/{id}")
    @Operation(
            operationId = "reassess",
            summary = "Assess measurements again whose rules were corrected",
            description = """
                    The id is made by the client, so the request can be repeated. Runs on after the answer, and on after a \
                    crash; every measurement that changes is announced. Without `area`: everywhere.""")
    @APIResponse(
            responseCode = "202",
            description = "It runs",
            content = @Content(schema = @Schema(implementation = Reassessment.class)))
    public Response start(@PathParam("id") UUID id, @QueryParam("area") @Nullable String area) {
        if (area != null && !AreaCode.isValid(area)) {
            throw new ProblemException(
                    Problem.of(CommonProblem.INVALID_REQUEST).at("/area", CommonProblem.INVALID_AREA));
        }
        return Response.accepted(reassess.start(id, area == null ? "" : area, caller))
                .build();
    }

    @GET
    @Path("/reassessments/{id}")
    @Operation(operationId = "reassessment", summary = "How far a pass is")
    @APIResponse(
            responseCode = "200",
            description = "Its counts",
            content = @Content(schema = @Schema(implementation = Reassessment.class)))
    @APIResponse(responseCode = "404", description = "No such pass")
    public Reassessment get(@PathParam("id") UUID id) {
        return reassess.find(id).orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.NOT_FOUND)));
    }
}
