package id.tumbuh.reporting.page;

import id.tumbuh.reporting.evaluation.PosyanduCalled;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** The posyandu there are and their names, as far as registry tells them to the reader. A page stands without them. */
@ApplicationScoped
class PosyanduNames implements PosyanduCalled {
    private final RegistryPosyandu registry;

    PosyanduNames(@RestClient RegistryPosyandu registry) {
        this.registry = registry;
    }

    /** Not inside of a transaction: another service is asked, once for each desa. */
    @Override
    public Map<UUID, String> in(Collection<String> desa, @Nullable String bearer) {
        Map<UUID, String> names = new HashMap<>();
        for (String one : new TreeSet<>(desa)) {
            Optional<List<RegistryPosyandu.Named>> all = all(one, bearer);
            if (all.isEmpty()) {
                return names;
            }
            all.get().forEach(posyandu -> names.put(posyandu.id(), posyandu.name()));
        }
        return names;
    }

    /** All posyandu of an area up to a kecamatan; empty when registry does not tell, or not all. Not inside of a transaction. */
    Optional<List<RegistryPosyandu.Named>> all(String area, @Nullable String bearer) {
        if (bearer == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(registry.of(bearer, area, RegistryPosyandu.MOST))
                    .filter(all -> all.size() < RegistryPosyandu.MOST);
        } catch (WebApplicationException refused) {
            Log.debugf(
                    "Registry answered %d to a question for posyandu",
                    refused.getResponse().getStatus());
        } catch (ProcessingException away) {
            Log.warn("Registry does not answer a question for posyandu");
        }
        return Optional.empty();
    }
}
