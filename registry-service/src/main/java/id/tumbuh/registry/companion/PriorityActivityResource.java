package id.tumbuh.registry.companion;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.registry.batch.Pages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The five priority activities over HTTP. */
@Path("/v1")
@Tag(name = "Companions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PriorityActivityResource {
    private final Database database;
    private final Caller caller;
    private final CompanionRules rules;

    PriorityActivityResource(Database database, Caller caller, CompanionRules rules) {
        this.database = database;
        this.caller = caller;
        this.rules = rules;
    }

    @GET
    @Path("/priority-activities")
    @RolesAllowed({Roles.PUSKESMAS, Roles.TPPS, Roles.OPD, Roles.BKKBN, Roles.AUDITOR})
    @Operation(
            summary = "Coverage of the five priority activities of RAN PASTI in an area and month, by the areas below",
            description = "Without a month, this one. Each figure says what is counted of what.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PriorityActivities.class)))
    public PriorityActivities get(
            @QueryParam("area") @Nullable AreaCode area, @QueryParam("month") @Nullable String month) {
        AreaCode where = Pages.requiredArea(area);
        CompanionPolicy today = rules.today();
        YearMonth wanted = month(month, YearMonth.from(today.today()));
        return database.read(caller.scope(), sql -> CountActivities.read(sql, today, where, wanted));
    }

    private static YearMonth month(@Nullable String text, YearMonth now) {
        try {
            YearMonth month = text == null ? now : YearMonth.parse(text);
            if (!month.isAfter(now)) {
                return month;
            }
        } catch (DateTimeException unreadable) {
            // answered below
        }
        throw new ProblemException(
                Problem.of(CompanionProblem.MONTH_INVALID).at("/month", CompanionProblem.MONTH_INVALID));
    }
}
