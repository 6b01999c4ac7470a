package id.tumbuh.intervention.programme;

import id.tumbuh.intervention.change.Actor;
import id.tumbuh.intervention.change.Answers;
import id.tumbuh.intervention.change.Change;
import id.tumbuh.intervention.change.Days;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Versions;
import id.tumbuh.platform.rules.RuleBook;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One programme: planned, realised by quarter, evaluated, withdrawn. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Programmes")
class ProgrammeResource {
    private final ProgrammeQueries queries;
    private final ChangeProgramme programmes;
    private final RuleBook rules;
    private final Caller caller;

    ProgrammeResource(ProgrammeQueries queries, ChangeProgramme programmes, RuleBook rules, Caller caller) {
        this.queries = queries;
        this.programmes = programmes;
        this.rules = rules;
        this.caller = caller;
    }

    @GET
    @Path("/programmes/{id}")
    @RolesAllowed({Roles.TPPS, Roles.OPD, Roles.BKKBN, Roles.AUDITOR, Roles.ADMIN})
    @Operation(operationId = "readProgramme", summary = "One programme, with its version as the `ETag`")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = ProgrammeView.class),
                            examples = @ExampleObject(name = "programme", value = ProgrammeView.EXAMPLE)))
    public Response one(@PathParam("id") UUID id) {
        Programme found = queries.byId(caller.scope(), id).orElseThrow(() -> Answers.problem(CommonProblem.NOT_FOUND));
        return Answers.one(found, this::view, Programme::version);
    }

    @POST
    @Path("/programmes")
    @RolesAllowed({Roles.TPPS, Roles.OPD, Roles.BKKBN})
    @Operation(
            operationId = "planProgramme",
            summary = "Plan a programme",
            description =
                    "By the TPPS of its area, or by people of an OPD of its field. Sending the same again is safe.")
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            schema = @Schema(implementation = ProgrammeView.class),
                            examples = @ExampleObject(name = "programme", value = ProgrammeView.EXAMPLE)))
    @APIResponse(
            responseCode = "404",
            description = "`OPD_UNKNOWN`: not there, or its area isn't around the programme's")
    public Response plan(@Valid @NotNull ProgrammeForms.NewProgramme form) {
        return answer(programmes.plan(Actor.of(caller), form.value()));
    }

    @PUT
    @Path("/programmes/{id}")
    @RolesAllowed({Roles.TPPS, Roles.OPD, Roles.BKKBN})
    @Operation(operationId = "replanProgramme", summary = "Change the plan: target, budget, what it serves")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = ProgrammeView.class),
                            examples = @ExampleObject(name = "programme", value = ProgrammeView.EXAMPLE)))
    public Response replan(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ProgrammeForms.Plan plan) {
        return answer(programmes.replan(Actor.of(caller), read(id, ifMatch), plan.value()));
    }

    @PUT
    @Path("/programmes/{id}/quarters/{quarter}")
    @RolesAllowed({Roles.TPPS, Roles.OPD, Roles.BKKBN})
    @Operation(
            operationId = "realiseProgramme",
            summary = "Say what a quarter brought",
            description = "Of that quarter alone, not of the year so far. Again replaces it.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = ProgrammeView.class),
                            examples = @ExampleObject(name = "programme", value = ProgrammeView.EXAMPLE)))
    public Response realise(
            @PathParam("id") UUID id,
            @PathParam("quarter") @Min(1) @Max(4) int quarter,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ProgrammeForms.Quarter form) {
        return answer(programmes.realise(Actor.of(caller), read(id, ifMatch), form.value(quarter)));
    }

    @PUT
    @Path("/programmes/{id}/evaluation")
    @RolesAllowed({Roles.TPPS, Roles.OPD, Roles.BKKBN})
    @Operation(
            operationId = "evaluateProgramme",
            summary = "Say in words how it went",
            description = "Words that hold a number like a NIK or of a telephone are refused.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = ProgrammeView.class),
                            examples = @ExampleObject(name = "programme", value = ProgrammeView.EXAMPLE)))
    public Response evaluate(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ProgrammeForms.Evaluation form) {
        return answer(programmes.evaluate(Actor.of(caller), read(id, ifMatch), form.evaluation()));
    }

    @POST
    @Path("/programmes/{id}:withdraw")
    @RolesAllowed({Roles.TPPS, Roles.OPD, Roles.BKKBN})
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "withdrawProgramme",
            summary = "Withdraw a programme",
            description = "It stays to be read and counts in no sum; nothing of a need is paid for by it any more.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = ProgrammeView.class),
                            examples = @ExampleObject(name = "programme", value = ProgrammeView.EXAMPLE)))
    public Response withdraw(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(programmes.withdraw(Actor.of(caller), read(id, ifMatch)));
    }

    private static ChangeProgramme.Read read(UUID id, @Nullable String ifMatch) {
        return new ChangeProgramme.Read(id, Versions.required(ifMatch));
    }

    private Response answer(Change<Programme> change) {
        return Answers.of(change, this::view, Programme::version);
    }

    private ProgrammeView view(Programme programme) {
        LocalDate today = Days.today();
        return ProgrammeView.of(programme, LateRule.of(rules.on(today)).expected(programme.year(), today));
    }
}
