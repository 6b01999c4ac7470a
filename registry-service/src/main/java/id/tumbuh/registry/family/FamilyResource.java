package id.tumbuh.registry.family;

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
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.screening.Screener;
import id.tumbuh.registry.screening.ScreeningRules;
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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Families over HTTP. */
@Path("/v1")
@Tag(name = "Families")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class FamilyResource {
    private final Database database;
    private final Caller caller;
    private final EmergencyReading emergency;
    private final RegisterFamilies register;
    private final CorrectFamily correct;
    private final FamilyObservations observations;
    private final ScreeningRules rules;
    private final IdentityKeys identities;
    private final Rows<FamilyForm, NewFamily> rows;

    FamilyResource(
            Database database,
            Caller caller,
            EmergencyReading emergency,
            RegisterFamilies register,
            CorrectFamily correct,
            FamilyObservations observations,
            ScreeningRules rules,
            IdentityKeys identities,
            ObjectMapper json) {
        this.database = database;
        this.caller = caller;
        this.emergency = emergency;
        this.register = register;
        this.correct = correct;
        this.observations = observations;
        this.rules = rules;
        this.identities = identities;
        this.rows = new Rows<>(json, FamilyForm.class);
    }

    @POST
    @Path("/families:batch")
    @RolesAllowed({Roles.SYSTEM, Roles.PUSKESMAS, Roles.KADER, Roles.TPK, Roles.TPPS, Roles.BKKBN})
    @Operation(
            summary = "Register up to 1,000 families",
            description =
                    "Answers per row, in order. Sending the same rows again is safe; every CREATED row is durable.")
    @RequestBody(content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = FamilyForm.class)))
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = RowAnswer.class)))
    public List<RowAnswer> register(JsonNode body, @Context HttpHeaders headers) {
        Actor actor = Actor.of(caller);
        Screener today = rules.today();
        return rows.answer(
                body,
                Languages.of(headers),
                families -> database.write(actor.scope(), tx -> register.register(tx, actor, today, families)));
    }

    @PUT
    @Path("/families/{id}")
    @RolesAllowed({Roles.SYSTEM, Roles.PUSKESMAS, Roles.KADER, Roles.TPK, Roles.TPPS, Roles.BKKBN})
    @Operation(
            summary = "Correct a family, or move it to another desa with its children",
            description = "Replaces what is known. cardNumber, phone and address stay when they are left out.")
    @RequestBody(content = @Content(schema = @Schema(implementation = FamilyForm.class)))
    @APIResponse(responseCode = "204", description = "Done; ETag names the new version")
    public Response correct(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version, JsonNode body) {
        long expected = Versions.required(version);
        NewFamily wanted = rows.one(body, id);
        Actor actor = Actor.of(caller);
        Screener today = rules.today();
        return database.write(actor.scope(), tx -> correct.correct(tx, actor, today, expected, wanted))
                .response();
    }

    @GET
    @Path("/families/{id}")
    @RolesAllowed({Roles.KADER, Roles.TPK, Roles.PUSKESMAS, Roles.TPPS, Roles.SYSTEM})
    @Operation(
            summary = "One family with its name and address; the reading is audited",
            description = "observed says of each condition when it was found out, and by whom.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FamilyView.class)))
    public Response get(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        Actor actor = emergency.reader(caller);
        FamilyView view = database.write(actor.scope(), tx -> {
                    Optional<KnownFamily> family = KnownFamily.find(tx.sql(), id, identities);
                    family.ifPresent(known -> tx.audit(actor.did(
                            "READ", "family", id, known.content().area().value())));
                    return family.map(known ->
                            FamilyView.of(known, KnownFacts.of(observations.of(tx.sql(), id)), Languages.of(headers)));
                })
                .orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.NOT_FOUND)));
        return Response.ok(view)
                .tag(Versions.tag(view.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("/families")
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
    @Operation(
            summary = "The families of an area, without names",
            description = "Filtered by risk and priority; the header Link with rel=next leads to the next page.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = ListedFamily.class)))
    public Response list(
            @QueryParam("area") @Nullable AreaCode area,
            @QueryParam("atRisk") @Nullable Boolean atRisk,
            @QueryParam("priority") Priority.@Nullable Level priority,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        FamilyList page = new FamilyList(
                Pages.requiredArea(area), atRisk, priority, Pages.Position.after(after), Pages.limit(limit));
        List<ListedFamily> families = database.read(caller.scope(), page::read);
        return Pages.page(families, page.limit(), ListedFamily::position, uri);
    }
}
