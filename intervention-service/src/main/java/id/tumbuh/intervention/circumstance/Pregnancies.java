package id.tumbuh.intervention.circumstance;

import id.tumbuh.platform.access.AreaCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The pregnancies of the database; one statement for each batch. */
public final class Pregnancies {
    private Pregnancies() {}

    /** As {@link Children#lock}: after the children, before the families, in the order of their ids. */
    public static List<Pregnancy> lock(Handle sql, Map<UUID, Home> whereabouts, Collection<UUID> all) {
        sql.createUpdate("""
                        insert into pregnancy (id, family_id, area_code)
                        select id, family_id, area_code from unnest(:ids, :families, :areas)
                            as told (id, family_id, area_code)
                        order by id
                        on conflict (id) do nothing""")
                .bindArray("ids", UUID.class, whereabouts.keySet().toArray())
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
        return sql.createQuery("select * from pregnancy where id = any(:ids) order by id for update")
                .bindArray("ids", UUID.class, all.toArray())
                .map((row, _) -> pregnancy(row))
                .list();
    }

    /**
     * Those that live with families whose lock the caller holds. They may be changing elsewhere at this moment: whoever changes
     * them waits for that lock before it looks at their needs.
     */
    public static List<Pregnancy> read(Handle sql, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return sql.createQuery("select * from pregnancy where id = any(:ids)")
                .bindArray("ids", UUID.class, ids.toArray())
                .map((row, _) -> pregnancy(row))
                .list();
    }

    public static void store(Handle sql, Collection<Pregnancy> pregnancies) {
        if (pregnancies.isEmpty()) {
            return;
        }
        sql.createUpdate("""
                        update pregnancy set family_id = told.family_id, area_code = told.area_code,
                            residence_version = told.residence_version, active = told.active,
                            signs_version = told.signs_version, signs = string_to_array(told.signs, ',')
                        from unnest(:ids, :families, :areas, :residences, :active, :seen, :signs)
                            as told (id, family_id, area_code, residence_version, active, signs_version, signs)
                        where pregnancy.id = told.id""")
                .bindArray(
                        "ids",
                        UUID.class,
                        pregnancies.stream().map(Pregnancy::id).toArray())
                .bindArray(
                        "families",
                        UUID.class,
                        pregnancies.stream().map(one -> one.home().familyId()).toArray())
                .bindArray(
                        "areas",
                        String.class,
                        pregnancies.stream()
                                .map(one -> one.home().area().value())
                                .toArray())
                .bindArray(
                        "residences",
                        Long.class,
                        pregnancies.stream().map(Pregnancy::residenceVersion).toArray())
                .bindArray(
                        "active",
                        Boolean.class,
                        pregnancies.stream().map(Pregnancy::active).toArray())
                .bindArray(
                        "seen",
                        Long.class,
                        pregnancies.stream().map(one -> one.check().version()).toArray())
                .bindArray(
                        "signs",
                        String.class,
                        pregnancies.stream()
                                .map(one -> Codes.joined(one.check().causes()))
                                .toArray())
                .execute();
    }

    private static Pregnancy pregnancy(ResultSet row) throws SQLException {
        return new Pregnancy(
                row.getObject("id", UUID.class),
                new Home(row.getObject("family_id", UUID.class), new AreaCode(row.getString("area_code"))),
                row.getLong("residence_version"),
                row.getBoolean("active"),
                new Signs(row.getLong("signs_version"), Codes.read(row.getArray("signs"))));
    }
}
