package id.tumbuh.intervention.circumstance;

import id.tumbuh.platform.access.AreaCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The children of the database; one statement for each batch. */
public final class Children {
    private Children() {}

    /**
     * Locks the children until the transaction ends, those never heard of too, and reads what is known of them.
     *
     * <p>In the order of their ids, and always before any family ({@link Families#lock}): transactions that meet wait for
     * each other, and never in a circle.
     */
    public static List<Child> lock(Handle sql, Map<UUID, Home> whereabouts, Collection<UUID> all) {
        UUID[] ids = whereabouts.keySet().toArray(UUID[]::new);
        sql.createUpdate("""
                        insert into child (id, family_id, area_code)
                        select id, family_id, area_code from unnest(:ids, :families, :areas)
                            as told (id, family_id, area_code)
                        order by id
                        on conflict (id) do nothing""")
                .bindArray("ids", UUID.class, (Object[]) ids)
                .bindArray(
                        "families",
                        UUID.class,
                        whereabouts.values().stream().map(Home::familyId).toArray())
                .bindArray(
                        "areas",
                        String.class,
                        whereabouts.values().stream()
                                .map(home -> home.area().value())
                                .toArray())
                .execute();
        return sql.createQuery("select * from child where id = any(:ids) order by id for update")
                .bindArray("ids", UUID.class, all.toArray())
                .map((row, _) -> child(row))
                .list();
    }

    /**
     * Those that live with families whose lock the caller holds. They may be changing elsewhere at this moment: whoever changes
     * them waits for that lock before it looks at their needs.
     */
    public static List<Child> read(Handle sql, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return sql.createQuery("select * from child where id = any(:ids)")
                .bindArray("ids", UUID.class, ids.toArray())
                .map((row, _) -> child(row))
                .list();
    }

    public static void store(Handle sql, Collection<Child> children) {
        if (children.isEmpty()) {
            return;
        }
        sql.createUpdate("""
                        update child set family_id = told.family_id, area_code = told.area_code,
                            residence_version = told.residence_version, active = told.active,
                            birth_date = told.birth_date, growth_version = told.growth_version,
                            stunting = told.stunting, weighed_stunting = told.weighed, signs_version = told.signs_version,
                            signs = string_to_array(told.signs, ',')
                        from unnest(:ids, :families, :areas, :residences, :active, :births, :growths, :stunting, :weighed,
                                :seen, :signs)
                            as told (id, family_id, area_code, residence_version, active, birth_date, growth_version,
                                stunting, weighed, signs_version, signs)
                        where child.id = told.id""")
                .bindArray("ids", UUID.class, children.stream().map(Child::id).toArray())
                .bindArray(
                        "families",
                        UUID.class,
                        children.stream().map(child -> child.home().familyId()).toArray())
                .bindArray(
                        "areas",
                        String.class,
                        children.stream()
                                .map(child -> child.home().area().value())
                                .toArray())
                .bindArray(
                        "residences",
                        Long.class,
                        children.stream().map(Child::residenceVersion).toArray())
                .bindArray(
                        "active",
                        Boolean.class,
                        children.stream().map(Child::active).toArray())
                .bindArray(
                        "births",
                        LocalDate.class,
                        children.stream().map(Child::birthDate).toArray())
                .bindArray(
                        "growths",
                        Long.class,
                        children.stream().map(Child::growthVersion).toArray())
                .bindArray(
                        "stunting",
                        String.class,
                        children.stream().map(child -> child.stunting().name()).toArray())
                .bindArray(
                        "weighed",
                        String.class,
                        children.stream()
                                .map(child -> child.weighed() == null
                                        ? null
                                        : child.weighed().name())
                                .toArray())
                .bindArray(
                        "seen",
                        Long.class,
                        children.stream()
                                .map(child -> child.weighing().version())
                                .toArray())
                .bindArray(
                        "signs",
                        String.class,
                        children.stream()
                                .map(child -> Codes.joined(child.weighing().causes()))
                                .toArray())
                .execute();
    }

    private static Child child(ResultSet row) throws SQLException {
        String weighed = row.getString("weighed_stunting");
        return new Child(
                row.getObject("id", UUID.class),
                new Home(row.getObject("family_id", UUID.class), new AreaCode(row.getString("area_code"))),
                row.getLong("residence_version"),
                row.getBoolean("active"),
                row.getObject("birth_date", LocalDate.class),
                row.getLong("growth_version"),
                Stunting.valueOf(row.getString("stunting")),
                weighed == null ? null : Stunting.valueOf(weighed),
                new Signs(row.getLong("signs_version"), Codes.read(row.getArray("signs"))));
    }
}
