package id.tumbuh.measurement.comparison;

import id.tumbuh.measurement.comparison.CompareScores.Differing;
import id.tumbuh.measurement.comparison.CompareScores.Page;
import id.tumbuh.measurement.comparison.CompareScores.Summary;
import id.tumbuh.measurement.comparison.ImportedScores.After;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Cursor;
import id.tumbuh.platform.http.Languages;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Where another system's z-scores differ from ours, child by child, so that the difference can be explained. */
@Path("/v1/imported-scores")
@RolesAllowed({Roles.PUSKESMAS, Roles.TPPS, Roles.BKKBN, Roles.SYSTEM, Roles.AUDITOR, Roles.ADMIN})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ImportedScoresResource {

    private static final int MOST_PER_PAGE = 500;

    private final CompareScores compare;
    private final Caller caller;

    ImportedScoresResource(CompareScores compare, Caller caller) {
        this.compare = compare;
        this.caller = caller;
    }

    /** A measurement of which another system said something else. */
    @Schema(name = "DifferingScores")
    record Row(UUID measurementId, UUID childId, String areaCode, LocalDate measuredOn, List<Index> differences) {}

    /** One index: both figures, and what most likely makes them differ. */
    @Schema(name = "DifferingScore")
    record Index(String index, double imported, double own, String cause, String causeText) {}

    /** Counts of a month; causes are counted by index. */
    @Schema(name = "ComparedScores")
    record Counts(String area, String month, long compared, long differing, Map<String, Long> causes) {}

    @GET
    @Operation(operationId = "differingScores", summary = "Measurements of a month whose imported z-scores differ")
    @APIResponse(responseCode = "200", description = "A page; `Link: rel=next` when there is more")
    @APIResponse(responseCode = "400", description = "area or month can't be read")
    public Response differing(
            @QueryParam("area") @Nullable String area,
            @QueryParam("month") @Nullable String month,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        if (limit < 1 || limit > MOST_PER_PAGE) {
            throw refused("/limit", CommonProblem.OUT_OF_RANGE);
        }
        Page page = compare.differing(area(area), month(month), after(after), limit, caller);
        Locale language = Languages.of(headers);
        Response.ResponseBuilder response =
                Response.ok(page.rows().stream().map(row -> row(row, language)).toList());
        After next = page.next();
        if (next != null) {
            response.link(
                    uri.getRequestUriBuilder()
                            .replaceQueryParam(
                                    "after",
                                    Cursor.after(
                                                    next.measuredOn().toString(),
                                                    next.id().toString())
                                            .encoded())
                            .build(),
                    "next");
        }
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    @GET
    @Path("/summary")
    @Operation(
            operationId = "comparedScores",
            summary = "How many imported z-scores of a month differ, by likely cause")
    @APIResponse(responseCode = "200", description = "Counts")
    public Counts summary(@QueryParam("area") @Nullable String area, @QueryParam("month") @Nullable String month) {
        String code = area(area);
        YearMonth asked = month(month);
        Summary summary = compare.summary(code, asked, caller);
        Map<String, Long> causes = new TreeMap<>();
        summary.causes().forEach((cause, count) -> causes.put(cause.name(), count));
        return new Counts(code, asked.toString(), summary.compared(), summary.differing(), causes);
    }

    private static Row row(Differing differing, Locale language) {
        ScoredElsewhere measurement = differing.measurement();
        return new Row(
                measurement.measurementId(),
                measurement.childId(),
                measurement.areaCode(),
                measurement.measuredOn(),
                differing.differences().stream()
                        .map(one -> new Index(
                                one.index().wireName(),
                                one.imported(),
                                one.own(),
                                one.cause().name(),
                                one.cause().text(language)))
                        .toList());
    }

    private static String area(@Nullable String area) {
        if (area == null) {
            throw refused("/area", CommonProblem.REQUIRED);
        }
        if (!AreaCode.isValid(area)) {
            throw refused("/area", CommonProblem.INVALID_AREA);
        }
        return area;
    }

    private static YearMonth month(@Nullable String month) {
        if (month == null) {
            throw refused("/month", CommonProblem.REQUIRED);
        }
        try {
            return YearMonth.parse(month);
        } catch (DateTimeParseException noMonth) {
            throw refused("/month", CommonProblem.INVALID_DATE);
        }
    }

    private static @Nullable After after(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> key = Cursor.decode(cursor, 2).key();
        try {
            return new After(LocalDate.parse(key.get(0)), UUID.fromString(key.get(1)));
        } catch (DateTimeParseException | IllegalArgumentException notOurs) {
            throw new ProblemException(Problem.of(CommonProblem.INVALID_CURSOR));
        }
    }

    private static ProblemException refused(String pointer, CommonProblem reason) {
        return new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).at(pointer, reason));
    }
}
