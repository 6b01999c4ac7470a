package id.tumbuh.registry.duplicate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.tumbuh.registry.batch.Columns;
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
            insert into duplicate as held (id, one_id, other_id, score, automatic, cautions, evidence, model_version, content)
            select id, one_id, other_id, score, automatic, string_to_array(cautions, ','), evidence::jsonb, model_version, content
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
                as row (id, one_id, other_id, score, automatic, cautions, evidence, model_version, content)
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

    /** A merge made or undone elsewhere decides its pair; an open pair with one that is another by now stands for nothing. */
    static void followMerges(Handle sql, Collection<UUID> children) {
        sql.createUpdate("""
                        update duplicate set state = 'MERGED', decided_at = clock_timestamp(), version = version + 1
                        where (one_id = any(:ids) or other_id = any(:ids)) and state <> 'MERGED'
                            and present_child(one_id) = present_child(other_id)""").bindArray("ids", UUID.class, children.toArray()).execute();
        sql.createUpdate("""
                        update duplicate set state = 'UNDONE', decided_at = clock_timestamp(), version = version + 1
                        where (one_id = any(:ids) or other_id = any(:ids)) and state = 'MERGED'
                            and present_child(one_id) <> present_child(other_id)""").bindArray("ids", UUID.class, children.toArray()).execute();
    }

    /** These pairs are what stands open of the children now. */
    static void replaceOpen(Handle sql, Collection<UUID> children, List<FoundPair> found, String modelVersion) {
        sql.createUpdate("""
                        delete from duplicate
                        where (one_id = any(:ids) or other_id = any(:ids)) and state = 'OPEN'
                            and (one_id, other_id) not in (select * from unnest(:ones, :others))""")
                .bindArray("ids", UUID.class, children.toArray())
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
                .text(_ -> modelVersion)
                .bytes(FoundPair::content)
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
