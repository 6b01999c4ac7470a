package id.tumbuh.measurement.roster;

import id.tumbuh.measurement.growth.Sex;
import id.tumbuh.measurement.growth.Stunting;
import id.tumbuh.measurement.sql.SetStatement;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The children of the database, as far as the transaction's scope reaches. */
@ApplicationScoped
public class Roster {

    private static final String COLUMNS = """
            select id, version, family_id, area_code, posyandu_id, sex, birth_date, active, area_since, stunting, \
            stunting_version from child""";

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

    /** Writes what changed of the growth status. */
    public void store(Handle sql, Collection<RosteredChild> changed) {
        SetStatement.over(changed, sql, """
                        update child set stunting = changed.stunting, stunting_version = changed.version
                        from unnest(?, ?, ?) as changed (id, stunting, version) where child.id = changed.id""")
                .uuid(RosteredChild::id)
                .text(child -> child.stunting().name())
                .whole(RosteredChild::stuntingVersion)
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
                Stunting.valueOf(row.getString("stunting")),
                row.getLong("stunting_version"));
    }
}
