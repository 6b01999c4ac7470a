package id.tumbuh.registry.imports;

import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.platform.http.Versions;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.imports.mapping.FormatSpec;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How the files of a source are read. */
@Path("/v1/sources")
@Tag(name = "Sources")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SYSTEM, Roles.PUSKESMAS, Roles.TPPS, Roles.BKKBN})
@RunOnVirtualThread
class MappingResource {
    private final Database database;
    private final Caller caller;
    private final Mappings mappings;
    private final ImportFormats formats;
    private final Deliveries deliveries;

    MappingResource(Database database, Caller caller, Mappings mappings, ImportFormats formats, Deliveries deliveries) {
        this.database = database;
        this.caller = caller;
        this.mappings = mappings;
        this.formats = formats;
        this.deliveries = deliveries;
    }

    /** All versions, the newest first. */
    @Schema(name = "MappingHistory")
    record History(List<Mappings.Stored> versions) {}

    @GET
    @Path("/{source}/mappings/{format}")
    @Operation(
            summary = "The mapping profile of a source",
            description = "Without one of its own: the built-in one, as version 0. ETag names the version.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MappingForm.class)))
    public Response get(@PathParam("source") String source, @PathParam("format") String format) {
        ImportKind kind = deliveries.kind(format);
        Optional<Mappings.Stored> stored = database.read(
                caller.scope(),
                sql -> Source.find(sql, caller.scope().setting(), source)
                        .flatMap(known -> mappings.find(sql, known.id(), kind)));
        return Response.ok(stored.map(Mappings.Stored::profile).orElseGet(() -> MappingForm.builtIn(spec(kind))))
                .tag(Versions.tag(stored.map(Mappings.Stored::version).orElse(0L)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @PUT
    @Path("/{source}/mappings/{format}")
    @Operation(
            summary = "Store how the files of a source are read",
            description =
                    "Replaces the profile as a whole, for imports taken from now on; If-Match \"0\" for the first. Columns that "
                            + "are not named are not read.")
    @APIResponse(responseCode = "204", description = "Stored; ETag names the new version")
    public Response put(
            @PathParam("source") String source,
            @PathParam("format") String format,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @NotNull MappingForm profile) {
        long expected = Versions.required(version);
        ImportKind kind = deliveries.kind(format);
        String name = deliveries.source(source);
        List<Problem.Violation> faults = profile.faults(spec(kind));
        if (!faults.isEmpty()) {
            Problem problem = Problem.of(CommonProblem.INVALID_REQUEST, faults);
            List<String> missing = profile.missing(spec(kind));
            throw new ProblemException(missing.isEmpty() ? problem : problem.detail(String.join(", ", missing)));
        }
        Scope scope = caller.scope();
        if (!scope.unlimited() && scope.areas().isEmpty()) {
            throw new ProblemException(Problem.of(CommonProblem.FORBIDDEN));
        }
        Actor actor = Actor.of(caller);
        boolean done = database.write(scope, tx -> {
            Source known = Source.ensure(tx.sql(), scope, name);
            boolean stored = mappings.store(tx, known, kind, expected, profile);
            if (stored) {
                tx.audit(actor.did("MAP", "source", known.id() + "/" + kind.written(), null));
            }
            return stored;
        });
        if (!done) {
            throw new ProblemException(Problem.of(CommonProblem.PRECONDITION_FAILED));
        }
        return Response.noContent().tag(Versions.tag(expected + 1)).build();
    }

    @GET
    @Path("/{source}/mappings/{format}/history")
    @Operation(summary = "Every version of a mapping profile, the newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = History.class)))
    public Response history(@PathParam("source") String source, @PathParam("format") String format) {
        ImportKind kind = deliveries.kind(format);
        List<Mappings.Stored> versions = database.read(
                        caller.scope(),
                        sql -> Source.find(sql, caller.scope().setting(), source)
                                .map(known -> mappings.history(sql, known.id(), kind)))
                .orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.NOT_FOUND)));
        return Response.ok(new History(versions))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private FormatSpec spec(ImportKind kind) {
        return formats.of(kind).spec(deliveries.today());
    }
}
