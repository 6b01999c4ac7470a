package id.tumbuh.measurement.exchange;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the destination said to one bundle. */
sealed interface Answer {

    /** It holds what was sent. */
    record Accepted(int status) implements Answer {}

    /**
     * It will never take this one: somebody has to look.
     *
     * @param reason a word of the FHIR standard or of the program, never a text of the answer, which may quote a person
     */
    record Refused(int status, String reason) implements Answer {}

    /**
     * Nobody knows whether it has it, or it can't take it now.
     *
     * @param status 0 without any answer
     * @param everything it concerns whatever is sent, not just this one
     * @param retryAfter as the destination asks for
     */
    record Away(
            int status,
            String reason,
            boolean everything,
            @Nullable Duration retryAfter) implements Answer {}
}
