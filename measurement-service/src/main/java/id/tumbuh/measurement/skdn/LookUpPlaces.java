package id.tumbuh.measurement.skdn;

import id.tumbuh.measurement.skdn.Places.Names;
import id.tumbuh.measurement.skdn.RegistryPlaces.NamedArea;
import id.tumbuh.measurement.skdn.RegistryPlaces.NamedPosyandu;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.AreaLevel;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Places from registry, or the reason why there are none: a recap does not depend on another service. */
@ApplicationScoped
class LookUpPlaces {

    private final RegistryPlaces registry;

    LookUpPlaces(@RestClient RegistryPlaces registry) {
        this.registry = registry;
    }

    Places of(AreaCode area, String bearer) {
        try {
            return ask(area, bearer);
        } catch (WebApplicationException refused) {
            int status = refused.getResponse().getStatus();
            Log.warnf("Registry answered %d to a look-up of places", status);
            return Places.without(
                    switch (status) {
                        case 401, 403 -> Names.REFUSED;
                        case 404 -> Names.UNKNOWN;
                        default -> Names.AWAY;
                    });
        } catch (ProcessingException away) {
            Log.warn("Registry does not answer a look-up of places");
            return Places.without(Names.AWAY);
        }
    }

    private Places ask(AreaCode area, String bearer) {
        String name = registry.area(bearer, area.value()).name();
        Map<UUID, NamedPosyandu> posyandu = new HashMap<>();
        for (NamedPosyandu one : registry.posyandu(bearer, around(area).value(), RegistryPlaces.MOST_POSYANDU)) {
            posyandu.put(one.id(), one);
        }
        Map<String, String> desa = new HashMap<>();
        if (area.level() != AreaLevel.DESA_KELURAHAN) {
            for (NamedArea one : registry.areasBelow(bearer, area.value())) {
                desa.put(one.code(), one.name());
            }
        }
        return new Places(Names.SHOWN, name, desa, posyandu);
    }

    /** The kecamatan: a posyandu may have its children in another desa than the one it is registered in. */
    private static AreaCode around(AreaCode area) {
        return area.level() == AreaLevel.DESA_KELURAHAN ? area.parent().orElse(area) : area;
    }
}
