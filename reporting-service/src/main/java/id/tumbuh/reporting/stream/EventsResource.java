package id.tumbuh.reporting.stream;

import com.fasterxml.jackson.annotation.JsonRawValue;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.http.Languages;
import id.tumbuh.platform.http.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The events of the stream as history, page by page. */
@Path("/v1/events")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Stream")
class EventsResource {
    private static final int MOST = 1_000;

    private final Positions positions;
    private final Wishes wishes;

    EventsResource(Positions positions, Wishes wishes) {
        this.positions = positions;
        this.wishes = wishes;
    }

    /** One event, with the same three parts that the stream sends. */
    record Event(
            @Schema(description = "Cursor after this event") String id,

            @Schema(examples = "measurement.child-became-stunted")
            String event,

            @JsonRawValue @Schema(description = "CloudEvent", implementation = Object.class)
            String data) {}

    /** A page; {@code next} goes on after it, here or in the stream, also when nothing more is there yet. */
    record Events(List<Event> events, String next) {}

    /** The problem, and the oldest cursor that still works. */
    record Gone(String type, String title, int status, String code, String oldest) {
        static Gone of(Locale locale, Position oldest) {
            Problem.Body body = Problem.of(StreamProblem.CURSOR_OLDER_THAN_KEPT).body(locale);
            return new Gone(body.type(), body.title(), body.status(), body.code(), oldest.encoded());
        }
    }

    @GET
    @RolesAllowed({Roles.TPPS, Roles.PUSKESMAS, Roles.BKKBN, Roles.OPD, Roles.SYSTEM, Roles.AUDITOR, Roles.ADMIN})
    @Operation(
            operationId = "listEvents",
            summary = "What happened in an area, page by page",
            description =
                    "The same events as `GET /v1/stream`, by the same cursors: one that either gave continues exactly"
                            + " in the other. Without `after` and `since` from the oldest that is kept. `Link: rel=next` stands while"
                            + " there is more; a page looks through a bounded number of events, so it may be short or empty and still"
                            + " have a next one. `next` is always there: ask again with it later, or open the stream.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Events.class),
                            examples = @ExampleObject(name = "page", value = """
                                    {"events": [{"id": "AgAAAQAA", "event": "measurement.child-became-stunted",
                                    "data": {"specversion": "1.0", "type": "id.tumbuh.measurement.child-became-stunted.v1",
                                    "data": {"areaCode": "36.04.20.2006", "stunting": "STUNTED"}}}], "next": "AgAAAQAB"}""")))
    @APIResponse(responseCode = "400", description = "`INVALID_REQUEST`, `INVALID_CURSOR`")
    @APIResponse(
            responseCode = "410",
            description = "`CURSOR_OLDER_THAN_KEPT`; `oldest` is the first cursor that works")
    public Response list(
            @Parameter(description = "Dotted area code; by default all the caller may see", example = "36.04")
                    @QueryParam("area")
                    @Nullable
                    String area,
            @Parameter(example = "measurement.child-became-stunted") @QueryParam("types") @Nullable String types,
            @Parameter(description = "A cursor, of here or of the stream") @QueryParam("after") @Nullable String after,
            @Parameter(example = "2026-11-21T09:00:00Z") @QueryParam("since") @Nullable String since,
            @Parameter(description = "1 to 1000") @QueryParam("limit") @DefaultValue("100") int limit,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        Wish wish = wishes.read(area, types);
        LiveTail.Started live = positions.live();
        Position from = positions.of(live, after, since).orElseGet(() -> positions.beginning(live));
        Page page = new Page(wish, from, Math.clamp(limit, 1, MOST));
        page.fill(at -> positions.portion(live, at));
        return page.missing().map(oldest -> gone(oldest, uri, headers)).orElseGet(() -> answer(page, uri));
    }

    private static Response answer(Page page, UriInfo uri) {
        String next = page.position().encoded();
        Response.ResponseBuilder response =
                Response.ok(new Events(page.events(), next)).header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (page.hasMore()) {
            response.link(after(uri, next), "next");
        }
        return response.build();
    }

    private static Response gone(Position oldest, UriInfo uri, HttpHeaders headers) {
        return Response.status(StreamProblem.CURSOR_OLDER_THAN_KEPT.status())
                .type("application/problem+json")
                .link(after(uri, oldest.encoded()), "next")
                .entity(Gone.of(Languages.of(headers), oldest))
                .build();
    }

    private static URI after(UriInfo uri, String cursor) {
        return uri.getRequestUriBuilder()
                .replaceQueryParam("since")
                .replaceQueryParam("after", cursor)
                .build();
    }
}
