package id.tumbuh.reporting.publication;

import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.reporting.area.Asked;
import id.tumbuh.reporting.csv.Csv;
import id.tumbuh.reporting.csv.Dictionary;
import id.tumbuh.reporting.indicator.Indicator;
import id.tumbuh.reporting.indicator.Indicators;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Published figures for everybody, as files. */
@Path("/public")
@Produces("text/csv;charset=UTF-8")
@PermitAll // what is public: hidden and rounded when it was published
@RunOnVirtualThread
@Tag(name = "Public figures")
class PublicFilesResource {
    private static final String CACHED = "public, max-age=300";

    private final ReadPublic figures;
    private final Indicators indicators;

    PublicFilesResource(ReadPublic figures, Indicators indicators) {
        this.figures = figures;
        this.indicators = indicators;
    }

    @GET
    @Path("figures.csv")
    @Operation(
            operationId = "publicFigures",
            summary = "The newest published figures of an area and everything below it, down to the kecamatan",
            description = "An empty count is hidden. The hash of the publication is the `ETag`.")
    @APIResponse(responseCode = "200", description = "Columns as in dictionary.csv")
    @APIResponse(responseCode = "404", description = "Nothing was published")
    public Response figures(
            @Parameter(example = "36.04") @QueryParam("area") @Nullable String area,
            @Parameter(example = "2024-07") @QueryParam("month") @Nullable String month,
            @Context Request request) {
        ReadPublic.Told told = figures.newest(Asked.anyArea(area), Asked.month(month))
                .orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.NOT_FOUND)));
        EntityTag tag = new EntityTag(told.hash());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged != null ? unchanged : file(table(told), "figures.csv"))
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, CACHED)
                .build();
    }

    @GET
    @Path("dictionary.csv")
    @Operation(
            operationId = "publicDictionary",
            summary = "What each indicator is called, what it counts of what, and who defines it")
    @APIResponse(responseCode = "200", description = "A row for each indicator")
    public Response dictionary() {
        Csv csv = Dictionary.begin("public-indicators");
        for (Indicator one : indicators.published()) {
            csv.row(Arrays.asList(
                    one.code(),
                    one.indonesian().name(),
                    one.english().name(),
                    one.indonesian().numerator(),
                    one.english().numerator(),
                    one.indonesian().denominator(),
                    one.english().denominator(),
                    "percent",
                    one.lowerIsBetter(),
                    one.source()));
        }
        return file(csv, "dictionary.csv")
                .header(HttpHeaders.CACHE_CONTROL, CACHED)
                .build();
    }

    @GET
    @Path("{file: figures|dictionary}.dictionary.csv")
    @Operation(
            operationId = "publicColumns",
            summary =
                    "What the columns of a public file mean: in Indonesian and English, unit, source, whether they may be empty")
    @APIResponse(responseCode = "200", description = "A row for each column")
    public Response columns(@Parameter(example = "figures") @PathParam("file") String file) {
        String table = file.equals("figures") ? "public-figures" : "public-indicators";
        return file(Dictionary.describe(table), file + ".dictionary.csv")
                .header(HttpHeaders.CACHE_CONTROL, CACHED)
                .build();
    }

    private static Csv table(ReadPublic.Told told) {
        Csv csv = Dictionary.begin("public-figures");
        told.lines()
                .forEach(line -> csv.row(Arrays.asList(
                        told.publication(),
                        told.month(),
                        told.revision(),
                        told.publishedAt(),
                        told.asOf(),
                        line.area(),
                        line.name(),
                        line.indicator().code(),
                        line.numerator(),
                        line.denominator(),
                        line.percent(),
                        line.coverage(),
                        line.hidden())));
        return csv;
    }

    private static Response.ResponseBuilder file(Csv csv, String name) {
        return Response.ok(csv.toString())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    }
}
