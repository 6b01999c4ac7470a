package id.tumbuh.registry.emergency;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Pages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Break-the-glass over HTTP. */
@Path("/v1")
@Tag(name = "Emergency access")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class EmergencyResource {
    private final Database database;
    private final Caller caller;
    private final OpenInEmergency emergency;

    EmergencyResource(Database database, Caller caller, OpenInEmergency emergency) {
        this.database = database;
        this.caller = caller;
        this.emergency = emergency;
    }

    /** Which area, and why; the reference is the number of the case in the caller's own books. */
    @Schema(name = "EmergencyRequest", examples = """
            {"id": "0198c1a0-0000-7000-8000-0000000000a1", "area": "36.04.20", "reason": "CHILD_FOUND",
             "reference": "RSUD/2026/77"}""")
    record Opened(
            @NotNull UUID id,
            @NotNull String area,
            @NotNull String reason,
            @NotNull String reference) {}

    @POST
    @Path("/emergency-access")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.KADER, Roles.TPK, Roles.PUSKESMAS, Roles.TPPS})
    @Operation(
            summary = "Read names of an area outside of one's own, for three hours",
            description =
                    "Those who answer for the area are told at once. Everything read is audited; nothing can be changed.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = EmergencyAccess.class)))
    public Response open(@Valid @NotNull Opened opened) {
        return unstored(Response.status(Response.Status.CREATED)
                .entity(emergency.open(
                        Actor.of(caller),
                        new EmergencyAccess.Wanted(opened.id(), opened.area(), opened.reason(), opened.reference()))));
    }

    @GET
    @Path("/emergency-access")
    @RolesAllowed({Roles.KADER, Roles.TPK, Roles.PUSKESMAS, Roles.TPPS})
    @Operation(summary = "The caller's own emergency accesses, the newest first")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = EmergencyAccess.class)))
    public Response own(@QueryParam("limit") @DefaultValue("100") int limit) {
        int most = Pages.limit(limit);
        List<EmergencyAccess> own =
                database.read(Scope.everywhere(), sql -> EmergencyAccesses.of(sql, caller.subject(), most));
        return unstored(Response.ok(own));
    }

    @POST
    @Path("/emergency-access/{id}:revoke")
    @RolesAllowed({Roles.KADER, Roles.TPK, Roles.PUSKESMAS, Roles.TPPS, Roles.BKKBN, Roles.ADMIN})
    @Operation(summary = "End an emergency access now: by those who answer for the area, or by whom it was opened for")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EmergencyAccess.class)))
    public Response revoke(@PathParam("id") UUID id) {
        return unstored(Response.ok(emergency.revoke(Actor.of(caller), id)));
    }

    @GET
    @Path("/notices")
    @RolesAllowed({Roles.TPPS, Roles.BKKBN, Roles.AUDITOR, Roles.ADMIN})
    @Operation(summary = "Who opened an area in an emergency, and how many persons were read; the newest first")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = EmergencyAccess.class)))
    public Response notices(
            @QueryParam("area") @Nullable AreaCode area, @QueryParam("limit") @DefaultValue("100") int limit) {
        AreaCode inside = Pages.requiredArea(area);
        int most = Pages.limit(limit);
        return unstored(Response.ok(database.read(caller.scope(), sql -> EmergencyAccesses.inside(sql, inside, most))));
    }

    @POST
    @Path("/notices/{id}:acknowledge")
    @RolesAllowed({Roles.TPPS, Roles.BKKBN})
    @Operation(summary = "Say that the notice was seen")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EmergencyAccess.class)))
    public Response acknowledge(@PathParam("id") UUID id) {
        return unstored(Response.ok(emergency.acknowledge(Actor.of(caller), id)));
    }

    private static Response unstored(Response.ResponseBuilder response) {
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
