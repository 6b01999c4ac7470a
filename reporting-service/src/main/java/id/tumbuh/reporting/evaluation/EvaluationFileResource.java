package id.tumbuh.reporting.evaluation;

import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.http.Languages;
import id.tumbuh.platform.print.PagePrinter;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reports as files: what was handed in, or what is counted now. Nothing in them is ever taken for a formula. */
@Path("/v1/evaluations")
@RunOnVirtualThread
@RolesAllowed({Roles.TPPS, Roles.PUSKESMAS, Roles.BKKBN, Roles.OPD, Roles.AUDITOR, Roles.ADMIN})
@Tag(name = "Tiered evaluation")
class EvaluationFileResource {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CSV = "text/csv;charset=UTF-8";
    private static final String PDF = "application/pdf";

    private final ReadEvaluation read;
    private final PosyanduCalled posyandu;
    private final PagePrinter printer;
    private final Caller caller;

    EvaluationFileResource(ReadEvaluation read, PosyanduCalled posyandu, PagePrinter printer, Caller caller) {
        this.read = read;
        this.posyandu = posyandu;
        this.printer = printer;
        this.caller = caller;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance report(ReportSheet view, String language);
    }

    private record Asked(EvaluationView view, ReportSheet sheet, ReportWording wording, Locale locale) {}

    @GET
    @Path("{area}/{period}/report.xlsx")
    @Produces(XLSX)
    @Operation(operationId = "evaluationWorkbook", summary = "The report as a workbook; figures are numbers")
    @APIResponse(responseCode = "200", description = "Summary, indicators, ranking, posyandu, history")
    public Response workbook(
            @Parameter(example = "36.04") @PathParam("area") String area,
            @Parameter(example = "2026-S1") @PathParam("period") String period,
            @Parameter(example = "now") @QueryParam("as") @Nullable String as,
            @Parameter(example = "en") @QueryParam("lang") @Nullable String lang,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String bearer) {
        Asked asked = asked(key(area, period), as, lang, bearer);
        return file(
                ReportWorkbook.of(asked.view().report(), asked.sheet(), asked.wording()), XLSX, asked.view(), ".xlsx");
    }

    @GET
    @Path("{area}/{period}/report.csv")
    @Produces(CSV)
    @Operation(
            operationId = "evaluationTable",
            summary = "The report as comma-separated values, a row for each figure or text")
    @APIResponse(
            responseCode = "200",
            description =
                    "Columns section, code, name, period, months, numerator, denominator, percent, coverage_percent, value, text")
    public Response table(
            @Parameter(example = "36.04") @PathParam("area") String area,
            @Parameter(example = "2026-S1") @PathParam("period") String period,
            @Parameter(example = "now") @QueryParam("as") @Nullable String as,
            @Parameter(example = "en") @QueryParam("lang") @Nullable String lang,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String bearer) {
        Asked asked = asked(key(area, period), as, lang, bearer);
        return file(ReportTable.of(asked.view(), asked.sheet(), asked.wording()), CSV, asked.view(), ".csv");
    }

    @GET
    @Path("{area}/{period}/report.pdf")
    @Produces(PDF)
    @Operation(operationId = "evaluationPaper", summary = "The report on A4")
    @APIResponse(
            responseCode = "200",
            description = "With the hash of the figures; marked as a draft until it is accepted")
    public Response paper(
            @Parameter(example = "36.04") @PathParam("area") String area,
            @Parameter(example = "2026-S1") @PathParam("period") String period,
            @Parameter(example = "now") @QueryParam("as") @Nullable String as,
            @Parameter(example = "en") @QueryParam("lang") @Nullable String lang,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String bearer) {
        Asked asked = asked(key(area, period), as, lang, bearer);
        String page = Templates.report(asked.sheet(), asked.locale().getLanguage())
                .setLocale(asked.locale())
                .render();
        return file(printer.print(page), PDF, asked.view(), ".pdf");
    }

    @GET
    @Path("{area}/{period}/aksi-bangda.csv")
    @Produces(CSV)
    @Operation(
            operationId = "evaluationForBangda",
            summary = "The report in the shape of Aksi Bangda, action 7: a row for the area and for each below",
            description = "Columns are assumed: no official layout of an import file is established.")
    @APIResponse(
            responseCode = "200",
            description = "Codes, names, month, measured, stunted, prevalence, coverage, texts")
    public Response bangda(
            @Parameter(example = "36.04") @PathParam("area") String area,
            @Parameter(example = "2026-S1") @PathParam("period") String period,
            @Parameter(example = "now") @QueryParam("as") @Nullable String as) {
        EvaluationView view = view(key(area, period), as);
        return file(BangdaTable.of(view), CSV, view, "-aksi-bangda.csv");
    }

    @GET
    @Path("{area}/{period}/report.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "evaluationSealed",
            summary = "The very text that was handed in last: its SHA-256 is the hash that history and audit name")
    @APIResponse(responseCode = "404", description = "Nothing was handed in")
    public Response sealed(
            @Parameter(example = "36.04") @PathParam("area") String area,
            @Parameter(example = "2026-S1") @PathParam("period") String period) {
        EvaluationKey key = key(area, period);
        Evaluations.Submission submission =
                read.submission(Office.of(caller), key).orElseThrow(Asking::notFound);
        return Response.ok(submission.content())
                .tag(submission.hash())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private EvaluationKey key(String area, String period) {
        return Asking.key(area, period, caller.scope());
    }

    private EvaluationView view(EvaluationKey key, @Nullable String as) {
        return read.of(Office.of(caller), key, EvaluationResource.isNow(as)).orElseThrow(Asking::notFound);
    }

    private Asked asked(EvaluationKey key, @Nullable String as, @Nullable String lang, @Nullable String bearer) {
        EvaluationView view = view(key, as);
        Locale locale = "en".equals(lang) ? Locale.ENGLISH : Languages.INDONESIAN;
        List<String> desa =
                view.report().posyandu().stream().map(Report.Weak::area).toList();
        Map<UUID, String> names = desa.isEmpty() ? Map.of() : posyandu.in(desa, bearer);
        ReportWording wording = ReportWording.in(locale);
        return new Asked(view, wording.sheet(view, names), wording, locale);
    }

    private static Response file(Object content, String type, EvaluationView view, String ending) {
        return Response.ok(content, type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"evaluasi-" + view.area() + "-" + view.period() + ending + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
