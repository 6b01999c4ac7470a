package id.tumbuh.intervention.caseaudit;

import id.tumbuh.intervention.calendar.Calendar;
import id.tumbuh.intervention.caseaudit.CaseAuditRound.Semester;
import id.tumbuh.intervention.caseaudit.CaseAuditRound.Stored;
import id.tumbuh.intervention.listing.AreaRange;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.AreaLevel;
import id.tumbuh.platform.access.AuditEntry;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemCode;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.platform.http.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Rounds of case audits over HTTP. */
@Path("/v1/case-audit-rounds")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Case audits", description = "Audit kasus stunting (AKS), each semester and kabupaten")
class CaseAuditRoundResource {
    private final Database database;
    private final Caller caller;
    private final CaseAuditRules rules;
    private final ProposeCases propose;

    CaseAuditRoundResource(Database database, Caller caller, CaseAuditRules rules, ProposeCases propose) {
        this.database = database;
        this.caller = caller;
        this.rules = rules;
        this.propose = propose;
    }

    /** A round in JSON. */
    @Schema(name = "NewCaseAuditRound", examples = """
            {"area": "36.04", "year": 2026, "semester": 2, "startsOn": "2026-07-06",
             "team": ["DP3AKB", "DINKES", "RSUD", "IDAI", "POGI"]}""")
    record Form(
            @NotNull AreaCode area,
            @Min(2020) @Max(2100) int year,
            @Min(1) @Max(2) int semester,
            @NotNull LocalDate startsOn,
            @NotNull @Size(min = 1, max = 30) List<@NotNull String> team) {

        CaseAuditRound round(UUID id, CaseAuditWords words) {
            if (area.level() != AreaLevel.KABUPATEN_KOTA) {
                throw CaseAuditWords.refused(CaseAuditProblem.KABUPATEN_REQUIRED, "/area");
            }
            Semester of = new Semester(year, semester);
            if (!Semester.of(startsOn).equals(of)) {
                throw CaseAuditWords.refused(CaseAuditProblem.OUTSIDE_SEMESTER, "/startsOn");
            }
            words.requireAll(CaseAuditWords.TEAM, team, "/team");
            return new CaseAuditRound(id, area, of, startsOn, team);
        }
    }

    /** A round as it stands, with the days by which its cases are to leave each stage. */
    @Schema(name = "CaseAuditRound")
    record View(
            UUID id,
            String area,
            int year,
            int semester,
            LocalDate startsOn,
            List<String> team,
            Map<CaseAuditStage, LocalDate> stagesDue,
            long version) {
        static View of(Stored stored) {
            CaseAuditRound round = stored.round();
            return new View(
                    round.id(),
                    round.area().value(),
                    round.semester().year(),
                    round.semester().number(),
                    round.startsOn(),
                    round.team(),
                    stored.stagesDue(),
                    stored.version());
        }
    }

    /** How many cases were proposed now. */
    @Schema(name = "CaseAuditProposals", examples = "{\"proposed\": 3, \"byGroup\": {\"BADUTA\": 2, \"PREGNANT\": 1}}")
    record Proposed(int proposed, Map<CaseAuditGroup, Integer> byGroup) {}

