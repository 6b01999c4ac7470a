package id.tumbuh.registry.duplicate;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Languages;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Merging;
import id.tumbuh.registry.batch.Pages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Records that may be of one person, for those who decide. */
@Path("/v1")
@Tag(name = "Duplicates")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.PUSKESMAS, Roles.TPPS})
@RunOnVirtualThread
class DuplicateResource {
    private final Database database;
    private final Caller caller;
    private final DecideDuplicate decide;
    private final Scans scans;

    DuplicateResource(Database database, Caller caller, DecideDuplicate decide, Scans scans) {
        this.database = database;
        this.caller = caller;
        this.decide = decide;
        this.scans = scans;
    }

    /** Which of the two stays. */
    @Schema(name = "DuplicateDecision", examples = """
            {"survivor": "0198c1a0-0000-7000-8000-000000000002"}""")
    record Survivor(
            @NotNull UUID survivor,

            @Schema(description = "Stands in the registry only; no names, please") @Size(max = 200) @Nullable
            String reason) {}

    @GET
    @Path("/duplicates")
    @Operation(
            summary = "Pairs that may be one person, without names, the likeliest first",
            description = "Those of which one record at least is in the area. The header Link with rel=next leads on.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = DuplicateView.class)))
    public Response list(
            @QueryParam("area") @Nullable AreaCode area,
            @QueryParam("state") @DefaultValue("OPEN") DuplicatePages.State state,
            @Parameter(description = "Children or members only") @QueryParam("kind") @Nullable PersonKind kind,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @QueryParam("after") @Nullable String after,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        DuplicatePages page = new DuplicatePages(
                Pages.requiredArea(area), state, kind, DuplicatePages.After.read(after), Pages.limit(limit));
        List<DuplicateRow> rows = database.read(caller.scope(), page::read);
        Response.ResponseBuilder answer = Response.ok(rows.stream()
                        .map(row -> DuplicateView.listed(row, Languages.of(headers)))
                        .toList())
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (rows.size() == page.limit()) {
            DuplicatePages.After last = new DuplicatePages.After(
                    rows.getLast().score(), rows.getLast().id());
            answer.links(Link.fromUriBuilder(uri.getRequestUriBuilder().replaceQueryParam("after", last.cursor()))
                    .rel("next")
                    .build());
        }
        return answer.build();
    }

    @GET
    @Path("/duplicates/{id}")
    @Operation(
            summary = "One pair with names",
            description =
                    "Of both records what it takes to decide, whichever area they are in. Both readings are audited.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DuplicateView.class)))
    @APIResponse(responseCode = "404", description = "Not there, or neither record is in the caller's areas")
    public Response get(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        DecideDuplicate.Read read = decide.read(Actor.of(caller), id)
                .orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.NOT_FOUND)));
        return Response.ok(DuplicateView.named(read.row(), read.persons(), Languages.of(headers)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("/duplicates/{id}:merge")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "They are one: the other is merged into the survivor",
            description =
                    "The record that is given up must be in the caller's areas. `children/{id}:unmerge` or `members/{id}:unmerge` takes it back.")
    @APIResponse(responseCode = "204", description = "Done")
    @APIResponse(responseCode = "403", description = "`DUPLICATE_NOT_YOURS`")
    @APIResponse(responseCode = "404", description = "Not there, or neither record is in the caller's areas")
    @APIResponse(responseCode = "409", description = "`CHILD_MERGED`, `MEMBER_MERGED`, `MERGE_INTO_MERGED`")
    public Response merge(@PathParam("id") UUID id, @Valid @NotNull Survivor wanted) {
        return answer(decide.merge(Actor.of(caller), id, wanted.survivor(), wanted.reason()));
    }

    @POST
    @Path("/duplicates/{id}:different")
    @Operation(
            summary = "They are two",
            description = "Remembered, and not proposed again unless one of the records changes.")
    @APIResponse(responseCode = "204", description = "Done")
    @APIResponse(responseCode = "404", description = "Not there, or neither record is in the caller's areas")
    @APIResponse(responseCode = "409", description = "`DUPLICATE_DECIDED`: merged; undo that first")
    public Response different(@PathParam("id") UUID id) {
        return answer(decide.keepApart(Actor.of(caller), id));
    }

    @POST
    @Path("/duplicates:scan")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Compare all children and members once more, as after a corrected rule",
            description = "One scan at a time; asking during one answers with it.")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Scans.Scan.class)))
    public Response scan() {
        return Response.accepted(scans.request(Actor.of(caller))).build();
    }

    @GET
    @Path("/duplicates:scan")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "How far the latest scan is")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Scans.Scan.class)))
    @APIResponse(responseCode = "404", description = "There was none yet")
    public Scans.Scan scanned() {
        return scans.latest().orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.NOT_FOUND)));
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
