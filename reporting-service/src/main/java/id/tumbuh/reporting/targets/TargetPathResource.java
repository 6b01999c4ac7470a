package id.tumbuh.reporting.targets;

import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.reporting.area.Areas;
import id.tumbuh.reporting.area.Asked;
import id.tumbuh.reporting.statement.KeptAnswer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The way to the target over REST. */
@Path("/v1/target-path")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Targets")
class TargetPathResource {
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private final Database database;
    private final TargetPath paths;
    private final Areas areas;
    private final Caller caller;

    TargetPathResource(Database database, TargetPath paths, Areas areas, Caller caller) {
        this.database = database;
        this.paths = paths;
        this.areas = areas;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.TPPS, Roles.PUSKESMAS, Roles.BKKBN, Roles.OPD, Roles.SYSTEM, Roles.AUDITOR, Roles.ADMIN})
    @Operation(
            operationId = "readTargetPath",
            summary =
                    "The way to the target: the national path, own targets, where the area stands, what is left to do",
            description =
                    "Interpolated years are marked. Children to lift stand once by the survey and once by routine counts,"
                            + " never together; by area they are routine counts.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = TargetPathView.class),
                            examples = @ExampleObject(name = "path", value = TargetPathView.EXAMPLE)))
    public TargetPathView path(
            @Parameter(description = "Dotted area code, or ID for the country", example = "36.04")
                    @QueryParam("area")
                    @Nullable
                    String area,
            @Parameter(description = "Month of the routine counts, by default the latest", example = "2024-07")
                    @QueryParam("month")
                    @Nullable
                    String month,
            @Parameter(description = "The day from which to look ahead, by default today", example = "2024-07-31")
                    @QueryParam("on")
                    @Nullable
                    String on) {
        String where = Asked.ownArea(area, caller.scope());
        YearMonth asked = Asked.month(month);
        LocalDate day = day(on);
        return database.read(
                caller.scope(),
                sql -> areas.find(sql, where)
                        .map(found -> TargetPathView.of(paths.of(sql, new TargetPath.Wanted(found, asked, day))))
                        .orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.NOT_FOUND))));
    }

    private static LocalDate day(@Nullable String on) {
        try {
            return on == null ? LocalDate.now(JAKARTA) : LocalDate.parse(on);
        } catch (DateTimeParseException noDay) {
            throw KeptAnswer.invalid("/on", CommonProblem.INVALID_DATE);
        }
    }
}
