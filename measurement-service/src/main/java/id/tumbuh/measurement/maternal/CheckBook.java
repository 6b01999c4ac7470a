package id.tumbuh.measurement.maternal;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.measurement.maternal.CheckKind.Change;
import id.tumbuh.measurement.maternal.CheckRows.Row;
import id.tumbuh.measurement.maternal.CheckStore.Known;
import id.tumbuh.measurement.maternal.CheckStore.PageEnd;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.AuditEntry;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.Announcement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The life of a check of one kind: taken in, corrected, voided, read. Each is one transaction with what it announces. */
final class CheckBook<C extends CheckContent, F> {

    private final CheckKind<C, F> kind;
    private final CheckStore<C, F> store;
    private final Database database;
    private final ObjectMapper json;

    CheckBook(CheckKind<C, F> kind, Database database, ObjectMapper json) {
        this.kind = kind;
        this.store = new CheckStore<>(kind, json);
        this.database = database;
        this.json = json;
    }

    /** What became of one row of a batch; the finding is null when nothing was taken. */
    record Taken<F>(Word word, @Nullable F finding) {
        enum Word {
            /** Durable now. */
            CREATED,
            /** Was there already, with the same content. */
            UNCHANGED,
            /** The id belongs to other content. */
            CONFLICT,
            /** The area is not the sender's, or there is none: which of the two is not said. */
            UNKNOWN_AREA,
            /** Fields are wrong. */
            INVALID
        }

        static <F> Taken<F> of(Word word) {
            return new Taken<>(word, null);
        }
    }

    /** What became of each row, in order; the first of several rows with one id counts. Durable when this returns. */
    List<Taken<F>> take(List<Row<C>> rows, Caller caller) {
        Map<UUID, Check<C, F>> first = new LinkedHashMap<>();
        for (Row<C> row : rows) {
            if (row.id() != null && row.content() != null && inScope(row.content(), caller)) {
                C content = row.content();
                first.computeIfAbsent(row.id(), id -> Check.first(id, content, kind.judge(content)));
            }
        }
        Written<F> record = first.isEmpty()
                ? new Written<>(Set.of(), Map.of())
                : database.write(caller.scope(), tx -> record(tx, first, caller));
        List<Taken<F>> answers = new ArrayList<>(rows.size());
        Set<UUID> answered = new HashSet<>();
        for (Row<C> row : rows) {
            answers.add(answer(row, record, caller, answered));
        }
        return answers;
    }

    /** What a batch wrote, and what stands under its ids now. */
    private record Written<F>(Set<UUID> created, Map<UUID, Known<F>> standing) {}

    private Written<F> record(Transaction tx, Map<UUID, Check<C, F>> checks, Caller caller) {
        Set<UUID> created = store.insert(tx.sql(), checks.values(), caller.subject());
        checks.values().stream()
                .filter(check -> created.contains(check.id()))
                .forEach(check -> tx.announce(Announcement.of(kind.announce(check, Change.CHECKED), json)));
        created.stream()
                .min(UUID::compareTo)
                .ifPresent(one -> tx.audit(AuditEntry.of(caller, "RECORD", kind.objectType() + "-batch", one, null)));
        return new Written<>(created, store.known(tx.sql(), checks.keySet()));
    }

    private Taken<F> answer(Row<C> row, Written<F> record, Caller caller, Set<UUID> answered) {
        C content = row.content();
        if (row.id() == null || content == null) {
            return Taken.of(Taken.Word.INVALID);
        }
        if (!inScope(content, caller)) {
            return Taken.of(Taken.Word.UNKNOWN_AREA);
        }
        Known<F> known = record.standing().get(row.id());
        if (known == null || known.contentHash() != store.hash(content)) {
            return Taken.of(Taken.Word.CONFLICT);
        }
        boolean now = record.created().contains(row.id()) && answered.add(row.id());
        return new Taken<>(now ? Taken.Word.CREATED : Taken.Word.UNCHANGED, known.finding());
    }

    private static boolean inScope(CheckContent content, Caller caller) {
        return caller.scope().allows(new AreaCode(content.areaCode()));
    }

