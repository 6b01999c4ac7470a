package id.tumbuh.intervention.partner;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.platform.access.Actor;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.http.Bodies;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.platform.http.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Which applications may act for sponsors, for those who let them. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Roles.TPPS, Roles.BKKBN, Roles.ADMIN})
@Tag(name = "Partners", description = "Applications that act for sponsors: registered, suspended")
class PartnerResource {
    private static final Pattern CLIENT = Pattern.compile("[a-z0-9][a-z0-9._-]{2,99}");

    private final Partners partners;
    private final Bodies bodies;
    private final Caller caller;

    PartnerResource(Partners partners, Bodies bodies, Caller caller) {
        this.partners = partners;
        this.bodies = bodies;
        this.caller = caller;
    }

    @PUT
    @Path("partners/{client}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putPartner",
            summary = "Registers a partner's application, or changes or suspends it",
            description =
                    "`client` is the claim `azp` of its tokens. One that stands is changed with `If-Match`. Sponsors name it as their `client`.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = PartnerForm.class),
                            examples = @ExampleObject(name = "csr", value = PartnerForm.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Registered",
            content =
                    @Content(
                            schema = @Schema(implementation = PartnerView.class),
                            examples = @ExampleObject(name = "csr", value = PartnerView.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "Changed, or sent before",
            content = @Content(schema = @Schema(implementation = PartnerView.class)))
    @APIResponse(responseCode = "409", description = "`CONFLICT`: it stands with other content")
    @APIResponse(responseCode = "412", description = "Somebody else changed it")
    public Response put(
            @Parameter(example = "csr-contoh") @PathParam("client") String client,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            JsonNode body) {
        if (!CLIENT.matcher(client).matches()) {
            throw new ProblemException(
                    Problem.of(CommonProblem.INVALID_REQUEST).at("/client", InterventionProblem.CLIENT_MALFORMED));
        }
        PartnerForm form = bodies.read(body, PartnerForm.class);
        Long expected = ifMatch == null ? null : Versions.required(ifMatch);
        Partners.Put put = partners.put(Actor.of(caller), client, form.terms(), expected);
        return answer(put.created() ? Response.Status.CREATED : Response.Status.OK, put.partner());
    }

    @GET
    @Path("partners/{client}")
    @Operation(operationId = "readPartner", summary = "One partner")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = PartnerView.class),
                            examples = @ExampleObject(name = "csr", value = PartnerView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "`PARTNER_UNKNOWN`: not there, or not in the caller's areas")
    public Response one(@PathParam("client") String client) {
        return partners.find(caller.scope(), client)
                .map(partner -> answer(Response.Status.OK, partner))
                .orElseThrow(() -> new ProblemException(Problem.of(InterventionProblem.PARTNER_UNKNOWN)));
    }

    private static Response answer(Response.Status status, PartnerView partner) {
        return Response.status(status)
                .entity(partner)
                .tag(Versions.tag(partner.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
