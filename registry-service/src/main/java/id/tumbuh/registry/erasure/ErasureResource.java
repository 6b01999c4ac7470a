package id.tumbuh.registry.erasure;

import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.registry.batch.Actor;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Erasures over HTTP. What is erased can't be brought back, so one asks and another agrees. */
@Path("/v1")
@Tag(name = "Erasure")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.TPPS, Roles.BKKBN})
@RunOnVirtualThread
class ErasureResource {
    private static final int ACCEPTED = 202;

    private final Database database;
    private final Caller caller;
    private final DecideErasure decide;
    private final ErasureRules rules;

    ErasureResource(Database database, Caller caller, DecideErasure decide, ErasureRules rules) {
        this.database = database;
        this.caller = caller;
        this.decide = decide;
        this.rules = rules;
    }

    /** Why, and where the request is filed. */
    @Schema(name = "ErasureRequest", examples = """
            {"id": "0198c1a0-0000-7000-8000-000000000091", "reason": "REQUESTED_BY_SUBJECT",
             "requestReference": "TPPS-36.04/2026/HAPUS-3"}""")
    record Wanted(
            @NotNull UUID id,
            @NotNull String reason,
            @NotNull String requestReference) {}

    @POST
    @Path("/families/{id}:erase")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Ask for the erasure of a family and everybody in it; another person approves")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = ErasureCertificate.class)))
    public Response eraseFamily(@PathParam("id") UUID id, @Valid @NotNull Wanted wanted) {
        return request(new Erasure.Subject(Erasure.Kind.FAMILY, id), wanted);
    }

    @POST
    @Path("/children/{id}:erase")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Ask for the erasure of a child; another person approves")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = ErasureCertificate.class)))
    public Response eraseChild(@PathParam("id") UUID id, @Valid @NotNull Wanted wanted) {
        return request(new Erasure.Subject(Erasure.Kind.CHILD, id), wanted);
    }

    @POST
    @Path("/erasures/{id}:approve")
    @Operation(
            summary = "Agree to an erasure and carry it out",
            description = "By somebody else than who asked. The other services erase their copies within seconds.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ErasureCertificate.class)))
    public Response approve(@PathParam("id") UUID id) {
        return answer(decide.approve(Actor.of(caller), id), Response.Status.OK.getStatusCode());
    }

    @POST
    @Path("/erasures/{id}:cancel")
    @Operation(summary = "Take a request for erasure back before it is carried out")
    @APIResponse(responseCode = "204")
    public Response cancel(@PathParam("id") UUID id) {
        boolean cancelled = decide.cancel(Actor.of(caller), id).orElseThrow(ErasureResource::notFound);
        if (!cancelled) {
            throw new ProblemException(Problem.of(ErasureProblem.ERASURE_DONE));
        }
        return Response.noContent().build();
    }

    @GET
    @Path("/erasures/{id}")
    @RolesAllowed({Roles.TPPS, Roles.BKKBN, Roles.AUDITOR, Roles.ADMIN})
    @Operation(summary = "The certificate: who asked and agreed, what went, who has confirmed and who is missing")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ErasureCertificate.class)))
    public Response certificate(@PathParam("id") UUID id) {
        List<String> expected = rules.confirmedBy();
        ErasureCertificate certificate = database.read(
                        caller.scope(),
                        sql -> Erasures.find(sql, id)
                                .map(erasure ->
                                        ErasureCertificate.of(erasure, Erasures.confirmations(sql, id), expected)))
                .orElseThrow(ErasureResource::notFound);
        return unstored(Response.ok(certificate));
    }

    private Response request(Erasure.Subject subject, Wanted wanted) {
        rules.check(wanted.reason(), wanted.requestReference());
        return answer(
                decide.request(
                        Actor.of(caller),
                        new DecideErasure.Request(wanted.id(), subject, wanted.reason(), wanted.requestReference())),
                ACCEPTED);
    }

    private Response answer(DecideErasure.Outcome outcome, int status) {
        return switch (outcome) {
            case DecideErasure.Outcome.Stands(var erasure) ->
                unstored(
                        Response.status(status).entity(ErasureCertificate.of(erasure, List.of(), rules.confirmedBy())));
            case DecideErasure.Outcome.Unknown() -> throw notFound();
            case DecideErasure.Outcome.AlreadyRequested() ->
                throw new ProblemException(Problem.of(ErasureProblem.ERASURE_ALREADY_REQUESTED));
            case DecideErasure.Outcome.SamePerson() ->
                throw new ProblemException(Problem.of(ErasureProblem.ERASURE_NEEDS_ANOTHER_PERSON));
        };
    }

    private static ProblemException notFound() {
        return new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
    }

    private static Response unstored(Response.ResponseBuilder response) {
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
