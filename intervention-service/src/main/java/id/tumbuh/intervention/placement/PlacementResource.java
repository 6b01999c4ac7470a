package id.tumbuh.intervention.placement;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.intervention.listing.AreaRange;
import id.tumbuh.intervention.listing.Page;
import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.platform.access.Actor;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.http.Bodies;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Languages;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.platform.http.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Needs in the care of sponsors, for those who look after both. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Roles.TPPS, Roles.BKKBN, Roles.ADMIN})
@Tag(name = "Placements", description = "Which sponsor helps whom: held, committed, renewed, ended")
class PlacementResource {
    private static final int MOST_ROWS = 1_000;

    private final ClaimNeed claim;
    private final ClaimMany claims;
    private final ChangePlacement change;
    private final PlacementQueries placements;
    private final Bodies bodies;
    private final Caller caller;
    private final Clock clock = Clock.systemUTC();

    PlacementResource(
            ClaimNeed claim,
            ClaimMany claims,
            ChangePlacement change,
            PlacementQueries placements,
            Bodies bodies,
            Caller caller) {
        this.claim = claim;
        this.claims = claims;
        this.change = change;
        this.placements = placements;
        this.bodies = bodies;
        this.caller = caller;
    }

    @POST
    @Path("placements")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "holdNeed",
            summary = "Holds a need for a sponsor",
            description =
                    "Of those who want one need at once, one gets it. The hold runs out by itself; `:commit` makes it a promise.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimForm.class),
                            examples = @ExampleObject(name = "claim", value = ClaimForm.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Held",
            content =
                    @Content(
                            schema = @Schema(implementation = PlacementView.class),
                            examples = @ExampleObject(name = "placement", value = PlacementView.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "Claimed before under the same id",
            content = @Content(schema = @Schema(implementation = PlacementView.class)))
    @APIResponse(responseCode = "404", description = "`NEED_UNKNOWN`, `SPONSOR_UNKNOWN`")
    @APIResponse(
            responseCode = "409",
            description =
                    "`NEED_TAKEN`, `NEED_CLOSED`, `NO_PLACE_LEFT`, `CONSENT_MISSING`, `FUNDED_OTHERWISE`, `CONFLICT`")
    public Response hold(JsonNode body) {
        ClaimForm form = bodies.read(body, ClaimForm.class);
        return answer(claim.claim(Actor.of(caller), form.claim(), clock.instant()), Response.Status.CREATED);
    }

    @POST
    @Path("placements:batch")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "holdNeeds",
            summary = "Holds many needs",
            description =
                    "At most 1,000 claims, each answered as it would be alone, in their order. Resumable: those made before are `UNCHANGED`.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = ClaimForm.class),
                            examples = @ExampleObject(name = "claims", value = "[" + ClaimForm.EXAMPLE + "]")))
    @APIResponse(
            responseCode = "200",
            description = "What became of each row; what is HELD is durable",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = ClaimRow.class),
                            examples = @ExampleObject(name = "rows", value = ClaimRow.EXAMPLE)))
    public List<ClaimRow> holdMany(JsonNode body, @Context HttpHeaders headers) {
        Locale locale = Languages.of(headers);
        List<Bodies.Row<ClaimForm>> rows = bodies.rows(body, ClaimForm.class, MOST_ROWS);
        List<ClaimNeed.Claim> sent = rows.stream()
                .map(Bodies.Row::form)
                .filter(Objects::nonNull)
                .map(ClaimForm::claim)
                .toList();
        Iterator<Placing> placings =
                claims.claim(Actor.of(caller), sent, clock.instant()).iterator();
        return rows.stream()
                .map(row -> row.form() == null
                        ? ClaimRow.invalid(Bodies.refusal(row.fault()), locale)
                        : ClaimRow.of(row.form().claim(), placings.next(), locale))
                .toList();
    }

    @POST
    @Path("placements/{id}:commit")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "commitPlacement",
            summary = "Makes a hold a promise for a period",
            description = "Without what a programme gives by now in that period: nobody is given the same twice.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = PeriodForm.class),
                            examples = @ExampleObject(name = "period", value = PeriodForm.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = PlacementView.class),
                            examples = @ExampleObject(name = "placement", value = PlacementView.EXAMPLE)))
    @APIResponse(
            responseCode = "409",
            description =
                    "`PLACEMENT_ENDED`: the hold ran out; `PLACEMENT_NOT_HELD`; `FUNDED_OTHERWISE`: programmes give all of it in that time")
    @APIResponse(responseCode = "412", description = "Somebody else changed it")
    public Response commit(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, JsonNode body) {
        PeriodForm form = bodies.read(body, PeriodForm.class);
        return answer(
                change.commit(Actor.of(caller), change(id, ifMatch), form.from(), form.days()), Response.Status.OK);
    }

    @POST
    @Path("placements/{id}:renew")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "renewPlacement", summary = "Promises for longer")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = PeriodForm.class),
                            examples = @ExampleObject(name = "period", value = "{\"days\": 90}")))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = PlacementView.class),
                            examples = @ExampleObject(name = "placement", value = PlacementView.EXAMPLE)))
    @APIResponse(
            responseCode = "409",
            description = "`PLACEMENT_NOT_COMMITTED`, `PLACEMENT_ENDED`, `RENEWED_TOO_OFTEN`, `FUNDED_OTHERWISE`")
    public Response renew(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, JsonNode body) {
        PeriodForm form = bodies.read(body, PeriodForm.class);
        if (form.from() != null) {
            throw new ProblemException(
                    Problem.of(CommonProblem.INVALID_REQUEST).at("/from", CommonProblem.UNKNOWN_FIELD));
        }
        return answer(change.renew(Actor.of(caller), change(id, ifMatch), form.days()), Response.Status.OK);
    }

    @POST
    @Path("placements/{id}:release")
    @Operation(operationId = "releasePlacement", summary = "Gives the need back, for another sponsor to take")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = PlacementView.class),
                            examples = @ExampleObject(name = "placement", value = PlacementView.EXAMPLE)))
    public Response release(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(change.release(Actor.of(caller), change(id, ifMatch)), Response.Status.OK);
    }

    @GET
    @Path("placements/{id}")
    @Operation(operationId = "readPlacement", summary = "One placement")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = PlacementView.class),
                            examples = @ExampleObject(name = "placement", value = PlacementView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "`PLACEMENT_UNKNOWN`: not there, or not in the caller's areas")
    public Response one(@PathParam("id") UUID id) {
        return placements
                .byId(caller.scope(), id)
                .map(placement -> view(placement, Response.Status.OK))
                .orElseThrow(() -> new ProblemException(Problem.of(InterventionProblem.PLACEMENT_UNKNOWN)));
    }

    @GET
    @Path("placements")
    @Operation(
            operationId = "listPlacements",
            summary = "Placements by area",
            description = "In the order of area and id. Those that hold a need now, unless `state` says otherwise.")
    @APIResponse(
            responseCode = "200",
            description = "One page; `Link` with `rel=next` leads to the next",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = PlacementView.class),
                            examples = @ExampleObject(name = "placements", value = "[" + PlacementView.EXAMPLE + "]")))
    public Response list(
            @Parameter(example = "36.04.20") @QueryParam("area") @Nullable String area,
            @Parameter(description = "`HELD`, `COMMITTED` or `ENDED`") @QueryParam("state") @Nullable String state,
            @QueryParam("sponsor") @Nullable UUID sponsor,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit,
            @Context UriInfo uri) {
        Page page = Page.of(after, limit);
        var wanted = new PlacementQueries.Wanted(
                AreaRange.of(area, caller.scope()), state == null ? null : state(state), sponsor);
        return page.answer(
                placements.page(caller.scope(), wanted, page).stream()
                        .map(PlacementView::of)
                        .toList(),
                placement -> new Page.Place(placement.area(), placement.id()),
                uri);
    }

    @GET
    @Path("sponsor-gap")
    @Operation(
            operationId = "readSponsorGap",
            summary = "Who has no sponsor yet, by area",
            description = "By province when no area is given.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = Gap.class),
                            examples = @ExampleObject(name = "kabupaten", value = Gap.EXAMPLE)))
    public Gap gap(@Parameter(example = "36.04") @QueryParam("area") @Nullable String area) {
        return placements.gap(caller.scope(), area == null ? null : AreaRange.code(area), Days.of(clock.instant()));
    }

    private ChangePlacement.Change change(UUID id, @Nullable String ifMatch) {
        Instant now = clock.instant();
        return new ChangePlacement.Change(id, Versions.required(ifMatch), now);
    }

    private static Response answer(Placing outcome, Response.Status done) {
        return switch (outcome) {
            case Placing.Done(var placement) -> view(placement, done);
            case Placing.Unchanged(var placement) -> view(placement, Response.Status.OK);
            case Placing.IdTaken() -> throw new ProblemException(Problem.of(CommonProblem.CONFLICT));
            case Placing.Stale() -> throw new ProblemException(Problem.of(CommonProblem.PRECONDITION_FAILED));
            case Placing.Unknown(var what) -> throw new ProblemException(Problem.of(what));
            case Placing.Refused(var why) -> throw new ProblemException(Problem.of(why));
        };
    }

    private static Response view(Placement placement, Response.Status status) {
        return Response.status(status)
                .entity(PlacementView.of(placement))
                .tag(Versions.tag(placement.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static PlacementEvent.State state(String text) {
        return Arrays.stream(PlacementEvent.State.values())
                .filter(state -> state.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST)
                        .at("/state", InterventionProblem.PLACEMENT_STATE_UNKNOWN)));
    }
}
