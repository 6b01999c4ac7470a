package id.tumbuh.registry.companion;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.AreaLevel;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.platform.http.Versions;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Bodies;
import id.tumbuh.registry.batch.Pages;
import id.tumbuh.registry.emergency.EmergencyReading;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who is in whose care, over HTTP. */
@Path("/v1")
@Tag(name = "Companions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class AssignmentResource {
    private final Database database;
    private final Caller caller;
    private final EmergencyReading emergency;
    private final ProposeAssignments propose;
    private final AssignCompanions assign;
    private final CompanionRules rules;
    private final Bodies bodies;

    AssignmentResource(
            Database database,
            Caller caller,
            EmergencyReading emergency,
            ProposeAssignments propose,
            AssignCompanions assign,
            CompanionRules rules,
            Bodies bodies) {
        this.database = database;
        this.caller = caller;
        this.emergency = emergency;
        this.propose = propose;
        this.assign = assign;
        this.rules = rules;
        this.bodies = bodies;
    }

    /** Everything that a family and its people were accompanied by. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FamilyCompanions")
    record History(List<AssignmentView> assignments, List<VisitView> visits) {
        History {
            assignments = List.copyOf(assignments);
            visits = List.copyOf(visits);
        }
    }

    @POST
    @Path("/companion-assignments:propose")
    @RolesAllowed({Roles.TPPS, Roles.BKKBN, Roles.PUSKESMAS})
    @Operation(
            summary = "Give everybody in nobody's care to the team of the desa with the least to do",
            description =
                    "Up to a kabupaten. A dry run unless dryRun=false. Safe to repeat: who has a team is left alone.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ProposeAssignments.Proposal.class)))
    public ProposeAssignments.Proposal propose(
            @QueryParam("area") @Nullable AreaCode area, @QueryParam("dryRun") @DefaultValue("true") boolean dryRun) {
        AreaCode where = Pages.requiredArea(area);
        if (where.level() == AreaLevel.PROVINSI) {
            throw refused(CompanionProblem.AREA_TOO_WIDE, "/area");
        }
        Actor actor = Actor.of(caller);
        CompanionPolicy today = rules.today();
        return dryRun ? propose.dryRun(actor, today, where) : propose.carryOut(actor, today, where);
    }

    @POST
    @Path("/companion-assignments")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.TPPS, Roles.BKKBN, Roles.PUSKESMAS, Roles.SYSTEM})
    @Operation(
            summary = "Give somebody to a team by hand, or from one team to another",
            description = "With replaces, the assignment named ends on that day. Sending the same again is safe.")
    @RequestBody(content = @Content(schema = @Schema(implementation = AssignmentForm.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = AssignmentView.class)))
    @APIResponse(responseCode = "409", description = "ASSIGNED_ALREADY, ASSIGNMENT_ENDED or ASSIGNMENT_ID_TAKEN")
    public Response assign(JsonNode body) {
        AssignCompanions.Wanted wanted = bodies.read(body, AssignmentForm.class).value();
        Actor actor = Actor.of(caller);
        CompanionPolicy today = rules.today();
        return answer(201, database.write(actor.scope(), tx -> assign.assign(tx, actor, today, wanted)));
    }

    @POST
    @Path("/companion-assignments/{id}:release")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.TPPS, Roles.BKKBN, Roles.PUSKESMAS, Roles.SYSTEM})
    @Operation(summary = "End an assignment by hand; the same end again changes nothing")
    @RequestBody(content = @Content(schema = @Schema(implementation = AssignmentForm.Release.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AssignmentView.class)))
    @APIResponse(responseCode = "409", description = "ASSIGNMENT_ENDED otherwise")
    @APIResponse(responseCode = "412", description = "It has changed since If-Match")
    public Response release(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version, JsonNode body) {
        long expected = Versions.required(version);
        AssignmentForm.Release form = bodies.read(body, AssignmentForm.Release.class);
        Actor actor = Actor.of(caller);
        CompanionPolicy today = rules.today();
        Assignment.Release wanted = new Assignment.Release(
                requireNonNull(form.on()), Assignment.ReleaseCause.BY_HAND, form.reason(), actor.subject());
        return answer(200, database.write(actor.scope(), tx -> {
            Assignment known = Assignments.lock(tx.sql(), id).orElseThrow(AssignmentResource::notFound);
            if (known.release() == null && known.version() != expected) {
                throw new ProblemException(Problem.of(CommonProblem.PRECONDITION_FAILED));
            }
            return assign.release(tx, actor, today, known, wanted);
        }));
    }

    @GET
    @Path("/families/{id}/companions")
    @RolesAllowed({Roles.KADER, Roles.TPK, Roles.PUSKESMAS, Roles.TPPS, Roles.SYSTEM})
    @Operation(summary = "Who accompanied a family and its people when, and every visit; the reading is audited")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = History.class)))
    public Response ofFamily(@PathParam("id") UUID id) {
        Actor actor = emergency.reader(caller);
        History history = database.write(actor.scope(), tx -> {
            String area = tx.sql()
                    .createQuery("select area_code from family where id = :id")
                    .bind("id", id)
                    .mapTo(String.class)
                    .findOne()
                    .orElseThrow(AssignmentResource::notFound);
            tx.audit(actor.did("READ_COMPANIONS", "family", id, area));
            return new History(
                    Assignments.ofFamily(tx.sql(), id).stream()
                            .map(AssignmentView::of)
                            .toList(),
                    Visits.ofFamily(tx.sql(), id));
        });
        return Response.ok(history)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Response answer(int created, AssignCompanions.Outcome outcome) {
        return switch (outcome) {
            case AssignCompanions.Outcome.Assigned(var assignment) -> stored(created, assignment);
            case AssignCompanions.Outcome.Known(var assignment) -> stored(200, assignment);
            case AssignCompanions.Outcome.Refused(var reason, var field) ->
                throw new ProblemException(Problem.of(reason).at(field, reason));
        };
    }

    private static Response stored(int status, Assignment assignment) {
        return Response.status(status)
                .entity(AssignmentView.of(assignment))
                .tag(Versions.tag(assignment.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static ProblemException notFound() {
        return new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
    }

    private static ProblemException refused(CompanionProblem problem, String field) {
        return new ProblemException(Problem.of(problem).at(field, problem));
    }
}
