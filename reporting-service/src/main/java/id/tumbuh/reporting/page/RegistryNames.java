package id.tumbuh.reporting.page;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** Asks registry for the names behind ids, with the reader's own token: registry decides and audits. */
@RegisterRestClient(configKey = "registry")
@Path("/v1/children:lookup")
interface RegistryNames {
    /** At most 500 ids. */
    record Lookup(List<UUID> ids) {}

    /** Children outside of the reader's areas are left out. */
    record Found(List<NamedChild> children) {}

    /** The part of the answer the case list shows. */
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

    @POST
    Found lookUp(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, Lookup lookup);
}
