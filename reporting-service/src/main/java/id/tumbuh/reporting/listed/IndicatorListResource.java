package id.tumbuh.reporting.listed;

import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemCode;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.reporting.area.Areas;
import id.tumbuh.reporting.area.Asked;
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
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lists of indicators that the centre asks for, over REST. */
@Path("/v1/indicator-lists")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Indicator lists")
class IndicatorListResource {
    private final Database database;
    private final IndicatorLists lists;
    private final FillList filling;
    private final Areas areas;
    private final Caller caller;

    IndicatorListResource(Database database, IndicatorLists lists, FillList filling, Areas areas, Caller caller) {
        this.database = database;
        this.lists = lists;
        this.filling = filling;
        this.areas = areas;
        this.caller = caller;
    }

    @GET
    @Authenticated
    @Operation(operationId = "listIndicatorLists", summary = "The lists of indicators that the centre asks for")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = IndicatorList.class)))
    public List<IndicatorList> all() {
        return database.read(caller.scope(), lists::all);
    }

    @GET
    @Path("{code}")
    @RolesAllowed({Roles.TPPS, Roles.PUSKESMAS, Roles.BKKBN, Roles.OPD, Roles.SYSTEM, Roles.AUDITOR, Roles.ADMIN})
    @Operation(
            operationId = "readIndicatorList",
            summary = "A list with what is known of each indicator in an area and period",
            description =
                    "Counted from events where there are any, otherwise what was recorded under the indicator's code (`PUT"
                            + " /v1/recorded-figures/{id}`) for a month of the period, or for the year when a year is asked for. What is"
                            + " neither is `UNRECORDED`. The list is as it stood when the period ended.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = ListView.class),
                            examples = @ExampleObject(name = "list", value = ListView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "There is no such list, or the area is none of yours")
    public ListView one(
            @Parameter(example = "essential-coverage") @PathParam("code") String code,
            @Parameter(description = "Dotted area code, or ID for the country", example = "36.04")
                    @QueryParam("area")
                    @Nullable
                    String area,
            @Parameter(description = "Quarter, semester or year; by default this year", example = "2026-S1")
                    @QueryParam("period")
                    @Nullable
                    String period) {
        String where = Asked.ownArea(area, caller.scope());
        Period within = checked(period);
        return database.read(
                caller.scope(),
                sql -> lists.find(sql, code)
                        .flatMap(list -> areas.find(sql, where).map(found -> filling.fill(sql, list, found, within)))
                        .map(ListView::of)
                        .orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.NOT_FOUND))));
    }

    private static Period checked(@Nullable String code) {
        Period period = Optional.ofNullable(code)
                .map(told -> Period.of(told).orElseThrow(() -> invalid(IndicatorProblem.PERIOD_UNKNOWN)))
                .orElseGet(() -> Period.yearOf(MonthCounters.present()));
        if (period.first().isAfter(MonthCounters.present())) {
            throw invalid(IndicatorProblem.PERIOD_AHEAD);
        }
        return period;
    }

    private static ProblemException invalid(ProblemCode reason) {
        return new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).at("/period", reason));
    }
}
