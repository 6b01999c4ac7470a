package id.tumbuh.registry.member;

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
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Merges two members that both are the caller's business; pairs across areas are decided as duplicates. */
@Path("/v1")
@Tag(name = "Members")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.PUSKESMAS, Roles.TPPS})
@RunOnVirtualThread
class MemberMergeResource {
    private final Database database;
    private final Caller caller;
    private final MergeMembers merge;
    private final ScreeningRules rules;

    MemberMergeResource(Database database, Caller caller, MergeMembers merge, ScreeningRules rules) {
        this.database = database;
        this.caller = caller;
        this.merge = merge;
        this.rules = rules;
    }

    /** The member that stays. */
    @Schema(name = "MemberMerge", examples = """
            {"into": "0198c1a0-0000-7000-8000-000000000008", "reason": "Terdaftar di dua keluarga"}""")
    record Into(
            @NotNull UUID into,

            @Schema(description = "Stands in the registry only; no names, please") @Size(max = 200) @Nullable
            String reason,

            @Schema(description = "Since when the family knows that it is the other; today unless told") @Nullable
            LocalDate effectiveOn) {}

    @POST
    @Path("/members/{id}:merge")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Say that a member of a family is another one, of the same family or of another",
            description =
                    "Its family keeps what it knew of it until that day. Pregnancies and plans to marry are the other's, "
                            + "which is completed with what it lacked. Sending it again changes nothing. `:unmerge` takes all of it back.")
    @APIResponse(responseCode = "204", description = "Done")
    @APIResponse(responseCode = "404", description = "Not there, or not in the caller's areas")
    @APIResponse(responseCode = "409", description = "`MEMBER_MERGED`, `MERGE_INTO_MERGED`")
    @APIResponse(
            responseCode = "422",
            description = "`MERGE_INTO_UNKNOWN`, `MERGE_INTO_ITSELF`, `MERGE_OF_OTHER_SEX`, `DATE_IN_FUTURE`")
    public Response merge(@PathParam("id") UUID id, @Valid @NotNull Into wanted) {
        Actor actor = Actor.of(caller);
        Screener today = rules.today();
        LocalDate on = wanted.effectiveOn() == null ? today.day() : wanted.effectiveOn();
        return answer(database.write(
                actor.scope(),
                tx -> merge.merge(
                        tx, actor, today, new MergeMembers.Merge(id, wanted.into(), on, wanted.reason(), false))));
    }

    @POST
    @Path("/members/{id}:unmerge")
    @Operation(
            summary = "Take a merge back",
            description = "The member stands for itself again, as it was, with what had hung on it; what the other was "
                    + "completed with goes, unless it was corrected since.")
    @APIResponse(responseCode = "204", description = "Done")
    @APIResponse(responseCode = "404", description = "Not there, or not in the caller's areas")
    @APIResponse(responseCode = "409", description = "`MEMBER_NOT_MERGED`")
    public Response unmerge(@PathParam("id") UUID id) {
        Actor actor = Actor.of(caller);
        Screener today = rules.today();
        if (!database.read(actor.scope(), sql -> KnownMember.exists(sql, id))) {
            throw new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
        }
        // the survivor may live elsewhere: whoever answers for the member that was given up may have it back
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
