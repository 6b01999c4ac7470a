package id.tumbuh.registry.posyandu;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Columns;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Pages;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The posyandu of the database. */
@ApplicationScoped
public class Posyandus {
    private static final int LONGEST_NAME = 100;

    /**
     * Stores those that are new and answers the one that stands in each place, old or new. Two files that bring the same
     * posyandu at once end with one.
     */
    public Map<Posyandu.Place, Posyandu> ensure(Handle sql, Collection<Posyandu> wanted) {
        Map<Posyandu.Place, Posyandu> byPlace = new HashMap<>();
        wanted.forEach(posyandu -> byPlace.putIfAbsent(posyandu.place(), posyandu));
        insert(sql, List.copyOf(byPlace.values()));
        Map<Posyandu.Place, Posyandu> standing = new HashMap<>();
        columns(List.copyOf(byPlace.values()))
                .query(sql, """
                        select p.id, p.area_code, p.name
                        from unnest(?, ?, ?, ?) as wanted (id, area_code, name, normal_name)
                        join posyandu p on p.area_code = wanted.area_code and p.normal_name = wanted.normal_name""", Posyandus::read)
                .forEach(posyandu -> standing.put(posyandu.place(), posyandu));
        return standing;
    }

    /** Which of these ids are posyandu that the transaction may see. */
    public Set<UUID> known(Handle sql, Collection<UUID> ids) {
        return new HashSet<>(sql.createQuery("select id from posyandu where id = any(:ids)")
                .bindArray("ids", UUID.class, ids.toArray())
                .mapTo(UUID.class)
                .list());
    }

    /**
     * The desa has another code: its posyandu go with it. One whose name stands there already keeps its id and says where it
     * was, since both are real.
     */
    public void resettle(Transaction tx, Actor actor, AreaCode from, AreaCode to, String formerName) {
        Set<String> taken = names(tx.sql(), to);
        List<Posyandu> moved = inDesa(tx.sql(), from).stream()
                .map(posyandu -> new Posyandu(posyandu.id(), to, free(posyandu, formerName, taken)))
                .toList();
        settle(tx, actor, moved);
    }

    /** Of a desa that was split, these are in another part. Returns how many there were. */
    public int assign(Transaction tx, Actor actor, Collection<UUID> ids, AreaCode from, AreaCode to) {
        Set<String> taken = names(tx.sql(), to);
        List<Posyandu> moved = inDesa(tx.sql(), from).stream()
                .filter(posyandu -> ids.contains(posyandu.id()))
                .map(posyandu -> new Posyandu(posyandu.id(), to, free(posyandu, from.value(), taken)))
                .toList();
        settle(tx, actor, moved);
        return moved.size();
    }

    private static PosyanduName free(Posyandu posyandu, String formerName, Set<String> taken) {
        PosyanduName name = posyandu.name();
        for (int attempt = 1; !taken.add(name.normalised()); attempt++) {
            String addition = " (" + formerName + (attempt == 1 ? ")" : " " + attempt + ")");
            String kept = posyandu.name().text();
            name = new PosyanduName(
                    kept.substring(0, Math.min(kept.length(), LONGEST_NAME - addition.length())) + addition);
        }
        return name;
    }

    private static void settle(Transaction tx, Actor actor, List<Posyandu> moved) {
        columns(moved).update(tx.sql(), """
                update posyandu set area_code = row.area_code, name = row.name, normal_name = row.normal_name
                from unnest(?, ?, ?, ?) as row (id, area_code, name, normal_name) where posyandu.id = row.id""");
        moved.forEach(posyandu -> tx.audit(
                actor.did("MOVE", "posyandu", posyandu.id(), posyandu.area().value())));
    }

    private static Set<String> names(Handle sql, AreaCode desa) {
        return inDesa(sql, desa).stream()
                .map(posyandu -> posyandu.name().normalised())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static List<Posyandu> inDesa(Handle sql, AreaCode desa) {
        return sql.createQuery(
                        "select id, area_code, name from posyandu where area_code = :desa order by id for update")
                .bind("desa", desa.value())
                .map((row, _) -> read(row))
                .list();
    }

    /** Stores those whose id and place are free and says which. */
    Set<UUID> insert(Handle sql, List<Posyandu> posyandu) {
        return new HashSet<>(columns(posyandu).query(sql, """
                insert into posyandu (id, area_code, name, normal_name)
                select id, area_code, name, normal_name
                from unnest(?, ?, ?, ?) as row (id, area_code, name, normal_name)
                order by area_code, normal_name
                on conflict do nothing returning id""", row -> row.getObject(1, UUID.class)));
    }

    Map<UUID, Posyandu> byId(Handle sql, Collection<UUID> ids) {
        Map<UUID, Posyandu> found = new HashMap<>();
        sql.createQuery("select id, area_code, name from posyandu where id = any(:ids)")
                .bindArray("ids", UUID.class, ids.toArray())
                .map((row, _) -> read(row))
                .forEach(posyandu -> found.put(posyandu.id(), posyandu));
        return found;
    }

    List<Posyandu> inside(Handle sql, AreaCode area, Pages.Position after, int limit) {
        return sql.createQuery("""
                        select id, area_code, name from posyandu
                        where area_code >= :from and area_code < :to and (area_code, id) > (greatest(:afterArea, :from), :afterId)
                        order by area_code, id limit :limit""")
                .bind("from", area.value())
                .bind("to", area.value() + "/")
                .bind("afterArea", after.area())
                .bind("afterId", after.id())
                .bind("limit", limit)
                .map((row, _) -> read(row))
                .list();
    }

    private static Columns<Posyandu> columns(List<Posyandu> posyandu) {
        return Columns.of(posyandu)
                .uuid(Posyandu::id)
                .text(Posyandu::area)
                .text(row -> row.name().text())
                .text(row -> row.name().normalised());
    }

    private static Posyandu read(ResultSet row) throws SQLException {
        return new Posyandu(
                row.getObject("id", UUID.class),
                new AreaCode(row.getString("area_code")),
                new PosyanduName(row.getString("name")));
    }
}
