package id.tumbuh.intervention.caseaudit;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.intervention.caseaudit.CaseAuditDossier.Act;
import id.tumbuh.intervention.caseaudit.CaseAuditDossier.Codes;
import id.tumbuh.intervention.caseaudit.CaseAuditDossier.Completion;
import id.tumbuh.intervention.caseaudit.CaseAuditDossier.Evaluation;
import id.tumbuh.intervention.caseaudit.CaseAuditDossier.FollowUp;
import id.tumbuh.intervention.caseaudit.CaseAuditDossier.Review;
import id.tumbuh.intervention.caseaudit.CaseAuditDossier.Worksheet;
import id.tumbuh.intervention.listing.AreaRange;
import id.tumbuh.intervention.listing.Page;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.http.Languages;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.platform.http.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The steps of a case after its selection, over HTTP: each a change made on a version, safe to send again. */
@Path("/v1")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CaseAuditView.class)))
@APIResponse(responseCode = "404", description = "`CASE_UNKNOWN`: not there, or not the caller's business")
@APIResponse(responseCode = "409", description = "`STAGE_WRONG` and others: not possible in the case's stage")
@APIResponse(responseCode = "412", description = "Changed by somebody else")
@APIResponse(responseCode = "422", description = "A field is not acceptable; `errors` points at it")
@APIResponse(responseCode = "428", description = "Send `If-Match` from the last read")
@Tag(name = "Case audits")
class CaseAuditStepResource {
    /** The number of a letter or report: no small letters, so no name and no sentence. */
    private static final Pattern REFERENCE = Pattern.compile("[A-Z0-9][A-Z0-9./-]{0,59}");

    private static final Pattern LONG_NUMBER = Pattern.compile("(\\d[./-]?){12,}");

    private final MoveCase moves;
    private final CaseAuditQueries queries;
    private final CaseAuditRules rules;
    private final CaseAuditSight sight;
    private final Caller caller;

    CaseAuditStepResource(
            MoveCase moves, CaseAuditQueries queries, CaseAuditRules rules, CaseAuditSight sight, Caller caller) {
        this.moves = moves;
        this.queries = queries;
        this.rules = rules;
        this.sight = sight;
        this.caller = caller;
    }

    /** Answers by the code of their field; `GET /v1/case-audit-worksheets/{group}` says which are asked. */
    @Schema(name = "CaseAuditAnswers", examples = "{\"answers\": {\"birthWeightGrams\": 2350, \"waterSafe\": false}}")
    record AnswersForm(@NotNull JsonNode answers) {}

    @Schema(name = "CaseAuditFindings", examples = "{\"findings\": [\"PROTEIN_LACKING\", \"WATER_SANITATION\"]}")
    record ReviewForm(@NotNull @Size(min = 1, max = 30) List<@NotNull String> findings) {}

    @Schema(name = "CaseAuditCodes", examples = "{\"codes\": [\"SUPPLEMENTARY_FOOD\", \"WATER_LATRINE\"]}")
    record CodesForm(@NotNull @Size(min = 1, max = 30) List<@NotNull String> codes) {}

    /** A line of the RTL; actions are words of the recommendations. */
    @Schema(name = "NewCaseAuditFollowUp", examples = """
            {"action": "WATER_LATRINE", "field": "PUPR", "party": "OPD", "dueOn": "2026-12-15"}""")
    record PlanForm(
            @NotNull String action,
            @NotNull String field,
            @NotNull String party,
            @NotNull LocalDate dueOn) {}

    /** Done with evidence, or not done with a reason. */
    @Schema(name = "CaseAuditCompletion", examples = """
            {"done": true, "evidence": "HANDOVER", "reference": "BAST-600/117/PUPR/2026"}""")
    record CompletionForm(
            @NotNull Boolean done,
            @Nullable String evidence,
            @Nullable String reference,
            @Nullable String reason) {}

    @Schema(name = "CaseAuditOutcome", examples = "{\"outcome\": \"IMPROVED\"}")
    record OutcomeForm(@NotNull String outcome) {}

    /** An open line, by the pseudonym of its case. */
    @Schema(name = "CaseAuditFollowUpLine")
    record LineView(UUID caseId, String number, CaseAuditGroup group, String area, FollowUp followUp, boolean late) {}

    @PUT
    @Path("/case-audits/{id}/worksheet")
    @RolesAllowed({Roles.TPPS, Roles.PUSKESMAS, Roles.BKKBN})
    @Operation(
            operationId = "putCaseAuditWorksheet",
            summary = "Fill in the worksheet (KKA)",
            description = "By the definition of the group in force today. It may be corrected until the first review.")
    public Response worksheet(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @Valid @NotNull AnswersForm form,
            @Context HttpHeaders headers) {
        return step("EXAMINE", id, version, headers, audit -> {
            CaseAuditGroup group = audit.file().identity().group();
            return switch (rules.worksheet(group, rules.today()).read(form.answers())) {
                case WorksheetDefinition.Reading.Accepted(var answers) ->
                    new CaseAuditMove.Examine(new Worksheet(answers, act()));
                case WorksheetDefinition.Reading.Refused(var faults) ->
                    throw new ProblemException(Problem.of(CaseAuditProblem.WORKSHEET_INCOMPLETE, faults));
            };
        });
    }