    /** What became of a correction or a void. */
    sealed interface Changed<C extends CheckContent, F> {
        /** As it is now; also when the same change came a second time. */
        record Done<C extends CheckContent, F>(Check<C, F> check) implements Changed<C, F> {}

        /** No such check, or not in the caller's areas. */
        record Unknown<C extends CheckContent, F>() implements Changed<C, F> {}

        /** It has another version by now. */
        record Stale<C extends CheckContent, F>() implements Changed<C, F> {}

        /** It does not count any more, and stays so. */
        record Voided<C extends CheckContent, F>() implements Changed<C, F> {}

        /** It would move to another pregnancy, couple or family. */
        record OfSomebodyElse<C extends CheckContent, F>() implements Changed<C, F> {}

        /** The new area is not the sender's. */
        record UnknownArea<C extends CheckContent, F>() implements Changed<C, F> {}
    }

    Changed<C, F> correct(UUID id, long expected, Row<C> row, Caller caller) {
        C content = Objects.requireNonNull(row.content());
        CorrectionReason reason = Objects.requireNonNull(row.reason());
        if (!inScope(content, caller)) {
            return new Changed.UnknownArea<>();
        }
        return change(id, caller, check -> {
            boolean same = store.hash(check.content()) == store.hash(content);
            if (check.version() == expected + 1 && same && !check.voided()) {
                return new Changed.Done<>(check); // the same correction once more: its answer was lost
            }
            if (check.version() != expected) {
                return new Changed.Stale<>();
            }
            if (check.voided()) {
                return new Changed.Voided<>();
            }
            boolean another = !content.subjectId().equals(check.content().subjectId())
                    || !Objects.equals(content.family(), check.content().family());
            return another
                    ? new Changed.OfSomebodyElse<>()
                    : new Changed.Done<>(check.corrected(content, kind.judge(content), reason));
        });
    }

    Changed<C, F> voidIt(UUID id, long expected, CorrectionReason reason, Caller caller) {
        return change(id, caller, check -> {
            if (check.version() == expected + 1 && check.voided()) {
                return new Changed.Done<>(check);
            }
            if (check.version() != expected) {
                return new Changed.Stale<>();
            }
            return check.voided() ? new Changed.Voided<>() : new Changed.Done<>(check.voided(reason));
        });
    }

    private Changed<C, F> change(UUID id, Caller caller, Function<Check<C, F>, Changed<C, F>> decision) {
        return database.write(caller.scope(), tx -> {
            Optional<Check<C, F>> standing = store.lock(tx.sql(), id);
            if (standing.isEmpty()) {
                return new Changed.Unknown<>();
            }
            Changed<C, F> outcome = decision.apply(standing.get());
            if (outcome instanceof Changed.Done<C, F>(var revision)
                    && revision.version() > standing.get().version()) {
                Change change = revision.voided() ? Change.VOIDED : Change.CORRECTED;
                store.replace(tx.sql(), revision, caller.subject());
                tx.announce(Announcement.of(kind.announce(revision, change), json));
                tx.audit(AuditEntry.of(
                        caller,
                        revision.voided() ? "VOID" : "CORRECT",
                        kind.objectType(),
                        id,
                        revision.content().areaCode()));
            }
            return outcome;
        });
    }

    Optional<Check<C, F>> read(UUID id, Caller caller) {
        return database.write(
                caller.scope(),
                tx -> store.find(tx.sql(), id).map(check -> {
                    tx.audit(AuditEntry.of(
                            caller,
                            "READ",
                            kind.objectType(),
                            id,
                            check.content().areaCode()));
                    return check;
                }));
    }

    /** Up to one more than the limit, which tells whether there is a next page. */
    List<Check<C, F>> ofSubject(UUID subject, @Nullable PageEnd after, int limit, Caller caller) {
        return database.write(caller.scope(), tx -> {
            List<Check<C, F>> found = store.page(tx.sql(), subject, after, limit + 1);
            if (!found.isEmpty()) {
                String area = found.getFirst().content().areaCode();
                tx.audit(AuditEntry.of(caller, "READ", kind.objectType() + "-subject", subject, area));
            }
            return found;
        });
    }
}
