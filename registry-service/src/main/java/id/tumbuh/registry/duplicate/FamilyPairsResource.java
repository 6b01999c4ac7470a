package id.tumbuh.registry.duplicate;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.Languages;
import id.tumbuh.registry.batch.Pages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Link;
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

/** Families that share a card or persons; whoever sees both merges them by {@code families/{id}:merge}. */
@Path("/v1")
@Tag(name = "Duplicates")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class FamilyPairsResource {
    private final Database database;
    private final Caller caller;
    private final SamePersonRules rules;

    FamilyPairsResource(Database database, Caller caller, SamePersonRules rules) {
        this.database = database;
        this.caller = caller;
        this.rules = rules;
    }

    @GET
    @Path("/family-duplicates")
    @RolesAllowed({Roles.SYSTEM, Roles.PUSKESMAS, Roles.TPPS, Roles.BKKBN})
    @Operation(
            summary = "Families with one card number or the same persons, without names",
            description =
                    "Both in the caller's areas, told where the younger registration lives. A card stays with one part of a "
                            + "split household, and grandparents may have registered a child, so a person decides: "
                            + "`families/{id}:merge`. The header Link with rel=next leads on.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = FamilyPairView.class)))
    public Response list(
            @QueryParam("area") @Nullable AreaCode area,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @QueryParam("after") @Nullable String after,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        AreaCode within = Pages.requiredArea(area);
        FamilyPair.After position = FamilyPair.After.read(after);
        int most = Pages.limit(limit);
        int least = rules.leastSharedPersons();
        List<FamilyPair> pairs =
                database.read(caller.scope(), sql -> FamilyPair.page(sql, within, least, position, most));
        Response.ResponseBuilder answer = Response.ok(pairs.stream()
                        .map(pair -> FamilyPairView.of(pair, Languages.of(headers)))
                        .toList())
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (pairs.size() == most) {
            answer.links(Link.fromUriBuilder(uri.getRequestUriBuilder()
                            .replaceQueryParam(
                                    "after", pairs.getLast().position().cursor()))
                    .rel("next")
                    .build());
        }
        return answer.build();
    }
}