    @PUT
    @Path("/case-audits/{id}/reviews/{expert}")
    @RolesAllowed({Roles.TPPS, Roles.PUSKESMAS, Roles.BKKBN})
    @Operation(
            operationId = "putCaseAuditReview",
            summary = "Review a case as an expert",
            description = "Once all have who are needed for the group, the case is REVIEWED. One expert a person.")
    public Response review(
            @PathParam("id") UUID id,
            @Parameter(example = "PAEDIATRICIAN") @PathParam("expert") String expert,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @Valid @NotNull ReviewForm form,
            @Context HttpHeaders headers) {
        CaseAuditWords words = rules.words(rules.today());
        words.require(CaseAuditWords.EXPERTS, expert, "/expert");
        words.requireAll(CaseAuditWords.FINDINGS, form.findings(), "/findings");
        return step(
                "REVIEW",
                id,
                version,
                headers,
                audit -> new CaseAuditMove.Assess(
                        new Review(expert, form.findings(), act()),
                        rules.neededExperts(audit.file().identity().group(), rules.today())));
    }

    @PUT
    @Path("/case-audits/{id}/recommendation")
    @RolesAllowed({Roles.TPPS, Roles.PUSKESMAS, Roles.BKKBN})
    @Operation(operationId = "putCaseAuditRecommendation", summary = "Recommend what is to be done")
    public Response recommend(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @Valid @NotNull CodesForm form,
            @Context HttpHeaders headers) {
        rules.words(rules.today()).requireAll(CaseAuditWords.RECOMMENDATIONS, form.codes(), "/codes");
        return step(
                "RECOMMEND", id, version, headers, _ -> new CaseAuditMove.Recommend(new Codes(form.codes(), act())));
    }

    @PUT
    @Path("/case-audits/{id}/dissemination")
    @RolesAllowed({Roles.TPPS, Roles.BKKBN})
    @Operation(operationId = "putCaseAuditDissemination", summary = "Tell the OPD of these fields")
    public Response disseminate(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @Valid @NotNull CodesForm form,
            @Context HttpHeaders headers) {
        rules.words(rules.today()).requireAll(CaseAuditWords.FIELDS, form.codes(), "/codes");
        return step(
                "DISSEMINATE",
                id,
                version,
                headers,
                _ -> new CaseAuditMove.Disseminate(new Codes(form.codes(), act())));
    }

    @PUT
    @Path("/case-audits/{id}/follow-ups/{followUp}")
    @RolesAllowed({Roles.TPPS, Roles.PUSKESMAS, Roles.BKKBN, Roles.OPD})
    @Operation(
            operationId = "putCaseAuditFollowUp",
            summary = "Put a line into the RTL, or change one that is open",
            description =
                    "Under an id of the caller's making; the field is one that was told of the case. An OPD plans lines of the field that its token names.")
    @APIResponse(responseCode = "403", description = "`NOT_YOUR_FIELD`: of another OPD than the token names")
    public Response plan(
            @PathParam("id") UUID id,
            @PathParam("followUp") UUID followUp,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @Valid @NotNull PlanForm form,
            @Context HttpHeaders headers) {
        CaseAuditWords words = rules.words(rules.today());
        words.require(CaseAuditWords.RECOMMENDATIONS, form.action(), "/action");
        words.require(CaseAuditWords.FIELDS, form.field(), "/field");
        words.require(CaseAuditWords.PARTIES, form.party(), "/party");
        FollowUp line = new FollowUp(followUp, form.action(), form.field(), form.party(), form.dueOn(), null);
        return step("PLAN", id, version, headers, audit -> {
            mayAct(audit, followUp);
            requireField(form.field());
            return new CaseAuditMove.Plan(line, act());
        });
    }

    @POST
    @Path("/case-audits/{id}/follow-ups/{followUp}:complete")
    @RolesAllowed({Roles.TPPS, Roles.PUSKESMAS, Roles.BKKBN, Roles.OPD})
    @Operation(operationId = "completeCaseAuditFollowUp", summary = "Done, with evidence; or not, with a reason")
    @APIResponse(responseCode = "403", description = "`NOT_YOUR_FIELD`: of another OPD than the token names")
    public Response complete(
            @PathParam("id") UUID id,
            @PathParam("followUp") UUID followUp,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @Valid @NotNull CompletionForm form,
            @Context HttpHeaders headers) {
        Completion completion = completion(form, rules.words(rules.today()));
        return step("COMPLETE", id, version, headers, audit -> {
            mayAct(audit, followUp);
            return new CaseAuditMove.Complete(followUp, completion);
        });
    }

