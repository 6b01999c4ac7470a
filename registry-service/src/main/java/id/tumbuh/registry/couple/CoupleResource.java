package id.tumbuh.registry.couple;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Languages;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.platform.http.Versions;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Bodies;
import id.tumbuh.registry.batch.Correction;
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

/** Couples to be married over HTTP. */
@Path("/v1")
@Tag(name = "Couples to be married")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CoupleResource {
    private final Database database;
    private final Caller caller;
    private final EmergencyReading emergency;
    private final RegisterCouples register;
    private final ChangeCouple change;
    private final ScreeningRules screening;
    private final Bodies bodies;
    private final Rows<CoupleForm, NewCouple> rows;

    CoupleResource(
            Database database,
            Caller caller,
            EmergencyReading emergency,
            RegisterCouples register,
            ChangeCouple change,
            ScreeningRules screening,
            Bodies bodies,
            ObjectMapper json) {
        this.database = database;
        this.caller = caller;
        this.emergency = emergency;
        this.register = register;
        this.change = change;
        this.screening = screening;
        this.bodies = bodies;
        this.rows = new Rows<>(json, CoupleForm.class);
    }

    /** A couple as it is answered. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CoupleView")
    record View(
            UUID id,
            long version,
            UUID familyId,
            AreaCode area,
            UUID brideId,
            @Nullable UUID groomId,
            LocalDate registeredOn,
            @Nullable LocalDate plannedWeddingOn,
            CoupleState state,
            @Nullable LocalDate endedOn) {
        static View of(KnownCouple couple) {
            NewCouple content = couple.content();
            return new View(
                    content.id(),
                    couple.version(),
                    couple.family(),
                    couple.area(),
                    content.brideId(),
                    content.groomId(),
                    content.registeredOn(),
                    content.plannedWeddingOn(),
                    couple.state(),
                    couple.endedOn());
        }
    }

    @POST
    @Path("/couples:batch")
    @RolesAllowed({Roles.SYSTEM, Roles.PUSKESMAS, Roles.KADER, Roles.TPK, Roles.TPPS, Roles.BKKBN})
    @Operation(
            summary = "Register up to 1,000 couples to be married",
            description =
                    "Answers per row, in order. Sending the same rows again is safe. A bride has one plan at a time.")
    @RequestBody(content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = CoupleForm.class)))
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = RowAnswer.class)))
    public List<RowAnswer> register(JsonNode body, @Context HttpHeaders headers) {
        Actor actor = Actor.of(caller);
        LocalDate today = screening.today().day();
        return rows.answer(
                body,
                Languages.of(headers),
                couples -> database.write(actor.scope(), tx -> register.register(tx, actor, today, couples)));
    }

    @PUT
    @Path("/couples/{id}")
    @RolesAllowed({Roles.SYSTEM, Roles.PUSKESMAS, Roles.KADER, Roles.TPK, Roles.TPPS, Roles.BKKBN})
    @Operation(summary = "Correct the plan of a couple")
    @RequestBody(content = @Content(schema = @Schema(implementation = CoupleForm.class)))
    @APIResponse(responseCode = "204", description = "Done; ETag names the new version")
    public Response correct(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version, JsonNode body) {
        long expected = Versions.required(version);
        NewCouple wanted = rows.one(body, id);
        return changed((tx, actor, today) -> change.correct(tx, actor, today.day(), expected, wanted));
    }

    @POST
    @Path("/couples/{id}:marry")
    @RolesAllowed({Roles.SYSTEM, Roles.PUSKESMAS, Roles.KADER, Roles.TPK, Roles.TPPS, Roles.BKKBN})
    @Operation(
            summary = "They have married: into a family of their own, or one that is there",
            description = "Bride and groom leave their families. The same wedding again changes nothing.")
    @RequestBody(content = @Content(schema = @Schema(implementation = WeddingForm.class)))
    @APIResponse(responseCode = "204", description = "Done; ETag names the new version")
    @APIResponse(responseCode = "409", description = "COUPLE_SETTLED: married or called off before")
    public Response marry(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version, JsonNode body) {
        long expected = Versions.required(version);
        ChangeCouple.Wedding wedding = bodies.read(body, WeddingForm.class).of(id);
        return changed((tx, actor, today) -> change.marry(tx, actor, today, expected, wedding));
    }

    @POST
    @Path("/couples/{id}:call-off")
    @RolesAllowed({Roles.SYSTEM, Roles.PUSKESMAS, Roles.KADER, Roles.TPK, Roles.TPPS, Roles.BKKBN})
    @Operation(summary = "Nothing comes of the wedding")
    @APIResponse(responseCode = "204", description = "Done; ETag names the new version")
    public Response callOff(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version) {
        long expected = Versions.required(version);
        return changed((tx, actor, today) -> change.callOff(tx, actor, today.day(), expected, id));
    }

    @GET
    @Path("/couples/{id}")
    @RolesAllowed({Roles.KADER, Roles.TPK, Roles.PUSKESMAS, Roles.TPPS, Roles.SYSTEM})
    @Operation(summary = "One couple; the reading is audited")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = View.class)))
    public Response get(@PathParam("id") UUID id) {
        Actor actor = emergency.reader(caller);
        View view = database.write(actor.scope(), tx -> {
                    var found = KnownCouple.find(tx.sql(), id);
                    found.ifPresent(couple -> tx.audit(
                            actor.did("READ", "couple", id, couple.area().value())));
                    return found.map(View::of);
                })
                .orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.NOT_FOUND)));
        return Response.ok(view)
                .tag(Versions.tag(view.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private Response changed(Change what) {
        Actor actor = Actor.of(caller);
        Screener today = screening.today();
        return database.write(actor.scope(), tx -> what.in(tx, actor, today)).response();
    }

    @FunctionalInterface
    private interface Change {
        Correction in(Transaction tx, Actor actor, Screener today);
    }
}
