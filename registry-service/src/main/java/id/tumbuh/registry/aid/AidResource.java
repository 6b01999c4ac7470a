package id.tumbuh.registry.aid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Languages;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemCode;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Bodies;
import id.tumbuh.registry.batch.Pages;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.batch.RowAnswer;
import id.tumbuh.registry.batch.Rows;
import id.tumbuh.registry.problem.RegistryProblem;
import id.tumbuh.registry.screening.Screener;
import id.tumbuh.registry.screening.ScreeningRules;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Aid and contraception given, over HTTP. */
@Path("/v1")
@Tag(name = "Aid")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class AidResource {
    private final Database database;
    private final Caller caller;
    private final GiveAid give;
    private final GiveContraception contraception;
    private final AidRules rules;
    private final ScreeningRules screening;
    private final Bodies bodies;
    private final Rows<DeliveryForm, DeliveryForm.Delivery> rows;

    AidResource(
            Database database,
            Caller caller,
            GiveAid give,
            GiveContraception contraception,
            AidRules rules,
            ScreeningRules screening,
            Bodies bodies,
            ObjectMapper json) {
        this.database = database;
        this.caller = caller;
        this.give = give;
        this.contraception = contraception;
        this.rules = rules;
        this.screening = screening;
        this.bodies = bodies;
        this.rows = new Rows<>(json, DeliveryForm.class);
    }

    /** Aid and its families, without names. */
    @Schema(name = "AidWithRecipients")
    record WithRecipients(Aids.Summary aid, List<Aids.Recipient> recipients) {
        WithRecipients {
            recipients = List.copyOf(recipients);
        }
    }

    @POST
    @Path("/aid-events")
    @RolesAllowed({Roles.TPPS, Roles.BKKBN, Roles.PUSKESMAS, Roles.SYSTEM})
    @Operation(
            summary = "Plan aid for families of a desa: those named, or so many of those at risk, the poorest first",
            description = "Sending the same again is safe, and chooses nobody anew.")
    @RequestBody(content = @Content(schema = @Schema(implementation = AidForm.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Aids.Summary.class)))
    @APIResponse(responseCode = "409", description = "AID_ID_TAKEN by other content")
    public Response plan(JsonNode body) {
        NewAid aid = bodies.read(body, AidForm.class).value();
        rules.fault(aid).ifPresent(fault -> {
            throw refused(fault.reason(), fault.field());
        });
        Actor actor = Actor.of(caller);
        try {
            return switch (database.write(actor.scope(), tx -> give.plan(tx, actor, aid))) {
                case GiveAid.Outcome.Planned(var planned, var isNew) ->
                    unstored(Response.status(isNew ? 201 : 200).entity(planned));
                case GiveAid.Outcome.Refused(var reason, var field) -> throw refused(reason, field);
            };
        } catch (GiveAid.NotOfTheDesa family) {
            throw refused(AidProblem.AID_FAMILY_UNKNOWN, family.field());
        }
    }

    @POST
    @Path("/aid-events/{id}/deliveries:batch")
    @RolesAllowed({Roles.KADER, Roles.TPK, Roles.TPPS, Roles.BKKBN, Roles.PUSKESMAS, Roles.SYSTEM})
    @Operation(
            summary = "Tell which families the aid has reached, and which it has missed and why",
            description = "Answers per row; safe to repeat. Missed may become delivered, delivered stays: CONFLICT.")
    @RequestBody(content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = DeliveryForm.class)))
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = RowAnswer.class)))
    public List<RowAnswer> deliver(@PathParam("id") UUID id, JsonNode body, @Context HttpHeaders headers) {
        Actor actor = Actor.of(caller);
        List<String> reasons = rules.missedReasons();
        if (database.read(actor.scope(), sql -> Aids.find(sql, id)).isEmpty()) {
            throw notFound();
        }
        return rows.answer(body, Languages.of(headers), told -> deliver(actor, reasons, id, told));
    }

    private List<Registration> deliver(Actor actor, List<String> reasons, UUID id, List<DeliveryForm.Delivery> told) {
        return database.write(actor.scope(), tx -> give.deliver(tx, actor, reasons, id, told))
                .orElseThrow(AidResource::notFound);
    }

    @GET
    @Path("/aid-events")
    @RolesAllowed({Roles.TPK, Roles.PUSKESMAS, Roles.TPPS, Roles.OPD, Roles.BKKBN, Roles.SYSTEM, Roles.AUDITOR})
    @Operation(summary = "The aid of an area and how far it has come")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = Aids.Summary.class)))
    public Response list(
            @QueryParam("area") @Nullable AreaCode area,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @Context UriInfo uri) {
        String where = Pages.requiredArea(area).value();
        Pages.Position start = Pages.Position.after(after);
        int most = Pages.limit(limit);
        return Pages.page(
                database.read(caller.scope(), sql -> Aids.list(sql, where, start, most)),
                most,
                Aids.Summary::position,
                uri);
    }

    @GET
    @Path("/aid-events/{id}")
    @RolesAllowed({Roles.KADER, Roles.TPK, Roles.PUSKESMAS, Roles.TPPS, Roles.BKKBN, Roles.SYSTEM, Roles.AUDITOR})
    @Operation(summary = "One aid with its families, without names; the reading is audited")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WithRecipients.class)))
    public Response get(@PathParam("id") UUID id) {
        Actor actor = Actor.of(caller);
        return unstored(Response.ok(database.write(actor.scope(), tx -> {
            Aids.Summary aid = Aids.find(tx.sql(), id).orElseThrow(AidResource::notFound);
            tx.audit(actor.did("READ", "aid", id, aid.area()));
            return new WithRecipients(aid, Aids.recipients(tx.sql(), id));
        })));
    }

    @POST
    @Path("/families/{id}/contraception-services")
    @RolesAllowed({Roles.TPK, Roles.PUSKESMAS, Roles.TPPS, Roles.BKKBN, Roles.SYSTEM})
    @Operation(
            summary = "Contraception was given to a family (pelayanan KB)",
            description = "It is an observation of the family of that day, and its risk follows. Safe to repeat.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ContraceptionForm.class)))
    @APIResponse(responseCode = "204", description = "It is known now")
    @APIResponse(responseCode = "409", description = "AID_ID_TAKEN by other content, or FAMILY_MERGED")
    public Response contraception(@PathParam("id") UUID family, JsonNode body) {
        GiveContraception.Given given =
                bodies.read(body, ContraceptionForm.class).of(family);
        Actor actor = Actor.of(caller);
        Screener today = screening.today();
        if (given.on().isAfter(today.day())) {
            throw refused(AidProblem.AID_DATE_IN_FUTURE, "/givenOn");
        }
        switch (database.write(actor.scope(), tx -> contraception.give(tx, actor, today, given))) {
            case ADDED, UNCHANGED -> {}
            case CONFLICT -> throw refused(AidProblem.AID_ID_TAKEN, "/id");
            case MERGED -> throw refused(RegistryProblem.FAMILY_MERGED, "");
            case UNKNOWN -> throw notFound();
        }
        return Response.noContent().build();
    }

    private static Response unstored(Response.ResponseBuilder response) {
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private static ProblemException notFound() {
        return new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
    }

    private static ProblemException refused(ProblemCode reason, String field) {
        return new ProblemException(Problem.of(reason).at(field, reason));
    }
}
