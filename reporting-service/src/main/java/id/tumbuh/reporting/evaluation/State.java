package id.tumbuh.reporting.evaluation;

import id.tumbuh.platform.http.ProblemCode;
import java.util.Optional;

/**
 * How far a report is: not begun, draft, submitted, and then returned or accepted. What is returned can be changed and submitted again; what
 * is accepted stays.
 */
sealed interface State {
    /** Nobody has written anything. */
    record NotBegun() implements State {
        public NotBegun {}
    }

    record Draft() implements State {
        public Draft {}
    }

    /** It waits for the level above. */
    record Submitted(Step step) implements State {
        public Submitted {}
    }

    /** The level above wants something put right. */
    record Returned(Step step) implements State {
        public Returned {}
    }

    record Accepted(Step step) implements State {
        public Accepted {}
    }

    /** As it is stored and answered. */
    default EvaluationView.Stage code() {
        return switch (this) {
            case NotBegun() -> EvaluationView.Stage.NOT_BEGUN;
            case Draft() -> EvaluationView.Stage.DRAFT;
            case Submitted(Step _) -> EvaluationView.Stage.SUBMITTED;
            case Returned(Step _) -> EvaluationView.Stage.RETURNED;
            case Accepted(Step _) -> EvaluationView.Stage.ACCEPTED;
        };
    }

    /** Why its words can't be changed or it can't be handed in; empty if they can. */
    default Optional<ProblemCode> closed() {
        return switch (this) {
            case NotBegun(), Draft(), Returned(Step _) -> Optional.empty();
            case Submitted(Step _), Accepted(Step _) -> Optional.of(EvaluationProblem.NOT_OPEN);
        };
    }

    /** The submission that waits for a decision. */
    default Optional<Step> waiting() {
        return this instanceof Submitted(Step step) ? Optional.of(step) : Optional.empty();
    }

    /** Whether the figures are those of a submission. */
    default boolean frozen() {
        return switch (this) {
            case NotBegun(), Draft() -> false;
            case Submitted(Step _), Returned(Step _), Accepted(Step _) -> true;
        };
    }
}
