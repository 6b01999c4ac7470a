package id.tumbuh.registry.family;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.http.Versions;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Bodies;
import id.tumbuh.registry.batch.Correction;
import id.tumbuh.registry.screening.Screener;
import id.tumbuh.registry.screening.ScreeningRules;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Families that move, split, and turn out to be one. */
@Path("/v1")
@Tag(name = "Families")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class FamilyChangesResource {
    private final Database database;
    private final Caller caller;
    private final CorrectFamily correct;
    private final SplitFamily split;
    private final MergeFamilies merge;
    private final ScreeningRules rules;
    private final Bodies bodies;

    FamilyChangesResource(
            Database database,
            Caller caller,
            CorrectFamily correct,
            SplitFamily split,
            MergeFamilies merge,
            ScreeningRules rules,
            Bodies bodies) {
        this.database = database;
        this.caller = caller;
        this.correct = correct;
        this.split = split;
        this.merge = merge;
        this.rules = rules;
        this.bodies = bodies;
    }

    @POST
    @Path("/families/{id}:move")
    @RolesAllowed({Roles.SYSTEM, Roles.PUSKESMAS, Roles.KADER, Roles.TPK, Roles.TPPS, Roles.BKKBN})
    @Operation(
            summary = "The family lives in another place from a day on",
            description = "Everybody who belongs to it goes with it. Both places must be the caller's.")
    @RequestBody(content = @Content(schema = @Schema(implementation = MoveForm.class)))
    @APIResponse(responseCode = "204", description = "Done; ETag names the new version")
    @APIResponse(responseCode = "412", description = "Somebody else changed it meanwhile")
    public Response move(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version, JsonNode body) {
        long expected = Versions.required(version);
        MoveForm form = bodies.read(body, MoveForm.class);
        NewHome home = new NewHome(
                id,
                new AreaCode(requireNonNull(form.area())),
                form.rw(),
                form.rt(),
                form.address(),
                requireNonNull(form.effectiveOn()));
        return changed((tx, actor, today) -> correct.move(tx, actor, today, expected, home));
    }

    @POST
    @Path("/families/{id}:split")
    @RolesAllowed({Roles.SYSTEM, Roles.PUSKESMAS, Roles.TPK, Roles.TPPS, Roles.BKKBN})
    @Operation(
            summary = "Some of its members become a family of their own (pecah KK)",
            description = "familyId is made by the client; the same request again changes nothing.")
    @RequestBody(content = @Content(schema = @Schema(implementation = SplitForm.class)))
    @APIResponse(responseCode = "204", description = "Done; ETag names the version of the family they left")
    @APIResponse(responseCode = "422", description = "NOT_OF_THE_FAMILY: nobody went")
    public Response split(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version, JsonNode body) {
        long expected = Versions.required(version);
        SplitForm form = bodies.read(body, SplitForm.class);
        SplitFamily.Split wanted = new SplitFamily.Split(
                id,
                requireNonNull(form.family()).value(),
                Set.copyOf(requireNonNull(form.persons())),
                requireNonNull(form.effectiveOn()),
                Transfer.Cause.SPLIT);
        return changed((tx, actor, today) -> split.split(tx, actor, today, expected, wanted));
    }

    @POST
    @Path("/families/{id}:merge")
    @RolesAllowed({Roles.SYSTEM, Roles.PUSKESMAS, Roles.TPPS, Roles.BKKBN})
    @Operation(
            summary = "This family is another one, registered twice",
            description = "Its members belong to the other from now on; the id keeps working. Can be undone.")
    @RequestBody(content = @Content(schema = @Schema(implementation = MergeForm.class)))
    @APIResponse(responseCode = "204", description = "Done; ETag names the new version of the duplicate")
    @APIResponse(responseCode = "409", description = "FAMILY_MERGED: one of them is merged already")
    public Response merge(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version, JsonNode body) {
        long expected = Versions.required(version);
        MergeForm form = bodies.read(body, MergeForm.class);
        MergeFamilies.Merge wanted = new MergeFamilies.Merge(
                id,
                requireNonNull(form.into()),
                requireNonNull(form.effectiveOn()),
                requireNonNull(form.reason()),
                expected);
        return changed((tx, actor, today) -> merge.merge(tx, actor, today, wanted));
    }

    @POST
    @Path("/families/{id}:unmerge")
    @RolesAllowed({Roles.SYSTEM, Roles.PUSKESMAS, Roles.TPPS, Roles.BKKBN})
    @Operation(
            summary = "The merge was a mistake",
            description = "Those who came with the family go back to it, unless they have left the other one since.")
    @APIResponse(responseCode = "204", description = "Done; ETag names the new version")
    @APIResponse(responseCode = "409", description = "FAMILY_NOT_MERGED")
    public Response undoMerge(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version) {
        long expected = Versions.required(version);
        return changed((tx, actor, today) -> merge.undo(tx, actor, today, id, expected));
    }

    private Response changed(Change change) {
        Actor actor = Actor.of(caller);
        Screener today = rules.today();
        return database.write(actor.scope(), tx -> change.in(tx, actor, today)).response();
    }

    @FunctionalInterface
    private interface Change {
        Correction in(Transaction tx, Actor actor, Screener today);
    }
}
