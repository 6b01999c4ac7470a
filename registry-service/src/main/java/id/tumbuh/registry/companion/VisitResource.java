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
import jakarta.ws.rs.POST;
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
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Visits and what is to be done, over HTTP. */
@Path("/v1")
@Tag(name = "Companions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class VisitResource {
    private final Database database;
    private final Caller caller;
    private final EmergencyReading emergency;
    private final RecordVisits record;
    private final CompanionRules rules;
    private final Rows<VisitForm, NewVisit> rows;

    VisitResource(
            Database database,
            Caller caller,
            EmergencyReading emergency,
            RecordVisits record,
            CompanionRules rules,
            ObjectMapper json) {
        this.database = database;
        this.caller = caller;
        this.emergency = emergency;
        this.record = record;
        this.rules = rules;
        this.rows = new Rows<>(json, VisitForm.class);
    }

    /** A target in nobody's care, without a name. */
    @Schema(name = "CompanionUnassigned")
    record Unassigned(TargetKind targetKind, UUID targetId, UUID familyId, String area) {
        static Unassigned of(Target target) {
            return new Unassigned(target.key().kind(), target.key().id(), target.family(), target.area());
        }

        Pages.Position position() {
            return new Pages.Position(area, targetId);
        }
    }

    @POST
    @Path("/companion-visits:batch")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.TPK, Roles.SYSTEM})
    @Operation(
            summary = "Tell of up to 1,000 visits",
            description =
                    "Answers per row, in order; safe to repeat, in any order and days later. A tpk tells of the visits "
                            + "of teams he or she is a member of. NOT_ASSIGNED and CHECKLIST_INCOMPLETE are warnings.")
    @RequestBody(content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = VisitForm.class)))
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = RowAnswer.class)))
    public List<RowAnswer> visit(JsonNode body, @Context HttpHeaders headers) {
        Actor actor = Actor.of(caller);
        boolean onlyOwn = !caller.roles().contains(Roles.SYSTEM);
        CompanionPolicy today = rules.today();
        return rows.answer(
                body,
                Languages.of(headers),
                visits -> database.write(actor.scope(), tx -> record.record(tx, actor, today, visits, onlyOwn)));
    }

    @GET
    @Path("/companion-lists/overdue")
    @RolesAllowed({Roles.TPK, Roles.PUSKESMAS, Roles.TPPS, Roles.BKKBN, Roles.SYSTEM, Roles.AUDITOR})
    @Operation(summary = "Whose visit is overdue, in the order of desa and assignment; no names")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = CompanionLists.Due.class)))
    public Response overdue(
            @QueryParam("area") @Nullable AreaCode area,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @Context UriInfo uri) {
        String where = Pages.requiredArea(area).value();
        Pages.Position start = Pages.Position.after(after);
        int most = Pages.limit(limit);
        CompanionPolicy today = rules.today();
        List<CompanionLists.Due> page =
                database.read(caller.scope(), sql -> CompanionLists.overdue(sql, today, where, start, most));
        return unstored(Pages.page(page, most, CompanionLists.Due::position, uri));
    }

    @GET
    @Path("/companion-lists/unassigned")
    @RolesAllowed({Roles.TPK, Roles.PUSKESMAS, Roles.TPPS, Roles.BKKBN, Roles.SYSTEM, Roles.AUDITOR})
    @Operation(summary = "Who is to be accompanied and in nobody's care, in the order of desa and id; no names")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = Unassigned.class)))
    public Response unassigned(
            @QueryParam("area") @Nullable AreaCode area,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @Context UriInfo uri) {
        String where = Pages.requiredArea(area).value();
        Pages.Position start = Pages.Position.after(after);
        int most = Pages.limit(limit);
        CompanionPolicy today = rules.today();
        List<Unassigned> page =
                database.read(caller.scope(), sql -> Targets.unassigned(sql, today, where, start, most)).stream()
                        .map(Unassigned::of)
                        .toList();
        return unstored(Pages.page(page, most, Unassigned::position, uri));
    }

    @GET
    @Path("/companion-teams/{id}/targets")
    @RolesAllowed({Roles.TPK, Roles.PUSKESMAS, Roles.TPPS})
    @Operation(
            summary = "Everybody in a team's care, with names and when to go; each reading is audited",
            description = "A tpk sees the lists of the teams he or she is a member of; any other is not found.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = CompanionLists.Own.class)))
    public Response own(
            @PathParam("id") UUID team,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @Context UriInfo uri) {
        Pages.Position start = Pages.Position.after(after);
        int most = Pages.limit(limit);
        boolean onlyOwn = Set.of(Roles.TPK).containsAll(caller.roles());
        Actor actor = emergency.reader(caller);
        CompanionPolicy today = rules.today();
        List<CompanionLists.Own> page = database.write(actor.scope(), tx -> {
            if (Teams.find(tx.sql(), team).isEmpty()
                    || (onlyOwn
                            && Teams.ofMember(tx.sql(), actor.subject(), List.of(team))
                                    .isEmpty())) {
                throw new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
            }
            List<CompanionLists.Own> found = CompanionLists.own(tx.sql(), today, team, start, most);
            found.forEach(one -> tx.audit(actor.did(
                    "READ",
                    one.visit().targetKind().word(),
                    one.visit().targetId(),
                    one.visit().area())));
            return found;
        });
        return unstored(Pages.page(page, most, one -> one.visit().position(), uri));
    }

    private static Response unstored(Response response) {
        return Response.fromResponse(response)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
