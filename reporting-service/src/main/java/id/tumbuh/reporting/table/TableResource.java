package id.tumbuh.reporting.table;

import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.reporting.area.Area;
import id.tumbuh.reporting.area.Areas;
import id.tumbuh.reporting.area.Asked;
import id.tumbuh.reporting.csv.Csv;
import id.tumbuh.reporting.csv.Dictionary;
import id.tumbuh.reporting.indicator.Figures;
import id.tumbuh.reporting.indicator.IndicatorProblem;
import id.tumbuh.reporting.indicator.Period;
import id.tumbuh.reporting.monthly.MonthCounters;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Tables of figures as CSV, with their dictionaries. */
@Path("/v1/tables")
@RunOnVirtualThread
@Tag(name = "Tables as CSV")
class TableResource {
    /** A table is made in memory, of which the service has little: a kabupaten has some 5,000 cases, and a province asks by kabupaten. */
    static final int MOST_ROWS = 20_000;

    private static final int AT_A_TIME = 2;
    private static final int COME_AGAIN_SECONDS = 2;

    private static final String CSV = "text/csv;charset=UTF-8";
    private static final String CODE = "{code: [a-z0-9-]+}";

    private final Database database;
    private final Tables tables;
    private final Areas areas;
    private final Figures figures;
    private final Caller caller;
    private final Semaphore making = new Semaphore(AT_A_TIME);

    TableResource(Database database, Tables tables, Areas areas, Figures figures, Caller caller) {
        this.database = database;
        this.tables = tables;
        this.areas = areas;
        this.figures = figures;
        this.caller = caller;
    }

    /** A table and where its dictionary is. */
    @Schema(name = "OfferedTable")
    record Offered(String code, String file, String dictionary) {
        static Offered of(String code, String file) {
            return new Offered(code, file, "/v1/tables/" + code + ".dictionary.csv");
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Authenticated
    @Operation(operationId = "listTables", summary = "The tables there are as CSV, and their dictionaries")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = Offered.class)))
    public List<Offered> all() {
        return Stream.concat(
                        tables.all().stream()
                                .map(table -> Offered.of(table.code(), "/v1/tables/" + table.code() + ".csv")),
                        Elsewhere.FILES.entrySet().stream().map(one -> Offered.of(one.getKey(), one.getValue())))
                .toList();
    }

    @GET
    @Path(CODE + ".csv")
    @Produces(CSV)
    @RolesAllowed({Roles.TPPS, Roles.PUSKESMAS, Roles.BKKBN, Roles.OPD, Roles.SYSTEM, Roles.AUDITOR, Roles.ADMIN})
    @Operation(
            operationId = "readTable",
            summary = "A table of an area",
            description =
                    "Columns are those of its dictionary. A table takes of `month` and `period` what it has use for. Cases and case audits"
                            + " are for who may read them one by one; names are in no table.")
    @APIResponse(responseCode = "200", description = "Comma-separated values, RFC 4180, UTF-8")
    @APIResponse(responseCode = "403", description = "Not for your role")
    @APIResponse(responseCode = "404", description = "There is no such table, or the area is none of yours")
    @APIResponse(responseCode = "409", description = "TABLE_TOO_LARGE: more than 20,000 rows; ask for areas below")
    @APIResponse(responseCode = "503", description = "Others are being made; `Retry-After`")
    public Response table(
            @Parameter(example = "indicators") @PathParam("code") String code,
            @Parameter(description = "Dotted area code, or ID for the country", example = "36.04")
                    @QueryParam("area")
                    @Nullable
                    String area,
            @Parameter(description = "By default the latest with measurements", example = "2024-07")
                    @QueryParam("month")
                    @Nullable
                    String month,
            @Parameter(description = "Quarter, semester or year; by default this year", example = "2026-S1")
                    @QueryParam("period")
                    @Nullable
                    String period) {
        FigureTable table = tables.find(code).orElseThrow(TableResource::notFound);
        if (caller.roles().stream().noneMatch(table.readers()::contains)) {
            throw new ProblemException(Problem.of(CommonProblem.FORBIDDEN));
        }
        String where = Asked.ownArea(area, caller.scope());
        YearMonth asked = Asked.month(month);
        Period within = checked(period);
        if (!making.tryAcquire()) {
            throw new ProblemException(Problem.of(CommonProblem.UNAVAILABLE).retryAfter(COME_AGAIN_SECONDS));
        }
        try {
            var rows = database.read(caller.scope(), sql -> {
                Area found = areas.find(sql, where).orElseThrow(TableResource::notFound);
                return table.rows(sql, new Wanted(found, month(sql, where, asked), within), MOST_ROWS);
            });
            if (rows.size() > MOST_ROWS) {
                throw new ProblemException(Problem.of(TableProblem.TABLE_TOO_LARGE));
            }
            Csv csv = Dictionary.begin(code);
            rows.forEach(row -> add(csv, code, row));
            return file(csv, code + "-" + where + ".csv");
        } finally {
            making.release();
        }
    }

    @GET
    @Path(CODE + ".dictionary.csv")
    @Produces(CSV)
    @Authenticated
    @Operation(
            operationId = "readTableDictionary",
            summary =
                    "What the columns of a table mean: in Indonesian and English, unit, source, whether they may be empty")
    @APIResponse(responseCode = "200", description = "A row for each column, in the order of the table")
    public Response dictionary(@Parameter(example = "indicators") @PathParam("code") String code) {
        if (!Dictionary.tables().contains(code)) {
            throw notFound();
        }
        return file(Dictionary.describe(code), code + ".dictionary.csv");
    }

    private YearMonth month(Handle sql, String area, @Nullable YearMonth asked) {
        return asked != null ? asked : figures.latestMonth(sql, area).orElseGet(MonthCounters::present);
    }

    private static void add(Csv csv, String code, List<? extends @Nullable Object> row) {
        if (row.size() != Dictionary.of(code).size()) {
            throw new IllegalStateException("a row of " + code + " does not fit its dictionary");
        }
        csv.row(row);
    }

    private static Period checked(@Nullable String code) {
        return code == null
                ? Period.yearOf(MonthCounters.present())
                : Period.of(code)
                        .orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST)
                                .at("/period", IndicatorProblem.PERIOD_UNKNOWN)));
    }

    private static Response file(Csv csv, String name) {
        return Response.ok(csv.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    private static ProblemException notFound() {
        return new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
    }
}
