package id.tumbuh.registry.member;

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
import id.tumbuh.registry.family.FamilyHomes;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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

/** Members of families over HTTP. */
@Path("/v1")
@Tag(name = "Members")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class MemberResource {
    private final Database database;
    private final Caller caller;
    private final EmergencyReading emergency;
    private final RegisterMembers register;
    private final CorrectMember correct;
    private final FamilyHomes homes;
    private final ScreeningRules rules;
    private final Rows<MemberForm, NewMember> rows;

    MemberResource(
            Database database,
            Caller caller,
            EmergencyReading emergency,
            RegisterMembers register,
            CorrectMember correct,
            FamilyHomes homes,
            ScreeningRules rules,
            ObjectMapper json) {
        this.database = database;
        this.caller = caller;
        this.emergency = emergency;
        this.register = register;
        this.correct = correct;
        this.homes = homes;
        this.rules = rules;
        this.rows = new Rows<>(json, MemberForm.class);
    }

    @POST
    @Path("/members:batch")
    @RolesAllowed({Roles.SYSTEM, Roles.PUSKESMAS, Roles.KADER, Roles.TPK, Roles.TPPS, Roles.BKKBN})
    @Operation(
            summary = "Register up to 1,000 members of families who are not followed as children",
            description =
                    "Answers per row, in order. Sending the same rows again is safe; every CREATED row is durable. "
                            + "A NIK that says another sex, birth date or area is a warning, never a refusal.")
    @RequestBody(content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = MemberForm.class)))
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = RowAnswer.class)))
    public List<RowAnswer> register(JsonNode body, @Context HttpHeaders headers) {
        Actor actor = Actor.of(caller);
        Screener today = rules.today();
        return rows.answer(
                body,
                Languages.of(headers),
                members -> database.write(actor.scope(), tx -> register.register(tx, actor, today, members)));
    }

    @PUT
    @Path("/members/{id}")
    @RolesAllowed({Roles.SYSTEM, Roles.PUSKESMAS, Roles.KADER, Roles.TPK, Roles.TPPS, Roles.BKKBN})
    @Operation(
            summary = "Correct a member, or give it to another family",
            description = "Replaces what is known; the NIK stays when it is left out.")
    @RequestBody(content = @Content(schema = @Schema(implementation = MemberForm.class)))
    @APIResponse(responseCode = "204", description = "Done; ETag names the new version")
    public Response correct(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version, JsonNode body) {
        long expected = Versions.required(version);
        NewMember wanted = rows.one(body, id);
        Actor actor = Actor.of(caller);
        Screener today = rules.today();
        return database.write(actor.scope(), tx -> correct.correct(tx, actor, today, expected, wanted))
                .response();
    }

    @GET
    @Path("/families/{id}/members")
    @RolesAllowed({Roles.KADER, Roles.TPK, Roles.PUSKESMAS, Roles.TPPS, Roles.SYSTEM})
    @Operation(
            summary = "Who belongs to a family, children and adults, today or on another day; the reading is audited",
            description = "on=YYYY-MM-DD looks back: who has left since then is listed with the day and the cause.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = FamilyMember.class)))
    public Response members(@PathParam("id") UUID family, @QueryParam("on") @Nullable String on) {
        Actor actor = emergency.reader(caller);
        LocalDate day = on == null ? rules.today().day() : day(on);
        List<FamilyMember> members = database.write(actor.scope(), tx -> {
            var home = homes.find(tx.sql(), List.of(family)).get(family);
            if (home == null) {
                throw new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
            }
            tx.audit(actor.did("READ", "family", family, home.area().value()));
            return FamilyMember.on(tx.sql(), family, day);
        });
        return Response.ok(members)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static LocalDate day(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeParseException unreadable) {
            throw new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).at("/on", CommonProblem.INVALID_DATE));
        }
    }
}
