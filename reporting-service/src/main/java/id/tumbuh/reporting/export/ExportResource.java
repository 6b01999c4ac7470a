package id.tumbuh.reporting.export;

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
import id.tumbuh.reporting.indicator.Figures;
import id.tumbuh.reporting.indicator.Indicator;
import id.tumbuh.reporting.indicator.Indicators;
import id.tumbuh.reporting.indicator.Sums;
import id.tumbuh.reporting.monthly.MonthCounters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Figures of a month for DHIS2 and for FHIR. */
@Path("/v1/exports")
@RunOnVirtualThread
@RolesAllowed({Roles.TPPS, Roles.PUSKESMAS, Roles.BKKBN, Roles.OPD, Roles.SYSTEM, Roles.AUDITOR, Roles.ADMIN})
@Tag(name = "Exports")
class ExportResource {
    private static final String FHIR_JSON = "application/fhir+json";
    /** They move with every weighing, and are of the caller's areas. */
    private static final String ASK_AGAIN = "private, no-cache";

    private final Database database;
    private final Figures figures;
    private final Indicators indicators;
    private final Areas areas;
    private final Caller caller;
    private final ObjectMapper json;

    ExportResource(
            Database database, Figures figures, Indicators indicators, Areas areas, Caller caller, ObjectMapper json) {
        this.database = database;
        this.figures = figures;
        this.indicators = indicators;
        this.areas = areas;
        this.caller = caller;
        this.json = json;
    }

    @GET
    @Path("dhis2")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "exportDataValueSet",
            summary = "All indicators of an area and month as a DHIS2 data value set",
            description =
                    "To be sent on to `POST /api/dataValueSets` as it is. Data elements have the codes TUMBUH_<INDICATOR>_NUM and _DEN,"
                            + " organisation units the dotted area codes; the id schemes in the body are CODE. What an area has no data"
                            + " for is left out, so zero is significant for these data elements.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = DataValueSet.class),
                            examples = @ExampleObject(name = "kabupaten", value = DataValueSet.EXAMPLE)))
    public Response dhis2(
            @Parameter(description = "Dotted area code, or ID for the country", example = "36.04")
                    @QueryParam("area")
                    @Nullable
                    String area,
            @Parameter(description = "Not after the present one", example = "2024-07") @QueryParam("month") @Nullable
                    String month,
            @Parameter(description = "Whether the areas one level below come with it")
                    @QueryParam("children")
                    @DefaultValue("false")
                    boolean children) {
        String where = Asked.ownArea(area, caller.scope());
        YearMonth asked = checked(month);
        DataValueSet values = database.read(caller.scope(), sql -> {
            List<String> wanted = new ArrayList<>(List.of(known(sql, where).code()));
            if (children) {
                areas.children(sql, where, asked).forEach(child -> wanted.add(child.code()));
            }
            Map<String, Sums> counted = figures.sums(sql, wanted, asked);
            Map<String, Sums> inOrder = new LinkedHashMap<>();
            wanted.forEach(code -> inOrder.put(code, counted.getOrDefault(code, Sums.NONE)));
            return DataValueSet.of(indicators.all(), asked, inOrder);
        });
        return Response.ok(values).header(HttpHeaders.CACHE_CONTROL, ASK_AGAIN).build();
    }

    @GET
    @Path("fhir/MeasureReport/{indicator}")
    @Produces(FHIR_JSON)
    @Operation(
            operationId = "exportMeasureReport",
            summary = "An indicator of an area and month as a FHIR R4 MeasureReport",
            description =
                    "Of type summary. The initial population of children are those who should have come (S); of families and needs"
                            + " it is the denominator. Without data there is no measureScore.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = FHIR_JSON,
                            schema = @Schema(implementation = MeasureReport.class),
                            examples = @ExampleObject(name = "kabupaten", value = MeasureReport.EXAMPLE)))
    public Response measureReport(
            @Parameter(example = "stunting-prevalence") @PathParam("indicator") String code,
            @Parameter(description = "Dotted area code, or ID for the country", example = "36.04")
                    @QueryParam("area")
                    @Nullable
                    String area,
            @Parameter(description = "Not after the present one", example = "2024-07") @QueryParam("month") @Nullable
                    String month) {
        Indicator indicator = indicators.byCode(code).orElseThrow(ExportResource::notFound);
        String where = Asked.ownArea(area, caller.scope());
        YearMonth asked = checked(month);
        MeasureReport report = database.read(caller.scope(), sql -> {
            Area found = known(sql, where);
            Sums sums = figures.sums(sql, List.of(where), asked).getOrDefault(where, Sums.NONE);
            return MeasureReport.of(indicator, found, asked, sums, Instant.now());
        });
        return Response.ok(text(report))
                .header(HttpHeaders.CACHE_CONTROL, ASK_AGAIN)
                .build();
    }

    /** As text: what writes JSON is asked for application/json only. */
    private String text(MeasureReport report) {
        try {
            return json.writeValueAsString(report);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Area known(Handle sql, String area) {
        return areas.find(sql, area).orElseThrow(ExportResource::notFound);
    }

    /** What there is at the end of a month that is to come nobody knows. */
    private static YearMonth checked(@Nullable String month) {
        YearMonth asked = Asked.month(month);
        if (asked == null || asked.isAfter(MonthCounters.present())) {
            throw new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST)
                    .at("/month", asked == null ? CommonProblem.REQUIRED : CommonProblem.OUT_OF_RANGE));
        }
        return asked;
    }

    private static ProblemException notFound() {
        return new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
    }
}
