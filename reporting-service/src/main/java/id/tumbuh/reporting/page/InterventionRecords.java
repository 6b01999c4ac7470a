package id.tumbuh.reporting.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/**
 * Asks intervention-service, with the reader's own token, for what its events don't have: words that people wrote, and what is on. It
 * decides who may know.
 */
@RegisterRestClient(configKey = "intervention")
@Path("/v1")
interface InterventionRecords {
    /** What a programme is called, and what its output is counted in. */
    record Titled(UUID id, String title, String unit) {}

    /** An office. */
    record Office(UUID id, String name) {}

    /** An outcome indicator of the programme's list. */
    record Outcome(String code, String indonesian) {}

    /** A day or a stretch of days in the calendar. */
    record Entry(String kind, @Nullable String feature, String area, String title, LocalDate from, LocalDate to) {
        /** Known here by its events, and with more of it. */
        boolean isCommitment() {
            return "commitment".equals(feature);
        }
    }

    /** Sponsors of an area, and whom they could still help. */
    record Sponsors(long sponsors, long capacity, long free) {}

    @GET
    @Path("/programmes")
    List<Titled> programmes(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @QueryParam("area") @Nullable String area,
            @QueryParam("year") int year,
            @QueryParam("limit") int limit);

    @GET
    @Path("/opds")
    List<Office> offices(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @QueryParam("area") @Nullable String area,
            @QueryParam("limit") int limit);

    @GET
    @Path("/programmes/indicators")
    List<Outcome> outcomes(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer);

    @GET
    @Path("/calendar")
    List<Entry> calendar(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            @QueryParam("area") String area,
            @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to,
            @QueryParam("kinds") String kinds,
            @QueryParam("limit") int limit);

    @GET
    @Path("/sponsor-gap")
    Sponsors sponsors(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @QueryParam("area") @Nullable String area);
}
