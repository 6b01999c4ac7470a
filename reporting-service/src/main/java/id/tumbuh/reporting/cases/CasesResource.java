package id.tumbuh.reporting.cases;

import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.reporting.Country;
import id.tumbuh.reporting.area.Area;
import id.tumbuh.reporting.area.Areas;
import id.tumbuh.reporting.monthly.MonthCounters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The case list over REST. */
@Path("/v1/cases")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Cases")
class CasesResource {
    private static final int MOST = 1_000;

    private final Database database;
    private final Cases cases;
    private final Areas areas;
    private final Caller caller;

    CasesResource(Database database, Cases cases, Areas areas, Caller caller) {
        this.database = database;
        this.areas = areas;
        this.cases = cases;
        this.caller = caller;
    }

    /** One page of cases; {@code next} is absent on the last. */
    record CasePage(List<Cases.Case> cases, @Nullable String next) {}

    @GET
    @RolesAllowed({Roles.TPPS, Roles.PUSKESMAS, Roles.BKKBN, Roles.OPD, Roles.TPK, Roles.KADER, Roles.ADMIN})
    @Operation(
            summary = "Children who are stunted now, by area",
            description = "Ids only. Names come from registry-service, for those who may read them, and each reading is"
                    + " audited there.")
    public Response list(
            @Parameter(description = "Dotted area code of any level, or ID", example = "36.04.20")
                    @QueryParam("area")
                    @Nullable
                    String area,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @Context UriInfo uri) {
        String where = checked(area);
        int size = Math.clamp(limit, 1, MOST);
        Optional<Cases.After> from = Optional.ofNullable(after).map(Cases.After::read);
        List<Cases.Case> page = database.read(caller.scope(), sql -> cases.list(sql, where, from, size));
        if (page.size() < size) {
            return Response.ok(new CasePage(page, null)).build();
        }
        String next = page.getLast().cursor().encoded();
        return Response.ok(new CasePage(page, next))
                .link(
                        uri.getRequestUriBuilder()
                                .replaceQueryParam("after", next)
                                .build(),
                        "next")
                .build();
    }

    /** How many children are stunted now, in the area and in each area below it. */
    record Summary(String area, long stunted, long severelyStunted, List<Part> areas) {
        record Part(String code, String name, long stunted, long severelyStunted) {}
    }

    @GET
    @Path("summary")
    @RolesAllowed({Roles.TPPS, Roles.PUSKESMAS, Roles.BKKBN, Roles.OPD, Roles.AUDITOR, Roles.ADMIN})
    @Operation(summary = "How many children are stunted now, by area")
    public Summary summary(@Parameter(example = "36.04") @QueryParam("area") @Nullable String area) {
        String where = checked(area);
        return database.read(caller.scope(), sql -> {
            List<Area> below = areas.children(sql, where, MonthCounters.present());
            List<String> wanted = new ArrayList<>(below.stream().map(Area::code).toList());
            wanted.add(where);
            Map<String, Cases.Count> counts = cases.counts(sql, wanted);
            Cases.Count whole = counts.getOrDefault(where, Cases.Count.NONE);
            return new Summary(
                    where,
                    whole.stunted(),
                    whole.severelyStunted(),
                    below.stream()
                            .map(part -> part(part, counts.getOrDefault(part.code(), Cases.Count.NONE)))
                            .toList());
        });
    }

    private static Summary.Part part(Area area, Cases.Count count) {
        return new Summary.Part(area.code(), area.name(), count.stunted(), count.severelyStunted());
    }

    private static String checked(@Nullable String area) {
        if (area == null || !Country.isArea(area)) {
            throw new ProblemException(
                    Problem.of(CommonProblem.INVALID_REQUEST).at("/area", CommonProblem.INVALID_AREA));
        }
        return area;
    }
}
