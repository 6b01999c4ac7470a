package id.tumbuh.platform.erasure;

import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an operator does after a restore. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@RunOnVirtualThread
@Tag(name = "Operation")
class ErasureReplayResource {
    private final ReplayErasures replay;
    private final Caller caller;

    ErasureReplayResource(ReplayErasures replay, Caller caller) {
        this.replay = replay;
        this.caller = caller;
    }

    /** How many erasures the topic holds, all applied. */
    @Schema(name = "ReplayedErasures")
    record Replayed(long erasures) {}

    @POST
    @Path("/erasures:replay")
    @Operation(
            summary = "Apply every erasure once more, after a restore",
            description = "Reads the topic of erasures from its beginning. Safe to repeat.")
    public Replayed replay() {
        return new Replayed(replay.replay(caller));
    }
}
