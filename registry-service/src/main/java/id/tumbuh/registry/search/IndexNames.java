package id.tumbuh.registry.search;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Columns;
import id.tumbuh.platform.database.Database;
import id.tumbuh.registry.duplicate.SamePersonRules;
import id.tumbuh.registry.sameperson.MatchingModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
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

    /**
     * Whose names have to be written.
     *
     * @param written those that may have words already
     */
    private record Changed(List<UUID> persons, List<UUID> written) {}

    private record Word(UUID person, UUID family, String area, String word) {}

    private record Paired(UUID person, UUID family, String area, NamePairs.Pair pair) {}

    /** Each once, however many names of a person have it. */
    private record Found(Set<Word> words, Set<Paired> pairs) {}

    /** Whether there may be more. */
    boolean step() {
        MatchingModel model = rules.today();
        return database.write(Scope.everywhere(), tx -> {
            Changed changed = take(tx.sql());
            if (changed.persons().isEmpty()) {
                return false;
            }
            Found found = read(tx.sql(), changed.persons(), model);
            forget(tx.sql(), changed.written());
            store(tx.sql(), found);
            return changed.persons().size() == config.portion();
        });
    }

    /** Of two workers each takes others; a name that changes again meanwhile is noted again. */
    private Changed take(Handle sql) {
        Changed changed = new Changed(new ArrayList<>(config.portion()), new ArrayList<>());
        sql.createQuery("""
                        delete from name_to_index where person_id in (
                            select person_id from name_to_index limit :limit for update skip locked)
                        returning person_id, is_new""")
                .bind("limit", config.portion())
                .map((row, _) -> {
                    UUID person = row.getObject(1, UUID.class);
                    changed.persons().add(person);
                    return row.getBoolean(2) || changed.written().add(person);
                })
                .list();
        return changed;
    }

    private static Found read(Handle sql, List<UUID> persons, MatchingModel model) {
        Found found = new Found(new LinkedHashSet<>(persons.size() * 3), new LinkedHashSet<>(persons.size() * 6));
        sql.createQuery(NAMES)
                .bindArray("ids", UUID.class, persons.toArray())
                .map((row, _) -> {
                    UUID person = row.getObject("person_id", UUID.class);
                    UUID family = row.getObject("family_id", UUID.class);
                    String area = row.getString("area_code");
                    List<String> words = model.sounds(row.getString("name"));
                    words.forEach(word -> found.words().add(new Word(person, family, area, word)));
                    NamePairs.of(words).forEach(pair -> found.pairs().add(new Paired(person, family, area, pair)));
                    return person;
                })
                .list();
        return found;
    }

    private static void forget(Handle sql, List<UUID> persons) {
        if (persons.isEmpty()) {
            return;
        }
        for (String table : List.of("name_word", "name_pair")) {
            sql.createUpdate("delete from " + table + " where person_id = any(:ids)")
                    .bindArray("ids", UUID.class, persons.toArray())
                    .execute();
        }
    }

    /** In the order of an index, so that neighbours are written to the same pages. */
    private static void store(Handle sql, Found found) {
        Columns.of(List.copyOf(found.words()))
                .uuid(Word::person)
                .uuid(Word::family)
                .text(Word::area)
                .text(Word::word)
                .text(word -> NamePairs.reversed(word.word()))
                .update(sql, """
                        insert into name_word (person_id, family_id, area_code, word, back)
                        select * from unnest(?, ?, ?, ?, ?) as row (person_id, family_id, area_code, word, back)
                        order by word, area_code
                        on conflict on constraint name_word_pk do nothing""");
        Columns.of(List.copyOf(found.pairs()))
                .uuid(Paired::person)
                .uuid(Paired::family)
                .text(Paired::area)
                .text(one -> one.pair().forwards())
                .text(one -> one.pair().backwards())
                .update(sql, """
                        insert into name_pair (person_id, family_id, area_code, pair, back)
                        select * from unnest(?, ?, ?, ?, ?) as row (person_id, family_id, area_code, pair, back)
                        order by pair, area_code
                        on conflict on constraint name_pair_pk do nothing""");
    }
}
