package id.tumbuh.reporting.arrival;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Asks registry what systems sent to it, with the reader's own token. */
@RegisterRestClient(configKey = "registry")
@Path("/v1/sources")
interface RegistrySources {
    /** A system, and the areas it answers for. */
    record Sender(String source, List<String> owner, long waiting, Sent arrived) {}

    /** Rows from a day on; unchanged ones were known already. */
    record Sent(int deliveries, long received, long accepted, long unchanged, long rejected, int failed) {}

    @GET
    List<Sender> since(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @QueryParam("from") LocalDate from);
}
