package id.tumbuh.registry.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A merge in force.
 *
 * @param filled fields of the survivor that hold the other's value because they were blank
 * @param withinFamily both belonged to one family then
 */
record MemberMerge(
        UUID id,
        UUID member,
        UUID survivor,
        LocalDate on,
        Set<MemberBlank> filled,
        boolean wasActive,
        boolean withinFamily) {
    private static final String SELECT = """
            select id, member_id, survivor_id, effective_on, filled, was_active, within_family
            from member_merge where undone_at is null
            """;

    MemberMerge {
        filled = Set.copyOf(filled);
    }

    /** Merges change which member an id stands for, along whole chains: one at a time. */
    static void waitForOthers(Handle sql) {
        sql.createQuery("select pg_advisory_xact_lock(hashtextextended('member merge', 0))::text")
                .mapTo(String.class)
                .one();
    }

    static Optional<MemberMerge> of(Handle sql, UUID member) {
        return sql.createQuery(SELECT + " and member_id = :member")
                .bind("member", member)
                .map((row, _) -> read(row))
                .findOne();
    }

    /** The oldest first: it was the first to fill a blank. */
    static List<MemberMerge> into(Handle sql, UUID survivor) {
        return sql.createQuery(SELECT + " and survivor_id = :survivor order by merged_at, id")
                .bind("survivor", survivor)
                .map((row, _) -> read(row))
                .list();
    }

    /** Made while both were of one family, and one of both is among these. */
    static List<MemberMerge> withinFamily(Handle sql, Collection<UUID> members) {
        return sql.createQuery(SELECT + """
                         and within_family and (member_id = any(:ids)) <> (survivor_id = any(:ids)) order by merged_at desc, id""")
                .bindArray("ids", UUID.class, members.toArray())
                .map((row, _) -> read(row))
                .list();
    }

    void store(Handle sql, @Nullable String reason, boolean automatic) {
        sql.createUpdate("""
                        insert into member_merge (id, member_id, survivor_id, effective_on, filled, was_active, within_family,
                            automatic, reason)
                        values (:id, :member, :survivor, :on, :filled, :wasActive, :within, :automatic, cast(:reason as text))""")
                .bind("id", id)
                .bind("member", member)
                .bind("survivor", survivor)
                .bind("on", on)
                .bindArray("filled", String.class, names(filled))
                .bind("wasActive", wasActive)
                .bind("within", withinFamily)
                .bind("automatic", automatic)
                .bind("reason", reason)
                .execute();
    }

    void fill(Handle sql, Set<MemberBlank> now) {
        sql.createUpdate("update member_merge set filled = :filled where id = :id")
                .bindArray("filled", String.class, names(now))
                .bind("id", id)
                .execute();
    }

    void end(Handle sql) {
        sql.createUpdate("update member_merge set undone_at = clock_timestamp() where id = :id")
                .bind("id", id)
                .execute();
    }

    private static Object[] names(Set<MemberBlank> fields) {
        return fields.stream().map(Enum::name).sorted().toArray();
    }

    private static MemberMerge read(ResultSet row) throws SQLException {
        return new MemberMerge(
                row.getObject("id", UUID.class),
                row.getObject("member_id", UUID.class),
                row.getObject("survivor_id", UUID.class),
                row.getObject("effective_on", LocalDate.class),
                Arrays.stream((Object[]) row.getArray("filled").getArray())
                        .map(name -> MemberBlank.valueOf((String) name))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(MemberBlank.class))),
                row.getBoolean("was_active"),
                row.getBoolean("within_family"));
    }
}
