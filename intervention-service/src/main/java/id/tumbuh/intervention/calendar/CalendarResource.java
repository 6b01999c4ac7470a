package id.tumbuh.intervention.calendar;

import id.tumbuh.intervention.calendar.CalendarQueries.Wanted;
import id.tumbuh.intervention.listing.AreaRange;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Cursor;
import id.tumbuh.platform.http.Languages;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
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
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The calendar of an area over HTTP, for those with a token. */
@Path("/v1")
@RunOnVirtualThread
@RolesAllowed({Roles.KADER, Roles.TPK, Roles.PUSKESMAS, Roles.TPPS, Roles.OPD, Roles.BKKBN, Roles.AUDITOR, Roles.ADMIN})
@Tag(name = "Calendar", description = "What is on when: kalender aksi")
class CalendarResource {
    private static final int MOST_DAYS = 400;
    private static final int MOST_ROWS = 1000;

    private final CalendarQueries entries;
    private final MakeFeed feeds;
    private final CalendarRules rules;
    private final Caller caller;

    CalendarResource(CalendarQueries entries, MakeFeed feeds, CalendarRules rules, Caller caller) {
        this.entries = entries;
        this.feeds = feeds;
        this.rules = rules;
        this.caller = caller;
    }

    @GET
    @Path("/calendar")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listCalendar",
            summary = "What is on in an area, day by day",
            description =
                    "Entries of the area, of those below it and of those above it, of the kinds the role sees; what"
                            + " comes again stands there for each of its days. At most 400 days.")
    @APIResponse(
            responseCode = "200",
            description = "One page in the order of days; `Link` with `rel=next` leads to the next",
            headers = @Header(name = "Link", schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = CalendarView.class),
                            examples = @ExampleObject(name = "november", value = CalendarView.EXAMPLE)))
    @APIResponse(responseCode = "400", description = "A parameter is not acceptable; `errors` points at it")
    public Response list(
            @Parameter(example = "36.04") @QueryParam("area") @Nullable String area,
            @Parameter(example = "2026-11-01") @QueryParam("from") @Nullable String from,
            @Parameter(example = "2026-11-30") @QueryParam("to") @Nullable String to,
            @Parameter(example = "WEIGHING,REMBUK") @QueryParam("kinds") @Nullable String kinds,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("500") int limit,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        LocalDate first = day(from, "/from");
        LocalDate last = day(to, "/to");
        if (last.isBefore(first) || last.isAfter(first.plusDays(MOST_DAYS))) {
            throw refused("/to", CommonProblem.OUT_OF_RANGE);
        }
        if (limit < 1 || limit > MOST_ROWS) {
            throw refused("/limit", CommonProblem.OUT_OF_RANGE);
        }
        String start =
                after == null ? "" : String.join("/", Cursor.decode(after, 2).key());
        Wanted wanted = new Wanted(area(area), seen(kinds), first, last, Wanted.NEVER);
        List<CalendarView> rows = entries.entries(caller.scope(), wanted).stream()
                .flatMap(listed -> CalendarView.of(listed, first, last, Languages.of(headers)).stream())
                .sorted(Comparator.comparing(CalendarResource::place))
                .filter(row -> place(row).compareTo(start) > 0)
                .limit(limit + 1L)
                .toList();
        return page(rows, limit, uri);
    }

    @GET
    @Path("/calendar.ics")
    @Produces(FeedAnswer.ICALENDAR)
    @Operation(
            operationId = "readCalendarFile",
            summary = "The calendar of an area as iCalendar (RFC 5545)",
            description = "What is cancelled stands there as such for a while. A calendar program that can't send a"
                    + " token subscribes to an address of `POST /v1/calendar-feeds` instead.")
    @APIResponse(responseCode = "200", content = @Content(mediaType = FeedAnswer.ICALENDAR))
    @APIResponse(responseCode = "304", description = "Nothing has changed since `ETag` or `Last-Modified`")
    public Response file(
            @Parameter(example = "36.04") @QueryParam("area") @Nullable String area,
            @QueryParam("kinds") @Nullable String kinds,
            @Context HttpHeaders headers,
            @Context Request request) {
        return FeedAnswer.of(
                feeds.of(new MakeFeed.Part(caller.scope(), area(area), seen(kinds), Languages.of(headers))), request);
    }

    private Set<CalendarKind> seen(@Nullable String kinds) {
        return rules.policy().kinds(caller.roles(), Kinds.ofQuery(kinds));
    }

    private static String place(CalendarView row) {
        return row.from() + "/" + row.id();
    }

    private static Response page(List<CalendarView> read, int limit, UriInfo uri) {
        List<CalendarView> rows = read.subList(0, Math.min(limit, read.size()));
        Response.ResponseBuilder answer = Response.ok(rows);
        if (read.size() > limit) {
            CalendarView last = rows.getLast();
            answer.links(Link.fromUriBuilder(uri.getRequestUriBuilder()
                            .replaceQueryParam(
                                    "after",
                                    Cursor.after(
                                                    last.from().toString(),
                                                    last.id().toString())
                                            .encoded()))
                    .rel("next")
                    .build());
        }
        return answer.build();
    }

    static AreaCode area(@Nullable String area) {
        if (area == null) {
            throw refused("/area", CommonProblem.REQUIRED);
        }
        return AreaRange.code(area);
    }

    private static LocalDate day(@Nullable String text, String pointer) {
        if (text == null) {
            throw refused(pointer, CommonProblem.REQUIRED);
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            throw refused(pointer, CommonProblem.INVALID_DATE);
        }
    }

    private static ProblemException refused(String pointer, CommonProblem reason) {
        return new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).at(pointer, reason));
    }
}
