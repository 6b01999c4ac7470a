package id.tumbuh.registry.companion;

import id.tumbuh.platform.database.Columns;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The assignments of the database; one statement for each batch. */
final class Assignments {
    private static final String INSERT = """
            insert into companion_assignment (id, target_kind, target_id, family_id, area_code, team_id, cause, reason,
                assigned_on, assigned_by, last_visited_on, version)
            select id, target_kind, target_id, family_id, area_code, team_id, cause, reason, assigned_on, assigned_by,
                last_visited_on, 1
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                as row (id, target_kind, target_id, family_id, area_code, team_id, cause, reason, assigned_on, assigned_by,
                    last_visited_on)
            order by id
            on conflict do nothing
            returning id""";

    private static final String UPDATE = """
            update companion_assignment set family_id = row.family_id, released_on = row.released_on,
                release_cause = row.release_cause, release_reason = row.release_reason, released_by = row.released_by,
                version = row.version
            from unnest(?, ?, ?, ?, ?, ?, ?)
                as row (id, family_id, released_on, release_cause, release_reason, released_by, version)
            where companion_assignment.id = row.id""";

    private static final String SELECT = "select * from companion_assignment where ";

    private Assignments() {}

    /** Stores those whose id is free and whose target is in nobody's care, and says which. */
    static Set<UUID> insert(Handle sql, List<Assignment> wanted) {
        if (wanted.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(Columns.of(wanted)
                .uuid(Assignment::id)
                .text(one -> one.target().key().kind())
                .uuid(one -> one.target().key().id())
                .uuid(one -> one.target().family())
                .text(one -> one.target().area())
                .uuid(Assignment::team)
                .text(one -> one.beginning().cause())
                .text(one -> one.beginning().reason())
                .as("date", one -> one.beginning().on())
                .text(one -> one.beginning().by())
                .as("date", Assignment::lastVisitedOn)
                .query(sql, INSERT, row -> row.getObject(1, UUID.class)));
    }

    static void update(Handle sql, List<Assignment> changed) {
        if (changed.isEmpty()) {
            return;
        }
        Columns.of(changed)
                .uuid(Assignment::id)
                .uuid(one -> one.target().family())
                .as("date", one -> one.release() == null ? null : one.release().on())
                .text(one -> one.release() == null ? null : one.release().cause())
                .text(one -> one.release() == null ? null : one.release().reason())
                .text(one -> one.release() == null ? null : one.release().by())
                .int8(Assignment::version)
                .update(sql, UPDATE);
    }

    static Optional<Assignment> find(Handle sql, UUID id) {
        return one(sql, SELECT + "id = :id", id);
    }

    static Optional<Assignment> lock(Handle sql, UUID id) {
        return one(sql, SELECT + "id = :id for update", id);
    }

    private static Optional<Assignment> one(Handle sql, String select, UUID id) {
        return sql.createQuery(select)
                .bind("id", id)
                .map((row, _) -> Assignment.read(row))
                .findOne();
    }

    /** In whose care somebody is. */
    static Optional<Assignment> lockOpenOf(Handle sql, Target.Key key) {
        return sql.createQuery(SELECT + """
                        target_kind = :kind and target_id = :id and released_on is null for update""")
                .bind("kind", key.kind())
                .bind("id", key.id())
                .map((row, _) -> Assignment.read(row))
                .findOne();
    }

    /** Those of these families and targets that go on, in one order for everybody who locks them. */
    static List<Assignment> lockOpen(Handle sql, Collection<UUID> ids) {
        return sql.createQuery(SELECT + """
                        released_on is null and (family_id = any(:ids) or target_id = any(:ids)) order by id for update""")
                .bindArray("ids", UUID.class, ids.toArray())
                .map((row, _) -> Assignment.read(row))
                .list();
    }

    /** Those of a team that go on, outside of these desa. */
    static List<Assignment> lockOpenOfTeam(Handle sql, UUID team, Collection<String> outside) {
        return sql.createQuery(SELECT + """
                        team_id = :team and released_on is null and not area_code = any(:areas) order by id for update""")
                .bind("team", team)
                .bindArray("areas", String.class, outside.toArray())
                .map((row, _) -> Assignment.read(row))
                .list();
    }

    /** All that ever were of a family, the newest first. */
    static List<Assignment> ofFamily(Handle sql, UUID family) {
        return sql.createQuery(SELECT + "family_id = :family order by assigned_on desc, recorded_at desc, id")
                .bind("family", family)
                .map((row, _) -> Assignment.read(row))
                .list();
    }

    /** The last of each of these families, couples and pregnancies, if a merge ended it. */
    static List<Assignment> endedByMerge(Handle sql, Collection<UUID> targets) {
        return sql.createQuery("""
                        select * from (select distinct on (target_kind, target_id) * from companion_assignment
                            where target_id = any(:ids) and target_kind in ('FAMILY', 'COUPLE', 'PREGNANCY')
                            order by target_kind, target_id, released_on desc nulls first, recorded_at desc) as last
                        where release_cause = 'MERGED' order by id""")
                .bindArray("ids", UUID.class, targets.toArray())
                .map((row, _) -> Assignment.read(row))
                .list();
    }
}
