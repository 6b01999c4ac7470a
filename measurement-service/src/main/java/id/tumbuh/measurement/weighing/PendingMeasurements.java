package id.tumbuh.measurement.weighing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.tumbuh.measurement.sql.SetStatement;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Measurements that wait for their child, each under the scope of who sent it. */
@ApplicationScoped
class PendingMeasurements {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    /** One that waits, and what was seen of it. */
    record Waiting(Submission submission, Scope scope) {
        boolean mayReach(String areaCode) {
            return scope.allows(new AreaCode(areaCode));
        }
    }

    /** Keeps those whose id is free, an imported one also when it is newer, and returns the ids that now wait as sent. */
    Set<UUID> keep(Handle sql, List<Submission> submissions) {
        SetStatement.over(submissions, sql, """
                        insert into pending_measurement (id, child_id, wilayah, content_hash, import_version, submission)
                        select id, child_id, current_setting('app.wilayah'), content_hash, import_version, submission::jsonb
                        from unnest(?, ?, ?, ?, ?) as came (id, child_id, content_hash, import_version, submission)
                        on conflict (id) do update set child_id = excluded.child_id, content_hash = excluded.content_hash,
                            import_version = excluded.import_version, submission = excluded.submission, refused = null
                        where pending_measurement.import_version < excluded.import_version""")
                .uuid(Submission::id)
                .uuid(Submission::childId)
                .whole(Submission::contentHash)
                .wholeOrNull(
                        one -> one.imported() == null ? null : one.imported().version())
                .text(PendingMeasurements::write)
                .execute();
        Map<UUID, Long> waiting =
                hashes(sql, submissions.stream().map(Submission::id).toList());
        Set<UUID> kept = new HashSet<>();
        for (Submission submission : submissions) {
            if (Long.valueOf(submission.contentHash()).equals(waiting.get(submission.id()))) {
                kept.add(submission.id());
            }
        }
        return kept;
    }

    private static Map<UUID, Long> hashes(Handle sql, List<UUID> ids) {
        Map<UUID, Long> hashes = new HashMap<>();
        SetStatement.overIds(ids, sql, "select id, content_hash from pending_measurement where id = any(?)")
                .query(row -> hashes.put(row.getObject(1, UUID.class), row.getLong(2)));
        return hashes;
    }

    List<Waiting> of(Handle sql, Collection<UUID> children) {
        return SetStatement.overIds(
                        children,
                        sql,
                        "select submission, wilayah from pending_measurement where child_id = any(?) order by id")
                .query(row -> new Waiting(read(row.getString(1)), Scope.fromSetting(row.getString(2))));
    }

    void done(Handle sql, Collection<UUID> ids) {
        SetStatement.overIds(ids, sql, "delete from pending_measurement where id = any(?)")
                .execute();
    }

    /** Its child is here, and still it can't be: it goes on waiting, for a correction of the child, with the reason. */
    void refuse(Handle sql, Map<UUID, String> reasons) {
        SetStatement.over(reasons.entrySet(), sql, """
                        update pending_measurement set refused = found.reason from unnest(?, ?) as found (id, reason)
                        where pending_measurement.id = found.id""")
                .uuid(Map.Entry::getKey)
                .text(Map.Entry::getValue)
                .execute();
    }

    private static String write(Submission submission) {
        try {
            return JSON.writeValueAsString(submission);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a submission can't be written", impossible);
        }
    }

    private static Submission read(String submission) {
        try {
            return JSON.readValue(submission, Submission.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a submission can't be read", impossible);
        }
    }
}
