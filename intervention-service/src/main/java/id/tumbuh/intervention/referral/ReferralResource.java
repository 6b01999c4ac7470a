package id.tumbuh.intervention.referral;

import id.tumbuh.intervention.listing.AreaRange;
import id.tumbuh.intervention.listing.Page;
import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
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

/** What each OPD has to do for the families of stunted children, as the caller's areas show it. */
@Path("/v1/referrals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.TPPS, Roles.OPD, Roles.BKKBN, Roles.ADMIN})
@RunOnVirtualThread
@Tag(name = "Referrals", description = "Risk factors of families with a stunted child, by the OPD whose field they are")
class ReferralResource {
    private final ReferralQueries referrals;
    private final Caller caller;

    ReferralResource(ReferralQueries referrals, Caller caller) {
        this.referrals = referrals;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listReferrals",
            summary = "Referrals by area",
            description = "In the order of area and id. The open ones, unless `state` says otherwise.")
    @APIResponse(
            responseCode = "200",
            description = "One page; `Link` with `rel=next` leads to the next",
            headers = @Header(name = "Link", schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = ReferralView.class),
                            examples = @ExampleObject(name = "referrals", value = "[" + ReferralView.EXAMPLE + "]")))
    @APIResponse(responseCode = "400", description = "A parameter is not acceptable; `errors` points at it")
    public Response list(
            @Parameter(description = "Only in this area", example = "36.04.20") @QueryParam("area") @Nullable
                    String area,
            @Parameter(description = "Only those of one OPD's field", example = "PUPR") @QueryParam("field") @Nullable
                    String field,
            @Parameter(description = "`OPEN` (usual) or `CLOSED`", example = "OPEN") @QueryParam("state") @Nullable
                    String state,
            @Parameter(description = "Where the last page ended, from its `Link`") @QueryParam("after") @Nullable
                    String after,
            @Parameter(description = "1 to 1000, usually 100", example = "100") @QueryParam("limit") @Nullable
                    String limit,
            @Context UriInfo uri) {
        var wanted = new ReferralQueries.Wanted(AreaRange.of(area, caller.scope()), state(state), field(field));
        Page page = Page.of(after, limit);
        return page.answer(
                referrals.page(caller.scope(), wanted, page).stream()
                        .map(ReferralView::of)
                        .toList(),
                referral -> new Page.Place(referral.area(), referral.id()),
                uri);
    }

    private static ReferralEvent.State state(@Nullable String text) {
        return switch (text) {
            case null -> ReferralEvent.State.OPEN;
            case "OPEN" -> ReferralEvent.State.OPEN;
            case "CLOSED" -> ReferralEvent.State.CLOSED;
            default -> throw refused("/state", InterventionProblem.STATE_UNKNOWN);
        };
    }

    private static @Nullable OpdField field(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!OpdField.isValid(text)) {
            throw refused("/field", InterventionProblem.FIELD_MALFORMED);
        }
        return new OpdField(text);
    }

    private static ProblemException refused(String pointer, InterventionProblem reason) {
        return new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).at(pointer, reason));
    }
}
