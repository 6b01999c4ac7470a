package id.tumbuh.registry.duplicate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.tumbuh.platform.database.Columns;
import id.tumbuh.registry.sameperson.Verdict;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The pairs of the database; one statement for each batch. */
final class Duplicates {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What was decided stays, unless one of the two says something else than then. */
    private static final String STORE = """
            insert into duplicate as held (id, one_id, other_id, score, automatic, cautions, evidence, model_version, content,
                kind)
            select id, one_id, other_id, score, automatic, string_to_array(cautions, ','), evidence::jsonb, model_version, content,
                kind
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                as row (id, one_id, other_id, score, automatic, cautions, evidence, model_version, content, kind)
            order by one_id, other_id
            on conflict on constraint duplicate_once do update
            set score = excluded.score, automatic = excluded.automatic, cautions = excluded.cautions,
                evidence = excluded.evidence, model_version = excluded.model_version, content = excluded.content,
                state = case when held.content = excluded.content then held.state else 'OPEN' end,
                decided_at = case when held.content = excluded.content then held.decided_at end,
                version = held.version + 1
            where held.state <> 'MERGED' and (held.content, held.model_version, held.score, held.automatic)
                is distinct from (excluded.content, excluded.model_version, excluded.score, excluded.automatic)""";

    private Duplicates() {}

    /** Who was compared, by which rules. */
    record Compared(PersonKind kind, Collection<UUID> ids, String modelVersion) {}

    /** A merge made or undone elsewhere decides its pair; an open pair with one that is another by now stands for nothing. */
    static void followMerges(Handle sql, PersonKind kind, Collection<UUID> persons) {
        follow(sql, kind, persons, """
                update duplicate set state = 'MERGED', decided_at = clock_timestamp(), version = version + 1
                where kind = :kind and (one_id = any(:ids) or other_id = any(:ids)) and state <> 'MERGED'
                    and %1$s(one_id) = %1$s(other_id)""");
        follow(sql, kind, persons, """
                update duplicate set state = 'UNDONE', decided_at = clock_timestamp(), version = version + 1
                where kind = :kind and (one_id = any(:ids) or other_id = any(:ids)) and state = 'MERGED'
                    and %1$s(one_id) <> %1$s(other_id)""");
    }

    private static void follow(Handle sql, PersonKind kind, Collection<UUID> persons, String update) {
        sql.createUpdate(update.formatted(kind.present()))
                .bind("kind", kind.name())
                .bindArray("ids", UUID.class, persons.toArray())
                .execute();
    }

    /** These pairs are what stands open of the persons now. */
    static void replaceOpen(Handle sql, Compared compared, List<FoundPair> found) {
        sql.createUpdate("""
                        delete from duplicate
                        where kind = :kind and (one_id = any(:ids) or other_id = any(:ids)) and state = 'OPEN'
                            and (one_id, other_id) not in (select * from unnest(:ones, :others))""")
                .bind("kind", compared.kind().name())
                .bindArray("ids", UUID.class, compared.ids().toArray())
                .bindArray(
                        "ones",
                        UUID.class,
                        found.stream().map(pair -> pair.key().one()).toArray())
                .bindArray(
                        "others",
                        UUID.class,
                        found.stream().map(pair -> pair.key().other()).toArray())
                .execute();
        if (found.isEmpty()) {
            return;
        }
        Columns.of(found)
                .uuid(_ -> UUID.randomUUID())
                .uuid(pair -> pair.key().one())
                .uuid(pair -> pair.key().other())
                .as("float8", pair -> pair.resemblance().score())
                .as("bool", pair -> pair.resemblance().verdict() == Verdict.AUTOMATIC)
                .text(pair -> pair.resemblance().cautions().stream()
                        .map(Enum::name)
                        .sorted()
                        .collect(Collectors.joining(",")))
                .text(Duplicates::evidence)
                .text(_ -> compared.modelVersion())
                .bytes(FoundPair::content)
                .text(_ -> compared.kind())
                .update(sql, STORE);
    }

    private static String evidence(FoundPair pair) {
        try {
            return JSON.writeValueAsString(pair.resemblance().evidence());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
