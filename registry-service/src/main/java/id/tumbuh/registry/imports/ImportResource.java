package id.tumbuh.registry.imports;

import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Cursor;
import id.tumbuh.platform.http.Languages;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Pages;
import id.tumbuh.registry.problem.RegistryProblem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Imports over HTTP. */
@Path("/v1/imports")
@Tag(name = "Imports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SYSTEM, Roles.PUSKESMAS, Roles.TPPS, Roles.BKKBN})
@RunOnVirtualThread
class ImportResource {
    private final Database database;
    private final Caller caller;
    private final ReceiveImport receive;
    private final DecideRow decide;
    private final Deliveries deliveries;
    private final ImportConfig config;

    ImportResource(
            Database database,
            Caller caller,
            ReceiveImport receive,
            DecideRow decide,
            Deliveries deliveries,
            ImportConfig config) {
        this.database = database;
        this.caller = caller;
        this.receive = receive;
        this.decide = decide;
        this.deliveries = deliveries;
        this.config = config;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Import a file",
            description =
                    "format eppgbm, families or children, as .xlsx, .xls, CSV (comma or semicolon) or NDJSON. Answers at once; "
                            + "the file is worked off in the background, survives a restart, and may be sent again: what is "
                            + "known stays unchanged. source names the system it comes from, whose ids and mapping profile "
                            + "are used. With dryRun=true only the report is made.")
    @APIResponse(responseCode = "202", description = "Taken; Location is the import")
    public Response start(
            @RestForm("file") @Nullable FileUpload file,
            @RestForm("format") @Nullable String format,
            @RestForm("source") @Nullable String source,
            @RestForm("day") @Nullable String day,
            @RestForm("dryRun") @Nullable String dryRun,
            @Context UriInfo uri)
            throws IOException {
        if (file == null) {
            throw Deliveries.invalid("/file", CommonProblem.REQUIRED);
        }
        ImportFiles.Content content = () -> Files.newInputStream(file.uploadedFile());
        ImportKind kind = deliveries.kind(format);
        if (file.size() > config.largest(file.uploadedFile())) {
            throw new ProblemException(Problem.of(CommonProblem.BODY_TOO_LARGE));
        }
        if (!caller.scope().unlimited() && caller.scope().areas().isEmpty()) {
            throw new ProblemException(Problem.of(CommonProblem.FORBIDDEN));
        }
        ReceiveImport.Delivery delivery = new ReceiveImport.Delivery(
                kind,
                deliveries.source(source),
                null,
                deliveries.day(day),
                Deliveries.flag(dryRun),
                Deliveries.sha256(content),
                file.size(),
                content);
        return switch (receive.receive(Actor.of(caller), delivery)) {
            case ReceiveImport.Received.Taken(UUID id) ->
                Response.accepted()
                        .location(
                                uri.getAbsolutePathBuilder().path(id.toString()).build())
                        .entity(state(id))
                        .build();
            case ReceiveImport.Received.OtherContent _ ->
                throw new ProblemException(Problem.of(ImportProblem.BATCH_TAKEN));
        };
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "How far an import is", description = "counts.rows grows up to rowsInFile.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Response get(@PathParam("id") UUID id) {
        return Response.ok(state(id))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("/{id}/rows")
    @Operation(
            summary = "What became of each row",
            description = "In the order of the file; outcome=REJECTED or TO_DECIDE are the ones to look at.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Rows.class)))
    public Response rows(
            @PathParam("id") UUID id,
            @QueryParam("outcome") @Nullable String outcome,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        state(id);
        int most = Pages.limit(limit);
        RowOutcome wanted = outcome(outcome);
        int row = after == null ? 0 : row(after);
        Locale locale = Languages.of(headers);
        List<ImportRow> rows = database.read(caller.scope(), sql -> ImportRow.list(sql, id, wanted, row, most, locale));
        Response.ResponseBuilder response = Response.ok(new Rows(rows)).header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (rows.size() == most) {
            String cursor = Cursor.after(Integer.toString(rows.getLast().row())).encoded();
            response.links(Link.fromUriBuilder(uri.getRequestUriBuilder().replaceQueryParam("after", cursor))
                    .rel("next")
                    .build());
        }
        return response.build();
    }

    @POST
    @Path("/{id}/rows/{row}:decide")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Say which child or family a row is about",
            description = "decision is the id of one of the row's candidates, or NEW.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Decided.class)))
    public Decided decide(@PathParam("id") UUID id, @PathParam("row") int row, @Valid @NotNull Choice choice) {
        return switch (decide.decide(Actor.of(caller), id, row, choice.child())) {
            case DecideRow.Decision.Made(RowOutcome outcome) -> new Decided(row, outcome);
            case DecideRow.Decision.Unknown _ -> throw new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
            case DecideRow.Decision.NotOpen _ ->
                throw new ProblemException(Problem.of(RegistryProblem.IMPORT_ROW_NOT_OPEN));
            case DecideRow.Decision.TooEarly _ ->
                throw new ProblemException(Problem.of(RegistryProblem.IMPORT_NOT_FINISHED));
            case DecideRow.Decision.NoSuchChoice _ ->
                throw new ProblemException(Problem.of(RegistryProblem.IMPORT_CHOICE_INVALID));
        };
    }

    /** Whose child it is. */
    @Schema(name = "ImportChoice", examples = """
            {"decision": "NEW"}""")
    record Choice(@NotNull String decision) {
        @Nullable
        UUID child() {
            if (decision.equals("NEW")) {
                return null;
            }
            try {
                return UUID.fromString(decision);
            } catch (IllegalArgumentException nonsense) {
                throw new ProblemException(
                        Problem.of(RegistryProblem.IMPORT_CHOICE_INVALID).at("/decision", CommonProblem.WRONG_TYPE));
            }
        }
    }

    /** What the row became by the decision. */
    @Schema(name = "ImportDecided")
    record Decided(int row, RowOutcome outcome) {}

    /** A page of the report. */
    @Schema(name = "ImportRows")
    record Rows(List<ImportRow> rows) {}

    private ImportView state(UUID id) {
        return database.read(caller.scope(), sql -> Imports.find(sql, id))
                .map(ImportView::of)
                .orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.NOT_FOUND)));
    }

    private static @Nullable RowOutcome outcome(@Nullable String written) {
        if (written == null || written.isEmpty()) {
            return null;
        }
        return Arrays.stream(RowOutcome.values())
                .filter(outcome -> outcome.name().equalsIgnoreCase(written))
                .findFirst()
                .orElseThrow(() -> Deliveries.invalid("/outcome", CommonProblem.WRONG_TYPE));
    }

    private static int row(String cursor) {
        try {
            return Integer.parseInt(Cursor.decode(cursor, 1).key().getFirst());
        } catch (NumberFormatException invented) {
            throw new ProblemException(Problem.of(CommonProblem.INVALID_CURSOR));
        }
    }
}
