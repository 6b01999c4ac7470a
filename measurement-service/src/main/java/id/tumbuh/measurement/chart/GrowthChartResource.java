package id.tumbuh.measurement.chart;

import id.tumbuh.measurement.assessment.MeasurementProblem;
import id.tumbuh.measurement.chart.GrowthChart.Wish;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Languages;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The growth chart of a child, to look at and to print. Every answer is written down: it is one child's health. */
@Path("/v1")
@RolesAllowed({
    Roles.KADER,
    Roles.TPK,
    Roles.PUSKESMAS,
    Roles.TPPS,
    Roles.BKKBN,
    Roles.SYSTEM,
    Roles.AUDITOR,
    Roles.ADMIN
})
public class GrowthChartResource {

    private static final String SVG = "image/svg+xml;charset=UTF-8";
    private static final String PDF = "application/pdf";
    private static final String PNG = "image/png";
    /** The SVG needs nothing at all: no script, no style, no font, no other document. */
    private static final String NOTHING_ELSE = "default-src 'none'; frame-ancestors 'none'; sandbox";

    private final ReadGrowth read;
    private final GrowthChart chart;
    private final Paper paper;
    private final Caller caller;
    private final Clock clock;

    GrowthChartResource(ReadGrowth read, GrowthChart chart, Paper paper, Caller caller, Clock clock) {
        this.read = read;
        this.chart = chart;
        this.paper = paper;
        this.caller = caller;
        this.clock = clock;
    }

    /** What every format is asked for with. */
    public record Asked(
            @PathParam("id") String id,

            @Parameter(description = "bbu (weight for age, the KMS), tbu, bbtb, lku or imtu")
            @QueryParam("index")
            @DefaultValue("bbu")
            String index,

            @Parameter(description = "id or en; without it, Accept-Language decides") @QueryParam("lang") @Nullable
            String lang) {}

    @GET
    @Path("/children/{id}/growth-chart.svg")
    @RunOnVirtualThread
    @Produces(SVG)
    @Operation(
            operationId = "growthChartSvg",
            summary = "The growth chart of a child as SVG",
            description = "A5, with a sentence for the parent and the figures below. Each reading is audited.")
    @APIResponse(responseCode = "200", description = "The chart")
    @APIResponse(responseCode = "400", description = "Unknown index or language")
    @APIResponse(responseCode = "404", description = "No such child, or not in the caller's areas")
    public Response svg(@BeanParam Asked asked, @Context HttpHeaders headers) {
        return answer(SvgPicture.of(picture(asked, headers)), SVG)
                .header("Content-Security-Policy", NOTHING_ELSE)
                .build();
    }

    @GET
    @Path("/children/{id}/growth-chart.pdf")
    @RunOnVirtualThread
    @Produces(PDF)
    @Operation(
            operationId = "growthChartPdf",
            summary = "The growth chart of a child as one A5 page to print",
            description = "Shows what the SVG shows. Each reading is audited.")
    @APIResponse(responseCode = "200", description = "The chart")
    @APIResponse(responseCode = "400", description = "Unknown index or language")
    @APIResponse(responseCode = "404", description = "No such child, or not in the caller's areas")
    @APIResponse(responseCode = "503", description = "Too many are being made; come again after Retry-After")
    public Response pdf(@BeanParam Asked asked, @Context HttpHeaders headers) throws IOException {
        return answer(paper.print(picture(asked, headers), PdfPicture::of), PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"grafik-pertumbuhan.pdf\"")
                .build();
    }

    @GET
    @Path("/children/{id}/growth-chart.png")
    @RunOnVirtualThread
    @Produces(PNG)
    @Operation(
            operationId = "growthChartPng",
            summary = "The growth chart of a child as a picture of 1200 pixels across",
            description = "Shows what the SVG shows. Each reading is audited.")
    @APIResponse(responseCode = "200", description = "The chart")
    @APIResponse(responseCode = "400", description = "Unknown index or language")
    @APIResponse(responseCode = "404", description = "No such child, or not in the caller's areas")
    @APIResponse(responseCode = "503", description = "Too many are being made; come again after Retry-After")
    public Response png(@BeanParam Asked asked, @Context HttpHeaders headers) throws IOException {
        return answer(paper.print(picture(asked, headers), PngPicture::of), PNG)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"grafik-pertumbuhan.png\"")
                .build();
    }

    private Picture picture(Asked asked, HttpHeaders headers) {
        ChartIndex index = ChartIndex.of(asked.index()).orElseThrow(() -> unknown("/index"));
        Language language = asked.lang() == null
                ? Language.of(Languages.of(headers))
                : Language.of(asked.lang()).orElseThrow(() -> unknown("/lang"));
        ChartedChild child = read.of(id(asked.id()), caller).orElseThrow(GrowthChartResource::notFound);
        return chart.draw(child, new Wish(index, language, LocalDate.now(clock)));
    }

    private static Response.ResponseBuilder answer(Object body, String type) {
        return Response.ok(body, type).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** What is no id names nothing. */
    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw notFound();
        }
    }

    private static ProblemException unknown(String pointer) {
        return new ProblemException(
                Problem.of(CommonProblem.INVALID_REQUEST).at(pointer, MeasurementProblem.UNKNOWN_WORD));
    }

    private static ProblemException notFound() {
        return new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
    }
}
