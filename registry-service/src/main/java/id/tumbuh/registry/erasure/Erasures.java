package id.tumbuh.registry.erasure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The erasures of the database, and who has confirmed them. */
final class Erasures {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Erasures() {}

    /** False when the id is taken, or an erasure of the same subject was asked for. */
    static boolean add(Handle sql, Erasure erasure) {
        return sql.createUpdate("""
                        insert into erasure (id, kind, subject_id, family_id, area_code, reason, request_reference, requested_by,
                            requested_at)
                        values (:id, :kind, :subject, :family, :area, :reason, :reference, :requestedBy, :requestedAt)
                        on conflict do nothing""")
                        .bind("id", erasure.id())
                        .bind("kind", erasure.subject().kind().name())
                        .bind("subject", erasure.subject().id())
                        .bind("family", erasure.familyId())
                        .bind("area", erasure.area())
                        .bind("reason", erasure.reason())
                        .bind("reference", erasure.requestReference())
                        .bind("requestedBy", erasure.requestedBy())
                        .bind("requestedAt", erasure.requestedAt().atOffset(ZoneOffset.UTC))
                        .execute()
                == 1;
    }

    static Optional<Erasure> find(Handle sql, UUID id) {
        return find(sql, id, "");
    }

    /** Two who decide at once are one decision. */
    static Optional<Erasure> lock(Handle sql, UUID id) {
        return find(sql, id, " for update");
    }

    static Optional<Erasure> of(Handle sql, Erasure.Subject subject) {
        return sql.createQuery("select * from erasure where kind = :kind and subject_id = :id")
                .bind("kind", subject.kind().name())
                .bind("id", subject.id())
                .map((row, _) -> erasure(row))
                .findOne();
    }

    private static Optional<Erasure> find(Handle sql, UUID id, String how) {
        return sql.createQuery("select * from erasure where id = :id" + how)
                .bind("id", id)
                .map((row, _) -> erasure(row))
                .findOne();
    }

    static void finish(Handle sql, UUID id, Erasure.Done done) {
        sql.createUpdate("""
                        update erasure set approved_by = :by, erased_at = :at, child_ids = :children, other_ids = :others,
                            counts = cast(:counts as jsonb)
                        where id = :id""")
                .bind("by", done.approvedBy())
                .bind("at", done.at().atOffset(ZoneOffset.UTC))
                .bindArray("children", UUID.class, done.childIds().toArray())
                .bindArray("others", UUID.class, done.otherIds().toArray())
                .bind("counts", written(done.counts()))
                .bind("id", id)
                .execute();
    }

    static void remove(Handle sql, UUID id) {
        sql.createUpdate("delete from erasure where id = :id").bind("id", id).execute();
    }

    /** The first confirmation holds: one that comes again after a restore counts what was restored. */
    static void confirm(Handle sql, UUID id, Confirmation confirmation) {
        sql.createUpdate("""
                        insert into erasure_confirmation (erasure_id, service, counts, confirmed_at)
                        values (:id, :service, cast(:counts as jsonb), :at)
                        on conflict on constraint erasure_confirmation_pk do nothing""")
                .bind("id", id)
                .bind("service", confirmation.service())
                .bind("counts", written(confirmation.counts()))
                .bind("at", confirmation.at().atOffset(ZoneOffset.UTC))
                .execute();
    }

    static List<Confirmation> confirmations(Handle sql, UUID id) {
        return sql.createQuery("select * from erasure_confirmation where erasure_id = :id order by service")
                .bind("id", id)
                .map((row, _) -> new Confirmation(
                        row.getString("service"), instant(row, "confirmed_at"), counts(row.getString("counts"))))
                .list();
    }

    /** That a service holds nothing more of the persons. */
    record Confirmation(String service, Instant at, Map<String, Long> counts) {
        Confirmation {
            counts = Map.copyOf(counts);
        }
    }

    private static Erasure erasure(ResultSet row) throws SQLException {
        String approvedBy = row.getString("approved_by");
        return new Erasure(
                row.getObject("id", UUID.class),
                new Erasure.Subject(
                        Erasure.Kind.valueOf(row.getString("kind")), row.getObject("subject_id", UUID.class)),
                row.getObject("family_id", UUID.class),
                row.getString("area_code"),
                row.getString("reason"),
                row.getString("request_reference"),
                row.getString("requested_by"),
                instant(row, "requested_at"),
                approvedBy == null ? null : done(row, approvedBy));
    }

    private static Erasure.Done done(ResultSet row, String approvedBy) throws SQLException {
        return new Erasure.Done(
                approvedBy,
                instant(row, "erased_at"),
                ids(row.getArray("child_ids")),
                ids(row.getArray("other_ids")),
                counts(row.getString("counts")));
    }

    private static List<UUID> ids(Array array) throws SQLException {
        return Arrays.asList((UUID[]) array.getArray());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Map<String, Long> counts(@Nullable String json) {
        try {
            return json == null ? Map.of() : JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("counts can't be read", broken);
        }
    }

    private static String written(Map<String, Long> counts) {
        try {
            return JSON.writeValueAsString(counts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
