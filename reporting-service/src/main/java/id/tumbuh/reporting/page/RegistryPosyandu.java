package id.tumbuh.reporting.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Asks registry for the posyandu of an area, with the reader's own token. */
@RegisterRestClient(configKey = "registry")
@Path("/v1/posyandu")
interface RegistryPosyandu {
    /** The longest page registry answers. */
    int MOST = 1000;

    /** A posyandu, the desa it stands in, and its name. */
    record Named(UUID id, String area, String name) {}

    @GET
    List<Named> of(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @QueryParam("area") String area,
            @QueryParam("limit") int limit);
}
