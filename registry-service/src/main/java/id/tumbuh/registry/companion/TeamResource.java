package id.tumbuh.registry.companion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Languages;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.platform.http.Versions;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Pages;
import id.tumbuh.registry.batch.RowAnswer;
import id.tumbuh.registry.batch.Rows;
import id.tumbuh.registry.emergency.EmergencyReading;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
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

/** Teams of companions over HTTP. */
@Path("/v1")
@Tag(name = "Companions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class TeamResource {
    private final Database database;
    private final Caller caller;
    private final EmergencyReading emergency;
    private final RegisterTeams register;
    private final CompanionRules rules;
    private final Rows<TeamForm, NewTeam> rows;

    TeamResource(
            Database database,
            Caller caller,
            EmergencyReading emergency,
            RegisterTeams register,
            CompanionRules rules,
            ObjectMapper json) {
        this.database = database;
        this.caller = caller;
        this.emergency = emergency;
        this.register = register;
        this.rules = rules;
        this.rows = new Rows<>(json, TeamForm.class);
    }

    @POST
    @Path("/companion-teams:batch")
    @RolesAllowed({Roles.SYSTEM, Roles.PUSKESMAS, Roles.TPPS, Roles.BKKBN})
    @Operation(
            summary = "Register up to 1,000 teams of companions",
            description =
                    "Answers per row, in order. Sending the same rows again is safe. TEAM_INCOMPLETE is a warning.")
    @RequestBody(content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = TeamForm.class)))
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = RowAnswer.class)))
    public List<RowAnswer> register(JsonNode body, @Context HttpHeaders headers) {
        Actor actor = Actor.of(caller);
        return rows.answer(
                body,
                Languages.of(headers),
                teams -> database.write(actor.scope(), tx -> register.register(tx, actor, teams)));
    }

    @PUT
    @Path("/companion-teams/{id}")
    @RolesAllowed({Roles.SYSTEM, Roles.PUSKESMAS, Roles.TPPS, Roles.BKKBN})
    @Operation(
            summary = "Correct a team: its members, the desa it serves, whether it is active",
            description = "Who is in a desa that the team leaves is released from it.")
    @RequestBody(content = @Content(schema = @Schema(implementation = TeamForm.class)))
    @APIResponse(responseCode = "204", description = "Done; ETag names the new version")
    public Response correct(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version, JsonNode body) {
        long expected = Versions.required(version);
        NewTeam wanted = rows.one(body, id);
        Actor actor = Actor.of(caller);
        CompanionPolicy today = rules.today();
        return database.write(actor.scope(), tx -> register.correct(tx, actor, today, expected, wanted))
                .response();
    }

    @GET
    @Path("/companion-teams/{id}")
    @RolesAllowed({Roles.TPK, Roles.PUSKESMAS, Roles.TPPS, Roles.BKKBN, Roles.SYSTEM})
    @Operation(summary = "One team with its members; the reading is audited")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TeamView.class)))
    public Response get(@PathParam("id") UUID id) {
        Actor actor = emergency.reader(caller);
        TeamView view = database.write(actor.scope(), tx -> {
            Teams.Known known = Teams.find(tx.sql(), id).orElseThrow(TeamResource::notFound);
            tx.audit(actor.did("READ", "companion-team", id, known.team().seat().value()));
            return TeamView.of(known);
        });
        return Response.ok(view)
                .tag(Versions.tag(view.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("/companion-teams")
    @RolesAllowed({
        Roles.KADER,
        Roles.TPK,
        Roles.PUSKESMAS,
        Roles.TPPS,
        Roles.OPD,
        Roles.BKKBN,
        Roles.SYSTEM,
        Roles.AUDITOR
    })
    @Operation(summary = "The teams that serve an area and what each has in its care; no names")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = CompanionLists.Load.class)))
    public Response list(
            @QueryParam("area") @Nullable AreaCode area,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @Context UriInfo uri) {
        String where = Pages.requiredArea(area).value();
        Pages.Position start = Pages.Position.after(after);
        int most = Pages.limit(limit);
        List<CompanionLists.Load> page =
                database.read(caller.scope(), sql -> CompanionLists.loads(sql, where, start, most));
        return Pages.page(page, most, CompanionLists.Load::position, uri);
    }

    private static ProblemException notFound() {
        return new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
    }
}
