package id.tumbuh.registry.duplicate;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Merging;
import id.tumbuh.registry.sameperson.MatchingModel;
import id.tumbuh.registry.sameperson.Verdict;
import id.tumbuh.registry.screening.Screener;
import id.tumbuh.registry.screening.ScreeningRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
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

    private final Database database;
    private final FindDuplicates find;
    private final MergePersons merge;
    private final SamePersonRules rules;
    private final ScreeningRules screening;

    private record Next(UUID id, PersonKind kind, PairKey pair, boolean oneIsOlder) {
        UUID older() {
            return oneIsOlder ? pair.one() : pair.other();
        }

        UUID younger() {
            return pair.besides(older());
        }
    }

    JoinBeyondDoubt(
            Database database,
            FindDuplicates find,
            MergePersons merge,
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
            Optional<Next> next = Arrays.stream(PersonKind.values())
                    .flatMap(kind -> next(tx.sql(), kind).stream())
                    .findFirst();
            next.ifPresent(pair -> join(tx, pair, model, today));
            return next.isPresent();
        });
    }

    /** Looked at once more: since the pair was found one of them may have got a NIK, or become another person. */
    private void join(Transaction tx, Next next, MatchingModel model, Screener today) {
        boolean isBeyondDoubt = !FoundToBeTwo.were(tx.sql(), next.kind(), next.pair())
                && find.compare(tx.sql(), model, next.kind(), next.pair()).verdict() == Verdict.AUTOMATIC;
        Merging outcome = isBeyondDoubt
                ? merge.merge(
                        tx, ACTOR, today, new MergePersons.Merge(next.kind(), next.younger(), next.older(), null, true))
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

    private static Optional<Next> next(Handle sql, PersonKind kind) {
        return sql.createQuery("""
            select d.id, d.one_id, d.other_id,
                (one.registered_at, one.id) < (other.registered_at, other.id) as one_is_older
            from duplicate d join %1$s one on one.id = d.one_id join %1$s other on other.id = d.other_id
            where d.kind = :kind and d.state = 'OPEN' and d.automatic and not exists (
                select from %1$s_merge m where m.undone_at is not null
                    and m.%1$s_id in (d.one_id, d.other_id) and m.survivor_id in (d.one_id, d.other_id))
            order by d.score desc, d.id limit 1 for update of d skip locked""".formatted(kind.word()))
                .bind("kind", kind.name())
                .map((row, _) -> new Next(
                        row.getObject("id", UUID.class),
                        kind,
                        new PairKey(row.getObject("one_id", UUID.class), row.getObject("other_id", UUID.class)),
                        row.getBoolean("one_is_older")))
                .findOne();
    }
}
