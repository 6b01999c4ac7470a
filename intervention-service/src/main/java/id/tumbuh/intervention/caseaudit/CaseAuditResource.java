package id.tumbuh.intervention.caseaudit;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.intervention.caseaudit.CaseAuditDossier.Act;
import id.tumbuh.intervention.caseaudit.CaseAuditDossier.Decision;
import id.tumbuh.intervention.listing.AreaRange;
import id.tumbuh.intervention.listing.Page;
import id.tumbuh.platform.access.AuditEntry;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.Languages;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.platform.http.Versions;
import id.tumbuh.platform.print.PagePrinter;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Cases over HTTP: lists, counts, one of them, its paper, and the choice of the technical team. */
@Path("/v1")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.TPPS, Roles.PUSKESMAS, Roles.BKKBN, Roles.OPD, Roles.AUDITOR, Roles.ADMIN})
@Tag(name = "Case audits")
class CaseAuditResource {
    private static final int MOST = 1000;

    private final Database database;
    private final CaseAuditQueries queries;
    private final CaseAuditSight sight;
    private final CaseAuditRules rules;
    private final MoveCase moves;
    private final PagePrinter printer;
    private final Caller caller;

    CaseAuditResource(
            Database database,
            CaseAuditQueries queries,
            CaseAuditSight sight,
            CaseAuditRules rules,
            MoveCase moves,
            PagePrinter printer,
            Caller caller) {
        this.database = database;
        this.queries = queries;
        this.sight = sight;
        this.rules = rules;
        this.moves = moves;
        this.printer = printer;
        this.caller = caller;
    }

    /** What the technical team says of one candidate. */
    @Schema(name = "CaseAuditDecision", examples = """
            {"id": "0f8fad5b-d9cb-469f-a165-70867728950e", "select": false, "reason": "CAPACITY"}""")
    record Decided(
            @NotNull UUID id,
            @NotNull Boolean select,
            @Nullable String reason) {}

    /** What became of one row: DONE, UNCHANGED (decided so before) or REFUSED with its problem. */
    @Schema(name = "CaseAuditDecisionAnswer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(UUID id, String outcome, Problem.@Nullable Body problem) {}

    /**
     * Counts for the cockpit.
     *
     * @param selected all that were selected, however far they have come
     * @param reviewed all that were reviewed by the experts, however far they have come
     * @param followUp those whose RTL is under way
     */
    @Schema(name = "CaseAuditSummary", examples = """
            {"area": "36.04", "selected": 12, "reviewed": 8, "followUp": 5, "byStage": {"SELECTED": 2, "FOLLOW_UP": 5}}""")
    record Summary(
            @Nullable String area, int selected, int reviewed, int followUp, Map<CaseAuditStage, Integer> byStage) {
        private static final Set<CaseAuditStage> REVIEWED_ON = EnumSet.of(
                CaseAuditStage.REVIEWED,
                CaseAuditStage.RECOMMENDED,
                CaseAuditStage.DISSEMINATED,
                CaseAuditStage.FOLLOW_UP,
                CaseAuditStage.EVALUATED);

        static Summary of(@Nullable String area, Map<CaseAuditStage, Integer> counts) {
            int reviewed = REVIEWED_ON.stream()
                    .mapToInt(stage -> counts.getOrDefault(stage, 0))
                    .sum();
            int before =
                    counts.getOrDefault(CaseAuditStage.SELECTED, 0) + counts.getOrDefault(CaseAuditStage.WORKSHEET, 0);
            return new Summary(
                    area, before + reviewed, reviewed, counts.getOrDefault(CaseAuditStage.FOLLOW_UP, 0), counts);
        }
    }

    @GET
    @Path("/case-audits")
    @Operation(
            operationId = "listCaseAudits",
            summary = "Cases by stage, group, round and area",
            description = "In the order of area and id. With `due`, the open cases whose stage was to be left by that"
                    + " day. An OPD sees those that the field of its token was told of; who needs no name sees the number alone. Worksheets and"
                    + " reviews stand in the answer of one case.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = CaseAuditView.class),
                            examples = @ExampleObject(name = "cases", value = "[" + CaseAuditView.EXAMPLE + "]")))
    public Response list(
            @Parameter(example = "36.04.20") @QueryParam("area") @Nullable String area,
            @Parameter(example = "PROPOSED") @QueryParam("stage") @Nullable String stage,
            @Parameter(example = "BADUTA") @QueryParam("group") @Nullable String group,
            @QueryParam("round") @Nullable UUID round,
            @Parameter(example = "2026-11-30") @QueryParam("due") @Nullable String due,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        Set<CaseAuditStage> stages = sight.stages();
        if (stage != null) {
            stages.retainAll(
                    Set.of(Asked.oneOf(CaseAuditStage.values(), stage, "/stage", CaseAuditProblem.STAGE_UNKNOWN)));
        }
        if (due != null) {
            stages.removeIf(CaseAuditStage::isLast);
        }
        var wanted = new CaseAuditQueries.Wanted(
                AreaRange.of(area, caller.scope()),
                stages,
                group == null
                        ? null
                        : Asked.oneOf(CaseAuditGroup.values(), group, "/group", CaseAuditProblem.GROUP_UNKNOWN),
                round,
                Asked.day(due, "/due"),
                sight.field());
        Page page = Page.of(after, limit);
        CaseAuditView.Telling telling = sight.listing(Languages.of(headers));
        return unstored(page.answer(
                queries.page(caller.scope(), wanted, page).stream()
                        .map(telling::of)
                        .toList(),
                view -> new Page.Place(view.area(), view.id()),
                uri));
    }

