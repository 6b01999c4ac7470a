package id.tumbuh.reporting.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Asks registry for the names of the posyandu of a desa, with the reader's own token. */
@RegisterRestClient(configKey = "registry")
@Path("/v1/posyandu")
interface RegistryPosyandu {
    /** A posyandu and its name. */
    record Named(UUID id, String name) {}

    @GET
    List<Named> of(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @QueryParam("area") String desa);
}
