package id.tumbuh.reporting.cases;

import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Cursor;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.reporting.Country;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
    private final Caller caller;

    CasesResource(Database database, Cases cases, Caller caller) {
        this.database = database;
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
        if (area == null || !Country.isArea(area)) {
            throw new ProblemException(
                    Problem.of(CommonProblem.INVALID_REQUEST).at("/area", CommonProblem.INVALID_AREA));
        }
        int size = Math.clamp(limit, 1, MOST);
        Optional<Cases.After> from = Optional.ofNullable(after).map(CasesResource::after);
        List<Cases.Case> page = database.read(caller.scope(), sql -> cases.list(sql, area, from, size));
        if (page.size() < size) {
            return Response.ok(new CasePage(page, null)).build();
        }
        Cases.Case last = page.getLast();
        String next = Cursor.after(last.areaCode(), last.childId().toString()).encoded();
        return Response.ok(new CasePage(page, next))
                .link(
                        uri.getRequestUriBuilder()
                                .replaceQueryParam("after", next)
                                .build(),
                        "next")
                .build();
    }

    private static Cases.After after(String cursor) {
        List<String> key = Cursor.decode(cursor, 2).key();
        try {
            return new Cases.After(key.get(0), UUID.fromString(key.get(1)));
        } catch (IllegalArgumentException noId) {
            throw new ProblemException(Problem.of(CommonProblem.INVALID_CURSOR));
        }
    }
}
