package id.tumbuh.registry.search;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.registry.batch.Columns;
import id.tumbuh.registry.duplicate.SamePersonRules;
import id.tumbuh.registry.sameperson.MatchingModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Writes the words of names that have changed. */
@ApplicationScoped
class IndexNames {
    /** Names of those who stand for themselves; a merged record is found by the one it was found to be. */
    private static final String NAMES = """
            select id as person_id, id as family_id, area_code, head_name as name from family
            where id = any(:ids) and head_name is not null and merged_into is null
            union all
            select id, family_id, area_code, name from child
            where id = any(:ids) and name is not null and merged_into is null
            union all
            select id, family_id, area_code, name from member
            where id = any(:ids) and name is not null and merged_into is null
            union all
            select id, family_id, area_code, unnest(other_names) from member where id = any(:ids) and merged_into is null""";

    private final Database database;
    private final SamePersonRules rules;
    private final SearchConfig config;

    IndexNames(Database database, SamePersonRules rules, SearchConfig config) {
        this.database = database;
        this.rules = rules;
        this.config = config;
    }

    private record Word(UUID person, UUID family, String area, String word) {}

    /** Whether there may be more. */
    boolean step() {
        MatchingModel model = rules.today();
        return database.write(Scope.everywhere(), tx -> {
            List<UUID> changed = take(tx.sql());
            if (changed.isEmpty()) {
                return false;
            }
            List<Word> words = words(tx.sql(), changed, model);
            tx.sql()
                    .createUpdate("delete from name_word where person_id = any(:ids)")
                    .bindArray("ids", UUID.class, changed.toArray())
                    .execute();
            Columns.of(words)
                    .uuid(Word::person)
                    .uuid(Word::family)
                    .text(Word::area)
                    .text(Word::word)
                    .text(word -> new StringBuilder(word.word()).reverse())
                    .update(tx.sql(), """
                            insert into name_word (person_id, family_id, area_code, word, back)
                            select * from unnest(?, ?, ?, ?, ?)""");
            return changed.size() == config.portion();
        });
    }

    /** Of two workers each takes others; a name that changes again meanwhile is noted again. */
    private List<UUID> take(Handle sql) {
        return sql.createQuery("""
                        delete from name_to_index where person_id in (
                            select person_id from name_to_index limit :limit for update skip locked)
                        returning person_id""")
                .bind("limit", config.portion())
                .mapTo(UUID.class)
                .list();
    }

    /** Each once, however many names of a person have it. */
    private static List<Word> words(Handle sql, List<UUID> persons, MatchingModel model) {
        Set<Word> words = new LinkedHashSet<>(persons.size() * 3);
        sql.createQuery(NAMES)
                .bindArray("ids", UUID.class, persons.toArray())
                .map((row, _) -> {
                    UUID person = row.getObject("person_id", UUID.class);
                    UUID family = row.getObject("family_id", UUID.class);
                    String area = row.getString("area_code");
                    model.sounds(row.getString("name"))
                            .forEach(word -> words.add(new Word(person, family, area, word)));
                    return person;
                })
                .list();
        return List.copyOf(words);
    }
}
