package id.tumbuh.intervention.caseaudit;

import id.tumbuh.platform.access.AuditEntry;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One step of a case: locked, decided, stored, announced and audited in one transaction. */
@ApplicationScoped
class MoveCase {
    private final Database database;
    private final CaseAudits audits;

    MoveCase(Database database, CaseAudits audits) {
        this.database = database;
        this.audits = audits;
    }

    /** Who does what, in a word of the access log. */
    record Doing(Caller caller, String word) {}

    /** What became of it. */
    sealed interface Outcome {
        record Done(CaseAudit audit) implements Outcome {}

        /** It was so before. */
        record Unchanged(CaseAudit audit) implements Outcome {}

        record Refused(ProblemCode why) implements Outcome {}
    }

    /**
     * @param version the version it is done on; null when {@code If-Match} was left out
     * @param move made from the case, because what is asked depends on its group
     */
    Outcome one(Doing doing, UUID id, @Nullable Long version, Function<CaseAudit, CaseAuditMove> move) {
        return database.write(doing.caller().scope(), tx -> {
            Optional<CaseAudit> found =
                    CaseAudits.lock(tx.sql(), List.of(id)).stream().findFirst();
            if (found.isEmpty()) {
                return new Outcome.Refused(CaseAuditProblem.CASE_UNKNOWN);
            }
            CaseAudit audit = found.get();
            CaseAuditMove wanted = move.apply(audit);
            if (wanted.on(audit) instanceof CaseAuditMove.Step.Already) {
                return new Outcome.Unchanged(audit);
            }
            if (version == null) {
                return new Outcome.Refused(CommonProblem.PRECONDITION_REQUIRED);
            }
            if (version != audit.file().version()) {
                return new Outcome.Refused(CommonProblem.PRECONDITION_FAILED);
            }
            return stepped(tx, doing, audit, wanted);
        });
    }

    /** The decisions of the technical team, each answered for itself; the order is that of the ids asked for. */
    Map<UUID, Outcome> all(Doing doing, Map<UUID, CaseAuditMove> moves) {
        return database.write(doing.caller().scope(), tx -> {
            Map<UUID, CaseAudit> found = new HashMap<>();
            CaseAudits.lock(tx.sql(), moves.keySet())
                    .forEach(audit -> found.put(audit.file().identity().id(), audit));
            Map<UUID, Outcome> outcomes = new HashMap<>();
            Map<CaseAudit, CaseAudit> changed = new HashMap<>();
            moves.forEach((id, move) -> {
                CaseAudit audit = found.get(id);
                Outcome outcome = audit == null
                        ? new Outcome.Refused(CaseAuditProblem.CASE_UNKNOWN)
                        : outcome(audit, move.on(audit));
                outcomes.put(id, outcome);
                if (audit != null && outcome instanceof Outcome.Done(var after)) {
                    changed.put(audit, after);
                }
            });
            store(tx, doing, changed);
            return outcomes;
        });
    }

    private Outcome stepped(Transaction tx, Doing doing, CaseAudit audit, CaseAuditMove move) {
        Outcome outcome = outcome(audit, move.on(audit));
        if (outcome instanceof Outcome.Done(var after)) {
            store(tx, doing, Map.of(audit, after));
        }
        return outcome;
    }

    private void store(Transaction tx, Doing doing, Map<CaseAudit, CaseAudit> changed) {
        audits.store(tx, changed);
        changed.values()
                .forEach(after -> tx.audit(AuditEntry.of(
                        doing.caller(),
                        doing.word(),
                        "case-audit",
                        after.file().identity().id(),
                        after.file().whereabouts().area().value())));
    }

    private static Outcome outcome(CaseAudit audit, CaseAuditMove.Step step) {
        return switch (step) {
            case CaseAuditMove.Step.Moved(var after) -> new Outcome.Done(after);
            case CaseAuditMove.Step.Already() -> new Outcome.Unchanged(audit);
            case CaseAuditMove.Step.Refused(var why) -> new Outcome.Refused(why);
        };
    }
}
