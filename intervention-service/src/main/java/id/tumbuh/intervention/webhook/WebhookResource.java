package id.tumbuh.intervention.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.intervention.listing.Page;
import id.tumbuh.intervention.partner.Acting;
import id.tumbuh.intervention.partner.SealedCursor;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.http.Bodies;
import id.tumbuh.platform.http.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where a partner wants to be told. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.PARTNER)
@Tag(name = "Partner webhooks", description = "What happens is told to a partner's server, by Standard Webhooks")
class WebhookResource {
    private static final String UNKNOWN = "`WEBHOOK_UNKNOWN`: not there, or not this partner's";

    private final Acting acting;
    private final Endpoints endpoints;
    private final DeliveryLog log;
    private final SealedCursor cursors;
    private final Bodies bodies;
    private final Clock clock = Clock.systemUTC();

    WebhookResource(Acting acting, Endpoints endpoints, DeliveryLog log, SealedCursor cursors, Bodies bodies) {
        this.acting = acting;
        this.endpoints = endpoints;
        this.log = log;
        this.cursors = cursors;
        this.bodies = bodies;
    }

    @PUT
    @Path("partner/webhooks/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putWebhook",
            summary = "Registers a webhook, changes it, or brings it back",
            description =
                    "The id is made by the sender. `secret` is answered once, when it is made. One that stands is changed with `If-Match`. "
                            + "Tried for three days with growing pauses; disabled after that, and by an answer of 410.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = EndpointForm.class),
                            examples = @ExampleObject(name = "all", value = EndpointForm.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Made; keep the secret",
            content =
                    @Content(
                            schema = @Schema(implementation = EndpointView.class),
                            examples = @ExampleObject(name = "made", value = EndpointView.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "Changed, or sent before",
            content = @Content(schema = @Schema(implementation = EndpointView.class)))
    @APIResponse(responseCode = "400", description = "`WEBHOOK_TARGET_REFUSED` at `/url`, whatever the reason")
    @APIResponse(responseCode = "409", description = "`CONFLICT`, `TOO_MANY_WEBHOOKS`")
    @APIResponse(responseCode = "412", description = "Somebody else changed it")
    public Response put(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, JsonNode body) {
        Acting.Party party = acting.party();
        EndpointForm form = bodies.read(body, EndpointForm.class);
        Long expected = ifMatch == null ? null : Versions.required(ifMatch);
        Endpoints.Put put = endpoints.put(party, id, form, expected);
        return answer(put, put.secret() == null ? Response.Status.OK : Response.Status.CREATED);
    }

    @GET
    @Path("partner/webhooks")
    @Operation(operationId = "listWebhooks", summary = "The partner's webhooks, without their secrets")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = EndpointView.class)))
    public Response all() {
        return Response.ok(endpoints.all(acting.party()).stream()
                        .map(endpoint -> EndpointView.of(endpoint, null))
                        .toList())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @DELETE
    @Path("partner/webhooks/{id}")
    @Operation(operationId = "removeWebhook", summary = "Removes a webhook with all that was to be told there")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public Response remove(@PathParam("id") UUID id) {
        endpoints.remove(acting.party(), id);
        return Response.noContent().build();
    }

    @POST
    @Path("partner/webhooks/{id}:rotate")
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Makes a new secret",
            description = "For 24 hours each request is signed by both, the new one first.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = EndpointView.class),
                            examples = @ExampleObject(name = "made", value = EndpointView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public Response rotate(@PathParam("id") UUID id) {
        return answer(endpoints.rotate(acting.party(), id, clock.instant()), Response.Status.OK);
    }

    @POST
    @Path("partner/webhooks/{id}:test")
    @Operation(operationId = "testWebhook", summary = "Sends a `webhook.test` that says nothing")
    @APIResponse(responseCode = "202", description = "Queued; the log tells what came of it")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = "`WEBHOOK_DISABLED`")
    public Response test(@PathParam("id") UUID id) {
        log.test(acting.party(), id, clock.instant());
        return Response.accepted().build();
    }

    @GET
    @Path("partner/webhooks/{id}/deliveries")
    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "What was sent there, the newest first",
            description = "For thirty days.")
    @APIResponse(
            responseCode = "200",
            description = "One page; `Link` with `rel=next` leads to the next",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = DeliveryView.class),
                            examples = @ExampleObject(name = "one", value = "[" + DeliveryView.EXAMPLE + "]")))
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public Response deliveries(
            @PathParam("id") UUID id,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit,
            @Context UriInfo uri) {
        Acting.Party party = acting.party();
        var list = new SealedCursor.Listing(party.client(), "deliveries/" + id);
        int rows = Page.of(null, limit).limit();
        return cursors.page(
                list, log.page(party, id, new DeliveryLog.Part(cursors.read(list, after), rows)), rows, uri);
    }

    @POST
    @Path("partner/webhooks/{id}/deliveries/{delivery}:redeliver")
    @Operation(operationId = "redeliver", summary = "Sends it again, under the same `webhook-id`")
    @APIResponse(responseCode = "202", description = "Queued")
    @APIResponse(responseCode = "404", description = "`WEBHOOK_UNKNOWN`, `WEBHOOK_DELIVERY_UNKNOWN`")
    @APIResponse(responseCode = "409", description = "`WEBHOOK_DISABLED`")
    public Response redeliver(@PathParam("id") UUID id, @PathParam("delivery") UUID delivery) {
        log.again(acting.party(), id, delivery);
        return Response.accepted().build();
    }

    private static Response answer(Endpoints.Put put, Response.Status status) {
        return Response.status(status)
                .entity(EndpointView.of(put.endpoint(), put.secret()))
                .tag(Versions.tag(put.endpoint().version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
