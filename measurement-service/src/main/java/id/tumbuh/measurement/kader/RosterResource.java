package id.tumbuh.measurement.kader;

import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What a kader's phone takes along before it leaves the network. */
@Path("/v1/roster")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.KADER, Roles.TPK, Roles.PUSKESMAS, Roles.TPPS})
@RunOnVirtualThread
public class RosterResource {

    private final DownloadRoster rosters;
    private final ListPosyandu list;
    private final Caller caller;

    RosterResource(DownloadRoster rosters, ListPosyandu list, Caller caller) {
        this.rosters = rosters;
        this.list = list;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "rosterOfPosyandu",
            summary = "The children of a posyandu for one day's weighing",
            description = """
                    Children under five with what the marks of the card need, and the rules in force. Names come from \
                    registry with the caller's own token; when it does not answer the roster comes without them \
                    (`names` says so). Every download is audited.""")
    @APIResponse(
            responseCode = "200",
            description = "The roster of today",
            content = @Content(schema = @Schema(implementation = DayRoster.class)))
    @APIResponse(responseCode = "404", description = "No such posyandu, none of the caller's, or nobody to weigh there")
    public Response roster(@QueryParam("posyandu") @Nullable String posyandu, @Context HttpHeaders headers) {
        return rosters.of(id(posyandu), caller, bearer(headers))
                .map(RosterResource::unstored)
                .orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.NOT_FOUND)));
    }

    @GET
    @Path("/posyandu")
    @Operation(
            operationId = "posyanduWithChildren",
            summary = "The posyandu of the caller's areas that have children to weigh")
    @APIResponse(
            responseCode = "200",
            description = "At most 1,000, in the order of their areas",
            content = @Content(schema = @Schema(implementation = PosyanduChoice.class)))
    public Response posyandu(@Context HttpHeaders headers) {
        return unstored(list.of(caller.scope(), bearer(headers)));
    }

    /** Sent by the caller, or set from its session. */
    private static String bearer(HttpHeaders headers) {
        return Objects.requireNonNull(
                headers.getHeaderString(HttpHeaders.AUTHORIZATION), "a caller with a role has a token");
    }

    /** What is no id names nothing. */
    private static UUID id(@Nullable String text) {
        if (text == null) {
            throw new ProblemException(
                    Problem.of(CommonProblem.INVALID_REQUEST).at("/posyandu", CommonProblem.REQUIRED));
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
        }
    }

    private static Response unstored(Object answer) {
        return Response.ok(answer).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
