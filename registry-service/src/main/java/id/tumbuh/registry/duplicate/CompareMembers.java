package id.tumbuh.registry.duplicate;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.registry.sameperson.MatchingModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Compares members that have changed. The transaction that changed one has noted it (a trigger does, whoever writes); the note goes
 * with the transaction that compared it, so that a crash loses none, and what is read is the member as it is now.
 */
@ApplicationScoped
class CompareMembers {
    private final Database database;
    private final FindDuplicates find;
    private final SamePersonRules rules;
    private final DuplicateConfig config;

    CompareMembers(Database database, FindDuplicates find, SamePersonRules rules, DuplicateConfig config) {
        this.database = database;
        this.find = find;
        this.rules = rules;
        this.config = config;
    }

    /** Returns whether there was something to do. */
    boolean step() {
        MatchingModel model = rules.today();
        return database.write(Scope.everywhere(), tx -> {
            List<UUID> changed = take(tx.sql());
            find.find(tx, model, PersonKind.MEMBER, new TreeSet<>(changed));
            return !changed.isEmpty();
        });
    }

    /** Of two workers each takes others. */
    private List<UUID> take(Handle sql) {
        return sql.createQuery("""
                        delete from member_to_compare where id in (
                            select id from member_to_compare order by id limit :limit for update skip locked)
                        returning member_id""")
                .bind("limit", config.scanStep())
                .mapTo(UUID.class)
                .list();
    }
}
