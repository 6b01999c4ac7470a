package id.tumbuh.intervention.sponsor;

import id.tumbuh.intervention.need.Item;
import id.tumbuh.platform.access.AreaCode;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The sponsors of the database; one statement for each batch. */
public final class Sponsors {
    private Sponsors() {}

    /** Those of the ids that the scope shows, locked until the transaction ends. */
    static Map<UUID, Sponsor> lock(Handle sql, Collection<UUID> ids) {
        Map<UUID, Sponsor> known = new HashMap<>();
        sql.createQuery("select * from sponsor where id = any(:ids) order by id for update")
                .bindArray("ids", UUID.class, ids.toArray())
                .map((row, _) -> sponsor(row))
                .forEach(one -> known.put(one.id(), one));
        return known;
    }

    /** Returns the ids that were new: one that is there already, seen or not, is left as it is. */
    static Set<UUID> insert(Handle sql, List<Sponsor> sponsors) {
        if (sponsors.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(sql.createQuery("""
                        insert into sponsor (id, kind, institution, name, reference, area_code, capacity, preferred_areas,
                            items, valid_from, valid_until, client, active, version)
                        select id, kind, institution, name, reference, area_code, capacity,
                            string_to_array(preferred_areas, ','), string_to_array(items, ','), valid_from, valid_until,
                            client, active, version
                        from unnest(:ids, :kinds, :institutions, :names, :references, :areas, :capacities, :preferred,
                                :items, :from, :until, :clients, :active, :versions)
                            as row (id, kind, institution, name, reference, area_code, capacity, preferred_areas, items,
                                valid_from, valid_until, client, active, version)
                        order by id
                        on conflict do nothing returning id""")
                .bindArray("ids", UUID.class, column(sponsors, Sponsor::id))
                .bindArray(
                        "kinds",
                        String.class,
                        column(sponsors, one -> one.promise().kind().name()))
                .bindArray(
                        "institutions",
                        String.class,
                        column(sponsors, one -> one.promise().institution()))
                .bindArray(
                        "names",
                        String.class,
                        column(sponsors, one -> one.promise().name()))
                .bindArray(
                        "references",
                        String.class,
                        column(sponsors, one -> one.promise().reference()))
                .bindArray(
                        "areas",
                        String.class,
                        column(sponsors, one -> one.promise().area().value()))
                .bindArray(
                        "capacities",
                        Integer.class,
                        column(sponsors, one -> one.promise().capacity()))
                .bindArray("preferred", String.class, column(sponsors, one -> areas(one.promise())))
                .bindArray("items", String.class, column(sponsors, one -> items(one.promise())))
                .bindArray(
                        "from",
                        LocalDate.class,
                        column(sponsors, one -> one.promise().validFrom()))
                .bindArray(
                        "until",
                        LocalDate.class,
                        column(sponsors, one -> one.promise().validUntil()))
                .bindArray(
                        "clients",
                        String.class,
                        column(sponsors, one -> one.promise().client()))
                .bindArray("active", Boolean.class, column(sponsors, Sponsor::active))
                .bindArray("versions", Long.class, column(sponsors, Sponsor::version))
                .mapTo(UUID.class)
                .list());
    }

    static void update(Handle sql, Sponsor sponsor) {
        Sponsor.Promise promise = sponsor.promise();
        sql.createUpdate("""
                        update sponsor set kind = :kind, institution = :institution, name = :name, reference = :reference,
                            area_code = :area, capacity = :capacity, preferred_areas = string_to_array(:preferred, ','),
                            items = string_to_array(:items, ','), valid_from = :from, valid_until = :until,
                            client = :client, active = :active, version = :version
                        where id = :id""")
                .bind("id", sponsor.id())
                .bind("kind", promise.kind().name())
                .bind("institution", promise.institution())
                .bind("name", promise.name())
                .bind("reference", promise.reference())
                .bind("area", promise.area().value())
                .bind("capacity", promise.capacity())
                .bind("preferred", areas(promise))
                .bind("items", items(promise))
                .bind("from", promise.validFrom())
                .bind("until", promise.validUntil())
                .bind("client", promise.client())
                .bind("active", sponsor.active())
                .bind("version", sponsor.version())
                .execute();
    }

    /**
     * Takes places of those that are active and whose promise holds on the day: as many as each id stands in the list, or as there are.
     * The rows stay locked until the transaction ends, so two who want the last place come one after the other. Two who want several
     * may meet in another order than that of their ids: the database ends one, and its transaction is run again.
     *
     * @return how many of each were taken; nothing of those that are not there or don't promise
     */
    public static Map<UUID, Integer> take(Handle sql, Collection<UUID> sponsors, LocalDate day) {
        Map<UUID, Integer> taken = new HashMap<>();
        if (!sponsors.isEmpty()) {
            sql.createQuery("""
                            update sponsor set placed = placed + least(wanted.places, capacity - placed)
                            from (select id, count(*)::int as places from unnest(:ids) as row (id) group by id order by id) wanted
                            where sponsor.id = wanted.id and active and :day between valid_from and valid_until and placed < capacity
                            returning sponsor.id, new.placed - old.placed as taken""")
                    .bindArray("ids", UUID.class, sponsors.toArray())
                    .bind("day", day)
                    .map((row, _) -> taken.put(row.getObject("id", UUID.class), row.getInt("taken")))
                    .list();
        }
        return taken;
    }

    /** Gives places back, as many as each id stands in the list. */
    public static void giveBack(Handle sql, Collection<UUID> sponsors) {
        if (sponsors.isEmpty()) {
            return;
        }
        sql.createUpdate("""
                        with given as (
                            select id, count(*) as places from unnest(:ids) as row (id) group by id),
                        locked as (
                            select s.id from sponsor s join given on given.id = s.id order by s.id for update of s)
                        update sponsor set placed = placed - given.places from given, locked
                        where sponsor.id = given.id and sponsor.id = locked.id""").bindArray("ids", UUID.class, sponsors.toArray()).execute();
    }

    static Sponsor sponsor(ResultSet row) throws SQLException {
        return new Sponsor(
                row.getObject("id", UUID.class),
                new Sponsor.Promise(
                        SponsorKind.valueOf(row.getString("kind")),
                        row.getString("institution"),
                        row.getString("name"),
                        row.getString("reference"),
                        new AreaCode(row.getString("area_code")),
                        row.getInt("capacity"),
                        texts(row.getArray("preferred_areas")).stream()
                                .map(AreaCode::new)
                                .toList(),
                        texts(row.getArray("items")).stream()
                                .map(Item.Kind::valueOf)
                                .toList(),
                        Objects.requireNonNull(row.getObject("valid_from", LocalDate.class)),
                        Objects.requireNonNull(row.getObject("valid_until", LocalDate.class)),
                        row.getString("client")),
                row.getInt("placed"),
                row.getBoolean("active"),
                row.getLong("version"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray())
                .map(String.class::cast)
                .toList();
    }

    private static String areas(Sponsor.Promise promise) {
        return promise.preferredAreas().stream().map(AreaCode::value).collect(Collectors.joining(","));
    }

    private static String items(Sponsor.Promise promise) {
        return promise.items().stream().map(Item.Kind::name).collect(Collectors.joining(","));
    }

    private static @Nullable Object[] column(List<Sponsor> sponsors, Function<Sponsor, @Nullable Object> field) {
        return sponsors.stream().map(field).toArray();
    }
}
