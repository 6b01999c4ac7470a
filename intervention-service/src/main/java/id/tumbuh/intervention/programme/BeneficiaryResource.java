package id.tumbuh.intervention.programme;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.intervention.change.Actor;
import id.tumbuh.intervention.change.Answers;
import id.tumbuh.intervention.change.RowAnswer;
import id.tumbuh.intervention.change.Rows;
import id.tumbuh.intervention.listing.Page;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Languages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Whose needs a programme pays for. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Programmes")
class BeneficiaryResource {
    /** Places of its list are needs; the area of a page's place is the same for all of them. */
    private static final String ANYWHERE = "00";

    private final EnrolNeeds enrol;
    private final Rows rows;
    private final Caller caller;

    BeneficiaryResource(EnrolNeeds enrol, Rows rows, Caller caller) {
        this.enrol = enrol;
        this.rows = rows;
        this.caller = caller;
    }

    @POST
    @Path("/programmes/{id}/beneficiaries")
    @RolesAllowed({Roles.TPPS, Roles.OPD})
    @Operation(
            operationId = "enrolNeeds",
            summary = "Put open needs on the list of a programme",
            description =
                    "Up to 1000 rows; each is answered by itself. A need that another programme gives the same in that time is"
                            + " refused as `ALREADY_FUNDED`, one that a sponsor does as `GIVEN_BY_SPONSOR`. Sending the same again is safe. What is brought, as the food of PMT, has"
                            + " deliveries planned for the days of the rule.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = RowAnswer.class),
                            examples = @ExampleObject(name = "rows", value = RowAnswer.EXAMPLE)))
    public List<RowAnswer> enrol(@PathParam("id") UUID id, JsonNode body, @Context HttpHeaders headers) {
        return rows.answer(
                body,
                ProgrammeForms.Enrolled.class,
                Languages.of(headers),
                some -> enrol.enrol(
                                Actor.of(caller),
                                id,
                                some.stream()
                                        .map(ProgrammeForms.Enrolled::wanted)
                                        .toList())
                        .orElseThrow(() -> Answers.problem(CommonProblem.NOT_FOUND)),
                _ -> 1L);
    }

    @GET
    @Path("/programmes/{id}/beneficiaries")
    @RolesAllowed({Roles.TPPS, Roles.OPD, Roles.BKKBN, Roles.AUDITOR, Roles.ADMIN})
    @Operation(
            operationId = "listBeneficiaries",
            summary = "The needs a programme pays for, as far as the caller sees them")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = SchemaType.ARRAY,
                                            implementation = ProgrammeForms.EnrolledView.class),
                            examples = @ExampleObject(name = "needs", value = ProgrammeForms.EnrolledView.EXAMPLE)))
    public Response list(
            @PathParam("id") UUID id,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit,
            @Context UriInfo uri) {
        Page page = Page.of(after, limit);
        return page.answer(
                enrol.list(Actor.of(caller), id, page.after().id(), page.rowsToRead()).stream()
                        .map(ProgrammeForms.EnrolledView::of)
                        .toList(),
                one -> new Page.Place(ANYWHERE, one.id()),
                uri);
    }

    @DELETE
    @Path("/programmes/{id}/beneficiaries/{need}")
    @RolesAllowed({Roles.TPPS, Roles.OPD})
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "takeNeedOff", summary = "Take a need off the list; again is no change")
    @APIResponse(responseCode = "204", description = "It is not on the list")
    public Response takeOff(@PathParam("id") UUID id, @PathParam("need") UUID need) {
        if (!enrol.remove(Actor.of(caller), id, need)) {
            throw Answers.problem(CommonProblem.NOT_FOUND);
        }
        return Response.noContent().build();
    }
}
