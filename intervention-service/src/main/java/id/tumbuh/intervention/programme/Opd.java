package id.tumbuh.intervention.programme;

import id.tumbuh.platform.access.AreaCode;
import java.util.UUID;

/** An office of the local government, or an institution beside it, that has programmes. */
record Opd(UUID id, AreaCode area, String name, String field, long version) {
    boolean isAs(Opd other) {
        return id.equals(other.id) && area.equals(other.area) && name.equals(other.name) && field.equals(other.field);
    }

    Opd changed(String otherName, String otherField) {
        return new Opd(id, area, otherName, otherField, version + 1);
    }
}
