package id.tumbuh.platform.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A problem after RFC 9457: a stable code and, for each field that is wrong, its JSON pointer and the reason.
 *
 * <p>The offending value is never part of it: what was typed into the wrong field may be a NIK.
 *
 * @param detail a word of the program that helps to find the cause, or null
 * @param retryAfterSeconds for 429 and 503: when to come again; 0 for no answer to that
 */
public record Problem(ProblemCode code, @Nullable String detail, List<Violation> errors, int retryAfterSeconds) {

    public Problem {
        errors = List.copyOf(errors);
    }

    /** One wrong field. */
    public record Violation(String pointer, ProblemCode reason) {}

    public static Problem of(ProblemCode code) {
        return new Problem(code, null, List.of(), 0);
    }

    public static Problem of(ProblemCode code, List<Violation> errors) {
        return new Problem(code, null, errors, 0);
    }

    public Problem detail(String text) {
        return new Problem(code, text, errors, retryAfterSeconds);
    }

    public Problem at(String pointer, ProblemCode reason) {
        List<Violation> more = new ArrayList<>(errors);
        more.add(new Violation(pointer, reason));
        return new Problem(code, detail, more, retryAfterSeconds);
    }

    public Problem retryAfter(int seconds) {
        return new Problem(code, detail, errors, seconds);
    }

    /** The problem as it is sent, in the reader's language. */
    public Body body(Locale locale) {
        return new Body(
                "urn:tumbuh:problem:" + code.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                code.title(locale),
                code.status(),
                code.name(),
                detail,
                errors.isEmpty()
                        ? null
                        : errors.stream()
                                .map(error -> new Body.Field(
                                        error.pointer(),
                                        error.reason().name(),
                                        error.reason().title(locale)))
                                .toList());
    }

    /** JSON of {@code application/problem+json}; also stands in the row of a batch answer. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Body(
            String type,
            String title,
            int status,
            String code,
            @Nullable String detail,
            @Nullable List<Field> errors) {

        /** A wrong field: JSON pointer, stable reason, and the reason in words. */
        public record Field(String pointer, String reason, String title) {}
    }
}