    @GET
    @RolesAllowed({Roles.TPPS, Roles.PUSKESMAS, Roles.BKKBN, Roles.OPD, Roles.AUDITOR, Roles.ADMIN})
    @Operation(operationId = "listCaseAuditRounds", summary = "Rounds of an area and of the kabupaten it lies in")
    public List<View> list(@Parameter(example = "36.04") @QueryParam("area") @Nullable String area) {
        AreaRange areas = AreaRange.of(area, caller.scope());
        List<String> above = area == null
                ? caller.scope().areas().stream()
                        .flatMap(one -> one.ancestors().stream())
                        .map(AreaCode::value)
                        .toList()
                : AreaRange.code(area).ancestors().stream().map(AreaCode::value).toList();
        return database.read(caller.scope(), sql -> CaseAuditRounds.in(sql, areas, above)).stream()
                .map(View::of)
                .toList();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.TPPS, Roles.PUSKESMAS, Roles.BKKBN, Roles.OPD, Roles.AUDITOR, Roles.ADMIN})
    @Operation(operationId = "readCaseAuditRound", summary = "One round")
    @APIResponse(responseCode = "404", description = "`ROUND_UNKNOWN`")
    public Response one(@PathParam("id") UUID id) {
        Stored stored = database.read(caller.scope(), sql -> CaseAuditRounds.find(sql, id))
                .orElseThrow(() -> refused(CaseAuditProblem.ROUND_UNKNOWN));
        return Response.ok(View.of(stored)).tag(Versions.tag(stored.version())).build();
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.TPPS, Roles.BKKBN, Roles.ADMIN})
    @Operation(
            operationId = "putCaseAuditRound",
            summary = "Begin the round of a semester, or change it",
            description =
                    "Under an id of the caller's making; the same again changes nothing, another content needs"
                            + " `If-Match`. The days its stages are due stand in the calendar. With cases, area and semester stay.")
    @APIResponse(responseCode = "201", description = "New")
    @APIResponse(responseCode = "204", description = "Changed, or so already")
    @APIResponse(responseCode = "409", description = "`ROUND_EXISTS`, `ROUND_ID_TAKEN` or `ROUND_HAS_CASES`")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "422", description = "A field is not acceptable; `errors` points at it")
    public Response put(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @Valid @NotNull Form form) {
        CaseAuditRound wanted = form.round(id, rules.words(rules.today()));
        if (!caller.scope().allows(wanted.area())) {
            throw refused(CaseAuditProblem.ROUND_UNKNOWN);
        }
        Map<CaseAuditStage, LocalDate> due = rules.stagesDue(wanted.startsOn());
        return database.write(caller.scope(), tx -> {
            if (CaseAuditRounds.insert(tx.sql(), wanted, due)) {
                tell(tx, wanted, due);
                return Response.status(201).tag(Versions.tag(1)).build();
            }
            return changed(tx, wanted, due, version);
        });
    }

    private Response changed(
            Transaction tx, CaseAuditRound wanted, Map<CaseAuditStage, LocalDate> due, @Nullable String version) {
        Stored known = CaseAuditRounds.lock(tx.sql(), wanted.id()).orElseThrow(() -> refused(taken(tx, wanted)));
        if (known.round().equals(wanted)) {
            return Response.noContent().tag(Versions.tag(known.version())).build();
        }
        if (Versions.required(version) != known.version()) {
            throw refused(CommonProblem.PRECONDITION_FAILED);
        }
        boolean another = !known.round().area().equals(wanted.area())
                || !known.round().semester().equals(wanted.semester());
        if (another && known.lastNumber() > 0) {
            throw refused(CaseAuditProblem.ROUND_HAS_CASES);
        }
        if (another && semesterIsTaken(tx, wanted)) {
            throw refused(CaseAuditProblem.ROUND_EXISTS);
        }
        CaseAuditRounds.update(tx.sql(), wanted, due);
        tell(tx, wanted, due);
        return Response.noContent().tag(Versions.tag(known.version() + 1)).build();
    }

    /** Either the semester has a round, or the id is somebody's who can't be seen. */
    private static CaseAuditProblem taken(Transaction tx, CaseAuditRound wanted) {
        return semesterIsTaken(tx, wanted) ? CaseAuditProblem.ROUND_EXISTS : CaseAuditProblem.ROUND_ID_TAKEN;
    }

    private static boolean semesterIsTaken(Transaction tx, CaseAuditRound wanted) {
        return CaseAuditRounds.in(tx.sql(), AreaRange.of(wanted.area().value(), Scope.everywhere()), List.of()).stream()
                .anyMatch(other -> other.round().semester().equals(wanted.semester())
                        && !other.round().id().equals(wanted.id()));
    }

    @POST
    @Path("/{id}:propose")
    @RolesAllowed({Roles.TPPS, Roles.BKKBN, Roles.ADMIN})
    @Operation(
            operationId = "proposeCaseAudits",
            summary = "Propose the most pressing candidates of each group",
            description = "From what was told of growth, pregnancies and couples, by the dated rules. Safe to repeat:"
                    + " again it proposes those who became candidates since, as far as there is room.")
    @APIResponse(responseCode = "404", description = "`ROUND_UNKNOWN`")
    public Proposed propose(@PathParam("id") UUID id) {
        LocalDate today = rules.today();
        return database.write(caller.scope(), tx -> {
            Map<CaseAuditGroup, Integer> counts =
                    propose.propose(tx, id, today).orElseThrow(() -> refused(CaseAuditProblem.ROUND_UNKNOWN));
            tx.audit(AuditEntry.of(caller, "PROPOSE", "case-audit-round", id, null));
            return new Proposed(
                    counts.values().stream().mapToInt(Integer::intValue).sum(), counts);
        });
    }

    private void tell(Transaction tx, CaseAuditRound round, Map<CaseAuditStage, LocalDate> due) {
        due.forEach((stage, day) -> Calendar.put(tx, round.entry(stage, day)));
        tx.audit(AuditEntry.of(
                caller,
                "PUT_ROUND",
                "case-audit-round",
                round.id(),
                round.area().value()));
    }

    private static ProblemException refused(ProblemCode reason) {
        return new ProblemException(Problem.of(reason));
    }
}
