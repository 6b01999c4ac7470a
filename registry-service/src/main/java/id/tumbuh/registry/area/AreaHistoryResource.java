package id.tumbuh.registry.area;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Pages;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where areas came from, what became of them, and what people call them. */
@Path("/v1")
@Tag(name = "Areas")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
class AreaHistoryResource {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 100;

    private final Database database;
    private final Caller caller;
    private final Areas areas;
    private final AreaHistory history;
    private final AreaAliases aliases;
    private final AreaFindings findings;

    AreaHistoryResource(
            Database database,
            Caller caller,
            Areas areas,
            AreaHistory history,
            AreaAliases aliases,
            AreaFindings findings) {
        this.database = database;
        this.caller = caller;
        this.areas = areas;
        this.history = history;
        this.aliases = aliases;
        this.findings = findings;
    }

    /** All that is known of an area over time: its names, and the changes before and after it. */
    @Schema(name = "AreaLineage")
    record Lineage(AreaCode code, List<AreaHistory.Version> names, List<Succession> changes) {}

    /** The mapping of the areas that changed; every other one is itself on both days. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AreaMapping")
    record MappingView(
            LocalDate from, LocalDate to, @Nullable AreaCode within, List<AreaMapping.Row> rows) {}

    @GET
    @Path("/areas/{code}/lineage")
    @Operation(
            summary = "What an area was called, what it came from and what became of it",
            description = "Over any number of changes, each with its day and source.")
    public Lineage lineage(@PathParam("code") @Parameter(example = "36.04.20.2006") AreaCode code) {
        known(code);
        return database.read(
                Scope.everywhere(), sql -> new Lineage(code, history.versions(sql, code), history.lineage(sql, code)));
    }

    @PUT
    @Path("/areas/{code}/aliases/{name}")
    @RolesAllowed({Roles.TPPS, Roles.BKKBN, Roles.ADMIN})
    @Operation(
            summary = "A name that people use for an area",
            description = "Found by the search from now on; case, accents and punctuation make no difference.")
    @APIResponse(responseCode = "204", description = "It is found")
    public Response name(@PathParam("code") AreaCode code, @PathParam("name") String name) {
        AreaName wanted = valid(name);
        mine(code);
        Actor actor = Actor.of(caller);
        database.write(Scope.everywhere(), tx -> {
            aliases.put(tx, actor, code, wanted);
            return true;
        });
        return Response.noContent().build();
    }

    @DELETE
    @Path("/areas/{code}/aliases/{name}")
    @RolesAllowed({Roles.TPPS, Roles.BKKBN, Roles.ADMIN})
    @Operation(summary = "A name that nobody uses for an area", description = "Those that come with the service stay.")
    @APIResponse(responseCode = "204", description = "It is found no longer")
    public Response forget(@PathParam("code") AreaCode code, @PathParam("name") String name) {
        AreaName gone = valid(name);
        mine(code);
        Actor actor = Actor.of(caller);
        if (!database.write(Scope.everywhere(), tx -> aliases.remove(tx, actor, code, gone))) {
            throw notFound();
        }
        return Response.noContent().build();
    }

    @GET
    @Path("/area-mappings")
    @Operation(
            summary = "Which areas of one day became which of another",
            description = "To restate a series in the boundaries of another day. WHOLE: a figure is carried over and "
                    + "summed. NOT_SEPARABLE: it belongs to several areas together and nobody can say how much to each. "
                    + "An area that is not listed is itself on both days.")
    public MappingView mapping(
            @QueryParam("from") @Parameter(example = "2020-01-01") @Nullable String from,
            @QueryParam("to") @Parameter(example = "2026-01-01") @Nullable String to,
            @QueryParam("within") @Parameter(example = "36.04") @Nullable AreaCode within) {
        LocalDate first = day("/from", from);
        LocalDate last = day("/to", to);
        if (last.isBefore(first)) {
            throw refused("/to");
        }
        AreaMapping mapping = database.read(Scope.everywhere(), sql -> history.mapping(sql, first, last));
        List<AreaMapping.Row> rows = mapping.rows().stream()
                .filter(row -> within == null
                        || within.contains(new AreaCode(row.oldCode()))
                        || within.contains(new AreaCode(row.newCode())))
                .toList();
        return new MappingView(first, last, within, rows);
    }

    @GET
    @Path("/area-findings")
    @RolesAllowed({Roles.TPPS, Roles.BKKBN, Roles.ADMIN, Roles.AUDITOR})
    @Operation(
            summary = "What the newest lists show and no change explains",
            description =
                    "An area that is gone from the list, or that the list has otherwise than a decree. Each waits for "
                            + "PUT /v1/area-changes.")
    public List<AreaFindings.Finding> findings(
            @QueryParam("within") @Nullable AreaCode within, @QueryParam("limit") @DefaultValue("100") int limit) {
        if (within == null) {
            throw new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).at("/within", CommonProblem.REQUIRED));
        }
        int most = Pages.limit(limit);
        return database.read(caller.scope(), sql -> findings.open(sql, within, most));
    }

    private void known(AreaCode code) {
        if (database.read(Scope.everywhere(), sql -> areas.find(sql, code)).isEmpty()) {
            throw notFound();
        }
    }

    private void mine(AreaCode code) {
        known(code);
        if (!caller.scope().allows(code)) {
            throw notFound();
        }
    }

    private static AreaName valid(String name) {
        AreaName wanted = new AreaName(name);
        if (name.length() > LONGEST || wanted.normalised().length() < SHORTEST) {
            throw refused("/name");
        }
        return wanted;
    }

    private static LocalDate day(String field, @Nullable String text) {
        if (text == null) {
            throw new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).at(field, CommonProblem.REQUIRED));
        }
        return Days.read(text)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(CommonProblem.INVALID_REQUEST).at(field, CommonProblem.INVALID_DATE)));
    }

    private static ProblemException refused(String field) {
        return new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).at(field, CommonProblem.OUT_OF_RANGE));
    }

    private static ProblemException notFound() {
        return new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
    }
}
