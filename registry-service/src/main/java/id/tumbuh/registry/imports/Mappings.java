package id.tumbuh.registry.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.imports.mapping.FormatSpec;
import id.tumbuh.registry.imports.mapping.Profile;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The mapping profiles of sources, every version of them. */
@ApplicationScoped
class Mappings {
    private static final int MOST_LISTED = 100;

    private final Database database;
    private final ObjectMapper json;

    Mappings(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** One version; version 0 is built in and belongs to nobody. */
    record Stored(long version, Instant storedAt, MappingForm profile) {}

    /** The profile an import was taken with, whatever was stored since. */
    Profile read(ImportJob job, FormatSpec format) {
        UUID source = job.source();
        if (source == null || job.mappingVersion() == 0) {
            return format.builtIn();
        }
        return database.read(
                job.actor().scope(),
                sql -> list(sql, source, job.kind()).stream()
                        .filter(stored -> stored.version() == job.mappingVersion())
                        .map(stored -> stored.profile().profile(format))
                        .findFirst()
                        .orElseThrow());
    }

    static long current(Handle sql, UUID source, ImportKind kind) {
        return sql.createQuery("""
                        select coalesce(max(version), 0) from source_mapping
                        where source_id = :source and format = :format""")
                .bind("source", source)
                .bind("format", kind.name())
                .mapTo(Long.class)
                .one();
    }

    Optional<Stored> find(Handle sql, UUID source, ImportKind kind) {
        return list(sql, source, kind).stream().findFirst();
    }

    /** The newest first. */
    List<Stored> list(Handle sql, UUID source, ImportKind kind) {
        return sql.createQuery("""
                        select version, stored_at, profile from source_mapping
                        where source_id = :source and format = :format order by version desc""")
                .bind("source", source)
                .bind("format", kind.name())
                .map((row, _) -> stored(row))
                .list();
    }

    List<Stored> history(Handle sql, UUID source, ImportKind kind) {
        return list(sql, source, kind).stream().limit(MOST_LISTED).toList();
    }

    /** Whether the version was still the expected one; two writers at once wait for each other at the source. */
    boolean store(Transaction tx, Source source, ImportKind kind, long expected, MappingForm profile) {
        tx.sql()
                .createQuery("select id from source where id = :id for update")
                .bind("id", source.id())
                .mapTo(UUID.class)
                .one();
        if (current(tx.sql(), source.id(), kind) != expected) {
            return false;
        }
        tx.sql()
                .createUpdate("""
                        insert into source_mapping (source_id, format, version, profile)
                        values (:source, :format, :version, cast(:profile as jsonb))""")
                .bind("source", source.id())
                .bind("format", kind.name())
                .bind("version", expected + 1)
                .bind("profile", written(profile))
                .execute();
        return true;
    }

    private String written(MappingForm profile) {
        try {
            return json.writeValueAsString(profile);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a profile can't be written", impossible);
        }
    }

    private Stored stored(ResultSet row) throws SQLException {
        try {
            return new Stored(
                    row.getLong("version"),
                    row.getObject("stored_at", OffsetDateTime.class).toInstant(),
                    json.readValue(row.getString("profile"), MappingForm.class));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a stored profile can't be read", broken);
        }
    }
}
