package id.tumbuh.intervention.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.AuditEntry;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Languages;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemCode;
import id.tumbuh.platform.http.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Addresses that calendar programs subscribe to, which can't send a bearer token. */
@Path("/v1/calendar-feeds")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.KADER, Roles.TPK, Roles.PUSKESMAS, Roles.TPPS, Roles.OPD, Roles.BKKBN, Roles.AUDITOR, Roles.ADMIN})
@Tag(name = "Calendar")
class CalendarFeedResource {
    private final Database database;
    private final Caller caller;
    private final CalendarRules rules;
    private final MakeFeed feeds;
    private final FeedAdmission admission;

    CalendarFeedResource(
            Database database, Caller caller, CalendarRules rules, MakeFeed feeds, FeedAdmission admission) {
        this.database = database;
        this.caller = caller;
        this.rules = rules;
        this.feeds = feeds;
        this.admission = admission;
    }

    /** Which part of the calendar; without kinds all that the role sees. */
    @Schema(name = "NewCalendarFeed", examples = """
            {"id": "0198c1a0-0000-7000-8000-0000000000f1", "area": "36.04", "kinds": ["WEIGHING", "CASE_AUDIT"]}""")
    record Asked(
            @NotNull UUID id,
            @NotNull AreaCode area,
            @Nullable @Size(min = 1, max = 20) List<@NotNull String> kinds) {}

