package id.tumbuh.registry.duplicate;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Merging;
import id.tumbuh.registry.problem.RegistryProblem;
import id.tumbuh.registry.screening.Screener;
import id.tumbuh.registry.screening.ScreeningRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A person reads a pair and decides. Row level security says which pairs are the actor's business; the other record of the pair may
 * lie elsewhere, so it is read, and the merge done, for the pair's sake: the actor can give up records of its own areas only.
 */
@ApplicationScoped
class DecideDuplicate {
    private final Database database;
    private final MergePersons merge;
    private final ScreeningRules rules;

    DecideDuplicate(Database database, MergePersons merge, ScreeningRules rules) {
        this.database = database;
        this.merge = merge;
        this.rules = rules;
    }

    /** A pair with both its records. */
    record Read(DuplicateRow row, Map<UUID, ComparedPerson> persons) {}

    /** The reading of both is audited before anything is answered. */
    Optional<Read> read(Actor actor, UUID id) {
        return isTheirs(actor, id)
                ? database.write(
                        Scope.everywhere(),
                        tx -> DuplicateRow.find(tx.sql(), id).map(row -> read(tx, actor, row)))
                : Optional.empty();
    }

    private static Read read(Transaction tx, Actor actor, DuplicateRow row) {
        Map<UUID, ComparedPerson> persons = ComparedPerson.read(
                tx.sql(), row.kind(), List.of(row.pair().one(), row.pair().other()));
        persons.forEach((id, compared) -> tx.audit(actor.did(
                "READ", row.kind().word(), id, compared.person().desa().value())));
        return new Read(row, persons);
    }

    /** The other of the pair becomes the survivor. */
    Merging merge(Actor actor, UUID id, UUID survivor, @Nullable String reason) {
        Screener today = rules.today();
        return decide(actor, id, (tx, row) -> {
            if (!survivor.equals(row.pair().one())
                    && !survivor.equals(row.pair().other())) {
                return new Merging.Refused(RegistryProblem.DUPLICATE_NOT_OF_PAIR, "/survivor");
            }
            UUID givenUp = row.pair().besides(survivor);
            if (!actor.scope().allows(area(tx, row.kind(), givenUp))) {
                return new Merging.Refused(RegistryProblem.DUPLICATE_NOT_YOURS, "/survivor");
            }
            Merging outcome =
                    merge.merge(tx, actor, today, new MergePersons.Merge(row.kind(), givenUp, survivor, reason, false));
            if (outcome instanceof Merging.Done) {
                settle(tx, row, DuplicatePages.State.MERGED);
            }
            return outcome;
        });
    }

    /** Remembered until one of the two says something else. */
    Merging keepApart(Actor actor, UUID id) {
        return decide(actor, id, (tx, row) -> {
            switch (row.state()) {
                case DIFFERENT -> {
                    return new Merging.Unchanged();
                }
                case MERGED -> {
                    return new Merging.Refused(RegistryProblem.DUPLICATE_DECIDED, "");
                }
                case OPEN, UNDONE -> settle(tx, row, DuplicatePages.State.DIFFERENT);
            }
            tx.audit(actor.did(
                    "KEEP_APART",
                    "duplicate",
                    row.id(),
                    area(tx, row.kind(), row.pair().one()).value()));
            return new Merging.Done();
        });
    }

    private Merging decide(Actor actor, UUID id, BiFunction<Transaction, DuplicateRow, Merging> decision) {
        if (!isTheirs(actor, id)) {
            return new Merging.Unknown();
        }
        return database.write(
                Scope.everywhere(),
                tx -> DuplicateRow.lock(tx.sql(), id)
                        .map(row -> decision.apply(tx, row))
                        .orElseGet(Merging.Unknown::new));
    }

    private boolean isTheirs(Actor actor, UUID id) {
        return database.read(actor.scope(), sql -> DuplicateRow.find(sql, id).isPresent());
    }

    private static AreaCode area(Transaction tx, PersonKind kind, UUID id) {
        return new AreaCode(tx.sql()
                .createQuery("select area_code from %s where id = :id".formatted(kind.word()))
                .bind("id", id)
                .mapTo(String.class)
                .one());
    }

    private static void settle(Transaction tx, DuplicateRow row, DuplicatePages.State state) {
        tx.sql()
                .createUpdate("""
                        update duplicate set state = :state, decided_at = clock_timestamp(), version = version + 1
                        where id = :id""")
                .bind("state", state.name())
                .bind("id", row.id())
                .execute();
    }
}
