package id.tumbuh.registry.duplicate;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.child.MergeChildren;
import id.tumbuh.registry.child.Merging;
import id.tumbuh.registry.sameperson.MatchingModel;
import id.tumbuh.registry.sameperson.Verdict;
import id.tumbuh.registry.screening.Screener;
import id.tumbuh.registry.screening.ScreeningRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Merges pairs whose score leaves no doubt, the younger registration into the older. It is audited as automatic and is undone like
 * any other; what a person undid is never joined by itself again.
 */
@ApplicationScoped
class JoinBeyondDoubt {
    static final Actor ACTOR = new Actor("registry.same-person", null, Scope.everywhere());

    private static final String NEXT = """
            select d.id, d.one_id, d.other_id,
                (one.registered_at, one.id) < (other.registered_at, other.id) as one_is_older
            from duplicate d join child one on one.id = d.one_id join child other on other.id = d.other_id
            where d.state = 'OPEN' and d.automatic and not exists (
                select from child_merge m where m.undone_at is not null
                    and m.child_id in (d.one_id, d.other_id) and m.survivor_id in (d.one_id, d.other_id))
            order by d.score desc, d.id limit 1 for update of d skip locked""";

    /**
     * A file or a source that lists both says that they are two, and an import compares each row with all children of the
     * kabupaten before it makes a new one: whether these are wrong is for a person to say.
     */
    private static final String FOUND_TO_BE_TWO = """
            select exists (
                    select from import_row a join import_row b on b.import_id = a.import_id and b.child_id = :other
                    where a.child_id = :one)
                or exists (
                    select from external_id a join external_id b on b.source_id = a.source_id and b.child_id = :other
                    where a.child_id = :one)
                or exists (
                    select from child one join child other on other.id = :other
                        and left(other.area_code, 5) = left(one.area_code, 5)
                    where one.id = :one and exists (select from import_row i where i.child_id in (one.id, other.id)))""";

    private final Database database;
    private final FindDuplicates find;
    private final MergeChildren merge;
    private final SamePersonRules rules;
    private final ScreeningRules screening;

    private record Next(UUID id, PairKey pair, boolean oneIsOlder) {
        UUID older() {
            return oneIsOlder ? pair.one() : pair.other();
        }
    }

    JoinBeyondDoubt(
            Database database,
            FindDuplicates find,
            MergeChildren merge,
            SamePersonRules rules,
            ScreeningRules screening) {
        this.database = database;
        this.find = find;
        this.merge = merge;
        this.rules = rules;
        this.screening = screening;
    }

    /** Each pair in a transaction of its own; returns whether there was one. */
    boolean joinOne() {
        MatchingModel model = rules.today();
        Screener today = screening.today();
        return database.write(ACTOR.scope(), tx -> {
            Optional<Next> next = next(tx.sql());
            next.ifPresent(pair -> join(tx, pair, model, today));
            return next.isPresent();
        });
    }

    /** Looked at once more: since the pair was found one of them may have got a NIK, or become another child. */
    private void join(Transaction tx, Next next, MatchingModel model, Screener today) {
        boolean isBeyondDoubt = !wereFoundToBeTwo(tx.sql(), next.pair())
                && find.compare(tx.sql(), model, next.pair()).verdict() == Verdict.AUTOMATIC;
        Merging outcome = isBeyondDoubt
                ? merge.merge(
                        tx,
                        ACTOR,
                        today,
                        new MergeChildren.Merge(next.pair().besides(next.older()), next.older(), null, true))
                : new Merging.Unknown();
        boolean isMerged = outcome instanceof Merging.Done || outcome instanceof Merging.Unchanged;
        tx.sql()
                .createUpdate(
                        isMerged
                                ? "update duplicate set state = 'MERGED', decided_at = clock_timestamp(), version = version + 1 where id = :id"
                                : "update duplicate set automatic = false, version = version + 1 where id = :id")
                .bind("id", next.id())
                .execute();
    }

    private static boolean wereFoundToBeTwo(Handle sql, PairKey pair) {
        return sql.createQuery(FOUND_TO_BE_TWO)
                .bind("one", pair.one())
                .bind("other", pair.other())
                .mapTo(Boolean.class)
                .one();
    }

    private static Optional<Next> next(Handle sql) {
        return sql.createQuery(NEXT)
                .map((row, _) -> new Next(
                        row.getObject("id", UUID.class),
                        new PairKey(row.getObject("one_id", UUID.class), row.getObject("other_id", UUID.class)),
                        row.getBoolean("one_is_older")))
                .findOne();
    }
}
