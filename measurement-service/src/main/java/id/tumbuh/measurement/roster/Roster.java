package id.tumbuh.measurement.roster;

import id.tumbuh.measurement.growth.Sex;
import id.tumbuh.measurement.growth.Stunting;
import id.tumbuh.measurement.kms.Faltering;
import id.tumbuh.measurement.sql.SetStatement;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The children of the database, as far as the transaction's scope reaches. */
@ApplicationScoped
public class Roster {

    private static final String COLUMNS = """
            select id, version, family_id, area_code, posyandu_id, sex, birth_date, active, area_since, merged_into, \
            stunting, stunting_version, faltering, faltering_version from child""";

    /**
     * The children that exist in scope, locked in the order of their ids until the transaction ends: two that change one
     * child's growth wait for each other, and no two wait in a circle.
     */
    public Map<UUID, RosteredChild> lock(Handle sql, Collection<UUID> ids) {
        return SetStatement.overIds(Set.copyOf(ids), sql, COLUMNS + " where id = any(?) order by id for no key update")
                .query(Roster::child)
                .stream()
                .collect(Collectors.toMap(RosteredChild::id, Function.identity()));
    }

    /**
     * The children these ids stand for, locked: of one that was merged into another, that other. Whoever still holds the
     * old id, a phone in the field for one, measures the right child.
     */
    public Map<UUID, RosteredChild> lockPresent(Handle sql, Collection<UUID> ids) {
        Map<UUID, RosteredChild> locked = new HashMap<>(lock(sql, ids));
        Set<UUID> missing = mergedAway(locked);
        while (!missing.isEmpty()) {
            Map<UUID, RosteredChild> more = lock(sql, missing);
            if (more.isEmpty()) {
                break; // not in scope, or not here yet
            }
            locked.putAll(more);
            missing = mergedAway(locked);
        }
        Map<UUID, RosteredChild> present = new HashMap<>();
        for (UUID id : ids) {
            RosteredChild child = present(locked, id);
            if (child != null) {
                present.put(id, child);
            }
        }
        return present;
    }

    /** These children and those that were merged into one of them, directly or through another. */
    public Set<UUID> mergedIntoAny(Handle sql, Set<UUID> ids) {
        return new HashSet<>(SetStatement.overIds(ids, sql, """
                        with recursive merged (id) as (
                            select unnest(?)
                            union
                            select child.id from child join merged on child.merged_into = merged.id)
                        select id from merged""").query(row -> row.getObject(1, UUID.class)));
    }

    private static Set<UUID> mergedAway(Map<UUID, RosteredChild> children) {
        return children.values().stream()
                .map(RosteredChild::mergedInto)
                .filter(into -> into != null && !children.containsKey(into))
                .collect(Collectors.toSet());
    }

    private static @Nullable RosteredChild present(Map<UUID, RosteredChild> children, UUID id) {
        RosteredChild child = children.get(id);
        for (int steps = 0; child != null && child.mergedInto() != null; steps++) {
            if (steps == children.size()) {
                return null; // a circle of merges says nothing about who is who
            }
            child = children.get(child.mergedInto());
        }
        return child;
    }

    public Map<UUID, RosteredChild> read(Handle sql, Collection<UUID> ids) {
        return SetStatement.overIds(Set.copyOf(ids), sql, COLUMNS + " where id = any(?)").query(Roster::child).stream()
                .collect(Collectors.toMap(RosteredChild::id, Function.identity()));
    }

    public Optional<RosteredChild> find(Handle sql, UUID id) {
        return Optional.ofNullable(read(sql, Set.of(id)).get(id));
    }

    public boolean knowsAll(Handle sql, Set<UUID> ids) {
        return SetStatement.overIds(ids, sql, "select count(*) from child where id = any(?)")
                .query(row -> row.getLong(1))
                .equals(List.of((long) ids.size()));
    }

    /** Where children that moved lived before, each with the day from which it was so no longer. */
    public Map<UUID, FormerResidences> formerResidences(Handle sql, Set<UUID> ids) {
        Map<UUID, FormerResidences> found = new HashMap<>();
        SetStatement.overIds(
                        ids,
                        sql,
                        "select child_id, until_date, area_code from former_residence where child_id = any(?)")
                .query(row -> found.computeIfAbsent(row.getObject(1, UUID.class), _ -> new FormerResidences())
                        .add(row.getObject(2, LocalDate.class), row.getString(3)));
        return found;
    }

    /** Writes whether children are stunted. */
    public void storeStunting(Handle sql, Collection<RosteredChild> changed) {
        SetStatement.over(changed, sql, """
                        update child set stunting = changed.stunting, stunting_version = changed.version
                        from unnest(?, ?, ?) as changed (id, stunting, version) where child.id = changed.id""")
                .uuid(RosteredChild::id)
                .text(child -> child.stunting().name())
                .whole(child -> child.growth().stuntingVersion())
                .execute();
    }

    /** Writes whether children falter. */
    public void storeFaltering(Handle sql, Collection<RosteredChild> changed) {
        SetStatement.over(changed, sql, """
                        update child set faltering = changed.faltering, faltering_version = changed.version
                        from unnest(?, ?, ?) as changed (id, faltering, version) where child.id = changed.id""")
                .uuid(RosteredChild::id)
                .text(child -> child.faltering().name())
                .whole(child -> child.growth().falteringVersion())
                .execute();
    }

    private static RosteredChild child(ResultSet row) throws SQLException {
        return new RosteredChild(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getObject("family_id", UUID.class),
                row.getString("area_code"),
                row.getObject("posyandu_id", UUID.class),
                Sex.valueOf(row.getString("sex")),
                row.getObject("birth_date", LocalDate.class),
                row.getBoolean("active"),
                row.getObject("area_since", LocalDate.class),
                row.getObject("merged_into", UUID.class),
                new GrowthStatus(
                        Stunting.valueOf(row.getString("stunting")),
                        row.getLong("stunting_version"),
                        Faltering.valueOf(row.getString("faltering")),
                        row.getLong("faltering_version")));
    }
}
