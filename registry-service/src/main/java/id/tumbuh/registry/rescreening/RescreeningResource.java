package id.tumbuh.registry.rescreening;

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
import id.tumbuh.registry.problem.RegistryProblem;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Rules tried before they hold, and the passes that follow them. Who tries them and who puts them in force are two people. */
@Path("/v1")
@Tag(name = "Screening")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class RescreeningResource {
    private final Database database;
    private final Caller caller;
    private final PreviewRules previews;
    private final RunScreening runs;
    private final ScreeningWorker worker;
    private final Bodies bodies;

    RescreeningResource(
            Database database,
            Caller caller,
            PreviewRules previews,
            RunScreening runs,
            ScreeningWorker worker,
            Bodies bodies) {
        this.database = database;
        this.caller = caller;
        this.previews = previews;
        this.runs = runs;
        this.worker = worker;
        this.bodies = bodies;
    }

    @PUT
    @Path("/rule-previews/{id}")
    @RolesAllowed({Roles.BKKBN, Roles.ADMIN})
    @Operation(
            summary = "Compute what rules with other values would change",
            description =
                    "The id is made by the client, so the request can be repeated. Computed after the answer over the "
                            + "families of the caller's areas; nothing is changed by it.")
    @RequestBody(content = @Content(schema = @Schema(implementation = PreviewForm.class)))
    @APIResponse(
            responseCode = "202",
            description = "It runs",
            content = @Content(schema = @Schema(implementation = RulePreview.class)))
    @APIResponse(responseCode = "422", description = "RULE_UNKNOWN or RULE_INVALID, with its place")
    public Response preview(@PathParam("id") UUID id, JsonNode body) {
        List<RuleChange> changes =
                requireNonNull(bodies.read(body, PreviewForm.class).changes());
        if (!previews.start(Actor.of(caller), id, changes)) {
            throw new ProblemException(Problem.of(RegistryProblem.ID_TAKEN));
        }
        worker.wake();
        return Response.accepted(found(id, null)).build();
    }

    @GET
    @Path("/rule-previews/{id}")
    @RolesAllowed({Roles.BKKBN, Roles.ADMIN})
    @Operation(summary = "How far a preview is, and what it found, by the areas below the one asked for")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RulePreview.class)))
    public RulePreview get(@PathParam("id") UUID id, @QueryParam("area") @Nullable AreaCode area) {
        return found(id, area);
    }

    @GET
    @Path("/rule-previews/{id}/changes")
    @RolesAllowed({Roles.BKKBN, Roles.ADMIN})
    @Operation(
            summary = "The families that would be decided otherwise",
            description = "Without names; the header Link with rel=next leads to the next page.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = PreviewedChanges.Change.class)))
    public Response changes(
            @PathParam("id") UUID id,
            @QueryParam("area") @Nullable AreaCode area,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        found(id, area);
        int most = Pages.limit(limit);
        Pages.Position position = Pages.Position.after(after);
        String within = area == null ? "" : area.value();
        return Pages.page(
                database.read(caller.scope(), sql -> PreviewedChanges.page(sql, id, within, position, most)),
                most,
                PreviewedChanges.Change::position,
                uri);
    }

    @POST
    @Path("/rule-previews/{id}:enact")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Put the rules of a preview in force",
            description =
                    "Each becomes the next version of its rule; families are screened again after the answer. The same "
                            + "request again changes nothing.")
    @APIResponse(responseCode = "204", description = "They hold from their day on")
    @APIResponse(responseCode = "409", description = "PREVIEW_NOT_FINISHED, or RULES_CHANGED since it was made")
    public Response enact(@PathParam("id") UUID id) {
        switch (previews.enact(Actor.of(caller), id)) {
            case DONE -> worker.wake();
            case UNKNOWN -> throw new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
            case RUNNING -> throw new ProblemException(Problem.of(RegistryProblem.PREVIEW_NOT_FINISHED));
            case OUTDATED -> throw new ProblemException(Problem.of(RegistryProblem.RULES_CHANGED));
        }
        return Response.noContent().build();
    }

    @GET
    @Path("/screening-runs")
    @RolesAllowed({Roles.BKKBN, Roles.ADMIN})
    @Operation(summary = "The latest passes over the families, of each day and after each change of the rules")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = ScreeningRun.class)))
    public List<ScreeningRun> runs(@QueryParam("limit") @DefaultValue("30") int limit) {
        return runs.latest(Pages.limit(limit));
    }

    private RulePreview found(UUID id, @Nullable AreaCode area) {
        String within = area == null ? "" : area.value();
        return database.read(
                        caller.scope(),
                        sql -> previews.find(sql, id)
                                .map(stored -> new RulePreview(
                                        stored.id(),
                                        stored.state(),
                                        stored.changes(),
                                        stored.day(),
                                        stored.screened(),
                                        RulePreview.counts(sql, id, within),
                                        RulePreview.byArea(sql, id, area))))
                .orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.NOT_FOUND)));
    }
}
