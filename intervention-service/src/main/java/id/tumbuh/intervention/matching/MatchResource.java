package id.tumbuh.intervention.matching;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.platform.access.Actor;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.Bodies;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Languages;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Plans that propose sponsors for needs. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Roles.TPPS, Roles.BKKBN, Roles.ADMIN})
@Tag(name = "Matching", description = "Which sponsor should help whom, over a whole kabupaten")
class MatchResource {
    private static final int MOST = 1_000;

    private final RunMatching run;
    private final HoldProposals hold;
    private final Database database;
    private final Bodies bodies;
    private final Caller caller;
    private final Clock clock = Clock.systemUTC();

    MatchResource(RunMatching run, HoldProposals hold, Database database, Bodies bodies, Caller caller) {
        this.run = run;
        this.hold = hold;
        this.database = database;
        this.bodies = bodies;
        this.caller = caller;
    }

    @POST
    @Path("matchings")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "beginMatching",
            summary = "Begins a search",
            description = "One at a time for an area. Its state tells how far it is; nothing is placed before `:hold`.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = MatchForm.class),
                            examples = @ExampleObject(name = "kabupaten", value = MatchForm.EXAMPLE)))
    @APIResponse(responseCode = "202", description = "It runs; `Location` tells how far it is")
    @APIResponse(
            responseCode = "200",
            description = "Begun before under the same id",
            content =
                    @Content(
                            schema = @Schema(implementation = MatchView.class),
                            examples = @ExampleObject(name = "done", value = MatchView.EXAMPLE)))
    @APIResponse(responseCode = "409", description = "`MATCHING_RUNS`: another one runs for this area")
    public Response begin(JsonNode body) {
        MatchForm form = bodies.read(body, MatchForm.class);
        if (!caller.scope().allows(form.where())) {
            throw new ProblemException(
                    Problem.of(CommonProblem.INVALID_REQUEST).at("/area", CommonProblem.INVALID_AREA));
        }
        UUID id = form.requiredId();
        if (run.begin(Actor.of(caller), id, form.where(), form.limit())) {
            return Response.accepted()
                    .location(URI.create("/v1/matchings/" + id))
                    .build();
        }
        return database.read(caller.scope(), sql -> MatchRuns.find(sql, id))
                .filter(known -> known.area().equals(form.where().value()))
                .map(known -> Response.ok(MatchView.of(known)).build())
                .orElseThrow(() -> new ProblemException(Problem.of(InterventionProblem.MATCHING_RUNS)));
    }

    @GET
    @Path("matchings/{id}")
    @Operation(operationId = "readMatching", summary = "How far a search is, and how good its best plan")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = MatchView.class),
                            examples = @ExampleObject(name = "done", value = MatchView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "`MATCHING_UNKNOWN`")
    public MatchView one(@PathParam("id") UUID id) {
        return MatchView.of(found(id));
    }

    @POST
    @Path("matchings/{id}:stop")
    @Operation(operationId = "stopMatching", summary = "Stops a search; the best plan it found stands")
    @APIResponse(responseCode = "202", description = "It stops within a second")
    @APIResponse(responseCode = "404", description = "`MATCHING_UNKNOWN`")
    public Response stop(@PathParam("id") UUID id) {
        if (!run.stop(Actor.of(caller), id)) {
            throw new ProblemException(Problem.of(InterventionProblem.MATCHING_UNKNOWN));
        }
        return Response.accepted().build();
    }

    @GET
    @Path("matchings/{id}/proposals")
    @Operation(
            operationId = "listProposals",
            summary = "What a search proposed",
            description = "In the order in which needs should be helped, each with its reasons in a sentence.")
    @APIResponse(
            responseCode = "200",
            description = "One page; `Link` with `rel=next` leads to the next",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = ProposalView.class),
                            examples = @ExampleObject(name = "proposals", value = "[" + ProposalView.EXAMPLE + "]")))
    public Response proposals(
            @PathParam("id") UUID id,
            @Parameter(description = "The last `place` read") @QueryParam("after") @DefaultValue("0") int after,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        if (limit < 1 || limit > MOST) {
            throw new ProblemException(
                    Problem.of(CommonProblem.INVALID_REQUEST).at("/limit", CommonProblem.OUT_OF_RANGE));
        }
        found(id);
        Locale locale = Languages.of(headers);
        List<ProposalView> page =
                database.read(caller.scope(), sql -> MatchRuns.proposals(sql, id, after, limit)).stream()
                        .map(proposal -> ProposalView.of(proposal, locale))
                        .toList();
        Response.ResponseBuilder answer = Response.ok(page);
        if (page.size() == limit) {
            answer.links(Link.fromUriBuilder(uri.getRequestUriBuilder()
                            .replaceQueryParam("after", page.getLast().place()))
                    .rel("next")
                    .build());
        }
        return answer.build();
    }

    @POST
    @Path("matchings/{id}:hold")
    @Operation(
            operationId = "holdProposals",
            summary = "Holds what a search proposed",
            description =
                    "Each as if it had been claimed. Cut short, it goes on where it was when it is called again. Answers how many were held, and how many not, by why.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(name = "outcomes", value = "{\"HELD\": 1298, \"NEED_TAKEN\": 2}")))
    @APIResponse(responseCode = "409", description = "`MATCHING_NOT_OVER`")
    public Map<String, Integer> hold(@PathParam("id") UUID id) {
        MatchRun known = found(id);
        return switch (known.state()) {
            case RUNNING, FAILED -> throw new ProblemException(Problem.of(InterventionProblem.MATCHING_NOT_OVER));
            case DONE, STOPPED -> hold.hold(Actor.of(caller), id, clock.instant());
        };
    }

    private MatchRun found(UUID id) {
        return database.read(caller.scope(), sql -> MatchRuns.find(sql, id))
                .orElseThrow(() -> new ProblemException(Problem.of(InterventionProblem.MATCHING_UNKNOWN)));
    }
}
