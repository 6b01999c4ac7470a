package id.tumbuh.registry.pregnancy;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import id.tumbuh.registry.batch.Bodies;
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
import java.time.LocalDate;
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

/** Pregnancies over HTTP. */
@Path("/v1")
@Tag(name = "Pregnancies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PregnancyResource {
    private final Database database;
    private final Caller caller;
    private final EmergencyReading emergency;
    private final RegisterPregnancies register;
    private final ChangePregnancy change;
    private final ScreeningRules screening;
    private final LifeRules life;
    private final Bodies bodies;
    private final Rows<PregnancyForm, NewPregnancy> rows;

    PregnancyResource(
            Database database,
            Caller caller,
            EmergencyReading emergency,
            RegisterPregnancies register,
            ChangePregnancy change,
            ScreeningRules screening,
            LifeRules life,
            Bodies bodies,
            ObjectMapper json) {
        this.database = database;
        this.caller = caller;
        this.emergency = emergency;
        this.register = register;
        this.change = change;
        this.screening = screening;
        this.life = life;
        this.bodies = bodies;
        this.rows = new Rows<>(json, PregnancyForm.class);
    }

    /** A pregnancy as it is answered. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PregnancyView")
    record View(
            UUID id,
            long version,
            UUID motherId,
            UUID familyId,
            AreaCode area,
            LocalDate confirmedOn,
            @Nullable LocalDate lastPeriodOn,
            @Nullable LocalDate expectedOn,
            @Nullable LocalDate endedOn,
            @Nullable Outcome outcome,
            List<UUID> childIds) {
        static View of(KnownPregnancy pregnancy) {
            NewPregnancy content = pregnancy.content();
            KnownPregnancy.End end = pregnancy.ended();
            return new View(
                    content.id(),
                    pregnancy.version(),
                    content.motherId(),
                    pregnancy.family(),
                    pregnancy.area(),
                    content.confirmedOn(),
                    content.lastPeriodOn(),
                    content.expectedOn(),
                    end == null ? null : end.on(),
                    end == null ? null : end.outcome(),
                    pregnancy.children());
        }
    }

    @POST
    @Path("/pregnancies:batch")
    @RolesAllowed({Roles.SYSTEM, Roles.PUSKESMAS, Roles.KADER, Roles.TPK, Roles.TPPS, Roles.BKKBN})
    @Operation(
            summary = "Register up to 1,000 pregnancies",
            description = "Answers per row, in order. Sending the same rows again is safe. One goes on at a time.")
    @RequestBody(content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = PregnancyForm.class)))
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = RowAnswer.class)))
    public List<RowAnswer> register(JsonNode body, @Context HttpHeaders headers) {
        Actor actor = Actor.of(caller);
        RegisterPregnancies.Day day = day();
        return rows.answer(
                body,
                Languages.of(headers),
                pregnancies -> database.write(actor.scope(), tx -> register.register(tx, actor, day, pregnancies)));
    }

    @PUT
    @Path("/pregnancies/{id}")
    @RolesAllowed({Roles.SYSTEM, Roles.PUSKESMAS, Roles.KADER, Roles.TPK, Roles.TPPS, Roles.BKKBN})
    @Operation(summary = "Correct the dates of a pregnancy")
    @RequestBody(content = @Content(schema = @Schema(implementation = PregnancyForm.class)))
    @APIResponse(responseCode = "204", description = "Done; ETag names the new version")
    public Response correct(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version, JsonNode body) {
        long expected = Versions.required(version);
        NewPregnancy wanted = rows.one(body, id);
        Actor actor = Actor.of(caller);
        RegisterPregnancies.Day day = day();
        return database.write(actor.scope(), tx -> change.correct(tx, actor, day, expected, wanted))
                .response();
    }

    @POST
    @Path("/pregnancies/{id}:end")
    @RolesAllowed({Roles.SYSTEM, Roles.PUSKESMAS, Roles.KADER, Roles.TPK, Roles.TPPS, Roles.BKKBN})
    @Operation(
            summary = "A pregnancy has ended; a live birth registers its children",
            description =
                    "Children who are registered already are named by their ids. The same end again changes nothing.")
    @RequestBody(content = @Content(schema = @Schema(implementation = EndForm.class)))
    @APIResponse(responseCode = "204", description = "Done; ETag names the new version")
    @APIResponse(responseCode = "409", description = "PREGNANCY_ENDED otherwise")
    public Response end(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version, JsonNode body) {
        long expected = Versions.required(version);
        ChangePregnancy.Birth birth = bodies.read(body, EndForm.class).of(id);
        Actor actor = Actor.of(caller);
        RegisterPregnancies.Day day = day();
        return database.write(actor.scope(), tx -> change.end(tx, actor, day, expected, birth))
                .response();
    }

    @GET
    @Path("/pregnancies/{id}")
    @RolesAllowed({Roles.KADER, Roles.TPK, Roles.PUSKESMAS, Roles.TPPS, Roles.SYSTEM})
    @Operation(summary = "One pregnancy; the reading is audited")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = View.class)))
    public Response get(@PathParam("id") UUID id) {
        Actor actor = emergency.reader(caller);
        View view = database.write(actor.scope(), tx -> {
                    var found = KnownPregnancy.find(tx.sql(), id);
                    found.ifPresent(pregnancy -> tx.audit(
                            actor.did("READ", "pregnancy", id, pregnancy.area().value())));
                    return found.map(View::of);
                })
                .orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.NOT_FOUND)));
        return Response.ok(view)
                .tag(Versions.tag(view.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private RegisterPregnancies.Day day() {
        Screener today = screening.today();
        return new RegisterPregnancies.Day(today, life.on(today.day()));
    }
}
