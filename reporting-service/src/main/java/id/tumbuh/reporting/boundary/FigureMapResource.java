package id.tumbuh.reporting.boundary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.reporting.area.Area;
import id.tumbuh.reporting.area.Areas;
import id.tumbuh.reporting.area.Asked;
import id.tumbuh.reporting.indicator.Figure;
import id.tumbuh.reporting.indicator.Figures;
import id.tumbuh.reporting.indicator.Indicator;
import id.tumbuh.reporting.indicator.Indicators;
import id.tumbuh.reporting.indicator.PublishedFigures;
import id.tumbuh.reporting.indicator.Sources;
import id.tumbuh.reporting.indicator.Sums;
import id.tumbuh.reporting.monthly.MonthCounters;
import id.tumbuh.reporting.progress.Progress;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Indicators joined to boundaries. */
@Path("/v1/indicators")
@Authenticated
@RunOnVirtualThread
@Tag(name = "Maps")
class FigureMapResource {
    private final Database database;
    private final Indicators indicators;
    private final Figures figures;
    private final Areas areas;
    private final Boundaries boundaries;
    private final PublishedFigures published;
    private final Progress progress;
    private final ObjectMapper json;
    private final Caller caller;

    FigureMapResource(
            Database database,
            Indicators indicators,
            Figures figures,
            Areas areas,
            Boundaries boundaries,
            PublishedFigures published,
            Progress progress,
            ObjectMapper json,
            Caller caller) {
        this.database = database;
        this.indicators = indicators;
        this.figures = figures;
        this.areas = areas;
        this.boundaries = boundaries;
        this.published = published;
        this.progress = progress;
        this.json = json;
        this.caller = caller;
    }

    /** The figures of the areas below, of one month. */
    private record Joined(YearMonth month, @Nullable Instant asOf, List<FigureMap.Properties> rows) {}

    @GET
    @Path("{code}.geojson")
    @Produces(BoundaryResource.GEOJSON)
    @Operation(
            summary = "An indicator of the areas below one, joined to the boundaries that were supplied",
            description = "For role `partner` as it was published: small counts hidden, the others rounded.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = BoundaryResource.GEOJSON, schema = @Schema(implementation = FigureMap.class)))
    @APIResponse(responseCode = "404", description = "NO_BOUNDARIES: none were supplied; or no such area or indicator")
    public byte[] map(
            @Parameter(example = "stunting-prevalence") @PathParam("code") String code,
            @Parameter(description = "Dotted area code, or ID for the country", example = "36.04")
                    @QueryParam("area")
                    @Nullable
                    String area,
            @Parameter(description = "Month; by default the latest there is", example = "2024-07")
                    @QueryParam("month")
                    @Nullable
                    String month)
            throws JsonProcessingException {
        Indicator indicator = indicators.byCode(code).orElseThrow(FigureMapResource::notFound);
        String where = Asked.ownArea(area, caller.scope());
        @Nullable YearMonth asked = Asked.month(month);
        boolean exact = !caller.roles().contains(Roles.PARTNER);
        FigureMap map = database.read(caller.scope(), sql -> {
            Joined joined = exact
                    ? counted(sql, indicator, where, asked)
                    : asPublished(sql, new PublishedFigures.Question(indicator, where, asked, null, false));
            return map(sql, indicator, where, joined);
        });
        return json.writeValueAsBytes(map);
    }

    private Joined counted(Handle sql, Indicator indicator, String area, @Nullable YearMonth asked) {
        YearMonth month = asked != null ? asked : latest(sql, indicator, area);
        List<Area> below = areas.children(sql, area, month);
        Map<String, Sums> sums =
                figures.sums(sql, below.stream().map(Area::code).toList(), month);
        return new Joined(
                month,
                progress.asOf(sql, Sources.ALL).orElse(null),
                below.stream()
                        .map(one -> properties(one, indicator.of(sums.getOrDefault(one.code(), Sums.NONE))))
                        .toList());
    }

    private YearMonth latest(Handle sql, Indicator indicator, String area) {
        return indicator.kind() != Indicator.Kind.GROWTH
                ? MonthCounters.present()
                : figures.latestMonth(sql, area).orElseThrow(FigureMapResource::notFound);
    }

    private Joined asPublished(Handle sql, PublishedFigures.Question question) {
        PublishedFigures.Published found = published.newest(sql, question).orElseThrow(FigureMapResource::notFound);
        return new Joined(
                found.month(),
                found.asOf(),
                found.parts().stream()
                        .map(part -> new FigureMap.Properties(
                                part.area(),
                                part.name(),
                                part.numerator(),
                                part.denominator(),
                                part.value(),
                                part.coverage()))
                        .toList());
    }

    private static FigureMap.Properties properties(Area area, Figure figure) {
        return new FigureMap.Properties(
                area.code(),
                area.name(),
                figure.numerator(),
                figure.denominator(),
                figure.percent(),
                figure.coveragePercent());
    }

    private FigureMap map(Handle sql, Indicator indicator, String area, Joined joined) {
        Map<String, Boundary> supplied = boundaries.of(
                sql, joined.rows().stream().map(FigureMap.Properties::areaCode).toList());
        if (supplied.isEmpty()) {
            throw new ProblemException(Problem.of(BoundaryProblem.NO_BOUNDARIES));
        }
        return new FigureMap(
                "FeatureCollection",
                indicator.code(),
                area,
                joined.month(),
                joined.asOf(),
                supplied.values().stream()
                        .map(Boundary::licence)
                        .distinct()
                        .sorted()
                        .toList(),
                supplied.values().stream()
                        .map(Boundary::attribution)
                        .distinct()
                        .sorted()
                        .toList(),
                joined.rows().stream()
                        .map(row -> new FigureMap.Feature(
                                "Feature",
                                row.areaCode(),
                                supplied.containsKey(row.areaCode())
                                        ? supplied.get(row.areaCode()).geometry()
                                        : null,
                                row))
                        .toList());
    }

    private static ProblemException notFound() {
        return new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
    }
}