    @GET
    @Path("/case-audits/summary")
    @Operation(operationId = "summarizeCaseAudits", summary = "How many cases have come how far")
    public Summary summary(@QueryParam("area") @Nullable String area, @QueryParam("round") @Nullable UUID round) {
        return Summary.of(area, queries.byStage(caller.scope(), AreaRange.of(area, caller.scope()), round));
    }

    @GET
    @Path("/case-audits/{id}")
    @Operation(operationId = "readCaseAudit", summary = "One case; the reading is audited")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CaseAuditView.class)))
    @APIResponse(responseCode = "404", description = "`CASE_UNKNOWN`: not there, or not the caller's business")
    public Response one(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        CaseAudit audit = read(id, "READ_CASE");
        return unstored(Response.ok(sight.telling(Languages.of(headers)).of(audit))
                .tag(Versions.tag(audit.file().version()))
                .build());
    }

    @GET
    @Path("/case-audits/{id}/worksheet.pdf")
    @Produces("application/pdf")
    @RolesAllowed({Roles.TPPS, Roles.PUSKESMAS, Roles.BKKBN, Roles.AUDITOR})
    @Operation(
            operationId = "printCaseAuditWorksheet",
            summary = "The worksheet on A4, by the number of the case; audited",
            description = "The name is written on the paper by hand, by those who may know it.")
    @APIResponse(responseCode = "409", description = "`NO_WORKSHEET_YET`")
    public Response paper(@PathParam("id") UUID id) {
        CaseAudit audit = read(id, "PRINT_WORKSHEET");
        if (audit.file().dossier().worksheet() == null) {
            throw new ProblemException(Problem.of(CaseAuditProblem.NO_WORKSHEET_YET));
        }
        byte[] pdf = printer.print(WorksheetPaper.of(audit, rules));
        return unstored(Response.ok(pdf, "application/pdf")
                .header("Content-Disposition", "inline; filename=\"kka.pdf\"")
                .build());
    }

    @GET
    @Path("/case-audit-worksheets/{group}")
    @Operation(operationId = "readWorksheetDefinition", summary = "What is asked in the worksheet of a group today")
    public WorksheetDefinition definition(@PathParam("group") String group) {
        return rules.worksheet(
                Asked.oneOf(CaseAuditGroup.values(), group, "/group", CaseAuditProblem.GROUP_UNKNOWN), rules.today());
    }

    @GET
    @Path("/case-audit-words")
    @Operation(operationId = "readCaseAuditWords", summary = "Every word an audit speaks in today, by list")
    public CaseAuditWords words() {
        return rules.words(rules.today());
    }

    @POST
    @Path("/case-audits:decide")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.TPPS, Roles.BKKBN})
    @Operation(
            operationId = "decideCaseAudits",
            summary = "The technical team selects candidates, or not, each with an answer of its own",
            description =
                    "Up to 1,000 rows, answered in order; a decision not to select needs a reason. Safe to repeat.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = Answer.class)))
    public List<Answer> decide(
            @NotNull @Size(max = MOST) List<@Valid @NotNull Decided> rows, @Context HttpHeaders headers) {
        Act act = new Act(caller.subject(), rules.today());
        Map<UUID, CaseAuditMove> wanted = new LinkedHashMap<>();
        List<Row> read = new ArrayList<>();
        CaseAuditWords words = rules.words(act.on());
        for (Decided row : rows) {
            Row one = Row.of(row, words, act);
            read.add(one);
            if (one.fault() == null) {
                wanted.putIfAbsent(row.id(), one.move());
            }
        }
        Map<UUID, MoveCase.Outcome> outcomes = moves.all(new MoveCase.Doing(caller, "DECIDE"), wanted);
        Locale language = Languages.of(headers);
        return read.stream().map(row -> row.answer(wanted, outcomes, language)).toList();
    }

    /** A row as it was read: what it wants, or what is wrong with it. */
    private record Row(
            UUID id, CaseAuditMove move, @Nullable Problem fault) {
        static Row of(Decided row, CaseAuditWords words, Act act) {
            CaseAuditMove move =
                    new CaseAuditMove.Decide(new Decision(row.select(), row.select() ? null : row.reason(), act));
            try {
                if (!row.select() && row.reason() == null) {
                    throw CaseAuditWords.refused(CaseAuditProblem.REASON_REQUIRED, "/reason");
                }
                if (!row.select() && row.reason() != null) {
                    words.require(CaseAuditWords.DECLINE_REASONS, row.reason(), "/reason");
                }
                return new Row(row.id(), move, null);
            } catch (ProblemException refused) {
                return new Row(row.id(), move, refused.problem());
            }
        }

        Answer answer(Map<UUID, CaseAuditMove> wanted, Map<UUID, MoveCase.Outcome> outcomes, Locale language) {
            if (fault != null) {
                return new Answer(id, "REFUSED", fault.body(language));
            }
            MoveCase.Outcome outcome = outcomes.get(id);
            if (outcome == null || !move.equals(wanted.get(id))) { // the same case decided otherwise in an earlier row
                return new Answer(
                        id, "REFUSED", Problem.of(CaseAuditProblem.STAGE_WRONG).body(language));
            }
            return switch (outcome) {
                case MoveCase.Outcome.Done _ -> new Answer(id, "DONE", null);
                case MoveCase.Outcome.Unchanged _ -> new Answer(id, "UNCHANGED", null);
                case MoveCase.Outcome.Refused(var why) ->
                    new Answer(id, "REFUSED", Problem.of(why).body(language));
            };
        }
    }

    private CaseAudit read(UUID id, String word) {
        return database.write(caller.scope(), tx -> {
            CaseAudit audit = CaseAudits.find(tx.sql(), id)
                    .filter(sight::sees)
                    .orElseThrow(() -> new ProblemException(Problem.of(CaseAuditProblem.CASE_UNKNOWN)));
            tx.audit(AuditEntry.of(
                    caller,
                    word,
                    "case-audit",
                    id,
                    audit.file().whereabouts().area().value()));
            return audit;
        });
    }

    static Response unstored(Response response) {
        return Response.fromResponse(response)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
