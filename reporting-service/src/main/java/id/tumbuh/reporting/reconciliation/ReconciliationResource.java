package id.tumbuh.reporting.reconciliation;

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
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Survey against routine over REST. */
@Path("/v1/reconciliation")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Survey against routine")
class ReconciliationResource {
    private static final int MOST = 200;

    private final Database database;
    private final Compare compare;
    private final Figures figures;
    private final Areas areas;
    private final Caller caller;

    ReconciliationResource(Database database, Compare compare, Figures figures, Areas areas, Caller caller) {
        this.database = database;
        this.compare = compare;
        this.figures = figures;
        this.areas = areas;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.TPPS, Roles.PUSKESMAS, Roles.BKKBN, Roles.OPD, Roles.SYSTEM, Roles.AUDITOR, Roles.ADMIN})
    @Operation(
            operationId = "reconcile",
            summary = "Survey and routine data beside each other, and what explains their difference",
            description =
                    "Never one figure of both. With a share c measured and a routine prevalence p the truth lies between c·p"
                            + " and c·p + (1 − c). The survey is the newest up to the year of the month.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = ReconciliationView.class),
                            examples = @ExampleObject(name = "reconciliation", value = ReconciliationView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "The area is not one of yours, or nothing was ever measured there")
    public ReconciliationView reconcile(
            @Parameter(description = "Dotted area code, or ID for the country", example = "36.04")
                    @QueryParam("area")
                    @Nullable
                    String area,
            @Parameter(description = "Month, by default the latest with measurements", example = "2024-07")
                    @QueryParam("month")
                    @Nullable
                    String month,
            @Parameter(description = "How many posyandu to name, 200 at the most")
                    @QueryParam("limit")
                    @DefaultValue("20")
                    int limit) {
        String where = Asked.ownArea(area, caller.scope());
        YearMonth asked = Asked.month(month);
        return database.read(caller.scope(), sql -> {
            Area found = areas.find(sql, where).orElseThrow(ReconciliationResource::notFound);
            YearMonth when = asked != null
                    ? asked
                    : figures.tellingMonth(sql, where).orElseThrow(ReconciliationResource::notFound);
            return ReconciliationView.of(compare.of(sql, new Compare.Wanted(found, when, Math.clamp(limit, 0, MOST))));
        });
    }

    private static ProblemException notFound() {
        return new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
    }
}
