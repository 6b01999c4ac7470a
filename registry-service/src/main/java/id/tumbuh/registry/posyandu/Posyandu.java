package id.tumbuh.registry.posyandu;

import id.tumbuh.platform.access.AreaCode;
import java.util.UUID;

/** A posyandu in its desa. */
public record Posyandu(UUID id, AreaCode area, PosyanduName name) {

    Place place() {
        return new Place(area, name.normalised());
    }

    /** What there can be only one of. */
    public record Place(AreaCode area, String normalName) {}
}
