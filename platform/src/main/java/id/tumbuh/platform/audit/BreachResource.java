package id.tumbuh.platform.audit;

import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.access.Scope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What somebody whose access was misused has seen and changed. Each service answers for its own data. */
@Path("/v1")
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.AUDITOR})
@RunOnVirtualThread
@Tag(name = "Audit")
class BreachResource {
    /** Who says nothing about the form gets JSON: qs. */
    private static final String CSV = "text/csv";

    private final ReportBreach breach;
    private final Caller caller;

    BreachResource(ReportBreach breach, Caller caller) {
        this.breach = breach;
        this.caller = caller;
    }

    @POST
    @Path("/breach-reports")
    @Produces(MediaType.APPLICATION_JSON + ";qs=1")
    @Operation(
            summary = "What a subject or an application has seen and changed within a time",
            description = "By object: which fields, how often, first and last. Ids only. As text/csv with every line.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BreachReport.class)))
    public Response report(@Valid @NotNull BreachQuestion question) {
        breach.audit(caller, question.checked());
        return Response.ok(breach.report(caller.scope(), question))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("/breach-reports")
    @Produces(CSV + ";qs=0.5")
    @Operation(hidden = true)
    public Response csv(@Valid @NotNull BreachQuestion question) {
        breach.audit(caller, question.checked());
        Scope scope = caller.scope();
        StreamingOutput lines = out -> {
            try (PrintWriter csv = new PrintWriter(out, false, StandardCharsets.UTF_8)) {
                csv.print("object_type,object_id,area,action,times,first,last,fields\r\n");
                breach.each(scope, question, touched -> csv.print(line(touched)));
            }
        };
        return Response.ok(lines)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"breach.csv\"")
                .build();
    }

    private static String line(TouchedObject touched) {
        return String.join(
                        ",",
                        quoted(touched.objectType()),
                        quoted(touched.objectId()),
                        quoted(touched.area() == null ? "" : touched.area()),
                        quoted(touched.action()),
                        Long.toString(touched.times()),
                        touched.first().toString(),
                        touched.last().toString(),
                        quoted(String.join(" ", touched.fields())))
                + "\r\n";
    }

    /** A spreadsheet takes what begins like a formula for one. */
    private static String quoted(String text) {
        String safe = text.matches("[=+\\-@\\t\\r].*") ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
