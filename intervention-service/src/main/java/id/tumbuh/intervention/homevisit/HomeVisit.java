package id.tumbuh.intervention.homevisit;

import id.tumbuh.intervention.circumstance.Home;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A visit that is asked for.
 *
 * @param cause and {@code field}: the dated rule {@code home-visit.answer}
 */
public record HomeVisit(
        UUID id,
        UUID placementId,
        UUID childId,
        Home home,
        UUID measurementId,
        LocalDate measuredOn,
        String cause,
        String field) {

    static UUID id(UUID placementId, UUID measurementId) {
        return UUID.nameUUIDFromBytes(
                ("home-visit/" + placementId + "/" + measurementId).getBytes(StandardCharsets.UTF_8));
    }
}
