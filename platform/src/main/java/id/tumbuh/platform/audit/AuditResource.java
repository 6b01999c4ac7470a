package id.tumbuh.platform.audit;

import id.tumbuh.platform.access.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an auditor asks of the audit of one service. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.AUDITOR})
@RunOnVirtualThread
@Tag(name = "Audit")
class AuditResource {
    private final VerifyAudit verify;

    AuditResource(VerifyAudit verify) {
        this.verify = verify;
    }

    @POST
    @Path("/audit:verify")
    @Operation(
            summary = "Compare the audit with its chain, and the chain with what was announced of it",
            description =
                    "Names each entry that was changed, taken away or put in later, and each block that was cut off or rewritten."
                            + " Reads everything: about ten seconds a million entries.")
    public AuditVerdict verify() {
        return verify.verify();
    }
}
