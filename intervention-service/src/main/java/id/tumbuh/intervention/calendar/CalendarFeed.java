package id.tumbuh.intervention.calendar;

import id.tumbuh.platform.access.AreaCode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** An address under which a part of the calendar is read without a token, as its maker asked for it. */
record CalendarFeed(UUID id, Maker maker, AreaCode area, Set<CalendarKind> kinds, boolean english, Instant expiresAt) {
    CalendarFeed {
        kinds = Set.copyOf(kinds);
    }

    /** Who made it, and in which roles (with a comma between them). */
    record Maker(String subject, String roles) {
        List<String> all() {
            return List.of(roles.split(",", -1));
        }
    }

    boolean sameAs(CalendarFeed other) {
        return maker.equals(other.maker)
                && area.equals(other.area)
                && kinds.equals(other.kinds)
                && english == other.english;
    }
}
