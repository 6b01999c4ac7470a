package id.tumbuh.intervention.house;

import static java.util.Objects.requireNonNull;

import id.tumbuh.intervention.circumstance.House;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The notes of the database; one statement for each batch. */
final class HouseNotes {
    private HouseNotes() {}

    /** Returns the ids of those that weren't known, here or where the transaction may not look. */
    static Set<UUID> insert(Handle sql, List<HouseNote> notes) {
        return new HashSet<>(Columns.of(notes)
                .uuid(HouseNote::id)
                .uuid(HouseNote::familyId)
                .text(HouseNote::area)
                .as("date", note -> note.house().observedOn())
                .text(HouseNote::source)
                .as("bool", note -> note.house().fit())
                .query(
                        sql,
                        "insert into house_note (id, family_id, area_code, seen_on, source, fit)"
                                + " select * from unnest(?, ?, ?, ?, ?, ?) on conflict do nothing returning id",
                        row -> requireNonNull(row.getObject("id", UUID.class))));
    }

    static Map<UUID, HouseNote> byIds(Handle sql, Collection<UUID> ids) {
        return sql
                .createQuery("select * from house_note where id = any(:ids)")
                .bindArray("ids", UUID.class, ids.toArray())
                .map((row, _) -> note(row))
                .stream()
                .collect(Collectors.toMap(HouseNote::id, Function.identity()));
    }

    /** All that was told of a family's house, the one that holds first. */
    static List<HouseNote> ofFamily(Handle sql, UUID family, int most) {
        return sql.createQuery("""
                        select * from house_note where family_id = :family order by seen_on desc, id desc limit :most""")
                .bind("family", family)
                .bind("most", most)
                .map((row, _) -> note(row))
                .list();
    }

    private static HouseNote note(ResultSet row) throws SQLException {
        return new HouseNote(
                row.getObject("family_id", UUID.class),
                new AreaCode(row.getString("area_code")),
                row.getString("source"),
                new House(
                        row.getObject("id", UUID.class),
                        row.getObject("seen_on", LocalDate.class),
                        row.getBoolean("fit")));
    }
}
