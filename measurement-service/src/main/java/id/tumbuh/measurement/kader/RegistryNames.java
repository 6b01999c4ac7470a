package id.tumbuh.measurement.kader;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** Asks registry for names, with the reader's own token: registry decides and audits. */
@RegisterRestClient(configKey = "registry")
@Path("/v1")
interface RegistryNames {
    /** The most that registry answers at once. */
    int MOST_CHILDREN = 500;

    int MOST_POSYANDU = 1_000;

    record Lookup(List<UUID> ids) {}

    /** Children outside of the reader's areas are left out. */
    record Found(List<NamedChild> children) {}

    /** The part of the answer the roster shows. */
    record NamedChild(
            UUID id,
            @Nullable String rw,
            @Nullable String rt,
            @Nullable String posyanduName,
            @Nullable String name,
            @Nullable String motherName) {
        @Override
        public String toString() {
            return "NamedChild[" + id + "]";
        }
    }

    record NamedPosyandu(UUID id, @Nullable String name) {}

    @POST
    @Path("/children:lookup")
    Found children(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, Lookup lookup);

    @GET
    @Path("/posyandu")
    List<NamedPosyandu> posyandu(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @QueryParam("area") String area,
            @QueryParam("limit") int limit);
}
