package id.tumbuh.intervention.programme;

import id.tumbuh.intervention.listing.AreaRange;
import id.tumbuh.intervention.listing.Page;
import id.tumbuh.platform.access.AreaCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The OPD of the database. */
final class Opds {
    private Opds() {}

    static List<Opd> page(Handle sql, AreaRange areas, Page page) {
        return sql.createQuery("""
                        select * from opd where area_code >= :from and area_code < :to
                            and (area_code, id) > (:afterArea, :afterId)
                        order by area_code, id limit :rows""")
                .bind("from", areas.from())
                .bind("to", areas.to())
                .bind("afterArea", page.after().area())
                .bind("afterId", page.after().id())
                .bind("rows", page.rowsToRead())
                .map((row, _) -> opd(row))
                .list();
    }

    static Optional<Opd> find(Handle sql, UUID id) {
        return sql.createQuery("select * from opd where id = :id")
                .bind("id", id)
                .map((row, _) -> opd(row))
                .findOne();
    }

    static Optional<Opd> lock(Handle sql, UUID id) {
        return sql.createQuery("select * from opd where id = :id for update")
                .bind("id", id)
                .map((row, _) -> opd(row))
                .findOne();
    }

    /** Returns false when the id is taken, also by one that the transaction may not see. */
    static boolean insert(Handle sql, Opd opd) {
        return sql.createUpdate("""
                        insert into opd (id, area_code, name, field, version) values (:id, :area, :name, :field, :version)
                        on conflict (id) do nothing""")
                        .bind("id", opd.id())
                        .bind("area", opd.area().value())
                        .bind("name", opd.name())
                        .bind("field", opd.field())
                        .bind("version", opd.version())
                        .execute()
                == 1;
    }

    static void update(Handle sql, Opd opd) {
        sql.createUpdate("update opd set name = :name, field = :field, version = :version where id = :id")
                .bind("id", opd.id())
                .bind("name", opd.name())
                .bind("field", opd.field())
                .bind("version", opd.version())
                .execute();
        // Whose people may change them; what they are is not changed by it.
        sql.createUpdate("update programme set opd_field = :field where opd_id = :id")
                .bind("id", opd.id())
                .bind("field", opd.field())
                .execute();
    }

    static boolean hasProgrammes(Handle sql, UUID id) {
        return sql.createQuery("select exists (select 1 from programme where opd_id = :id)")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one();
    }

    static void delete(Handle sql, UUID id) {
        sql.createUpdate("delete from opd where id = :id").bind("id", id).execute();
    }

    private static Opd opd(ResultSet row) throws SQLException {
        return new Opd(
                row.getObject("id", UUID.class),
                new AreaCode(row.getString("area_code")),
                row.getString("name"),
                row.getString("field"),
                row.getLong("version"));
    }
}