    @PUT
    @Path("/case-audits/{id}/evaluation")
    @RolesAllowed({Roles.TPPS, Roles.PUSKESMAS, Roles.BKKBN})
    @Operation(operationId = "putCaseAuditEvaluation", summary = "Say how it ended; every follow-up is completed")
    public Response evaluate(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @Valid @NotNull OutcomeForm form,
            @Context HttpHeaders headers) {
        rules.words(rules.today()).require(CaseAuditWords.OUTCOMES, form.outcome(), "/outcome");
        return step(
                "EVALUATE",
                id,
                version,
                headers,
                _ -> new CaseAuditMove.Evaluate(new Evaluation(form.outcome(), act())));
    }

    @GET
    @Path("/case-audit-follow-ups")
    @RolesAllowed({Roles.TPPS, Roles.PUSKESMAS, Roles.BKKBN, Roles.OPD, Roles.AUDITOR, Roles.ADMIN})
    @Operation(
            operationId = "listCaseAuditFollowUps",
            summary = "Open lines of RTL by field and day, by the number of their case",
            description = "In the order of area and id; with `due`, those due by that day.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = LineView.class)))
    public Response lines(
            @QueryParam("area") @Nullable String area,
            @Parameter(example = "PUPR") @QueryParam("field") @Nullable String field,
            @QueryParam("due") @Nullable String due,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit,
            @Context UriInfo uri) {
        LocalDate today = rules.today();
        Page page = Page.of(after, limit);
        String own = sight.field();
        if (own != null && field != null) {
            requireField(field);
        }
        var wanted = new CaseAuditQueries.WantedLines(
                AreaRange.of(area, caller.scope()), own == null ? field : own, Asked.day(due, "/due"), page);
        return CaseAuditResource.unstored(page.answer(
                queries.openLines(caller.scope(), wanted).stream()
                        .map(line -> new LineView(
                                line.caseId(),
                                line.number(),
                                line.group(),
                                line.area(),
                                line.followUp(),
                                line.followUp().dueOn().isBefore(today)))
                        .toList(),
                line -> new Page.Place(line.area(), line.followUp().id()),
                uri));
    }

    private Response step(
            String word,
            UUID id,
            @Nullable String version,
            HttpHeaders headers,
            Function<CaseAudit, CaseAuditMove> move) {
        Long expected = version == null ? null : Versions.required(version);
        return switch (moves.one(new MoveCase.Doing(caller, word), id, expected, audit -> move.apply(seen(audit)))) {
            case MoveCase.Outcome.Done(var audit) -> answer(audit, headers);
            case MoveCase.Outcome.Unchanged(var audit) -> answer(audit, headers);
            case MoveCase.Outcome.Refused(var why) -> throw new ProblemException(Problem.of(why));
        };
    }

    /** A line that stands already is its OPD's, whatever field it is to be of. */
    private void mayAct(CaseAudit audit, UUID followUp) {
        audit.file().dossier().followUps().stream()
                .filter(line -> line.id().equals(followUp))
                .forEach(line -> requireField(line.field()));
    }

    private void requireField(String field) {
        if (!sight.actsFor(field)) {
            throw new ProblemException(Problem.of(CaseAuditProblem.NOT_YOUR_FIELD));
        }
    }

    /** To an OPD a case it was not told of isn't there. */
    private CaseAudit seen(CaseAudit audit) {
        if (!sight.sees(audit)) {
            throw new ProblemException(Problem.of(CaseAuditProblem.CASE_UNKNOWN));
        }
        return audit;
    }

    private Response answer(CaseAudit audit, HttpHeaders headers) {
        return CaseAuditResource.unstored(
                Response.ok(sight.telling(Languages.of(headers)).of(audit))
                        .tag(Versions.tag(audit.file().version()))
                        .build());
    }

    private Completion completion(CompletionForm form, CaseAuditWords words) {
        if (form.done()) {
            if (form.evidence() == null || form.reference() == null) {
                throw CaseAuditWords.refused(CaseAuditProblem.EVIDENCE_REQUIRED, "/evidence");
            }
            words.require(CaseAuditWords.EVIDENCE, form.evidence(), "/evidence");
            if (!REFERENCE.matcher(form.reference()).matches()
                    || LONG_NUMBER.matcher(form.reference()).find()) {
                throw CaseAuditWords.refused(CaseAuditProblem.REFERENCE_INVALID, "/reference");
            }
            return new Completion(true, form.evidence(), form.reference(), null, act());
        }
        if (form.reason() == null) {
            throw CaseAuditWords.refused(CaseAuditProblem.REASON_REQUIRED, "/reason");
        }
        words.require(CaseAuditWords.FAILURE_REASONS, form.reason(), "/reason");
        return new Completion(false, null, null, form.reason(), act());
    }

    private Act act() {
        return new Act(caller.subject(), rules.today());
    }
}
