package id.tumbuh.intervention.homevisit;

import id.tumbuh.intervention.circumstance.Home;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit that is asked for.
 *
 * @param provisionId by what the child is helped: a placement, or with {@code programmeId} the need's place on its list
 * @param measurementId of the weighing by which it was asked; any other of the same help that shows the same keeps it
 * @param cause and {@code field}: the dated rule {@code home-visit.answer}
 * @param version 1 when it is asked for the first time; taking it back and asking again make the next
 */
public record HomeVisit(
        UUID id,
        UUID provisionId,
        @Nullable UUID programmeId,
        UUID childId,
        Home home,
        UUID measurementId,
        LocalDate measuredOn,
        String cause,
        String field,
        long version) {

    static UUID id(UUID provisionId, UUID measurementId) {
        return UUID.nameUUIDFromBytes(
                ("home-visit/" + provisionId + "/" + measurementId).getBytes(StandardCharsets.UTF_8));
    }

    HomeVisit at(long other) {
        return new HomeVisit(
                id, provisionId, programmeId, childId, home, measurementId, measuredOn, cause, field, other);
    }
}
