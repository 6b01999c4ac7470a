package id.tumbuh.intervention.outcome;

import id.tumbuh.intervention.listing.AreaRange;
import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.AreaLevel;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Languages;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemCode;
import id.tumbuh.platform.http.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How children grew before, during and after help. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Outcomes", description = "Growth before, during and after help, with a comparison group and its caveats")
class OutcomeResource {
    private final OutcomeQueries outcomes;
    private final Caller caller;

    OutcomeResource(OutcomeQueries outcomes, Caller caller) {
        this.outcomes = outcomes;
        this.caller = caller;
    }

    @GET
    @Path("placements/{id}/outcome")
    @RolesAllowed({Roles.PUSKESMAS, Roles.TPPS, Roles.BKKBN, Roles.ADMIN})
    @Operation(operationId = "readPlacementOutcome", summary = "How the child of a placement grew")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = Outcomes.OfOne.class),
                            examples = @ExampleObject(name = "one", value = Outcomes.OfOne.EXAMPLE)))
    @APIResponse(
            responseCode = "404",
            description = "`PLACEMENT_UNKNOWN`: also of a pregnancy, and before anything is promised")
    public Response ofPlacement(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        return ofOne(OutcomeQueries.Kind.PLACEMENT, id, headers);
    }

    @GET
    @Path("enrolments/{id}/outcome")
    @RolesAllowed({Roles.PUSKESMAS, Roles.TPPS, Roles.BKKBN, Roles.ADMIN})
    @Operation(operationId = "readEnrolmentOutcome", summary = "How a child on the list of a programme grew")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = Outcomes.OfOne.class),
                            examples = @ExampleObject(name = "one", value = Outcomes.OfOne.OF_PROGRAMME)))
    @APIResponse(
            responseCode = "404",
            description = "`ENROLMENT_UNKNOWN`: also of a pregnancy, and before anything is planned")
    public Response ofEnrolment(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        return ofOne(OutcomeQueries.Kind.ENROLMENT, id, headers);
    }

    private Response ofOne(OutcomeQueries.Kind kind, UUID id, HttpHeaders headers) {
        return outcomes.ofOne(caller.scope(), kind, id, Languages.of(headers))
                .map(OutcomeResource::answer)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        switch (kind) {
                            case PLACEMENT -> InterventionProblem.PLACEMENT_UNKNOWN;
                            case ENROLMENT -> InterventionProblem.ENROLMENT_UNKNOWN;
                        })));
    }

    @GET
    @Path("outcomes")
    @RolesAllowed({Roles.PUSKESMAS, Roles.TPPS, Roles.OPD, Roles.BKKBN, Roles.ADMIN})
    @Operation(
            operationId = "summariseOutcomes",
            summary = "How helped children of an area grew, beside others with the same needs",
            description =
                    "Of what sponsors promised or programmes planned for some of these days. Nothing is told of fewer than five children. A difference between the groups is no proof of a cause: see `caveats`.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = Outcomes.class),
                            examples = @ExampleObject(name = "kabupaten", value = Outcomes.EXAMPLE)))
    @APIResponse(responseCode = "400", description = "`AREA_TOO_LARGE`: larger than a kabupaten")
    public Response ofArea(
            @Parameter(example = "36.04", required = true) @QueryParam("area") @Nullable String area,
            @Parameter(example = "2026-08-01", required = true) @QueryParam("from") @Nullable String from,
            @Parameter(example = "2026-10-31", required = true) @QueryParam("to") @Nullable String to,
            @Context HttpHeaders headers) {
        if (area == null) {
            throw refused("/area", CommonProblem.REQUIRED);
        }
        AreaCode code = AreaRange.code(area);
        if (code.level() == AreaLevel.PROVINSI) {
            throw refused("/area", InterventionProblem.AREA_TOO_LARGE);
        }
        LocalDate first = day("/from", from);
        LocalDate last = day("/to", to);
        if (last.isBefore(first) || first.plusDays(outcomes.rules().mostDays()).isBefore(last)) {
            throw refused("/to", CommonProblem.OUT_OF_RANGE);
        }
        var question = new OutcomeQueries.Question(code, new Growth.Window(first, last));
        return answer(outcomes.of(caller.scope(), question, Languages.of(headers)));
    }

    private static Response answer(Object entity) {
        return Response.ok(entity).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private static LocalDate day(String pointer, @Nullable String text) {
        if (text == null) {
            throw refused(pointer, CommonProblem.REQUIRED);
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException noDate) {
            throw refused(pointer, CommonProblem.INVALID_DATE);
        }
    }

    private static ProblemException refused(String pointer, ProblemCode reason) {
        return new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).at(pointer, reason));
    }
}
