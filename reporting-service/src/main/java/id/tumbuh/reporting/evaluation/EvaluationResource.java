package id.tumbuh.reporting.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.http.Bodies;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Versions;
import id.tumbuh.reporting.area.Asked;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reports of areas and semesters over REST: what is due, what they say, and their words. */
@Path("/v1/evaluations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Tiered evaluation")
class EvaluationResource {
    private final ReadEvaluation read;
    private final WriteEvaluation write;
    private final Bodies bodies;
    private final Caller caller;

    EvaluationResource(ReadEvaluation read, WriteEvaluation write, Bodies bodies, Caller caller) {
        this.read = read;
        this.write = write;
        this.bodies = bodies;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.TPPS, Roles.PUSKESMAS, Roles.BKKBN, Roles.OPD, Roles.AUDITOR, Roles.ADMIN})
    @Operation(
            operationId = "listEvaluationsDue",
            summary = "The reports that the areas right below an area owe, with their state and due day")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = DueList.class),
                            examples = @ExampleObject(name = "due", value = DueList.EXAMPLE)))
    public Response due(
            @Parameter(description = "Dotted area code, or ID for the country", example = "36")
                    @QueryParam("area")
                    @Nullable
                    String area,
            @Parameter(description = "By default the last semester that is over", example = "2026-S1")
                    @QueryParam("period")
                    @Nullable
                    String period) {
        String where = Asked.ownArea(area, caller.scope());
        return Response.ok(read.below(Office.of(caller), where, Asking.semester(period))
                        .orElseThrow(Asking::notFound))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("{area}/{period}")
    @RolesAllowed({Roles.TPPS, Roles.PUSKESMAS, Roles.BKKBN, Roles.OPD, Roles.AUDITOR, Roles.ADMIN})
    @Operation(
            operationId = "readEvaluation",
            summary = "The report of an area and semester, with its history and remarks",
            description =
                    "Before it is handed in as it is counted now; afterwards as it was handed in last, and with `as=now` as it is counted"
                            + " now. Of an area in which nobody has begun its report the state is `NOT_BEGUN`.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = EvaluationView.class),
                            examples = @ExampleObject(name = "evaluation", value = EvaluationView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "The area is not one of yours")
    public Response one(
            @Parameter(example = "36.04") @PathParam("area") String area,
            @Parameter(example = "2026-S1") @PathParam("period") String period,
            @Parameter(description = "`now`, or `submitted` (the default)", example = "now") @QueryParam("as") @Nullable
                    String as) {
        EvaluationKey key = Asking.key(area, period, caller.scope());
        return answer(200, read.of(Office.of(caller), key, isNow(as)).orElseThrow(Asking::notFound));
    }

    @PUT
    @Path("{area}/{period}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.TPPS, Roles.BKKBN, Roles.ADMIN})
    @Operation(
            operationId = "writeEvaluation",
            summary = "Write down obstacles and follow-up, as the TPPS of that very area",
            description =
                    "The same again changes nothing; other words need `If-Match`. Figures are never sent: they are counted.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = DraftForm.class),
                            examples = @ExampleObject(name = "draft", value = DraftForm.EXAMPLE)))
    @APIResponse(responseCode = "200", description = "It says so now, or said so before")
    @APIResponse(responseCode = "201", description = "It is begun")
    @APIResponse(responseCode = "403", description = "Only the TPPS of that very area writes")
    @APIResponse(
            responseCode = "409",
            description = "It was handed in, or says something else and no `If-Match` was sent")
    @APIResponse(responseCode = "412", description = "Changed since it was read")
    public Response write(
            @Parameter(example = "36.04") @PathParam("area") String area,
            @Parameter(example = "2026-S1") @PathParam("period") String period,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable JsonNode body) {
        EvaluationKey key = Asking.key(area, period, caller.scope());
        DraftForm form = bodies.read(body, DraftForm.class);
        Outcome outcome =
                write.write(Office.of(caller), key, form, ifMatch == null ? null : Versions.required(ifMatch));
        boolean begun = outcome instanceof Outcome.Done(Evaluation now) && now.version() == 1;
        outcome.orThrow();
        return answer(begun ? 201 : 200, read.of(Office.of(caller), key, false).orElseThrow(Asking::notFound));
    }

    static boolean isNow(@Nullable String as) {
        if (as == null || as.equals("submitted")) {
            return false;
        }
        if (!as.equals("now")) {
            throw Asking.invalid("/as", CommonProblem.OUT_OF_RANGE);
        }
        return true;
    }

    static Response answer(int status, EvaluationView view) {
        Response.ResponseBuilder answer =
                Response.status(status).entity(view).header(HttpHeaders.CACHE_CONTROL, "no-store");
        return view.version() == 0
                ? answer.build()
                : answer.tag(Versions.tag(view.version())).build();
    }
}
