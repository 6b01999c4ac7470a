package id.tumbuh.intervention.circumstance;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import id.tumbuh.platform.access.AreaCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The families of the database; one statement for each batch. */
public final class Families {
    private Families() {}

    /**
     * Locks the families until the transaction ends, those never heard of too, and reads what is known of them.
     *
     * <p>Needs and referrals of a family change only under this lock, so what is read after it stays true. In the order of
     * their ids, so that two consumers with the same families wait for each other instead of dying.
     */
    public static List<Family> lock(Handle sql, Map<UUID, AreaCode> whereabouts, Collection<UUID> all) {
        sql.createUpdate("""
                        insert into family (id, area_code)
                        select id, area_code from unnest(:ids, :areas) as told (id, area_code)
                        order by id
                        on conflict (id) do nothing""")
                .bindArray("ids", UUID.class, whereabouts.keySet().toArray())
                .bindArray(
                        "areas",
                        String.class,
                        whereabouts.values().stream().map(AreaCode::value).toArray())
                .execute();
        return sql.createQuery("select * from family where id = any(:ids) order by id for update")
                .bindArray("ids", UUID.class, all.toArray())
                .map((row, _) -> family(row))
                .list();
    }

    public static void store(Handle sql, Collection<Family> families) {
        if (families.isEmpty()) {
            return;
        }
        sql.createUpdate("""
                        update family set area_code = told.area_code, version = told.version,
                            risk_factors = string_to_array(told.risk_factors, ','), welfare_rank = told.welfare_rank,
                            house_note = told.house_note, house_seen_on = told.house_seen_on, house_fit = told.house_fit
                        from unnest(:ids, :areas, :versions, :factors, :ranks, :notes, :seen, :fit)
                            as told (id, area_code, version, risk_factors, welfare_rank, house_note, house_seen_on, house_fit)
                        where family.id = told.id""")
                .bindArray("ids", UUID.class, families.stream().map(Family::id).toArray())
                .bindArray(
                        "areas",
                        String.class,
                        families.stream().map(family -> family.area().value()).toArray())
                .bindArray(
                        "versions",
                        Long.class,
                        families.stream().map(Family::version).toArray())
                .bindArray(
                        "factors",
                        String.class,
                        families.stream()
                                .map(family -> family.registered().stream()
                                        .sorted()
                                        .map(RiskFactor::code)
                                        .collect(joining(",")))
                                .toArray())
                .bindArray(
                        "ranks",
                        Integer.class,
                        families.stream().map(Family::welfareRank).toArray())
                .bindArray("notes", UUID.class, ofHouse(families, House::noteId))
                .bindArray("seen", LocalDate.class, ofHouse(families, House::observedOn))
                .bindArray("fit", Boolean.class, ofHouse(families, House::fit))
                .execute();
        // what was noted of a family stays with it, for whoever looks after it now
        sql.createUpdate("""
                        update house_note n set area_code = f.area_code from family f
                        where f.id = n.family_id and f.id = any(:ids) and n.area_code <> f.area_code""")
                .bindArray("ids", UUID.class, families.stream().map(Family::id).toArray())
                .execute();
    }

    private static @Nullable Object[] ofHouse(
            Collection<Family> families, Function<House, ? extends @Nullable Object> column) {
        return families.stream()
                .map(Family::house)
                .map(house -> house == null ? null : column.apply(house))
                .toArray();
    }

    private static Family family(ResultSet row) throws SQLException {
        return new Family(
                row.getObject("id", UUID.class),
                new AreaCode(row.getString("area_code")),
                row.getLong("version"),
                Arrays.stream((Object[]) row.getArray("risk_factors").getArray())
                        .map(code -> new RiskFactor((String) code))
                        .collect(toUnmodifiableSet()),
                row.getObject("welfare_rank", Integer.class),
                house(row));
    }

    private static @Nullable House house(ResultSet row) throws SQLException {
        UUID note = row.getObject("house_note", UUID.class);
        return note == null
                ? null
                : new House(
                        note,
                        requireNonNull(row.getObject("house_seen_on", LocalDate.class)),
                        row.getBoolean("house_fit"));
    }
}
