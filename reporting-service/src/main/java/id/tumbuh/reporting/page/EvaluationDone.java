package id.tumbuh.reporting.page;

import id.tumbuh.reporting.evaluation.EvaluationMessages;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a form did, told by the page that follows it. */
enum EvaluationDone {
    WRITTEN,
    SUBMITTED,
    RETURNED,
    ACCEPTED;

    /** In words; null when the name is of nothing that a form does. */
    static @Nullable String read(@Nullable String name, EvaluationMessages words) {
        return Arrays.stream(values())
                .filter(done -> done.name().equals(name))
                .findFirst()
                .map(done -> done.in(words))
                .orElse(null);
    }

    private String in(EvaluationMessages words) {
        return switch (this) {
            case WRITTEN -> words.doneWritten();
            case SUBMITTED -> words.doneSubmitted();
            case RETURNED -> words.doneReturned();
            case ACCEPTED -> words.doneAccepted();
        };
    }
}
