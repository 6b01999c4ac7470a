package id.tumbuh.intervention.house;

import id.tumbuh.intervention.circumstance.House;
import id.tumbuh.platform.access.AreaCode;
import java.util.UUID;

/** What somebody told of a house, and which kind of person it was. */
record HouseNote(UUID familyId, AreaCode area, String source, House house) {
    UUID id() {
        return house.noteId();
    }

    /** The family may have moved since. */
    boolean saysTheSameAs(HouseNote other) {
        return familyId.equals(other.familyId) && source.equals(other.source) && house.equals(other.house);
    }
}