    /** A feed; its address is told once, when it is made, and is known to nobody afterwards. */
    @Schema(name = "CalendarFeed")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FeedView(
            UUID id,
            String area,
            Set<CalendarKind> kinds,
            Instant expiresAt,
            @Nullable String address) {
        static FeedView of(CalendarFeed feed, @Nullable String address) {
            return new FeedView(feed.id(), feed.area().value(), feed.kinds(), feed.expiresAt(), address);
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "makeCalendarFeed",
            summary = "Make an address for a calendar program",
            description = "The address is answered once; whoever has it reads these entries until it expires or is"
                    + " revoked. Sent again with the same content the feed is answered without its address.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = FeedView.class)))
    @APIResponse(responseCode = "404", description = "`AREA_UNKNOWN`: not one of the caller's areas")
    @APIResponse(responseCode = "409", description = "`FEED_ID_TAKEN`")
    @APIResponse(responseCode = "422", description = "`NOTHING_TO_SEE`")
    public Response make(@Valid @NotNull Asked asked, @Context HttpHeaders headers) {
        CalendarFeed wanted = feed(asked, Languages.of(headers));
        FeedSecret secret = FeedSecret.random();
        boolean made = database.write(caller.scope(), tx -> {
            boolean isNew = CalendarFeeds.insert(tx.sql(), wanted, secret.hash());
            if (isNew) {
                tx.audit(AuditEntry.of(
                        caller,
                        "MAKE_FEED",
                        "calendar-feed",
                        wanted.id(),
                        wanted.area().value()));
            }
            return isNew;
        });
        if (made) {
            return answer(201, FeedView.of(wanted, "/v1/calendar-feeds/" + secret.text() + ".ics"));
        }
        CalendarFeed known = database.read(caller.scope(), sql -> CalendarFeeds.find(sql, wanted.id()))
                .filter(wanted::sameAs)
                .orElseThrow(() -> refused(CalendarProblem.FEED_ID_TAKEN));
        return answer(200, FeedView.of(known, null));
    }

    @GET
    @Operation(operationId = "listCalendarFeeds", summary = "The caller's own feeds, without their addresses")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = FeedView.class)))
    public Response own() {
        return answer(
                200,
                database.read(caller.scope(), sql -> CalendarFeeds.ofSubject(sql, caller.subject())).stream()
                        .map(feed -> FeedView.of(feed, null))
                        .toList());
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "revokeCalendarFeed", summary = "Revoke a feed: its address never works again")
    @APIResponse(responseCode = "204", description = "Revoked")
    @APIResponse(responseCode = "404", description = "`FEED_UNKNOWN`: not there, revoked before, or not the caller's")
    public Response revoke(@PathParam("id") UUID id) {
        database.write(caller.scope(), tx -> {
            CalendarFeed feed = CalendarFeeds.find(tx.sql(), id)
                    .filter(this::mayRevoke)
                    .orElseThrow(() -> refused(CalendarProblem.FEED_UNKNOWN));
            CalendarFeeds.revoke(tx.sql(), id);
            tx.audit(AuditEntry.of(
                    caller, "REVOKE_FEED", "calendar-feed", id, feed.area().value()));
            return feed;
        });
        return Response.noContent().build();
    }

    /**
     * Open to everybody, because calendar programs can't send a token: the secret in the address is what authenticates. It
     * shows dates of institutions in the area its maker answers for, never anything about a person.
     */
    @GET
    @Path("/{secret: " + FeedSecret.FORM + "}.ics")
    @Produces(FeedAnswer.ICALENDAR)
    @PermitAll
    @Operation(operationId = "readCalendarFeed", summary = "A feed by its secret address")
    @SecurityRequirementsSet
    @APIResponse(responseCode = "200", content = @Content(mediaType = FeedAnswer.ICALENDAR))
    @APIResponse(responseCode = "304", description = "Nothing has changed since `ETag` or `Last-Modified`")
    @APIResponse(responseCode = "404", description = "`FEED_UNKNOWN`: never made, revoked or expired")
    @APIResponse(responseCode = "429", description = "Read too often; `Retry-After` says when to come again")
    public Response read(@PathParam("secret") String secret, @Context Request request) {
        CalendarPolicy policy = rules.policy();
        Instant now = rules.now();
        // Who asks is nobody, so no scope could be the caller's; the hash finds one row, and its area is the scope from
        // here on.
        CalendarFeed feed = database.read(
                        Scope.everywhere(), sql -> CalendarFeeds.bySecret(sql, new FeedSecret(secret).hash(), now))
                .orElseThrow(() -> {
                    admit(admission.secondsToWait(policy, now));
                    return refused(CalendarProblem.FEED_UNKNOWN);
                });
        admit(admission.secondsToWait(feed, policy, now));
        Set<CalendarKind> seen = policy.kinds(feed.maker().all(), feed.kinds());
        return FeedAnswer.of(
                feeds.of(new MakeFeed.Part(
                        Scope.of(List.of(feed.area())),
                        feed.area(),
                        seen,
                        feed.english() ? Locale.ENGLISH : Languages.INDONESIAN)),
                request);
    }

    private CalendarFeed feed(Asked asked, Locale language) {
        if (!caller.scope().allows(asked.area())) {
            throw refused(CalendarProblem.AREA_UNKNOWN);
        }
        CalendarPolicy policy = rules.policy();
        Set<CalendarKind> kinds = policy.kinds(caller.roles(), asked.kinds() == null ? null : Kinds.of(asked.kinds()));
        if (kinds.isEmpty()) {
            throw refused(CalendarProblem.NOTHING_TO_SEE);
        }
        return new CalendarFeed(
                asked.id(),
                new CalendarFeed.Maker(
                        caller.subject(),
                        String.join(",", caller.roles().stream().sorted().toList())),
                asked.area(),
                kinds,
                language.equals(Locale.ENGLISH),
                rules.now().plus(policy.expiresAfter()));
    }

    /** Its maker, or whoever answers for the area. */
    private boolean mayRevoke(CalendarFeed feed) {
        return feed.maker().subject().equals(caller.subject())
                || caller.roles().contains(Roles.ADMIN)
                || caller.roles().contains(Roles.TPPS);
    }

    private static void admit(int secondsToWait) {
        if (secondsToWait > 0) {
            throw new ProblemException(
                    Problem.of(CommonProblem.TOO_MANY_REQUESTS).retryAfter(secondsToWait));
        }
    }

    private static Response answer(int status, Object body) {
        return Response.status(status)
                .entity(body)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static ProblemException refused(ProblemCode reason) {
        return new ProblemException(Problem.of(reason));
    }
}
