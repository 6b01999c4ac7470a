package id.tumbuh.registry.consent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Languages;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemCode;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.batch.RowAnswer;
import id.tumbuh.registry.batch.Rows;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
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

/** Consents over HTTP. */
@Path("/v1")
@Tag(name = "Consents")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ConsentResource {
    private final Database database;
    private final Caller caller;
    private final DecideConsent decide;
    private final GiveConsents giveConsents;
    private final ConsentRules rules;
    private final Rows<ConsentForm, Consent> rows;

    ConsentResource(
            Database database,
            Caller caller,
            DecideConsent decide,
            GiveConsents giveConsents,
            ConsentRules rules,
            ObjectMapper json) {
        this.database = database;
        this.caller = caller;
        this.decide = decide;
        this.giveConsents = giveConsents;
        this.rules = rules;
        this.rows = new Rows<>(json, ConsentForm.class);
    }

    /** Who takes it back; without a day, today. */
    @Schema(name = "ConsentWithdrawal", examples = "{\"by\": \"MOTHER\"}")
    record Withdrawn(@NotNull String by, @Nullable LocalDate on) {}

    /** For whom a purpose is asked: children and families, together up to 500. */
    @Schema(name = "ConsentQuestion")
    record Question(
            @NotNull @Size(min = 1, max = 500) List<@NotNull UUID> ids,
            @NotNull String purpose,
            @Nullable String partner) {}

    @POST
    @Path("/consents")
    @RolesAllowed({Roles.KADER, Roles.TPK, Roles.PUSKESMAS, Roles.TPPS, Roles.SYSTEM})
    @Operation(
            summary = "Record that a purpose was agreed to",
            description = "For one child (by a parent or guardian) or one family. Sending the same again is safe.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ConsentView.class)))
    public Response give(@Valid @NotNull ConsentForm given) {
        Consent wanted = consent(given);
        refuse(rules.fault(wanted));
        Actor actor = Actor.of(caller);
        return switch (database.write(actor.scope(), tx -> decide.give(tx, actor, wanted))) {
            case DecideConsent.Outcome.Given(var consent) -> answer(201, consent);
            case DecideConsent.Outcome.Known(var consent) -> answer(200, consent);
            case DecideConsent.Outcome.IdTaken() ->
                throw new ProblemException(Problem.of(ConsentProblem.CONSENT_ID_TAKEN));
            case DecideConsent.Outcome.Unknown() -> throw notFound();
        };
    }

    @POST
    @Path("/consents:batch")
    @RolesAllowed({Roles.KADER, Roles.TPK, Roles.PUSKESMAS, Roles.TPPS, Roles.SYSTEM})
    @Operation(
            summary = "Record up to 1,000 consents",
            description =
                    "Answers per row, in order. Sending the same rows again is safe; every CREATED row is durable. A child or family that is not there, or not the caller's, is `CONSENT_SUBJECT_UNKNOWN`.")
    @RequestBody(content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = ConsentForm.class)))
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = RowAnswer.class)))
    public Response giveMany(JsonNode body, @Context HttpHeaders headers) {
        Actor actor = Actor.of(caller);
        return unstored(
                Response.ok(rows.answer(body, Languages.of(headers), consents -> giveConsents.give(actor, consents))));
    }

    @POST
    @Path("/consents/{id}:withdraw")
    @RolesAllowed({Roles.KADER, Roles.TPK, Roles.PUSKESMAS, Roles.TPPS, Roles.SYSTEM})
    @Operation(
            summary = "Take a consent back",
            description = "Known everywhere within seconds. Again is no change. By whoever may give it.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ConsentView.class)))
    public Response withdraw(@PathParam("id") UUID id, @Valid @NotNull Withdrawn withdrawn) {
        Actor actor = Actor.of(caller);
        LocalDate on = withdrawn.on() == null ? rules.today() : withdrawn.on();
        Consent.Withdrawal withdrawal = new Consent.Withdrawal(on, withdrawn.by());
        StoredConsent known =
                database.read(actor.scope(), sql -> Consents.find(sql, id)).orElseThrow(ConsentResource::notFound);
        refuse(rules.withdrawalFault(known.consent().subject(), withdrawal));
        StoredConsent after = database.write(actor.scope(), tx -> decide.withdraw(tx, actor, id, withdrawal))
                .orElseThrow(ConsentResource::notFound);
        return answer(200, after);
    }

    @GET
    @Path("/families/{id}/consents")
    @RolesAllowed({Roles.KADER, Roles.TPK, Roles.PUSKESMAS, Roles.TPPS, Roles.SYSTEM, Roles.AUDITOR})
    @Operation(summary = "Every consent of a family and its children, also those withdrawn; audited")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = ConsentView.class)))
    public Response ofFamily(@PathParam("id") UUID id) {
        Actor actor = Actor.of(caller);
        LocalDate today = rules.today();
        List<ConsentView> consents = database.write(actor.scope(), tx -> {
            if (!Consents.subjectExists(tx.sql(), new ConsentSubject.OfFamily(id))) {
                throw notFound();
            }
            List<StoredConsent> found = Consents.ofFamily(tx.sql(), id);
            tx.audit(actor.did(
                    "READ_CONSENT",
                    "family",
                    id,
                    found.isEmpty() ? null : found.getFirst().area()));
            return found.stream().map(one -> ConsentView.of(one, today)).toList();
        });
        return unstored(Response.ok(consents));
    }

    @POST
    @Path("/consents:current")
    @RolesAllowed({Roles.KADER, Roles.TPK, Roles.PUSKESMAS, Roles.TPPS, Roles.OPD, Roles.SYSTEM, Roles.AUDITOR})
    @Operation(
            summary = "For which of these children and families a purpose is permitted today, and until when",
            description = "Ids that are unknown, not the caller's business or not permitted are left out alike.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = Consents.Permitted.class)))
    public Response current(@Valid @NotNull Question question) {
        LocalDate today = rules.today();
        return unstored(Response.ok(database.read(
                caller.scope(),
                sql -> Consents.permitted(sql, question.ids(), question.purpose(), question.partner(), today))));
    }

    /** What is required was looked at before. */
    private static Consent consent(ConsentForm given) {
        if (ConsentSubject.of(given.childId(), given.familyId()) == null) {
            throw new ProblemException(Problem.of(ConsentProblem.CONSENT_SUBJECT_UNCLEAR)
                    .at("/childId", ConsentProblem.CONSENT_SUBJECT_UNCLEAR));
        }
        return given.value();
    }

    private static void refuse(Optional<Registration.Invalid> fault) {
        fault.ifPresent(invalid -> {
            ProblemCode reason = invalid.reason();
            throw new ProblemException(Problem.of(reason).at(invalid.field(), reason));
        });
    }

    private static ProblemException notFound() {
        return new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
    }

    private Response answer(int status, StoredConsent consent) {
        return unstored(Response.status(status).entity(ConsentView.of(consent, rules.today())));
    }

    private static Response unstored(Response.ResponseBuilder response) {
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
