package id.tumbuh.intervention.provider;

import id.tumbuh.platform.access.AreaCode;
import java.util.UUID;

/**
 * Somebody who cooks or brings.
 *
 * @param version grows by 1 with every change
 */
record Provider(UUID id, Facts facts, long version) {

    /**
     * What is known of it.
     *
     * @param name of the kitchen or group, never of a person
     * @param mealsPerDay how many it makes on a day
     * @param active whether it takes more
     */
    record Facts(Kind kind, String name, AreaCode area, int mealsPerDay, boolean active) {}

    /** The names stand in the database and in answers: never renamed. */
    enum Kind {
        /** Dapur sehat atasi stunting, the community kitchen of a Kampung KB. */
        DASHAT,
        PKK,
        KADER,
        OTHER
    }

    AreaCode area() {
        return facts.area();
    }
}
