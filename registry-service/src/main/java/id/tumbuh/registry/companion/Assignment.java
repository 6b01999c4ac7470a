package id.tumbuh.registry.companion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A target in the care of a team, from a day to a day. */
record Assignment(
        UUID id,
        Target target,
        UUID team,
        Beginning beginning,
        @Nullable LocalDate lastVisitedOn,
        @Nullable Release release,
        long version) {

    /** Why a team was given somebody. */
    enum Cause {
        PROPOSED,
        BY_HAND,
        /** From pregnancy to the time after the birth, from a family to the one it turned out to be. */
        PASSED_ON,
        MERGE_UNDONE
    }

    /** Why it ended. */
    enum ReleaseCause {
        REASSIGNED,
        BY_HAND,
        RISK_CLEARED,
        MERGED,
        WEDDING,
        CALLED_OFF,
        BIRTH,
        PREGNANCY_ENDED,
        TIME_OVER,
        COVERED_BY_FAMILY,
        MOVED_AWAY,
        TEAM_CLOSED
    }

    /** @param reason a word, when somebody decided it */
    record Beginning(LocalDate on, Cause cause, @Nullable String reason, String by) {}

    record Release(
            LocalDate on, ReleaseCause cause, @Nullable String reason, String by) {}

    /** A new one. */
    static Assignment of(UUID id, Target target, UUID team, Beginning beginning) {
        return new Assignment(id, target, team, beginning, null, null, 1);
    }

    /** Never before its beginning: a change may be told of a day before it. */
    Assignment released(Release wanted) {
        LocalDate on = wanted.on().isBefore(beginning.on()) ? beginning.on() : wanted.on();
        return new Assignment(
                id,
                target,
                team,
                beginning,
                lastVisitedOn,
                new Release(on, wanted.cause(), wanted.reason(), wanted.by()),
                version + 1);
    }

    Assignment of(UUID otherFamily) {
        return new Assignment(
                id,
                new Target(target.key(), otherFamily, target.area()),
                team,
                beginning,
                lastVisitedOn,
                release,
                version + 1);
    }

    /** The same team goes on with somebody else; what was visited counts there. */
    Assignment passedOn(Target heir, Beginning wanted) {
        return new Assignment(UUID.randomUUID(), heir, team, wanted, lastVisitedOn, null, 1);
    }

    static Assignment read(ResultSet row) throws SQLException {
        LocalDate releasedOn = row.getObject("released_on", LocalDate.class);
        return new Assignment(
                row.getObject("id", UUID.class),
                Target.read(row),
                row.getObject("team_id", UUID.class),
                new Beginning(
                        row.getObject("assigned_on", LocalDate.class),
                        Cause.valueOf(row.getString("cause")),
                        row.getString("reason"),
                        row.getString("assigned_by")),
                row.getObject("last_visited_on", LocalDate.class),
                releasedOn == null
                        ? null
                        : new Release(
                                releasedOn,
                                ReleaseCause.valueOf(row.getString("release_cause")),
                                row.getString("release_reason"),
                                row.getString("released_by")),
                row.getLong("version"));
    }
}
