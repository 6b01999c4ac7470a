package id.tumbuh.intervention.provider;

import id.tumbuh.intervention.problem.InterventionProblem;

/** What became of something that was sent, whether a provider or a menu of one. */
sealed interface Registering<T> {
    record Created<T>(T stored) implements Registering<T> {}

    record Changed<T>(T stored) implements Registering<T> {}

    /** Sent before with the same content. */
    record Unchanged<T>(T stored) implements Registering<T> {}

    /** It stands with other content, and nobody said which version should be changed. */
    record Taken<T>() implements Registering<T> {}

    /** Somebody else changed it in between. */
    record Stale<T>() implements Registering<T> {}

    record Unknown<T>(InterventionProblem what) implements Registering<T> {}

    /** The area is none of the caller's. */
    record Foreign<T>() implements Registering<T> {}
}
