package id.tumbuh.intervention.rembuk;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.intervention.change.Actor;
import id.tumbuh.intervention.change.Change;
import id.tumbuh.intervention.change.Days;
import id.tumbuh.intervention.change.FreeText;
import id.tumbuh.platform.access.AuditEntry;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.platform.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Follows commitments up: kept with evidence, taken back with a reason, or broken as their day passes. */
@ApplicationScoped
class FollowCommitments {
    private static final String WORKER = "commitment-follow-up";

    private final Database database;
    private final RuleBook rules;
    private final ObjectMapper json;

    FollowCommitments(Database database, RuleBook rules, ObjectMapper json) {
        this.database = database;
        this.rules = rules;
        this.json = json;
    }

    /** The commitment as its changer has read it. */
    record Read(UUID id, long version) {}

    Change<Commitment> keep(Actor actor, Read read, Commitment.Kept kept) {
        if (!FreeText.namesNobody(kept.evidence().note())) {
            return new Change.Refused<>(RembukProblem.TEXT_NAMES_SOMEBODY, "/note");
        }
        LocalDate today = Days.today();
        return change(actor, read, kept, before -> {
            if (kept.on().isAfter(today) || kept.on().isBefore(before.madeOn())) {
                return new Change.Refused<>(RembukProblem.KEPT_DAY_OUT_OF_RANGE, "/keptOn");
            }
            return stepped(
                    before,
                    next(
                            before.standing(),
                            open -> open.kept(kept.on(), kept.evidence()),
                            broken -> broken.kept(kept.on(), kept.evidence())));
        });
    }

    Change<Commitment> withdraw(Actor actor, Read read, String reason) {
        if (!FreeText.namesNobody(reason)) {
            return new Change.Refused<>(RembukProblem.TEXT_NAMES_SOMEBODY, "/reason");
        }
        return change(
                actor,
                read,
                new Commitment.Withdrawn(reason),
                before -> stepped(
                        before,
                        next(before.standing(), open -> open.withdrawn(reason), broken -> broken.withdrawn(reason))));
    }

    private static Optional<Commitment.Standing> next(
            Commitment.Standing standing,
            Function<Commitment.Open, Commitment.Standing> ofOpen,
            Function<Commitment.Broken, Commitment.Standing> ofBroken) {
        return switch (standing) {
            case Commitment.Open open -> Optional.of(ofOpen.apply(open));
            case Commitment.Broken broken -> Optional.of(ofBroken.apply(broken));
            case Commitment.Kept _, Commitment.Withdrawn _ -> Optional.empty();
        };
    }

    private static Change<Commitment> stepped(Commitment before, Optional<Commitment.Standing> next) {
        return next.<Change<Commitment>>map(standing -> new Change.Done<>(before.at(standing)))
                .orElseGet(() -> Change.Refused.because(RembukProblem.COMMITMENT_STATE_FORBIDS));
    }

    private Change<Commitment> change(
            Actor actor, Read read, Commitment.Standing wanted, Function<Commitment, Change<Commitment>> step) {
        return database.write(
                actor.scope(),
                tx -> Commitments.lock(tx.sql(), read.id())
                        .map(before -> {
                            if (before.version() == read.version() + 1
                                    && before.standing().equals(wanted)) {
                                return new Change.Unchanged<>(before);
                            }
                            if (before.version() != read.version()) {
                                return new Change.Stale<Commitment>();
                            }
                            Change<Commitment> change = step.apply(before);
                            if (change instanceof Change.Done<Commitment>(var after)) {
                                Commitments.update(tx.sql(), List.of(after));
                                tell(
                                        tx,
                                        after,
                                        actor.did(
                                                action(after),
                                                "commitment",
                                                after.id(),
                                                after.area().value()));
                            }
                            return change;
                        })
                        .orElseGet(Change.Unknown::new));
    }

    /** Breaks those whose day has passed; returns how many, as many as the portion when more may be waiting. */
    int breakOverdue(Scope scope, LocalDate today, int portion) {
        int grace = RembukRules.of(rules.on(today)).graceDays();
        return database.write(scope, tx -> {
            List<Commitment> overdue = Commitments.lockOverdue(tx.sql(), today.minusDays(grace), portion);
            List<Commitment> broken = new ArrayList<>();
            for (Commitment one : overdue) {
                if (one.standing() instanceof Commitment.Open open) {
                    broken.add(one.at(open.broken()));
                }
            }
            Commitments.update(tx.sql(), broken);
            broken.forEach(one -> tell(tx, one, entry(one)));
            return overdue.size();
        });
    }

    private static AuditEntry entry(Commitment broken) {
        return new AuditEntry(
                WORKER,
                null,
                action(broken),
                "commitment",
                broken.id().toString(),
                broken.area().value());
    }

    private void tell(Transaction tx, Commitment after, AuditEntry entry) {
        tx.announce(Announcement.of(CommitmentEvent.of(after), json));
        RembukDays.put(tx, after);
        tx.audit(entry);
    }

    private static String action(Commitment after) {
        return switch (after.standing()) {
            case Commitment.Kept _ -> "KEEP_COMMITMENT";
            case Commitment.Withdrawn _ -> "WITHDRAW_COMMITMENT";
            case Commitment.Broken _ -> "BREAK_COMMITMENT";
            case Commitment.Open _ -> "OPEN_COMMITMENT";
        };
    }
}
