package id.tumbuh.intervention.referral;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.intervention.change.Actor;
import id.tumbuh.intervention.change.Answers;
import id.tumbuh.intervention.change.Change;
import id.tumbuh.intervention.change.Days;
import id.tumbuh.intervention.change.RowAnswer;
import id.tumbuh.intervention.change.Rows;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.http.Languages;
import id.tumbuh.platform.http.Versions;
import id.tumbuh.platform.rules.RuleBook;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What persons do with referrals: an OPD answers and finishes those of its field, a TPPS sends again, who sees something refers. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Referrals")
class ReferralMovesResource {
    private final MoveReferrals moves;
    private final ReferByHand byHand;
    private final Rows rows;
    private final RuleBook rules;
    private final Caller caller;

    ReferralMovesResource(MoveReferrals moves, ReferByHand byHand, Rows rows, RuleBook rules, Caller caller) {
        this.moves = moves;
        this.byHand = byHand;
        this.rows = rows;
        this.rules = rules;
        this.caller = caller;
    }

    @POST
    @Path("/referrals")
    @RolesAllowed({Roles.TPPS, Roles.PUSKESMAS})
    @Operation(
            operationId = "referByHand",
            summary = "Refer what somebody saw and no data shows",
            description =
                    "Of a family or of one child. The cause names the field by rule. Sending the same again is safe.")
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            schema = @Schema(implementation = ReferralView.class),
                            examples = @ExampleObject(name = "referral", value = ReferralView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "`SUBJECT_UNKNOWN`: not there, or not in the caller's areas")
    @APIResponse(responseCode = "409", description = "`REFERRAL_ALREADY_OPEN`, `REFERRAL_ID_TAKEN`")
    public Response refer(@Valid @NotNull ReferralForms.New wanted) {
        if ((wanted.familyId() == null) == (wanted.childId() == null)) {
            throw Answers.invalid("/familyId", ReferralProblem.SUBJECT_UNCLEAR);
        }
        LocalDate today = Days.today();
        return answer(
                byHand.refer(
                        Actor.of(caller),
                        new ReferByHand.Wanted(wanted.id(), wanted.familyId(), wanted.childId(), wanted.cause()),
                        today),
                today);
    }

    @POST
    @Path("/referrals/{id}:accept")
    @RolesAllowed(Roles.OPD)
    @Operation(
            operationId = "acceptReferral",
            summary = "Take a referral on, for a day",
            description = "By an OPD whose token names the field.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = ReferralView.class),
                            examples = @ExampleObject(name = "referral", value = ReferralView.EXAMPLE)))
    public Response accept(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ReferralForms.Accept accept) {
        return move(id, ifMatch, new Move.Accept(accept.dueOn()));
    }

    @POST
    @Path("/referrals/{id}:decline")
    @RolesAllowed(Roles.OPD)
    @Operation(operationId = "declineReferral", summary = "Give a referral back to the TPPS, with a reason by rule")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = ReferralView.class),
                            examples = @ExampleObject(name = "referral", value = ReferralView.EXAMPLE)))
    public Response decline(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ReferralForms.Decline decline) {
        return move(id, ifMatch, new Move.Decline(decline.reason()));
    }

    @POST
    @Path("/referrals/{id}:done")
    @RolesAllowed(Roles.OPD)
    @Operation(
            operationId = "finishReferral",
            summary = "Say what was done",
            description = "It stays open as done until the registry's data says so too; one made by hand is closed.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = ReferralView.class),
                            examples = @ExampleObject(name = "referral", value = ReferralView.EXAMPLE)))
    public Response finish(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ReferralForms.Finish finish) {
        return move(id, ifMatch, finish.move());
    }

    @POST
    @Path("/referrals/{id}:send-again")
    @RolesAllowed(Roles.TPPS)
    @Operation(operationId = "sendReferralAgain", summary = "Send a declined referral again, perhaps to another field")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = ReferralView.class),
                            examples = @ExampleObject(name = "referral", value = ReferralView.EXAMPLE)))
    public Response sendAgain(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ReferralForms.SendAgain again) {
        return move(id, ifMatch, new Move.SendAgain(again.field() == null ? null : new OpdField(again.field())));
    }

    @POST
    @Path("/referrals/{id}:withdraw")
    @RolesAllowed({Roles.TPPS, Roles.PUSKESMAS})
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "withdrawReferral", summary = "Take back what was referred by hand")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = ReferralView.class),
                            examples = @ExampleObject(name = "referral", value = ReferralView.EXAMPLE)))
    public Response withdraw(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return move(id, ifMatch, new Move.Withdraw());
    }

    @POST
    @Path("/referrals:accept")
    @RolesAllowed(Roles.OPD)
    @Operation(
            operationId = "acceptReferrals",
            summary = "Take on a list of referrals",
            description =
                    "Up to 1000 rows of `id`, `version` and perhaps `dueOn`; each is answered by itself, in order.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = RowAnswer.class),
                            examples = @ExampleObject(name = "rows", value = RowAnswer.EXAMPLE)))
    public List<RowAnswer> acceptAll(JsonNode body, @Context HttpHeaders headers) {
        return rows.answer(
                body,
                ReferralForms.AcceptRow.class,
                Languages.of(headers),
                some -> moveAll(
                        some.stream().map(ReferralForms.AcceptRow::request).toList()),
                Referral::version);
    }

    @POST
    @Path("/referrals:done")
    @RolesAllowed(Roles.OPD)
    @Operation(
            operationId = "finishReferrals",
            summary = "Say of a list of referrals what was done",
            description = "Up to 1000 rows, each with the proof of one; each is answered by itself, in order.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = RowAnswer.class),
                            examples = @ExampleObject(name = "rows", value = RowAnswer.EXAMPLE)))
    public List<RowAnswer> finishAll(JsonNode body, @Context HttpHeaders headers) {
        return rows.answer(
                body,
                ReferralForms.FinishRow.class,
                Languages.of(headers),
                some -> moveAll(
                        some.stream().map(ReferralForms.FinishRow::request).toList()),
                Referral::version);
    }

    private Response move(UUID id, @Nullable String ifMatch, Move move) {
        long version = Versions.required(ifMatch);
        return answer(
                moveAll(List.of(new MoveReferrals.Request(id, version, move))).getFirst(), Days.today());
    }

    private List<Change<Referral>> moveAll(List<MoveReferrals.Request> requests) {
        return moves.move(Actor.of(caller), requests, Days.today());
    }

    private Response answer(Change<Referral> change, LocalDate today) {
        EscalationRule rule = EscalationRule.of(rules.on(today));
        return Answers.of(change, referral -> ReferralView.of(referral, rule), Referral::version);
    }
}
