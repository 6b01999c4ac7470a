package id.tumbuh.measurement.skdn;

import id.tumbuh.measurement.print.Paper;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.AreaLevel;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemCode;
import id.tumbuh.platform.http.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The monthly recaps F1 and F2: to read, to count on with, and to sign. */
@Path("/v1")
@RunOnVirtualThread
@RolesAllowed({Roles.PUSKESMAS, Roles.TPPS, Roles.BKKBN, Roles.SYSTEM, Roles.AUDITOR, Roles.ADMIN})
public class RecapResource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String PDF = "application/pdf";

    private final MakeRecap make;
    private final Paper paper;
    private final Caller caller;
    private final Clock clock;

    RecapResource(MakeRecap make, Paper paper, Caller caller, Clock clock) {
        this.make = make;
        this.paper = paper;
        this.caller = caller;
        this.clock = clock;
    }

    /** What every format is asked for with. */
    public record Asked(
            @Parameter(description = "A desa or kelurahan (F1) or a kecamatan (F2)", example = "36.04.20.2006")
            @QueryParam("area")
            @Nullable
            String area,

            @Parameter(example = "2025-08") @QueryParam("month") @Nullable
            String month) {}

    @GET
    @Path("/skdn-recap")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "skdnRecap", summary = "F1 of a desa or F2 of a kecamatan and month", description = """
                    The tables of the posyandu of the area: as closed where the month is closed, as counted now where it is \
                    open; children registered at no posyandu where they live. A posyandu belongs to the desa where most of \
                    its children live, so that F2 is the sum of the F1 of its desa. Names come from registry with the \
                    caller's own token; without them (`names` says so) the recap is the same.""")
    @APIResponse(
            responseCode = "200",
            description = "The recap",
            content = @Content(schema = @Schema(implementation = Recap.class)))
    @APIResponse(responseCode = "400", description = "Not a month, or neither a desa nor a kecamatan")
    @APIResponse(responseCode = "404", description = "No such area, or not one of the caller's")
    public Response json(@BeanParam Asked asked, @Context HttpHeaders headers) {
        return answer(recap(asked, headers), MediaType.APPLICATION_JSON).build();
    }

    @GET
    @Path("/skdn-recap.xlsx")
    @Produces(XLSX)
    @Operation(operationId = "skdnRecapXlsx", summary = "The recap as a workbook, with numbers to count on with")
    @APIResponse(responseCode = "200", description = "By place, by age band, and who has not closed the month")
    @APIResponse(responseCode = "400", description = "Not a month, or neither a desa nor a kecamatan")
    @APIResponse(responseCode = "404", description = "No such area, or not one of the caller's")
    public Response xlsx(@BeanParam Asked asked, @Context HttpHeaders headers) throws IOException {
        Recap recap = recap(asked, headers);
        return file(RecapWorkbook.of(recap, words(recap)), XLSX, "attachment; filename=\"" + name(recap) + ".xlsx\"");
    }

    @GET
    @Path("/skdn-recap.pdf")
    @Produces(PDF)
    @Operation(operationId = "skdnRecapPdf", summary = "The recap as A4 landscape pages to print and sign")
    @APIResponse(responseCode = "200", description = "The form")
    @APIResponse(responseCode = "400", description = "Not a month, or neither a desa nor a kecamatan")
    @APIResponse(responseCode = "404", description = "No such area, or not one of the caller's")
    @APIResponse(responseCode = "503", description = "Too many are being made; come again after Retry-After")
    public Response pdf(@BeanParam Asked asked, @Context HttpHeaders headers) throws IOException {
        Recap recap = recap(asked, headers);
        byte[] pages = paper.print(() -> RecapPdf.of(recap, words(recap)));
        return file(pages, PDF, "inline; filename=\"" + name(recap) + ".pdf\"");
    }

    private Recap recap(Asked asked, HttpHeaders headers) {
        AreaCode area = area(asked.area());
        YearMonth month = AskedMonth.of(asked.month(), YearMonth.now(clock));
        String bearer = Objects.requireNonNull(
                headers.getHeaderString(HttpHeaders.AUTHORIZATION), "a caller with a role has a token");
        return make.of(area, month, caller, bearer)
                .orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.NOT_FOUND)));
    }

    private static AreaCode area(@Nullable String code) {
        if (code == null) {
            throw refused(CommonProblem.REQUIRED);
        }
        if (AreaCode.isValid(code)) {
            AreaCode area = new AreaCode(code);
            if (area.level() == AreaLevel.DESA_KELURAHAN || area.level() == AreaLevel.KECAMATAN) {
                return area;
            }
        }
        throw refused(SkdnProblem.NO_RECAP_OF_THIS_AREA);
    }

    private static ProblemException refused(ProblemCode reason) {
        return new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).at("/area", reason));
    }

    private RecapWording words(Recap recap) {
        return new RecapWording(recap, clock.getZone());
    }

    private static String name(Recap recap) {
        return "skdn-" + recap.form() + "-" + recap.area() + "-" + recap.month();
    }

    private static Response file(byte[] content, String type, String disposition) {
        return answer(content, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .build();
    }

    private static Response.ResponseBuilder answer(Object body, String type) {
        return Response.ok(body, type).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
