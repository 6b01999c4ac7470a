package id.tumbuh.registry.companion;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.http.ProblemCode;
import id.tumbuh.registry.batch.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives somebody to a team by hand, takes somebody from one team to another, and ends an assignment. */
@ApplicationScoped
class AssignCompanions {
    private final TellAssignments tell;

    AssignCompanions(TellAssignments tell) {
        this.tell = tell;
    }

    /**
     * An assignment as it is asked for.
     *
     * @param replaces the assignment that ends by it: whoever takes somebody from a team must know which
     */
    record Wanted(
            UUID id,
            Target.Key target,
            UUID team,
            LocalDate on,
            String reason,
            @Nullable UUID replaces) {}

    /** What came of it. */
    sealed interface Outcome {
        record Assigned(Assignment assignment) implements Outcome {}

        /** The same was asked before. */
        record Known(Assignment assignment) implements Outcome {}

        record Refused(ProblemCode reason, String field) implements Outcome {}
    }

    Outcome assign(Transaction tx, Actor actor, CompanionPolicy policy, Wanted wanted) {
        Optional<Assignment> known = Assignments.find(tx.sql(), wanted.id());
        if (known.isPresent()) {
            return isSame(known.get(), wanted)
                    ? new Outcome.Known(known.get())
                    : new Outcome.Refused(CompanionProblem.ASSIGNMENT_ID_TAKEN, "/id");
        }
        Optional<Target> seen = Targets.find(tx.sql(), policy, wanted.target());
        seen.ifPresent(target -> Targets.hold(tx.sql(), List.of(target)));
        Optional<Target> held =
                Targets.find(tx.sql(), policy, wanted.target()).filter(now -> seen.equals(Optional.of(now)));
        if (held.isEmpty()) {
            return new Outcome.Refused(CompanionProblem.NOT_A_TARGET, "/targetId");
        }
        if (wanted.on().isAfter(policy.today())) {
            return new Outcome.Refused(CompanionProblem.DATE_IN_FUTURE, "/on");
        }
        if (!Teams.serves(tx.sql(), wanted.team(), held.get().area())) {
            return new Outcome.Refused(CompanionProblem.TEAM_ELSEWHERE, "/teamId");
        }
        return replace(tx, actor, wanted, held.get());
    }

    private Outcome replace(Transaction tx, Actor actor, Wanted wanted, Target target) {
        Optional<Assignment> open = Assignments.lockOpenOf(tx.sql(), wanted.target());
        if (open.isPresent() && !open.get().id().equals(wanted.replaces())) {
            return new Outcome.Refused(CompanionProblem.ASSIGNED_ALREADY, "/replaces");
        }
        if (open.isEmpty() && wanted.replaces() != null) {
            return new Outcome.Refused(CompanionProblem.ASSIGNMENT_ENDED, "/replaces");
        }
        if (open.isPresent() && wanted.on().isBefore(open.get().beginning().on())) {
            return new Outcome.Refused(CompanionProblem.DATES_DISAGREE, "/on");
        }
        open.ifPresent(before -> tell.end(
                tx,
                actor,
                List.of(before.released(new Assignment.Release(
                        wanted.on(), Assignment.ReleaseCause.REASSIGNED, wanted.reason(), actor.subject())))));
        Assignment now = Assignment.of(
                wanted.id(),
                target,
                wanted.team(),
                new Assignment.Beginning(wanted.on(), Assignment.Cause.BY_HAND, wanted.reason(), actor.subject()));
        return tell.begin(tx, actor, List.of(now)).isEmpty()
                ? new Outcome.Refused(CompanionProblem.ASSIGNED_ALREADY, "/targetId")
                : new Outcome.Assigned(now);
    }

    private static boolean isSame(Assignment known, Wanted wanted) {
        return known.target().key().equals(wanted.target())
                && known.team().equals(wanted.team())
                && known.beginning().on().equals(wanted.on())
                && wanted.reason().equals(known.beginning().reason());
    }

    /** Ended the same way before, it stays as it is. */
    Outcome release(Transaction tx, Actor actor, CompanionPolicy policy, Assignment locked, Assignment.Release wanted) {
        if (locked.release() != null) {
            return wanted.equals(locked.release())
                    ? new Outcome.Known(locked)
                    : new Outcome.Refused(CompanionProblem.ASSIGNMENT_ENDED, "");
        }
        if (wanted.on().isAfter(policy.today())) {
            return new Outcome.Refused(CompanionProblem.DATE_IN_FUTURE, "/on");
        }
        if (wanted.on().isBefore(locked.beginning().on())) {
            return new Outcome.Refused(CompanionProblem.DATES_DISAGREE, "/on");
        }
        Assignment released = locked.released(wanted);
        tell.end(tx, actor, List.of(released));
        return new Outcome.Assigned(released);
    }
}
