package id.tumbuh.reporting.boundary;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.access.AuditEntry;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Takes boundaries of areas. */
@Path("/v1/boundaries")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, BoundaryResource.GEOJSON})
@RunOnVirtualThread
@Tag(name = "Maps")
class BoundaryResource {
    static final String GEOJSON = "application/geo+json";
    private static final String EXAMPLE = """
            {"type": "FeatureCollection", "licence": "ODbL 1.0", "attribution": "© kontributor OpenStreetMap",
             "features": [{"type": "Feature", "properties": {"areaCode": "36.04.20"}, "geometry": {"type": "Polygon",
             "coordinates": [[[106.2, -6.3], [106.3, -6.3], [106.3, -6.2], [106.2, -6.2], [106.2, -6.3]]]}}]}""";

    private final Database database;
    private final Boundaries boundaries;
    private final ObjectMapper json;
    private final Caller caller;

    BoundaryResource(Database database, Boundaries boundaries, ObjectMapper json, Caller caller) {
        this.database = database;
        this.boundaries = boundaries;
        this.json = json;
        this.caller = caller;
    }

    /** How many boundaries are others now, and how many were the same before. */
    record Taken(int changed, int unchanged) {}

    @PUT
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Supply boundaries of areas",
            description =
                    "A FeatureCollection of RFC 7946, of polygons and multipolygons, up to 8 MB and 2,000 features. Each feature "
                            + "names its area in `properties.areaCode`; the collection has `licence` and `attribution`, which are answered "
                            + "with every map. All or nothing; boundaries of areas that are not named stay as they are.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = GEOJSON,
                            schema = @Schema(implementation = Object.class),
                            examples = @ExampleObject(name = "boundaries", value = EXAMPLE)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Taken.class)))
    @APIResponse(responseCode = "400", description = "The first thing that is wrong, by its place")
    public Taken put(byte[] body) throws IOException {
        List<Boundary> told = Supplied.read(json.readTree(body));
        return database.write(caller.scope(), tx -> put(tx, told));
    }

    private Taken put(Transaction tx, List<Boundary> told) {
        Set<String> known =
                boundaries.known(tx.sql(), told.stream().map(Boundary::area).toList());
        for (int i = 0; i < told.size(); i++) {
            if (!known.contains(told.get(i).area())) {
                throw Shape.wrong("/features/" + i + "/properties/areaCode", BoundaryProblem.UNKNOWN_AREA);
            }
        }
        List<String> changed = boundaries.put(tx.sql(), told);
        changed.forEach(area -> tx.audit(AuditEntry.of(caller, "CHANGE", "boundary", area, area)));
        return new Taken(changed.size(), told.size() - changed.size());
    }
}
