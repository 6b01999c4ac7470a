package id.tumbuh.registry.area;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.access.AreaLevel;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.Announcement;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Announces kabupaten with everything in them, as the areas stand in this transaction. */
@ApplicationScoped
class PublishAreas {
    private static final int KABUPATEN = AreaLevel.KABUPATEN_KOTA.codeLength();

    private final ObjectMapper json;

    PublishAreas(ObjectMapper json) {
        this.json = json;
    }

    void all(Transaction tx, long generation) {
        tx.sql()
                .createQuery("select code from area where active and length(code) = :length order by code")
                .bind("length", KABUPATEN)
                .mapTo(String.class)
                .list()
                .forEach(kabupaten -> one(tx, generation, kabupaten));
    }

    /** The kabupaten around these areas; the list in force gets a new generation by it, under the name it has. */
    void around(Transaction tx, Collection<String> codes) {
        Set<String> kabupaten = codes.stream()
                .filter(code -> code.length() >= KABUPATEN)
                .map(code -> code.substring(0, KABUPATEN))
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> standing = tx.sql()
                .createQuery("select code from area where active and code = any(:codes) order by code")
                .bindArray("codes", String.class, kabupaten)
                .mapTo(String.class)
                .list();
        if (!standing.isEmpty()) {
            long generation = nextGeneration(tx.sql());
            standing.forEach(code -> one(tx, generation, code));
        }
    }

    private static long nextGeneration(Handle sql) {
        return sql.createQuery("""
                        insert into area_list (generation, name)
                        select generation + 1, name from area_list order by generation desc limit 1 returning generation""").mapTo(Long.class).one();
    }

    private void one(Transaction tx, long generation, String code) {
        String parent = code.substring(0, AreaLevel.PROVINSI.codeLength());
        tx.announce(Announcement.of(
                new AreasPublished(
                        code,
                        nameOf(tx.sql(), code),
                        AreaLevel.KABUPATEN_KOTA,
                        parent,
                        nameOf(tx.sql(), parent),
                        generation,
                        below(tx.sql(), code)),
                json));
    }

    private static List<AreaList.Entry> below(Handle sql, String code) {
        return sql.createQuery("""
                        select code, name from area where active and code > :from and code < :to order by code""")
                .bind("from", code + ".")
                .bind("to", code + "/")
                .map((row, _) -> new AreaList.Entry(row.getString("code"), row.getString("name")))
                .list();
    }

    private static String nameOf(Handle sql, String code) {
        return sql.createQuery("select name from area where code = :code")
                .bind("code", code)
                .mapTo(String.class)
                .one();
    }
}
