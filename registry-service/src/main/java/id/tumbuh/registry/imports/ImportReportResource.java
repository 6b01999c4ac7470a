package id.tumbuh.registry.imports;

import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Languages;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an import did or, of a dry run, would do. */
@Path("/v1/imports")
@Tag(name = "Imports")
@RolesAllowed({Roles.SYSTEM, Roles.PUSKESMAS, Roles.TPPS, Roles.BKKBN})
@RunOnVirtualThread
class ImportReportResource {
    private static final int AT_ONCE = 1_000;

    private final Database database;
    private final Caller caller;

    ImportReportResource(Database database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    @GET
    @Path("/{id}/differences")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "What changes, by field",
            description =
                    "changed: rows in which the field is replaced or filled; kept: rows that say otherwise than the registry, "
                            + "where staff or another source has the last word. Names of fields, never values.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Differences.class)))
    public Response differences(@PathParam("id") UUID id) {
        Differences differences = database.read(
                        caller.scope(), sql -> Imports.find(sql, id).map(state -> Differences.read(sql, state)))
                .orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.NOT_FOUND)));
        return Response.ok(differences)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Page by page, each in a transaction of its own: a slow reader holds no connection. */
    @GET
    @Path("/{id}/rows.csv")
    @Produces("text/csv")
    @Operation(
            summary = "What became of each row, as CSV",
            description = "row, outcome, column, code, text, id; a line for each reason. Never what a row says.")
    @APIResponse(responseCode = "200", content = @Content(mediaType = "text/csv"))
    public Response rows(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        Scope scope = caller.scope();
        if (database.read(scope, sql -> Imports.find(sql, id)).isEmpty()) {
            throw new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
        }
        Locale locale = Languages.of(headers);
        StreamingOutput lines = out -> write(out, scope, id, locale);
        return Response.ok(lines)
                .type("text/csv; charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"import-" + id + ".csv\"")
                .build();
    }

    private void write(OutputStream out, Scope scope, UUID id, Locale locale) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.write(ReportLine.HEADER);
        int after = 0;
        List<ImportRow> page;
        do {
            int last = after;
            page = database.read(scope, sql -> ImportRow.list(sql, id, null, last, AT_ONCE, locale));
            for (ImportRow row : page) {
                text.write(ReportLine.of(row));
                after = row.row();
            }
        } while (page.size() == AT_ONCE);
        text.flush();
    }
}
