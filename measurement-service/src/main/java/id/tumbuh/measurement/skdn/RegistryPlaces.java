package id.tumbuh.measurement.skdn;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Asks registry which places there are and what they are called, with the reader's own token: registry decides. */
@RegisterRestClient(configKey = "registry")
@Path("/v1")
interface RegistryPlaces {
    /** The most that registry answers at once. */
    int MOST_POSYANDU = 1_000;

    record NamedArea(String code, String name) {}

    record NamedPosyandu(UUID id, String area, String name) {}

    @GET
    @Path("/areas/{code}")
    NamedArea area(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("code") String code);

    @GET
    @Path("/areas/{code}/children")
    List<NamedArea> areasBelow(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("code") String code);

    @GET
    @Path("/posyandu")
    List<NamedPosyandu> posyandu(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @QueryParam("area") String area,
            @QueryParam("limit") int limit);
}
