package id.tumbuh.intervention.homevisit;

import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.platform.access.AreaCode;
import java.time.LocalDate;
import java.util.UUID;

/** Events as contracts show them. */
public final class HomeVisitEvents {
    private HomeVisitEvents() {}

    public static HomeVisitEvent asked() {
        return HomeVisitEvent.asked(visit(1));
    }

    public static HomeVisitEvent withdrawn() {
        return HomeVisitEvent.withdrawn(visit(2));
    }

    private static HomeVisit visit(long version) {
        return new HomeVisit(
                UUID.fromString("4e0d7f7e-6c55-3b0c-8a64-7d0c3b2f0001"),
                UUID.fromString("0198c1a0-0000-7000-8000-0000000000e1"),
                null,
                UUID.fromString("0198c1a0-0000-7000-8000-000000000002"),
                new Home(UUID.fromString("0198c1a0-0000-7000-8000-000000000001"), new AreaCode("36.04.20.2006")),
                UUID.fromString("0198c1a0-0000-7000-8000-000000000099"),
                LocalDate.of(2026, 10, 12),
                "HOME_VISIT",
                "DINKES",
                version);
    }
}
