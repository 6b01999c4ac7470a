package id.tumbuh.intervention.change;

import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemCode;

/**
 * What became of a change to one thing.
 *
 * @param <T> the thing as it stands afterwards
 */
public sealed interface Change<T> {
    record Created<T>(T now) implements Change<T> {}

    record Done<T>(T now) implements Change<T> {}

    /** It is so already: the same sent again. */
    record Unchanged<T>(T now) implements Change<T> {}

    /** Somebody else was faster. */
    record Stale<T>() implements Change<T> {}

    /** Not there, or not the actor's business: nobody learns which. */
    record Unknown<T>() implements Change<T> {}

    /** Refused by a rule; {@code pointer} is empty when no field is to blame. */
    record Refused<T>(ProblemCode reason, String pointer) implements Change<T> {
        public static <T> Refused<T> because(ProblemCode reason) {
            return new Refused<>(reason, "");
        }

        Problem problem() {
            Problem problem = Problem.of(reason.status() == 400 ? CommonProblem.INVALID_REQUEST : reason);
            return pointer.isEmpty() && reason.status() != 400 ? problem : problem.at(pointer, reason);
        }
    }
}
