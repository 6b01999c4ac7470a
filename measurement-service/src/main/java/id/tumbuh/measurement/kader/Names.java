package id.tumbuh.measurement.kader;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Names from registry, or the reason why there are none: a morning's weighing does not depend on another service. */
@ApplicationScoped
class Names {

    private static final int FORBIDDEN = 403;

    private final RegistryNames registry;

    Names(@RestClient RegistryNames registry) {
        this.registry = registry;
    }

    /** Whether names are there, as it is told to the page. */
    enum State {
        SHOWN,
        REFUSED,
        AWAY
    }

    record Answer<T>(State state, Map<UUID, T> byId) {}

    Answer<RegistryNames.NamedChild> ofChildren(String bearer, Collection<UUID> children) {
        return asked(() -> {
            Map<UUID, RegistryNames.NamedChild> known = new HashMap<>();
            List<UUID> ids = List.copyOf(children);
            for (int from = 0; from < ids.size(); from += RegistryNames.MOST_CHILDREN) {
                List<UUID> some = ids.subList(from, Math.min(ids.size(), from + RegistryNames.MOST_CHILDREN));
                registry.children(bearer, new RegistryNames.Lookup(some))
                        .children()
                        .forEach(child -> known.put(child.id(), child));
            }
            return known;
        });
    }

    Answer<RegistryNames.NamedPosyandu> ofPosyandu(String bearer, Collection<String> areas) {
        return asked(() -> {
            List<RegistryNames.NamedPosyandu> found = new ArrayList<>();
            areas.forEach(area -> found.addAll(registry.posyandu(bearer, area, RegistryNames.MOST_POSYANDU)));
            Map<UUID, RegistryNames.NamedPosyandu> known = new HashMap<>();
            found.forEach(posyandu -> known.put(posyandu.id(), posyandu));
            return known;
        });
    }

    private static <T> Answer<T> asked(Supplier<Map<UUID, T>> question) {
        try {
            return new Answer<>(State.SHOWN, question.get());
        } catch (WebApplicationException refused) {
            int status = refused.getResponse().getStatus();
            if (status == FORBIDDEN) {
                return new Answer<>(State.REFUSED, Map.of());
            }
            Log.warnf("Registry answered %d to a look-up of names", status);
        } catch (ProcessingException away) {
            Log.warn("Registry does not answer a look-up of names");
        }
        return new Answer<>(State.AWAY, Map.of());
    }
}
