package id.tumbuh.intervention.programme;

import id.tumbuh.intervention.change.Actor;
import id.tumbuh.intervention.change.Answers;
import id.tumbuh.intervention.change.Days;
import id.tumbuh.intervention.listing.AreaRange;
import id.tumbuh.intervention.listing.Page;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.rules.RuleBook;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Programmes together: listed, summed by area, exported; and the list of outcome indicators. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Programmes")
class ProgrammeListsResource {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ProgrammeQueries queries;
    private final ExportProgrammes exports;
    private final RuleBook rules;
    private final Caller caller;

    ProgrammeListsResource(ProgrammeQueries queries, ExportProgrammes exports, RuleBook rules, Caller caller) {
        this.queries = queries;
        this.exports = exports;
        this.rules = rules;
        this.caller = caller;
    }

    /** Rupiah by area and source, and how many programmes are late by the rule. */
    @Schema(name = "ProgrammeSummary")
    record Summary(
            int year,
            LocalDate asOf,
            LateRule.Expected expected,
            ProgrammeQueries.AreaSum total,
            List<ProgrammeQueries.AreaSum> rows,
            List<ProgrammeQueries.SourceSum> sources) {
        static final String EXAMPLE = """
                {
                  "year": 2026,
                  "asOf": "2026-11-26",
                  "expected": {"ruleVersion": 1, "quarters": 3, "targetShare": 0.65, "budgetShare": 0.65},
                  "total": {"area": null, "programmes": 41, "late": 9, "budget": 38000000000, "realised": 25100000000},
                  "rows": [{"area": "36.04", "programmes": 30, "late": 7, "budget": 36000000000, "realised": 24000000000},
                           {"area": "36.04.20", "programmes": 11, "late": 2, "budget": 2400000000, "realised": 1300000000}],
                  "sources": [{"source": "APBD", "budget": 30000000000, "realised": 20000000000}]
                }""";
    }

    @GET
    @Path("/programmes")
    @RolesAllowed({Roles.TPPS, Roles.OPD, Roles.BKKBN, Roles.AUDITOR, Roles.ADMIN})
    @Operation(
            operationId = "listProgrammes",
            summary = "Programmes by area and year",
            description =
                    "Those of an area and of all areas in it, in the order of area and id; without what was withdrawn.")
    @APIResponse(
            responseCode = "200",
            description = "One page; `Link` with `rel=next` leads to the next",
            headers = @Header(name = "Link", schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = ProgrammeView.class),
                            examples = @ExampleObject(name = "programmes", value = "[" + ProgrammeView.EXAMPLE + "]")))
    public Response list(
            @Parameter(example = "36.04") @QueryParam("area") @Nullable String area,
            @Parameter(description = "This year when left out", example = "2026") @QueryParam("year") @Nullable
                    String year,
            @Parameter(description = "`true`: behind what the rule expects by now") @QueryParam("late") @Nullable
                    String late,
            @Parameter(description = "Only those of one OPD") @QueryParam("opd") @Nullable UUID opd,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit,
            @Context UriInfo uri) {
        LateRule.Expected expected = expected(year(year));
        var wanted = new ProgrammeQueries.Wanted(AreaRange.of(area, caller.scope()), year(year), flag(late), opd);
        Page page = Page.of(after, limit);
        return page.answer(
                queries.page(caller.scope(), wanted, expected, page).stream()
                        .map(programme -> ProgrammeView.of(programme, expected))
                        .toList(),
                programme -> new Page.Place(programme.area(), programme.id()),
                uri);
    }

    @GET
    @Path("/programmes/summary")
    @RolesAllowed({Roles.TPPS, Roles.OPD, Roles.BKKBN, Roles.AUDITOR, Roles.ADMIN})
    @Operation(
            operationId = "summarizeProgrammes",
            summary = "Budget, realisation and delay by the areas below one",
            description =
                    "A programme stands in the row of its own area or of the area below that it lies in. Money that is part of"
                            + " another programme's in the same sum is counted once, so the rows may add up to more than the total.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = Summary.class),
                            examples = @ExampleObject(name = "kabupaten", value = Summary.EXAMPLE)))
    public Summary summary(
            @Parameter(example = "36.04") @QueryParam("area") @Nullable String area,
            @Parameter(example = "2026") @QueryParam("year") @Nullable String year) {
        int wanted = year(year);
        LateRule.Expected expected = expected(wanted);
        var sums = queries.sums(caller.scope(), area == null ? null : AreaRange.code(area), wanted, expected);
        return new Summary(wanted, Days.today(), expected, sums.total(), sums.rows(), sums.sources());
    }

    @GET
    @Path("/programmes:export")
    @Produces(XLSX)
    @RolesAllowed({Roles.TPPS, Roles.OPD, Roles.BKKBN, Roles.AUDITOR, Roles.ADMIN})
    @Operation(operationId = "exportProgrammes", summary = "The programmes of an area and year as a workbook; audited")
    @APIResponse(responseCode = "200", description = "A workbook, a line each")
    public Response export(
            @Parameter(example = "36.04", required = true) @QueryParam("area") @Nullable String area,
            @Parameter(example = "2026") @QueryParam("year") @Nullable String year) {
        if (area == null) {
            throw Answers.invalid("/area", CommonProblem.REQUIRED);
        }
        AreaCode code = AreaRange.code(area);
        int wanted = year(year);
        byte[] file = exports.workbook(
                Actor.of(caller),
                code,
                new ProgrammeQueries.Wanted(AreaRange.of(area, caller.scope()), wanted, null, null),
                expected(wanted),
                rules.on(Days.today()).list("programme.source"));
        return Response.ok(file)
                .header("Content-Disposition", "attachment; filename=\"program-" + code + "-" + wanted + ".xlsx\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Path("/programmes/indicators")
    @RolesAllowed({Roles.TPPS, Roles.OPD, Roles.BKKBN, Roles.AUDITOR, Roles.ADMIN})
    @Operation(operationId = "listOutcomeIndicators", summary = "The outcome indicators a programme may name, today")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = PlanRules.Indicator.class),
                            examples =
                                    @ExampleObject(
                                            name = "indicators",
                                            value =
                                                    "[{\"code\": \"T5\", \"kind\": \"SENSITIVE\","
                                                            + " \"indonesian\": \"Rumah tangga dengan akses sanitasi layak\"}]")))
    public List<PlanRules.Indicator> indicators() {
        return PlanRules.indicators(rules.on(Days.today()));
    }

    private LateRule.Expected expected(int year) {
        LocalDate today = Days.today();
        return LateRule.of(rules.on(today)).expected(year, today);
    }

    private static int year(@Nullable String text) {
        if (text == null) {
            return Days.today().getYear();
        }
        if (!text.matches("20\\d\\d|2100")) {
            throw Answers.invalid("/year", ProgrammeProblem.YEAR_OUT_OF_RANGE);
        }
        return Integer.parseInt(text);
    }

    private static @Nullable Boolean flag(@Nullable String text) {
        return switch (text) {
            case null -> null;
            case "true" -> true;
            case "false" -> false;
            default -> throw Answers.invalid("/late", ProgrammeProblem.LATE_UNKNOWN);
        };
    }
}
