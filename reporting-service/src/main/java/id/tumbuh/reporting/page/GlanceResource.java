package id.tumbuh.reporting.page;

import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.reporting.area.Area;
import id.tumbuh.reporting.area.Areas;
import id.tumbuh.reporting.cases.Cases;
import id.tumbuh.reporting.indicator.Figures;
import id.tumbuh.reporting.monthly.MonthCounters;
import id.tumbuh.reporting.targets.TargetPath;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The first seven numbers, formatted as a page or a wall shows them. */
@Path("/v1/glance")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Indicators")
class GlanceResource {
    private final Database database;
    private final Areas areas;
    private final Figures figures;
    private final Cases cases;
    private final TargetPath targets;
    private final GlanceView view;
    private final Visitor visitor;

    GlanceResource(
            Database database,
            Areas areas,
            Figures figures,
            Cases cases,
            TargetPath targets,
            GlanceView view,
            Visitor visitor) {
        this.database = database;
        this.areas = areas;
        this.figures = figures;
        this.cases = cases;
        this.targets = targets;
        this.view = view;
        this.visitor = visitor;
    }

    @GET
    @RolesAllowed({Roles.TPPS, Roles.PUSKESMAS, Roles.BKKBN, Roles.OPD, Roles.AUDITOR, Roles.ADMIN})
    @Operation(summary = "The seven numbers a TPPS asks for first, each with what it is made of, as texts")
    public Glance glance(
            @Parameter(description = "Dotted area code, or ID for the country", example = "36.04")
                    @QueryParam("area")
                    @Nullable
                    String area,
            @Parameter(description = "id or en", example = "id") @QueryParam("lang") @Nullable String lang) {
        Wording wording = new Wording(Pages.locale(lang));
        return database.read(
                visitor.scope(),
                sql -> visitor.ownArea(area)
                        .flatMap(code -> areas.find(sql, code))
                        .map(found -> glance(sql, found, wording))
                        .orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.NOT_FOUND))));
    }

    private Glance glance(Handle sql, Area area, Wording wording) {
        YearMonth present = MonthCounters.present();
        YearMonth telling = figures.tellingMonth(sql, area.code()).orElse(null);
        AreaCounts counts =
                AreaCounts.of(sql, figures, cases, List.of(area), telling == null ? present : telling, present);
        return view.of(
                sql,
                new GlanceView.Asked(area, telling, counts, wording),
                targets.ends(sql, area.code(), MonthCounters.today()));
    }
}
