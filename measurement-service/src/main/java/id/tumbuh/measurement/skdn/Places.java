package id.tumbuh.measurement.skdn;

import id.tumbuh.measurement.skdn.RegistryPlaces.NamedPosyandu;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The places of an area as registry lists them: what has no child yet is known there alone.
 *
 * @param desaNames by code; of a kecamatan only
 */
record Places(
        Names state, @Nullable String areaName, Map<String, String> desaNames, Map<UUID, NamedPosyandu> posyandu) {

    /** Whether names are there. */
    enum Names {
        SHOWN,
        /** Registry does not answer. */
        AWAY,
        /** Registry does not tell this caller. */
        REFUSED,
        /** Registry knows no such area. */
        UNKNOWN
    }

    Places {
        desaNames = Map.copyOf(desaNames);
        posyandu = Map.copyOf(posyandu);
    }

    static Places without(Names why) {
        return new Places(why, null, Map.of(), Map.of());
    }

    @Nullable
    String name(@Nullable UUID id) {
        NamedPosyandu known = id == null ? null : posyandu.get(id);
        return known == null ? null : known.name();
    }
}
