package id.tumbuh.registry.duplicate;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.database.Database;
import id.tumbuh.registry.batch.Pages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Families that share a card; whoever sees both merges them by {@code families/{id}:merge}. */
@Path("/v1")
@Tag(name = "Duplicates")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class FamilyPairsResource {
    private final Database database;
    private final Caller caller;

    FamilyPairsResource(Database database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    @GET
    @Path("/family-duplicates")
    @RolesAllowed({Roles.SYSTEM, Roles.PUSKESMAS, Roles.TPPS, Roles.BKKBN})
    @Operation(
            summary = "Families with one card number, without names",
            description =
                    "Both in the caller's areas. A card stays with one part of a split household, so a person decides: "
                            + "`families/{id}:merge`. The header Link with rel=next leads on.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = FamilyPair.class)))
    public Response list(
            @QueryParam("area") @Nullable AreaCode area,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        AreaCode within = Pages.requiredArea(area);
        Pages.Position position = Pages.Position.after(after);
        int most = Pages.limit(limit);
        List<FamilyPair> pairs = database.read(caller.scope(), sql -> FamilyPair.page(sql, within, position, most));
        return Pages.page(pairs, most, FamilyPair::position, uri);
    }
}
