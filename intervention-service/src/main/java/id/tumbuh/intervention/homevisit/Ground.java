package id.tumbuh.intervention.homevisit;

import id.tumbuh.intervention.circumstance.Home;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The first weighing that calls for a visit while a child is given something.
 *
 * @param answered whether a visit stands that was asked for by what it is given, or by this weighing
 */
record Ground(
        UUID provisionId,
        @Nullable UUID programmeId,
        UUID childId,
        Home home,
        UUID measurementId,
        LocalDate measuredOn,
        boolean answered) {

    /** Who is helped by two when it is weighed is visited once. */
    Occasion occasion() {
        return new Occasion(childId, measurementId);
    }

    /** A weighing of a child. */
    record Occasion(UUID childId, UUID measurementId) {}

    HomeVisit visit(HomeVisitRule rule) {
        return new HomeVisit(
                HomeVisit.id(provisionId, measurementId),
                provisionId,
                programmeId,
                childId,
                home,
                measurementId,
                measuredOn,
                rule.cause(),
                rule.field(),
                1);
    }
}
