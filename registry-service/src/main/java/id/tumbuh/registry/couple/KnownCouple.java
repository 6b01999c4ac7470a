package id.tumbuh.registry.couple;

import id.tumbuh.platform.access.AreaCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** A stored couple. */
record KnownCouple(
        NewCouple content,
        UUID family,
        AreaCode area,
        CoupleState state,
        @Nullable LocalDate endedOn,
        long version) {
    private static final String ALL = """
            select id, family_id, area_code, bride_id, groom_id, registered_on, planned_wedding_on, state, ended_on, version
            from couple
            """;

    static Optional<KnownCouple> find(Handle sql, UUID id) {
        return one(sql, id, "");
    }

    /** Others wait with their change until this one is through. */
    static Optional<KnownCouple> lock(Handle sql, UUID id) {
        return one(sql, id, " for update");
    }

    static List<KnownCouple> lockAllOf(Handle sql, Collection<UUID> families) {
        return sql.createQuery(ALL + " where family_id = any(:families) order by id for update")
                .bindArray("families", UUID.class, families)
                .map((row, _) -> read(row))
                .list();
    }

    KnownCouple with(NewCouple other) {
        return new KnownCouple(other, family, area, state, endedOn, version + 1);
    }

    KnownCouple in(UUID otherFamily, AreaCode otherArea) {
        return new KnownCouple(content, otherFamily, otherArea, state, endedOn, version + 1);
    }

    KnownCouple ended(CoupleState how, LocalDate on) {
        return new KnownCouple(content, family, area, how, on, version + 1);
    }

    private static Optional<KnownCouple> one(Handle sql, UUID id, String locking) {
        return sql.createQuery(ALL + " where id = :id" + locking)
                .bind("id", id)
                .map((row, _) -> read(row))
                .findOne();
    }

    private static KnownCouple read(ResultSet row) throws SQLException {
        return new KnownCouple(
                new NewCouple(
                        row.getObject("id", UUID.class),
                        row.getObject("bride_id", UUID.class),
                        row.getObject("groom_id", UUID.class),
                        row.getObject("registered_on", LocalDate.class),
                        row.getObject("planned_wedding_on", LocalDate.class)),
                row.getObject("family_id", UUID.class),
                new AreaCode(row.getString("area_code")),
                CoupleState.valueOf(row.getString("state")),
                row.getObject("ended_on", LocalDate.class),
                row.getLong("version"));
    }
}
