package id.tumbuh.registry.child;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
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
 * @param replacedName what stood for the name of a newborn
 */
record ChildMerge(
        UUID id,
        UUID child,
        UUID survivor,
        Set<Blank> filled,
        @Nullable String replacedName,
        boolean wasActive) {
    private static final String SELECT = """
            select id, child_id, survivor_id, filled, replaced_name, was_active from child_merge where undone_at is null
            """;

    ChildMerge {
        filled = Set.copyOf(filled);
    }

    /** Merges change which child an id stands for, along whole chains: one at a time. */
    static void waitForOthers(Handle sql) {
        sql.createQuery("select pg_advisory_xact_lock(hashtextextended('child merge', 0))::text")
                .mapTo(String.class)
                .one();
    }

    static Optional<ChildMerge> of(Handle sql, UUID child) {
        return sql.createQuery(SELECT + " and child_id = :child")
                .bind("child", child)
                .map((row, _) -> read(row))
                .findOne();
    }

    /** The oldest first: it was the first to fill a blank. */
    static List<ChildMerge> into(Handle sql, UUID survivor) {
        return sql.createQuery(SELECT + " and survivor_id = :survivor order by merged_at, id")
                .bind("survivor", survivor)
                .map((row, _) -> read(row))
                .list();
    }

    void store(Handle sql, @Nullable String reason, boolean automatic) {
        sql.createUpdate("""
                        insert into child_merge (id, child_id, survivor_id, filled, replaced_name, was_active, automatic, reason)
                        values (:id, :child, :survivor, :filled, cast(:replaced as text), :wasActive, :automatic,
                            cast(:reason as text))""")
                .bind("id", id)
                .bind("child", child)
                .bind("survivor", survivor)
                .bindArray("filled", String.class, names(filled))
                .bind("replaced", replacedName)
                .bind("wasActive", wasActive)
                .bind("automatic", automatic)
                .bind("reason", reason)
                .execute();
    }

    void fill(Handle sql, Set<Blank> now, @Nullable String nowReplaced) {
        sql.createUpdate(
                        "update child_merge set filled = :filled, replaced_name = cast(:replaced as text) where id = :id")
                .bindArray("filled", String.class, names(now))
                .bind("replaced", nowReplaced)
                .bind("id", id)
                .execute();
    }

    void end(Handle sql) {
        sql.createUpdate("update child_merge set undone_at = clock_timestamp() where id = :id")
                .bind("id", id)
                .execute();
    }

    private static Object[] names(Set<Blank> fields) {
        return fields.stream().map(Enum::name).sorted().toArray();
    }

    private static ChildMerge read(ResultSet row) throws SQLException {
        return new ChildMerge(
                row.getObject("id", UUID.class),
                row.getObject("child_id", UUID.class),
                row.getObject("survivor_id", UUID.class),
                Arrays.stream((Object[]) row.getArray("filled").getArray())
                        .map(name -> Blank.valueOf((String) name))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Blank.class))),
                row.getString("replaced_name"),
                row.getBoolean("was_active"));
    }
}
