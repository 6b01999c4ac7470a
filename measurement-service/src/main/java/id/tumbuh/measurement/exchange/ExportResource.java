package id.tumbuh.measurement.exchange;

import id.tumbuh.measurement.exchange.Csv.Separator;
import id.tumbuh.measurement.exchange.EppgbmExport.Tail;
import id.tumbuh.measurement.exchange.MeasurementStream.Wanted;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Files of measurements. Rows are sent while they are read, however many there are. */
@Path("/v1/exports")
public class ExportResource {

    private static final String CSV = "text/csv;charset=UTF-8";
    private static final Pattern STUDY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{2,63}");

    private final Exports exports;
    private final ExchangeConfig config;
    private final Caller caller;
    private final Clock clock;

    ExportResource(Exports exports, ExchangeConfig config, Caller caller, Clock clock) {
        this.exports = exports;
        this.config = config;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("/eppgbm")
    @RolesAllowed({Roles.PUSKESMAS, Roles.TPPS, Roles.BKKBN, Roles.SYSTEM, Roles.ADMIN})
    @RunOnVirtualThread
    @Produces(CSV)
    @Operation(
            operationId = "exportEppgbm",
            summary = "The measurements of an area and month in the form of e-PPGBM",
            description = """
                    The columns of an e-PPGBM export, in its order and spelling; `tail` chooses its older or newer last columns. \
                    NIK, names, address, RT and RW are empty: only the registry knows them. Areas are codes; the child's id \
                    stands in `Detail`. z-scores are our own, on two decimals; `Outlier` instead of a class that can't be \
                    believed. With `separator=semicolon` decimals have a comma, with `comma` a point. UTF-8 with byte order mark.""")
    @APIResponse(responseCode = "200", description = "The file, sent while it is read")
    @APIResponse(responseCode = "404", description = "No such area, or not among the caller's")
    @APIResponse(responseCode = "503", description = "Other exports are under way")
    public Response eppgbm(
            @QueryParam("area") @Nullable String area,
            @QueryParam("month") @Nullable String month,
            @QueryParam("tail") @DefaultValue("new") String tail,
            @QueryParam("separator") @DefaultValue("semicolon") String separator) {
        YearMonth wantedMonth = ExportQuery.month(month);
        Tail columns = ExportQuery.word("tail", tail, Tail.values());
        Separator between = ExportQuery.word("separator", separator, Separator.values());
        Wanted wanted = new Wanted(
                ExportQuery.area(area, caller.scope()),
                wantedMonth.atDay(1),
                wantedMonth.plusMonths(1).atDay(1));
        StreamingOutput file = exports.of(
                "EXPORT",
                wanted,
                caller,
                out -> Csv.forSpreadsheets(out, between),
                csv -> new EppgbmExport(csv, columns, ExchangedMeasurement::growthMark)::write);
        return download(file, "eppgbm-" + wanted.area() + "-" + wantedMonth + ".csv");
    }

    @GET
    @Path("/growth.csv")
    @RolesAllowed({Roles.BKKBN, Roles.AUDITOR, Roles.ADMIN})
    @RunOnVirtualThread
    @Produces(CSV)
    @Operation(
            operationId = "exportGrowth",
            summary = "The measurements of an area for research, under pseudonyms",
            description = """
                    Variables as WHO's package `anthro` names them (`/v1/exports/growth-dictionary.csv` explains each); the \
                    kecamatan instead of the village, the month instead of the day. Pseudonyms are good for one export: two \
                    exports can't be joined, unless both name the same `study` and the installation has a key for that. \
                    `from` and `to` are days, both included; the last twelve months unless said otherwise.""")
    @APIResponse(responseCode = "200", description = "The file, sent while it is read")
    @APIResponse(responseCode = "404", description = "No such area, or not among the caller's")
    @APIResponse(responseCode = "503", description = "Other exports are under way")
    public Response growth(
            @QueryParam("area") @Nullable String area,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("study") @Nullable String study)
            throws IOException {
        LocalDate last = ExportQuery.day("to", to, LocalDate.now(clock));
        LocalDate first = ExportQuery.day("from", from, last.minusYears(1).plusDays(1));
        if (last.isBefore(first)) {
            throw ExportQuery.wrong("/to", CommonProblem.OUT_OF_RANGE);
        }
        Wanted wanted = new Wanted(ExportQuery.area(area, caller.scope()), first, last.plusDays(1));
        Pseudonyms pseudonyms = pseudonyms(study);
        StreamingOutput file = exports.of(
                "EXPORT-PSEUDONYMOUS",
                wanted,
                caller,
                Csv::forPrograms,
                csv -> new GrowthExport(csv, pseudonyms)::write);
        return download(file, "growth-" + wanted.area() + ".csv");
    }

    @GET
    @Path("/growth-dictionary.csv")
    @RolesAllowed({Roles.BKKBN, Roles.AUDITOR, Roles.ADMIN})
    @RunOnVirtualThread
    @Produces(CSV)
    @Operation(operationId = "growthDictionary", summary = "What the variables of growth.csv mean")
    public byte[] dictionary() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Csv csv = Csv.forPrograms(file)) {
            GrowthExport.writeDictionary(csv);
        }
        return file.toByteArray();
    }

    private Pseudonyms pseudonyms(@Nullable String study) throws IOException {
        if (study == null) {
            return Pseudonyms.ofOneExport();
        }
        if (!STUDY.matcher(study).matches()) {
            throw ExportQuery.wrong("/study", CommonProblem.OUT_OF_RANGE);
        }
        java.nio.file.Path key = config.pseudonymKeyFile()
                .orElseThrow(() -> new ProblemException(Problem.of(ExchangeProblem.STUDY_WITHOUT_KEY)));
        return Pseudonyms.ofStudy(Files.readAllBytes(key), study);
    }

    private static Response download(StreamingOutput file, String name) {
        return Response.ok(file, CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
