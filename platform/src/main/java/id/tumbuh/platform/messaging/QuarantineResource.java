package id.tumbuh.platform.messaging;

import id.tumbuh.platform.access.Roles;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an operator does with events that could not be applied. */
@Path("/v1/quarantine")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@RunOnVirtualThread
@Tag(name = "Operation")
class QuarantineResource {
    private final Quarantine quarantine;
    private final QuarantineReplay replay;

    QuarantineResource(Quarantine quarantine, QuarantineReplay replay) {
        this.quarantine = quarantine;
        this.replay = replay;
    }

    /** The answer to a replay. */
    record Replayed(String outcome) {}

    @GET
    @Operation(summary = "Events set aside and not yet replayed, oldest first")
    public List<Quarantine.Held> waiting(@QueryParam("limit") @DefaultValue("100") int limit) {
        return quarantine.waiting(Math.clamp(limit, 1, 1000));
    }

    @POST
    @Path("{id}:replay")
    @Operation(summary = "Apply an event from the quarantine once more")
    public Replayed replay(@PathParam("id") long id) {
        return switch (replay.replay(id)) {
            case QuarantineReplay.Outcome.Applied _ -> new Replayed("APPLIED");
            case QuarantineReplay.Outcome.NoLongerKept _ -> new Replayed("NO_LONGER_KEPT");
            case QuarantineReplay.Outcome.SetAsideAgain(String reason) ->
                throw new ProblemException(
                        Problem.of(CommonProblem.STILL_NOT_APPLICABLE).detail(reason));
            case QuarantineReplay.Outcome.Unknown _ -> throw new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
        };
    }
}
