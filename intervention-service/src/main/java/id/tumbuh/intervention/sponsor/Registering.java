package id.tumbuh.intervention.sponsor;

import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemCode;

/** What became of a promise that was sent. */
sealed interface Registering {
    record Created(Sponsor sponsor) implements Registering {}

    /** Another version of one that stood. */
    record Changed(Sponsor sponsor) implements Registering {}

    /** Sent before with the same content. */
    record Unchanged(Sponsor sponsor) implements Registering {}

    /** The id belongs to other content, and nobody said which version should be changed. */
    record Taken() implements Registering {}

    /** Somebody else changed it in between. */
    record Stale() implements Registering {}

    record Refused(String pointer, ProblemCode reason) implements Registering {
        Problem.Violation violation() {
            return new Problem.Violation(pointer, reason);
        }
    }
}
