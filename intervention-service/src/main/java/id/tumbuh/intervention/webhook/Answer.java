package id.tumbuh.intervention.webhook;

import org.jspecify.annotations.Nullable;

/** What came of an attempt. */
sealed interface Answer {
    record Taken(int status) implements Answer {}

    /** It answered 410: nobody wants to be told there any more. */
    record Gone() implements Answer {}

    /**
     * It is tried again, or given up.
     *
     * @param status null when nothing answered
     */
    record Failed(Why why, @Nullable Integer status) implements Answer {}

    /** The names are answered in the log: never renamed. */
    enum Why {
        /** Another status than 2xx; redirects are not followed. */
        ANSWER,
        TIMEOUT,
        CONNECTION,
        /** The name is not known, or leads to an address that is not public. */
        TARGET
    }
}
