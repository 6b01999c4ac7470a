package id.tumbuh.reporting.stream;

import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Events as they happen, over server-sent events. */
@Path("/v1/stream")
@RunOnVirtualThread
@Tag(name = "Stream")
class StreamResource {
    private static final int COME_AGAIN_SECONDS = 5;
    private static final byte[] RETRY = "retry: 3000\n\n".getBytes(StandardCharsets.UTF_8);

    private final Positions positions;
    private final Archive archive;
    private final Wishes wishes;
    private final Subscribers subscribers;
    private final StreamConfig config;

    StreamResource(Positions positions, Archive archive, Wishes wishes, Subscribers subscribers, StreamConfig config) {
        this.positions = positions;
        this.archive = archive;
        this.wishes = wishes;
        this.subscribers = subscribers;
        this.config = config;
    }

    @GET
    @RolesAllowed({Roles.TPPS, Roles.PUSKESMAS, Roles.BKKBN, Roles.OPD, Roles.SYSTEM, Roles.AUDITOR, Roles.ADMIN})
    @Operation(
            operationId = "followEvents",
            summary = "What happens in an area, as it happens",
            description =
                    "Server-sent events; data is a CloudEvent in JSON without names. The id of an event is a cursor:"
                            + " sent back as Last-Event-ID it continues exactly there, and so does `GET /v1/events?after=`. An event"
                            + " named gap says that the cursor was older than what is kept. The stream ends when the token does, and"
                            + " when nothing is taken for half a minute. Of several types a role hears of its own.")
    @APIResponse(responseCode = "200", description = "text/event-stream")
    @APIResponse(
            responseCode = "400",
            description = "`INVALID_REQUEST` at `/area`, `/types` (`UNKNOWN_EVENT_TYPE`) or `/since`; `INVALID_CURSOR`")
    @APIResponse(responseCode = "403", description = "None of the types is for this role")
    @APIResponse(responseCode = "503", description = "Too many subscribers, or the broker is away; `Retry-After`")
    public Response stream(
            @Parameter(description = "Dotted area code; by default all the caller may see", example = "36.04")
                    @QueryParam("area")
                    @Nullable
                    String area,
            @Parameter(
                            description = "Types with commas between; by default all",
                            example = "measurement.child-became-stunted,reporting.indicators-changed")
                    @QueryParam("types")
                    @Nullable
                    String types,
            @Parameter(description = "Replay from this moment", example = "2026-11-21T09:00:00Z")
                    @QueryParam("since")
                    @Nullable
                    String since,
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
            @Parameter(description = "The same as Last-Event-ID") @QueryParam("after") @Nullable String after,
            @Context HttpServerRequest request) {
        Wish wish = wishes.read(area, types);
        LiveTail.Started live = positions.live();
        Position position = positions
                .of(live, lastEventId != null ? lastEventId : after, since)
                .orElseGet(live.tail()::end);
        Subscribers.Connection connection = subscribers
                .enter(wish.until(), () -> request.connection().close())
                .orElseThrow(() -> new ProblemException(
                        Problem.of(CommonProblem.UNAVAILABLE).retryAfter(COME_AGAIN_SECONDS)));
        Subscription.Source source = new Subscription.Source(live, archive, config.heartbeat());
        StreamingOutput body = out -> {
            try (connection) {
                out.write(RETRY); // a browser counts itself connected from the first byte on
                out.flush(); // what follows goes straight to the connection
                new Subscription(source, wish, position, new Wire(request.response(), connection)).serve();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            } catch (IOException hungUp) {
                // The subscriber is gone; it comes back with its cursor.
            }
        };
        return Response.ok(body)
                .type("text/event-stream;charset=UTF-8")
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no")
                .build();
    }
}
