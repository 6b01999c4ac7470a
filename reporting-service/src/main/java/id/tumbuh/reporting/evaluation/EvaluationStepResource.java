package id.tumbuh.reporting.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.http.Bodies;
import id.tumbuh.platform.http.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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

/** The life of a report over REST: handed in, given back, accepted. */
@Path("/v1/evaluations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Tiered evaluation")
class EvaluationStepResource {
    private final ReadEvaluation read;
    private final WriteEvaluation write;
    private final DecideEvaluation decide;
    private final Bodies bodies;
    private final Caller caller;

    EvaluationStepResource(
            ReadEvaluation read, WriteEvaluation write, DecideEvaluation decide, Bodies bodies, Caller caller) {
        this.read = read;
        this.write = write;
        this.decide = decide;
        this.bodies = bodies;
        this.caller = caller;
    }

    @POST
    @Path("{area}/{period}/submission")
    @RolesAllowed({Roles.TPPS, Roles.BKKBN, Roles.ADMIN})
    @Operation(
            operationId = "submitEvaluation",
            summary = "Hand the report in to the level above; its figures are frozen as they are now, with their hash")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EvaluationView.class)))
    @APIResponse(responseCode = "403", description = "Only the TPPS of that very area hands in its report")
    @APIResponse(
            responseCode = "409",
            description = "The semester is not over, words are missing, or it was handed in before")
    @APIResponse(responseCode = "412", description = "Changed since it was read")
    public Response submit(
            @Parameter(example = "36.04") @PathParam("area") String area,
            @Parameter(example = "2026-S1") @PathParam("period") String period,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        EvaluationKey key = Asking.key(area, period, caller.scope());
        write.submit(Office.of(caller), key, Versions.required(ifMatch)).orThrow();
        return now(key);
    }

    @POST
    @Path("{area}/{period}/return")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.TPPS, Roles.BKKBN, Roles.ADMIN})
    @Operation(
            operationId = "returnEvaluation",
            summary =
                    "Give the report back with remarks, as the level right above; it can be changed and handed in again")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = RemarksForm.class),
                            examples = @ExampleObject(name = "remarks", value = RemarksForm.EXAMPLE)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EvaluationView.class)))
    @APIResponse(
            responseCode = "403",
            description = "Only the level right above decides, and nobody on their own report")
    @APIResponse(responseCode = "409", description = "It does not wait for a decision")
    public Response giveBack(
            @Parameter(example = "36.04") @PathParam("area") String area,
            @Parameter(example = "2026-S1") @PathParam("period") String period,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable JsonNode body) {
        return decide(Asking.key(area, period, caller.scope()), false, ifMatch, body);
    }

    @POST
    @Path("{area}/{period}/acceptance")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.TPPS, Roles.BKKBN, Roles.ADMIN})
    @Operation(
            operationId = "acceptEvaluation",
            summary = "Accept the report, as the level right above; remarks may be missing")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = RemarksForm.class),
                            examples = @ExampleObject(name = "remarks", value = RemarksForm.EXAMPLE)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EvaluationView.class)))
    @APIResponse(
            responseCode = "403",
            description = "Only the level right above decides, and nobody on their own report")
    @APIResponse(responseCode = "409", description = "It does not wait for a decision")
    public Response accept(
            @Parameter(example = "36.04") @PathParam("area") String area,
            @Parameter(example = "2026-S1") @PathParam("period") String period,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable JsonNode body) {
        return decide(Asking.key(area, period, caller.scope()), true, ifMatch, body);
    }

    private Response decide(EvaluationKey key, boolean accepts, @Nullable String ifMatch, @Nullable JsonNode body) {
        String remarks = body == null || body.isNull()
                ? null
                : bodies.read(body, RemarksForm.class).value();
        decide.decide(
                        Office.of(caller),
                        key,
                        new DecideEvaluation.Decision(accepts, remarks, Versions.required(ifMatch)))
                .orThrow();
        return now(key);
    }

    private Response now(EvaluationKey key) {
        return EvaluationResource.answer(
                200, read.of(Office.of(caller), key, false).orElseThrow(Asking::notFound));
    }
}
