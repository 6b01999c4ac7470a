package id.tumbuh.reporting.indicator;

import id.tumbuh.platform.access.Roles;
import id.tumbuh.reporting.growth.Recomputation;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The proof that figures equal a recomputation from scratch. */
@Path("/v1/figures:verify")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Operation")
class FiguresResource {
    private final Recomputation recomputation;

    FiguresResource(Recomputation recomputation) {
        this.recomputation = recomputation;
    }

    @POST
    @RolesAllowed({Roles.ADMIN, Roles.AUDITOR})
    @Operation(summary = "Count everything from scratch and compare it with the counters, row by row")
    public Recomputation.Comparison verify() {
        return recomputation.compare();
    }
}
