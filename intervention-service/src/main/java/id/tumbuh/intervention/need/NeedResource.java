package id.tumbuh.intervention.need;

import id.tumbuh.intervention.circumstance.Cause;
import id.tumbuh.intervention.listing.AreaRange;
import id.tumbuh.intervention.listing.Page;
import id.tumbuh.intervention.listing.RankPage;
import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.UUID;
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

/** Which children have to be helped, as the caller's areas show them. */
@Path("/v1/needs")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.TPPS, Roles.OPD, Roles.BKKBN, Roles.PUSKESMAS, Roles.ADMIN})
@RunOnVirtualThread
@Tag(name = "Needs", description = "Children and pregnant women who have to be helped")
class NeedResource {
    private final NeedQueries needs;
    private final Caller caller;

    NeedResource(NeedQueries needs, Caller caller) {
        this.needs = needs;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listNeeds",
            summary = "Needs by area",
            description = "In the order of area and id, or of urgency. The open ones, unless `state` says otherwise.")
    @APIResponse(
            responseCode = "200",
            description = "One page; `Link` with `rel=next` leads to the next",
            headers = @Header(name = "Link", schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = NeedView.class),
                            examples = @ExampleObject(name = "needs", value = "[" + NeedView.EXAMPLE + "]")))
    @APIResponse(responseCode = "400", description = "A parameter is not acceptable; `errors` points at it")
    public Response list(
            @Parameter(description = "Only in this area", example = "36.04.20") @QueryParam("area") @Nullable
                    String area,
            @Parameter(description = "`OPEN` (usual) or `CLOSED`", example = "OPEN") @QueryParam("state") @Nullable
                    String state,
            @Parameter(description = "Only with this cause, a code of rule `need.answers`", example = "WASTED")
                    @QueryParam("cause")
                    @Nullable
                    String cause,
            @Parameter(description = "Only where this has to be given", example = "FOOD") @QueryParam("item") @Nullable
                    String item,
            @Parameter(description = "`AREA` (usual), or `RANK`: the most urgent first", example = "RANK")
                    @QueryParam("order")
                    @Nullable
                    String order,
            @Parameter(description = "Where the last page ended, from its `Link`") @QueryParam("after") @Nullable
                    String after,
            @Parameter(description = "1 to 1000, usually 100", example = "100") @QueryParam("limit") @Nullable
                    String limit,
            @Context UriInfo uri) {
        var wanted = new NeedQueries.Wanted(
                AreaRange.of(area, caller.scope()),
                state == null
                        ? NeedEvent.State.OPEN
                        : parse(state, NeedEvent.State.values(), "/state", InterventionProblem.STATE_UNKNOWN),
                cause == null ? null : cause(cause),
                item == null ? null : parse(item, Item.Kind.values(), "/item", InterventionProblem.ITEM_UNKNOWN));
        Order by =
                order == null ? Order.AREA : parse(order, Order.values(), "/order", InterventionProblem.ORDER_UNKNOWN);
        return switch (by) {
            case AREA -> {
                Page page = Page.of(after, limit);
                yield page.answer(
                        needs.page(caller.scope(), wanted, page).stream()
                                .map(NeedView::of)
                                .toList(),
                        need -> new Page.Place(need.area(), need.id()),
                        uri);
            }
            case RANK -> {
                RankPage page = RankPage.of(after, limit);
                yield page.answer(
                        needs.byRank(caller.scope(), wanted, page).stream()
                                .map(NeedView::of)
                                .toList(),
                        need -> new RankPage.Place(need.rank(), need.id()),
                        uri);
            }
        };
    }

    /** What comes first in a list. */
    private enum Order {
        AREA,
        RANK
    }

    private static Cause cause(String text) {
        try {
            return new Cause(text);
        } catch (IllegalArgumentException malformed) {
            throw new ProblemException(
                    Problem.of(CommonProblem.INVALID_REQUEST).at("/cause", InterventionProblem.CAUSE_MALFORMED));
        }
    }

    @GET
    @Path("summary")
    @Operation(
            operationId = "summarizeNeeds",
            summary = "Open needs counted by the areas below one",
            description = "By province when no area is given; a desa or kelurahan is counted by itself.")
    @APIResponse(
            responseCode = "200",
            description = "The counts of what the caller may see",
            content =
                    @Content(
                            schema = @Schema(implementation = NeedSummary.class),
                            examples = @ExampleObject(name = "kabupaten", value = NeedSummary.EXAMPLE)))
    public NeedSummary summary(@Parameter(example = "36.04") @QueryParam("area") @Nullable String area) {
        AreaCode code = area == null ? null : AreaRange.code(area);
        return NeedSummary.of(area, needs.openByArea(caller.scope(), code));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "readNeed", summary = "One need")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = NeedView.class),
                            examples = @ExampleObject(name = "need", value = NeedView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "`NEED_UNKNOWN`: not there, or not in the caller's areas")
    public NeedView one(@PathParam("id") UUID id) {
        return needs.byId(caller.scope(), id)
                .map(NeedView::of)
                .orElseThrow(() -> new ProblemException(Problem.of(InterventionProblem.NEED_UNKNOWN)));
    }

    private static <E extends Enum<E>> E parse(String text, E[] values, String pointer, InterventionProblem reason) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        Problem.of(CommonProblem.INVALID_REQUEST).at(pointer, reason)));
    }
}
