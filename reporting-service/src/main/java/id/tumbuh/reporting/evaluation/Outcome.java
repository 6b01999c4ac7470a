package id.tumbuh.reporting.evaluation;

import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemCode;
import id.tumbuh.platform.http.ProblemException;

/** What became of something that an office wanted to do with a report. */
public sealed interface Outcome {
    /** It is so now. */
    record Done(Evaluation evaluation) implements Outcome {
        public Done {}
    }

    /** It said the same before. */
    record Unchanged(Evaluation evaluation) implements Outcome {
        public Unchanged {}
    }

    /** Why it is not done. */
    record Refused(ProblemCode why) implements Outcome {
        public Refused {}
    }

    /** The report as it is after it; a refusal is thrown. */
    default Evaluation orThrow() {
        return switch (this) {
            case Done(Evaluation evaluation) -> evaluation;
            case Unchanged(Evaluation evaluation) -> evaluation;
            case Refused(ProblemCode why) -> throw new ProblemException(problem(why));
        };
    }

    private static Problem problem(ProblemCode why) {
        return why == EvaluationProblem.REMARKS_NEEDED
                ? Problem.of(CommonProblem.INVALID_REQUEST).at("/remarks", why)
                : Problem.of(why);
    }
}
