package id.tumbuh.intervention.rembuk;

import id.tumbuh.intervention.listing.AreaRange;
import id.tumbuh.intervention.listing.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The meetings of the database. */
final class Rembuks {
    private static final String WITH_REVISION = """
            select m.id, m.state, m.version, r.revision, r.reason, r.content, r.sha256
            from rembuk m join rembuk_revision r on r.rembuk_id = m.id and r.revision =\s""";

    private Rembuks() {}

    /** In a list, without its minutes and signatures. */
    record Listed(UUID id, String area, LocalDate heldOn, int revision, Rembuk.State state, long version) {}

    static List<Listed> page(Handle sql, AreaRange areas, Page page) {
        return sql.createQuery("""
                        select * from rembuk where area_code >= :from and area_code < :to
                            and (area_code, id) > (:afterArea, :afterId)
                        order by area_code, id limit :rows""")
                .bind("from", areas.from())
                .bind("to", areas.to())
                .bind("afterArea", page.after().area())
                .bind("afterId", page.after().id())
                .bind("rows", page.rowsToRead())
                .map((row, _) -> new Listed(
                        row.getObject("id", UUID.class),
                        row.getString("area_code"),
                        row.getObject("held_on", LocalDate.class),
                        row.getInt("revision"),
                        Rembuk.State.valueOf(row.getString("state")),
                        row.getLong("version")))
                .list();
    }

    static Optional<Rembuk> find(Handle sql, UUID id) {
        return sql.createQuery(WITH_REVISION + "m.revision where m.id = :id")
                .bind("id", id)
                .map((row, _) -> rembuk(sql, row, Rembuk.State.valueOf(row.getString("state"))))
                .findOne();
    }

    /** As one of its revisions had it, which is signed if anybody signed it. */
    static Optional<Rembuk> find(Handle sql, UUID id, int revision) {
        return sql.createQuery(WITH_REVISION + ":revision where m.id = :id")
                .bind("id", id)
                .bind("revision", revision)
                .map((row, _) -> rembuk(
                        sql, row, signatures(sql, id, revision).isEmpty() ? Rembuk.State.DRAFT : Rembuk.State.SIGNED))
                .findOne();
    }

    static Optional<Rembuk> lock(Handle sql, UUID id) {
        return sql.createQuery("select id from rembuk where id = :id for update")
                .bind("id", id)
                .mapTo(UUID.class)
                .findOne()
                .flatMap(locked -> find(sql, locked));
    }

    /** Returns false when the id is taken, also by one that the transaction may not see. */
    static boolean insert(Handle sql, Rembuk rembuk) {
        boolean stored = sql.createUpdate("""
                        insert into rembuk (id, area_code, held_on, revision, state, version)
                        values (:id, :area, :heldOn, :revision, :state, :version) on conflict (id) do nothing""")
                        .bind("id", rembuk.id())
                        .bind("area", rembuk.minutes().area().value())
                        .bind("heldOn", rembuk.minutes().heldOn())
                        .bind("revision", rembuk.revision())
                        .bind("state", rembuk.state().name())
                        .bind("version", rembuk.version())
                        .execute()
                == 1;
        if (stored) {
            storeRevision(sql, rembuk);
        }
        return stored;
    }

    static void update(Handle sql, Rembuk rembuk) {
        sql.createUpdate("""
                        update rembuk set held_on = :heldOn, revision = :revision, state = :state, version = :version
                        where id = :id""")
                .bind("id", rembuk.id())
                .bind("heldOn", rembuk.minutes().heldOn())
                .bind("revision", rembuk.revision())
                .bind("state", rembuk.state().name())
                .bind("version", rembuk.version())
                .execute();
    }

    /** Of a draft: the database refuses to write a signed one again. */
    static void storeRevision(Handle sql, Rembuk rembuk) {
        sql.createUpdate("""
                        insert into rembuk_revision (rembuk_id, revision, area_code, content, sha256, reason)
                        values (:id, :revision, :area, :content, :sha256, :reason)
                        on conflict (rembuk_id, revision) do update set content = excluded.content, sha256 = excluded.sha256""")
                .bind("id", rembuk.id())
                .bind("revision", rembuk.revision())
                .bind("area", rembuk.minutes().area().value())
                .bind("content", rembuk.minutes().text(rembuk.id(), rembuk.revision()))
                .bind("sha256", rembuk.sha256())
                .bind("reason", rembuk.reason())
                .execute();
    }

    static void insert(Handle sql, Rembuk rembuk, Rembuk.Signature signature) {
        sql.createUpdate("""
                        insert into rembuk_signature (rembuk_id, revision, subject, on_behalf, area_code, sha256, signed_at)
                        values (:id, :revision, :subject, :onBehalf, :area, :sha256, :signedAt)""")
                .bind("id", rembuk.id())
                .bind("revision", rembuk.revision())
                .bind("subject", signature.subject())
                .bind("onBehalf", signature.onBehalfOf())
                .bind("area", rembuk.minutes().area().value())
                .bind("sha256", rembuk.sha256())
                .bind("signedAt", signature.signedAt())
                .execute();
    }

    private static Rembuk rembuk(Handle sql, ResultSet row, Rembuk.State state) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        int revision = row.getInt("revision");
        return new Rembuk(
                id,
                Minutes.of(row.getString("content")),
                revision,
                row.getString("reason"),
                state,
                row.getString("sha256"),
                signatures(sql, id, revision),
                row.getLong("version"));
    }

    private static List<Rembuk.Signature> signatures(Handle sql, UUID id, int revision) {
        return sql.createQuery("""
                        select subject, on_behalf, signed_at from rembuk_signature
                        where rembuk_id = :id and revision = :revision order by signed_at, on_behalf""")
                .bind("id", id)
                .bind("revision", revision)
                .map((row, _) -> new Rembuk.Signature(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .list();
    }
}
