package id.tumbuh.registry.child;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Languages;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.platform.http.Versions;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.RowAnswer;
import id.tumbuh.registry.batch.Rows;
import id.tumbuh.registry.emergency.EmergencyReading;
import id.tumbuh.registry.screening.Screener;
import id.tumbuh.registry.screening.ScreeningRules;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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

/** Children over HTTP. */
@Path("/v1")
@Tag(name = "Children")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ChildResource {
    private final Database database;
    private final Caller caller;
    private final EmergencyReading emergency;
    private final RegisterChildren register;
    private final CorrectChild correct;
    private final NameChildren names;
    private final ScreeningRules rules;
    private final Rows<ChildForm, NewChild> rows;

    ChildResource(
            Database database,
            Caller caller,
            EmergencyReading emergency,
            RegisterChildren register,
            CorrectChild correct,
            NameChildren names,
            ScreeningRules rules,
            ObjectMapper json) {
        this.database = database;
        this.caller = caller;
        this.emergency = emergency;
        this.register = register;
        this.correct = correct;
        this.names = names;
        this.rules = rules;
        this.rows = new Rows<>(json, ChildForm.class);
    }

    @POST
    @Path("/children:batch")
    @RolesAllowed({Roles.SYSTEM, Roles.PUSKESMAS, Roles.KADER, Roles.TPK, Roles.TPPS, Roles.BKKBN})
    @Operation(
            summary = "Register up to 1,000 children",
            description =
                    "Answers per row, in order. Sending the same rows again is safe; every CREATED row is durable. "
                            + "A NIK that says another sex, birth date or area is a warning, never a refusal.")
    @RequestBody(content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = ChildForm.class)))
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = RowAnswer.class)))
    public List<RowAnswer> register(JsonNode body, @Context HttpHeaders headers) {
        Actor actor = Actor.of(caller);
        Screener today = rules.today();
        return rows.answer(
                body,
                Languages.of(headers),
                children -> database.write(actor.scope(), tx -> register.register(tx, actor, today, children)));
    }

    @PUT
    @Path("/children/{id}")
    @RolesAllowed({Roles.SYSTEM, Roles.PUSKESMAS, Roles.KADER, Roles.TPK, Roles.TPPS, Roles.BKKBN})
    @Operation(
            summary = "Correct a child, or give it to another posyandu or family",
            description =
                    "Replaces what is known; the NIK stays when it is left out. active=false ends its monitoring.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ChildForm.class)))
    @APIResponse(responseCode = "204", description = "Done; ETag names the new version")
    public Response correct(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version, JsonNode body) {
        long expected = Versions.required(version);
        NewChild wanted = rows.one(body, id);
        Actor actor = Actor.of(caller);
        Screener today = rules.today();
        return database.write(actor.scope(), tx -> correct.correct(tx, actor, today, expected, wanted))
                .response();
    }

    @GET
    @Path("/children/{id}")
    @RolesAllowed({Roles.KADER, Roles.TPK, Roles.PUSKESMAS, Roles.TPPS, Roles.SYSTEM})
    @Operation(summary = "One child by name; the reading is audited")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ChildView.class)))
    public Response get(@PathParam("id") UUID id) {
        ChildView view = names.read(emergency.reader(caller), id)
                .map(ChildView::of)
                .orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.NOT_FOUND)));
        return Response.ok(view)
                .tag(Versions.tag(view.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
