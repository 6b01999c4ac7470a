package id.tumbuh.intervention.partner;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.intervention.listing.Page;
import id.tumbuh.intervention.need.Item;
import id.tumbuh.intervention.placement.ChangePlacement;
import id.tumbuh.intervention.placement.PeriodForm;
import id.tumbuh.intervention.placement.PlacementEvent;
import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.http.Bodies;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemCode;
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
import java.util.Arrays;
import java.util.Set;
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

/** What a partner's application sees and does. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.PARTNER)
@Tag(name = "Partner API", description = "For applications of partners: needs by pseudonym, own placements, reports")
class PartnerApiResource {
    private static final String NOT_THERE =
            "`NEED_UNKNOWN`, `SPONSOR_UNKNOWN`: not there, not this partner's, or the consent was withdrawn";

    private final Acting acting;
    private final OpenNeeds needs;
    private final PartnerPlacements placements;
    private final PartnerClaims claims;
    private final PartnerReports reports;
    private final Portfolios portfolios;
    private final SealedCursor cursors;
    private final Bodies bodies;
    private final Clock clock = Clock.systemUTC();

    PartnerApiResource(
            Acting acting,
            OpenNeeds needs,
            PartnerPlacements placements,
            PartnerClaims claims,
            PartnerReports reports,
            Portfolios portfolios,
            SealedCursor cursors,
            Bodies bodies) {
        this.acting = acting;
        this.needs = needs;
        this.placements = placements;
        this.claims = claims;
        this.reports = reports;
        this.portfolios = portfolios;
        this.cursors = cursors;
        this.bodies = bodies;
    }

    @GET
    @Path("partner/needs")
    @Operation(
            operationId = "listOpenNeeds",
            summary = "Whom the partner could help",
            description =
                    "The most urgent first. Only whose guardian consented, in the areas of the token. `child` is this partner's own name for it: another partner is told another.")
    @APIResponse(
            responseCode = "200",
            description = "One page; `Link` with `rel=next` leads to the next",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = OpenNeedView.class),
                            examples = @ExampleObject(name = "one", value = "[" + OpenNeedView.EXAMPLE + "]")))
    @APIResponse(responseCode = "403", description = "`PARTNER_NOT_REGISTERED`, `PARTNER_SUSPENDED`")
    public Response needs(
            @Parameter(description = "A kecamatan at most", example = "36.04.20") @QueryParam("area") @Nullable
                    String area,
            @Parameter(example = "FOOD") @QueryParam("item") @Nullable String item,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit,
            @Context UriInfo uri) {
        Acting.Party party = acting.party();
        var list = new SealedCursor.Listing(party.client(), "needs");
        int rows = Page.of(null, limit).limit();
        var wanted = new OpenNeeds.Wanted(
                Kecamatan.asked(area, party.scope()),
                item == null ? null : one(Item.Kind.values(), item, "/item", InterventionProblem.ITEM_UNKNOWN),
                cursors.read(list, after),
                rows,
                clock.instant());
        return cursors.page(list, needs.page(party, wanted), rows, uri);
    }

    @POST
    @Path("partner/placements")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "claimByPseudonym",
            summary = "Holds a need for one of the partner's sponsors",
            description =
                    "Of those who want one need at once, one gets it. The hold runs out by itself; `:commit` makes it a promise.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = PartnerClaimForm.class),
                            examples = @ExampleObject(name = "claim", value = PartnerClaimForm.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Held",
            content =
                    @Content(
                            schema = @Schema(implementation = PartnerPlacementView.class),
                            examples = @ExampleObject(name = "placement", value = PartnerPlacementView.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "Claimed before under the same id",
            content = @Content(schema = @Schema(implementation = PartnerPlacementView.class)))
    @APIResponse(responseCode = "404", description = NOT_THERE)
    @APIResponse(responseCode = "409", description = "`NEED_TAKEN`, `NO_PLACE_LEFT`, `CONFLICT`")
    public Response hold(JsonNode body) {
        PartnerClaimForm form = bodies.read(body, PartnerClaimForm.class);
        PartnerClaims.Held held = claims.claim(
                acting.party(),
                new PartnerClaims.Claim(
                        requireNonNull(form.id()), requireNonNull(form.child()), requireNonNull(form.sponsorId())),
                clock.instant());
        return answer(held.created() ? Response.Status.CREATED : Response.Status.OK, held.placement());
    }

    @POST
    @Path("partner/placements/{id}:commit")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "commitOwnPlacement", summary = "Makes a hold a promise for a period")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = PeriodForm.class),
                            examples = @ExampleObject(name = "period", value = PeriodForm.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = PartnerPlacementView.class),
                            examples = @ExampleObject(name = "placement", value = PartnerPlacementView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "`PLACEMENT_UNKNOWN`: not there, or not this partner's")
    @APIResponse(responseCode = "409", description = "`PLACEMENT_ENDED`: the hold ran out; `PLACEMENT_NOT_HELD`")
    @APIResponse(responseCode = "412", description = "Somebody else changed it")
    public Response commit(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, JsonNode body) {
        PeriodForm form = bodies.read(body, PeriodForm.class);
        return answer(Response.Status.OK, claims.commit(acting.party(), change(id, ifMatch), form.from(), form.days()));
    }

    @POST
    @Path("partner/placements/{id}:renew")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "renewOwnPlacement", summary = "Promises for longer")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = PeriodForm.class),
                            examples = @ExampleObject(name = "period", value = "{\"days\": 90}")))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = PartnerPlacementView.class),
                            examples = @ExampleObject(name = "placement", value = PartnerPlacementView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "`PLACEMENT_UNKNOWN`: not there, or not this partner's")
    @APIResponse(
            responseCode = "409",
            description = "`PLACEMENT_NOT_COMMITTED`, `PLACEMENT_ENDED`, `RENEWED_TOO_OFTEN`")
    public Response renew(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, JsonNode body) {
        PeriodForm form = bodies.read(body, PeriodForm.class);
        if (form.from() != null) {
            throw invalid("/from", CommonProblem.UNKNOWN_FIELD);
        }
        return answer(Response.Status.OK, claims.renew(acting.party(), change(id, ifMatch), form.days()));
    }

    @POST
    @Path("partner/placements/{id}:release")
    @Operation(operationId = "releaseOwnPlacement", summary = "Gives the need back, for another sponsor to take")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = PartnerPlacementView.class),
                            examples = @ExampleObject(name = "placement", value = PartnerPlacementView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "`PLACEMENT_UNKNOWN`: not there, or not this partner's")
    public Response release(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(Response.Status.OK, claims.release(acting.party(), change(id, ifMatch)));
    }

    @GET
    @Path("partner/placements/{id}")
    @Operation(operationId = "readOwnPlacement", summary = "One placement of the partner's sponsors")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = PartnerPlacementView.class),
                            examples = @ExampleObject(name = "placement", value = PartnerPlacementView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "`PLACEMENT_UNKNOWN`: not there, or not this partner's")
    public Response one(@PathParam("id") UUID id) {
        return answer(Response.Status.OK, claims.own(acting.party(), id));
    }

    @GET
    @Path("partner/placements")
    @Operation(
            operationId = "listOwnPlacements",
            summary = "Whom the partner's sponsors help or helped",
            description =
                    "In the order of their ids, with how each grew since the help began. Gone when the consent is withdrawn.")
    @APIResponse(
            responseCode = "200",
            description = "One page; `Link` with `rel=next` leads to the next",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = PartnerPlacementView.class),
                            examples = @ExampleObject(name = "one", value = "[" + PartnerPlacementView.EXAMPLE + "]")))
    public Response list(
            @Parameter(description = "`HELD`, `COMMITTED` or `ENDED`") @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit,
            @Context UriInfo uri) {
        Acting.Party party = acting.party();
        var list = new SealedCursor.Listing(party.client(), "placements");
        int rows = Page.of(null, limit).limit();
        var wanted = new PartnerPlacements.Wanted(
                state == null
                        ? Set.of()
                        : Set.of(one(
                                PlacementEvent.State.values(),
                                state,
                                "/state",
                                InterventionProblem.PLACEMENT_STATE_UNKNOWN)),
                cursors.read(list, after),
                rows);
        return cursors.page(list, placements.page(party, wanted), rows, uri);
    }

    @POST
    @Path("partner/deliveries")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "reportDelivery",
            summary = "Reports what was given, or that it can't be",
            description =
                    "On a day of the promised period, in the future only when it can't be brought (`UNABLE`). The id is made by the sender.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = PartnerReportForm.class),
                            examples = @ExampleObject(name = "eggs", value = PartnerReportForm.EXAMPLE)))
    @APIResponse(responseCode = "201", description = "Taken down; the report as it was sent")
    @APIResponse(responseCode = "200", description = "Sent before")
    @APIResponse(responseCode = "404", description = "`PLACEMENT_UNKNOWN`: not there, or not this partner's")
    @APIResponse(
            responseCode = "409",
            description = "`OUTSIDE_OF_PROMISE`; `CONFLICT`: the id stands with other content")
    public Response report(JsonNode body) {
        PartnerReportForm form = bodies.read(body, PartnerReportForm.class);
        boolean isNew = reports.report(acting.party(), form.report(), clock.instant());
        return Response.status(isNew ? Response.Status.CREATED : Response.Status.OK)
                .entity(form)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("partner/portfolio")
    @Operation(
            operationId = "readPortfolio",
            summary = "Counts that the partner may publish",
            description =
                    "By whole months. No figure is about fewer children than the rule `partner.least-children`, nor can such a figure be computed from others.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = PortfolioView.class),
                            examples = @ExampleObject(name = "halfYear", value = PortfolioView.EXAMPLE)))
    @APIResponse(responseCode = "409", description = "`TOO_FEW_CHILDREN`")
    public Response portfolio(
            @Parameter(example = "2026-01") @QueryParam("from") @Nullable String from,
            @Parameter(example = "2026-06") @QueryParam("to") @Nullable String to) {
        return Response.ok(portfolios.of(acting.party(), Portfolios.Months.asked(from, to)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private ChangePlacement.Change change(UUID id, @Nullable String ifMatch) {
        return new ChangePlacement.Change(id, Versions.required(ifMatch), clock.instant());
    }

    private static Response answer(Response.Status status, PartnerPlacementView placement) {
        return Response.status(status)
                .entity(placement)
                .tag(Versions.tag(placement.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static <E extends Enum<E>> E one(E[] values, String text, String pointer, ProblemCode otherwise) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(text))
                .findFirst()
                .orElseThrow(() -> invalid(pointer, otherwise));
    }

    private static ProblemException invalid(String pointer, ProblemCode why) {
        return new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).at(pointer, why));
    }
}
