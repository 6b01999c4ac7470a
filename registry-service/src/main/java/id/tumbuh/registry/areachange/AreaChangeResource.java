package id.tumbuh.registry.areachange;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Bodies;
import id.tumbuh.registry.batch.Pages;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.batch.RowAnswer;
import id.tumbuh.registry.family.FamiliesToAssign;
import id.tumbuh.registry.screening.Screener;
import id.tumbuh.registry.screening.ScreeningRules;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Changes of areas over HTTP: proposed, looked at, applied, and the families of a split assigned to its parts. */
@Path("/v1")
@Tag(name = "Areas")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class AreaChangeResource {
    private final Database database;
    private final Caller caller;
    private final ProposeChanges changes;
    private final AreaChanges stored;
    private final AssignFamilies assign;
    private final FamiliesToAssign waiting;
    private final AreaChangeWorker worker;
    private final ScreeningRules rules;
    private final Bodies bodies;

    AreaChangeResource(
            Database database,
            Caller caller,
            ProposeChanges changes,
            AreaChanges stored,
            AssignFamilies assign,
            FamiliesToAssign waiting,
            AreaChangeWorker worker,
            ScreeningRules rules,
            Bodies bodies) {
        this.database = database;
        this.caller = caller;
        this.changes = changes;
        this.stored = stored;
        this.assign = assign;
        this.waiting = waiting;
        this.worker = worker;
        this.rules = rules;
        this.bodies = bodies;
    }

    @PUT
    @Path("/area-changes/{id}")
    @RolesAllowed({Roles.BKKBN, Roles.ADMIN})
    @Operation(
            summary = "Propose a change of areas and see what it would do",
            description =
                    "RENAMED, RECODED (A to B), SPLIT (A to A and B) or MERGED (A and B to C), with its day and source. "
                            + "Nothing is changed by it. The id is made by the client, so the request can be repeated.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ChangeForm.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StoredChange.View.class)))
    @APIResponse(responseCode = "409", description = "ID_TAKEN, AREA_ENDED or AREA_CHANGED_LATER")
    @APIResponse(responseCode = "422", description = "AREA_UNKNOWN, AREA_LEVELS_DIFFER, AREA_CHANGE_CYCLE, …")
    public StoredChange.View propose(@PathParam("id") UUID id, JsonNode body) {
        ChangeForm form = bodies.read(body, ChangeForm.class);
        changes.propose(Actor.of(caller), id, form).ifPresent(AreaChangeResource::refuse);
        return get(id);
    }

    @GET
    @Path("/area-changes/{id}")
    @RolesAllowed({Roles.PUSKESMAS, Roles.TPPS, Roles.BKKBN, Roles.ADMIN, Roles.AUDITOR})
    @Operation(summary = "A change: what it would do, or what is left to do", description = "Counted now, not kept.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StoredChange.View.class)))
    public StoredChange.View get(@PathParam("id") UUID id) {
        return changes.view(caller.scope(), id).orElseThrow(AreaChangeResource::notFound);
    }

    @POST
    @Path("/area-changes/{id}:apply")
    @RolesAllowed({Roles.BKKBN, Roles.ADMIN})
    @Operation(
            summary = "Let a change hold from its day on",
            description =
                    "Carried out after the answer, or on its day when that is still to come. Everybody who lives in an "
                            + "area with another code moves with it; a split leaves families to be assigned. Tokens carry codes: who "
                            + "answers for an old code needs a new token. The same request again changes nothing.")
    @APIResponse(responseCode = "202", description = "It will hold")
    @APIResponse(responseCode = "409", description = "Another change came in between")
    public Response apply(@PathParam("id") UUID id) {
        changes.apply(Actor.of(caller), id).response().close();
        worker.wake();
        return Response.accepted(get(id)).build();
    }

    @GET
    @Path("/area-changes/{id}/unassigned")
    @RolesAllowed({Roles.PUSKESMAS, Roles.TPPS, Roles.BKKBN, Roles.SYSTEM})
    @Operation(
            summary = "The families of a split desa of whom it is not known in which part they live",
            description = "Without names; the header Link with rel=next leads to the next page.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = FamiliesToAssign.Waiting.class)))
    public Response unassigned(
            @PathParam("id") UUID id,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        int most = Pages.limit(limit);
        Pages.Position position = Pages.Position.after(after);
        List<FamiliesToAssign.Waiting> page = database.read(caller.scope(), sql -> {
            StoredChange change = mine(stored.find(sql, id));
            return waiting.page(sql, id, change.predecessor(), position, most);
        });
        return Pages.page(page, most, FamiliesToAssign.Waiting::position, uri);
    }

    @POST
    @Path("/area-changes/{id}:assign")
    @RolesAllowed({Roles.PUSKESMAS, Roles.TPPS, Roles.BKKBN, Roles.SYSTEM})
    @Operation(
            summary = "Say in which part of a split desa families live",
            description =
                    "By RW and RT, or by their ids; at most 1,000 at once, left says how many still wait. Those of "
                            + "another part move there since the day of the split. The same request again changes nothing.")
    @RequestBody(content = @Content(schema = @Schema(implementation = AssignForm.class)))
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = AssignFamilies.Assigned.class)))
    @APIResponse(responseCode = "409", description = "AREA_CHANGE_NOT_IN_FORCE")
    public AssignFamilies.Assigned assign(@PathParam("id") UUID id, JsonNode body) {
        AssignForm form = bodies.read(body, AssignForm.class);
        AreaCode successor = new AreaCode(requireNonNull(form.successor()));
        Actor actor = Actor.of(caller);
        Screener today = rules.today();
        return database.write(actor.scope(), tx -> {
            StoredChange split = mine(stored.find(tx.sql(), id));
            AssignFamilies.fault(actor, split, successor).ifPresent(AreaChangeResource::refuse);
            return assign.assign(tx, actor, today, split, form);
        });
    }

    /** Of somebody who does not answer for the area it is about, it is not there. */
    private StoredChange mine(Optional<StoredChange> found) {
        return found.filter(change -> caller.scope().allows(change.predecessor()))
                .orElseThrow(AreaChangeResource::notFound);
    }

    private static void refuse(Registration.Invalid fault) {
        throw new ProblemException(RowAnswer.problem(fault));
    }

    private static ProblemException notFound() {
        return new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
    }
}
