package id.tumbuh.intervention.delivery;

import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemCode;

/** What became of a report that was sent. */
sealed interface Reporting {
    /** It is kept, as the first or as a correction. */
    record Kept() implements Reporting {}

    record Unchanged() implements Reporting {}

    record Conflict() implements Reporting {}

    record Invalid(String pointer, ProblemCode reason) implements Reporting {
        Problem.Violation violation() {
            return new Problem.Violation(pointer, reason);
        }
    }
}
