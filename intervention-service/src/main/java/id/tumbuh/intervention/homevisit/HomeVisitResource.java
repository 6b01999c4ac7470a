package id.tumbuh.intervention.homevisit;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.intervention.listing.AreaRange;
import id.tumbuh.intervention.listing.Page;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.database.Database;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Children who are helped and don't gain, for those who go and see. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Home visits", description = "Asked for when a child that is helped did not gain twice")
class HomeVisitResource {
    private final Database database;
    private final Caller caller;

    HomeVisitResource(Database database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    /** A visit as it is answered. */
    @Schema(name = "HomeVisit")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            UUID id,

            @Schema(description = "By which sponsor's promise the child is helped") @Nullable
            UUID placementId,

            @Schema(description = "Or by which place on the list of which programme") @Nullable
            UUID enrolmentId,

            @Nullable UUID programmeId,
            UUID childId,
            UUID familyId,
            String area,
            String cause,
            String field,
            UUID measurementId,
            LocalDate measuredOn) {
        static final String EXAMPLE = """
                [{"id": "4e0d7f7e-6c55-3b0c-8a64-7d0c3b2f0001", "placementId": "0198c1a0-0000-7000-8000-0000000000e1",
                  "childId": "0198c1a0-0000-7000-8000-000000000002", "familyId": "0198c1a0-0000-7000-8000-000000000001",
                  "area": "36.04.20.2006", "cause": "HOME_VISIT", "field": "DINKES",
                  "measurementId": "0198c1a0-0000-7000-8000-000000000099", "measuredOn": "2026-10-12"}]""";
    }

    @GET
    @Path("home-visits")
    @RolesAllowed({Roles.PUSKESMAS, Roles.TPPS, Roles.OPD, Roles.BKKBN, Roles.ADMIN})
    @Operation(
            operationId = "listHomeVisits",
            summary = "Home visits asked for, by area",
            description = "In the order of area and id.")
    @APIResponse(
            responseCode = "200",
            description = "One page; `Link` with `rel=next` leads to the next",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = View.class),
                            examples = @ExampleObject(name = "one", value = View.EXAMPLE)))
    public Response list(
            @Parameter(example = "36.04.20") @QueryParam("area") @Nullable String area,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit,
            @Context UriInfo uri) {
        Page page = Page.of(after, limit);
        Response answer = page.answer(
                read(AreaRange.of(area, caller.scope()), page), one -> new Page.Place(one.area(), one.id()), uri);
        return Response.fromResponse(answer)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private List<View> read(AreaRange areas, Page page) {
        return database.read(
                caller.scope(),
                sql -> sql.createQuery("""
                        select * from home_visit where withdrawn_on is null and area_code >= :from and area_code < :to
                            and (area_code, id) > (greatest(:afterArea, :from), :afterId)
                        order by area_code, id limit :rows""")
                        .bind("from", areas.from())
                        .bind("to", areas.to())
                        .bind("afterArea", page.after().area())
                        .bind("afterId", page.after().id())
                        .bind("rows", page.rowsToRead())
                        .map((row, _) -> new View(
                                row.getObject("id", UUID.class),
                                row.getObject("placement_id", UUID.class),
                                row.getObject("enrolment_id", UUID.class),
                                row.getObject("programme_id", UUID.class),
                                row.getObject("child_id", UUID.class),
                                row.getObject("family_id", UUID.class),
                                row.getString("area_code"),
                                row.getString("cause"),
                                row.getString("field"),
                                row.getObject("measurement_id", UUID.class),
                                row.getObject("measured_on", LocalDate.class)))
                        .list());
    }
}
