package id.tumbuh.measurement.maternal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.measurement.sql.SetStatement;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The checks of one kind in the database, as far as the transaction's scope reaches. */
final class CheckStore<C extends CheckContent, F> {

    private final CheckKind<C, F> kind;
    private final ObjectMapper json;

    CheckStore(CheckKind<C, F> kind, ObjectMapper json) {
        this.kind = kind;
        this.json = json;
    }

    /** A check that is there: enough to tell a repetition from another content. */
    record Known<F>(UUID id, long contentHash, F finding) {}

    /** Inserts those whose id is free and returns their ids; in the order of the ids, so that no two wait in a circle. */
    Set<UUID> insert(Handle sql, Collection<Check<C, F>> checks, String recordedBy) {
        List<Check<C, F>> ordered = checks.stream()
                .sorted((one, other) -> one.id().toString().compareTo(other.id().toString()))
                .toList();
        return new HashSet<>(SetStatement.over(ordered, sql, """
                        insert into %s (id, subject_id, family_id, area_code, checked_on, version, content, finding,
                            content_hash, recorded_by)
                        select id, subject_id, family_id, area_code, date '1970-01-01' + day, 1, content::jsonb,
                            finding::jsonb, content_hash, recorded_by
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) as came (id, subject_id, family_id, area_code, day, content,
                            finding, content_hash, recorded_by)
                        on conflict (id) do nothing returning id""".formatted(kind.table()))
                .uuid(Check::id)
                .uuid(check -> check.content().subjectId())
                .uuid(check -> check.content().family())
                .text(check -> check.content().areaCode())
                .day(check -> check.content().checkedOn())
                .text(check -> write(check.content()))
                .text(check -> write(check.finding()))
                .whole(check -> hash(check.content()))
                .text(_ -> recordedBy)
                .query(row -> row.getObject(1, UUID.class)));
    }

    Map<UUID, Known<F>> known(Handle sql, Collection<UUID> ids) {
        Map<UUID, Known<F>> known = new HashMap<>();
        SetStatement.overIds(
                        ids, sql, "select id, content_hash, finding from %s where id = any(?)".formatted(kind.table()))
                .query(row -> new Known<>(
                        row.getObject(1, UUID.class), row.getLong(2), read(row.getString(3), kind.findingType())))
                .forEach(one -> known.put(one.id(), one));
        return known;
    }

    Optional<Check<C, F>> find(Handle sql, UUID id) {
        return find(sql, id, "");
    }

    /** Held until the transaction ends: two corrections of one check come one after the other. */
    Optional<Check<C, F>> lock(Handle sql, UUID id) {
        return find(sql, id, " for no key update");
    }

    private Optional<Check<C, F>> find(Handle sql, UUID id, String lock) {
        return sql.createQuery("select * from %s where id = :id%s".formatted(kind.table(), lock))
                .bind("id", id)
                .map((row, _) -> check(row))
                .findOne();
    }

    /** Newest first, from after the last one of the page before. */
    List<Check<C, F>> page(Handle sql, UUID subject, @Nullable PageEnd after, int limit) {
        PageEnd end = after == null ? PageEnd.BEFORE_THE_FIRST : after;
        return sql.createQuery("""
                        select * from %s where subject_id = :subject and (checked_on, id) < (:day, :id)
                        order by checked_on desc, id desc limit :limit""".formatted(kind.table()))
                .bind("subject", subject)
                .bind("day", end.checkedOn())
                .bind("id", end.id())
                .bind("limit", limit)
                .map((row, _) -> check(row))
                .list();
    }

    /** Where a page ended. */
    record PageEnd(LocalDate checkedOn, UUID id) {
        static final PageEnd BEFORE_THE_FIRST = new PageEnd(LocalDate.of(9999, 12, 31), new UUID(-1, -1));
    }

    /**
     * Puts a revision in the place of the one before, which goes to the history as it was. The fingerprint stays that of the first:
     * an app that sends its row again after somebody corrected it hears that it arrived.
     */
    void replace(Handle sql, Check<C, F> revision, String recordedBy) {
        sql.createUpdate("insert into %s_revision select c.*, clock_timestamp() from %s c where id = :id"
                        .formatted(kind.table(), kind.table()))
                .bind("id", revision.id())
                .execute();
        sql.createUpdate("""
                        update %s set version = :version, voided = :voided, reason = :reason, area_code = :area,
                            checked_on = :day, content = cast(:content as jsonb), finding = cast(:finding as jsonb),
                            recorded_by = :by, recorded_at = clock_timestamp()
                        where id = :id""".formatted(kind.table()))
                .bind("id", revision.id())
                .bind("version", revision.version())
                .bind("voided", revision.voided())
                .bind("reason", revision.reason())
                .bind("area", revision.content().areaCode())
                .bind("day", revision.content().checkedOn())
                .bind("content", write(revision.content()))
                .bind("finding", write(revision.finding()))
                .bind("by", recordedBy)
                .execute();
    }

    /**
     * A fingerprint of what was sent, by which a repetition is known again; not of who sent it. 64 bits of SHA-256: another
     * content under the same id is found out but for one case in 10^19.
     */
    long hash(C content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(content));
            return ByteBuffer.wrap(digest).getLong();
        } catch (JsonProcessingException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("a check can't be fingerprinted", impossible);
        }
    }

    private Check<C, F> check(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return new Check<>(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getBoolean("voided"),
                reason == null ? null : CorrectionReason.valueOf(reason),
                read(row.getString("content"), kind.contentType()),
                read(row.getString("finding"), kind.findingType()));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a check can't be written", impossible);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException broken) {
            // without the cause, which quotes what it could not read
            throw new IllegalStateException("a stored check can't be read as " + type.getSimpleName());
        }
    }
}
