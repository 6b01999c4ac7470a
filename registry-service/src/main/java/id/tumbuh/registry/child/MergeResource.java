package id.tumbuh.registry.child;

import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Merging;
import id.tumbuh.registry.screening.Screener;
import id.tumbuh.registry.screening.ScreeningRules;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Merges two children that both are the caller's business; pairs across areas are decided as duplicates. */
@Path("/v1")
@Tag(name = "Children")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.PUSKESMAS, Roles.TPPS})
@RunOnVirtualThread
class MergeResource {
    private final Database database;
    private final Caller caller;
    private final MergeChildren merge;
    private final ScreeningRules rules;

    MergeResource(Database database, Caller caller, MergeChildren merge, ScreeningRules rules) {
        this.database = database;
        this.caller = caller;
        this.merge = merge;
        this.rules = rules;
    }

    /** The child that stays. */
    @Schema(name = "ChildMerge", examples = """
            {"into": "0198c1a0-0000-7000-8000-000000000002", "reason": "Terdaftar di dua posyandu"}""")
    record Into(
            @NotNull UUID into,

            @Schema(description = "Stands in the registry only; no names, please") @Size(max = 200) @Nullable
            String reason) {}

    @POST
    @Path("/children/{id}:merge")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Say that a child is another one",
            description =
                    "The child is no longer followed; its measurements are the other's, which is completed with what "
                            + "it lacked. Sending it again changes nothing. `:unmerge` takes all of it back.")
    @APIResponse(responseCode = "204", description = "Done")
    @APIResponse(responseCode = "404", description = "Not there, or not in the caller's areas")
    @APIResponse(responseCode = "409", description = "`CHILD_MERGED`, `MERGE_INTO_MERGED`")
    @APIResponse(responseCode = "422", description = "`MERGE_INTO_UNKNOWN`, `MERGE_INTO_ITSELF`")
    public Response merge(@PathParam("id") UUID id, @Valid @NotNull Into wanted) {
        Actor actor = Actor.of(caller);
        Screener today = rules.today();
        return answer(database.write(
                actor.scope(),
                tx -> merge.merge(
                        tx, actor, today, new MergeChildren.Merge(id, wanted.into(), wanted.reason(), false))));
    }

    @POST
    @Path("/children/{id}:unmerge")
    @Operation(
            summary = "Take a merge back",
            description =
                    "The child stands for itself again, as it was; what the other was completed with goes, unless it "
                            + "was corrected since.")
    @APIResponse(responseCode = "204", description = "Done")
    @APIResponse(responseCode = "404", description = "Not there, or not in the caller's areas")
    @APIResponse(responseCode = "409", description = "`CHILD_NOT_MERGED`")
    public Response unmerge(@PathParam("id") UUID id) {
        Actor actor = Actor.of(caller);
        Screener today = rules.today();
        if (!database.read(actor.scope(), sql -> KnownChild.exists(sql, id))) {
            throw new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
        }
        // the survivor may live elsewhere: whoever answers for the child that was given up may have it back
        return answer(database.write(Scope.everywhere(), tx -> merge.undo(tx, actor, today, id)));
    }

    private static Response answer(Merging outcome) {
        return switch (outcome) {
            case Merging.Done _, Merging.Unchanged _ -> Response.noContent().build();
            case Merging.Unknown _ -> throw new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
            case Merging.Refused(var reason, var field) ->
                throw new ProblemException(Problem.of(reason).at(field, reason));
        };
    }
}
