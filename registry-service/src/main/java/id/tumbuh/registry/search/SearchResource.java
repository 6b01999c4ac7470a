package id.tumbuh.registry.search;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.registry.batch.Bodies;
import id.tumbuh.registry.emergency.EmergencyReading;
import id.tumbuh.registry.screening.ScreeningRules;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Search over HTTP: by POST, because a name or a NIK has no place in an address. */
@Path("/v1")
@Tag(name = "Families")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class SearchResource {
    private final Caller caller;
    private final EmergencyReading emergency;
    private final SearchFamilies search;
    private final ScreeningRules rules;
    private final Bodies bodies;

    SearchResource(
            Caller caller, EmergencyReading emergency, SearchFamilies search, ScreeningRules rules, Bodies bodies) {
        this.caller = caller;
        this.emergency = emergency;
        this.search = search;
        this.rules = rules;
        this.bodies = bodies;
    }

    @POST
    @Path("/families:search")
    @RolesAllowed({Roles.KADER, Roles.TPK, Roles.PUSKESMAS, Roles.TPPS})
    @Operation(
            summary = "Families by name, NIK or family card, or by place, risk and urgency",
            description =
                    "Every family answered is audited. A new name is found within a second. next, sent as after, is the "
                            + "next page of the same search.")
    @RequestBody(content = @Content(schema = @Schema(implementation = SearchForm.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SearchFamilies.Page.class)))
    @APIResponse(responseCode = "422", description = "SEARCH_TOO_WIDE, SEARCH_NEEDS_DESA, NIK_INVALID …")
    public Response search(JsonNode body) {
        SearchForm form = bodies.read(body, SearchForm.class);
        return Response.ok(search.search(
                        emergency.reader(caller), form, rules.today().day()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
