package id.tumbuh.platform.audit;

import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whose doings are asked for, a subject's or an application's, and from when up to (not including) when. */
@Schema(name = "BreachQuestion", examples = """
        {"subject": "kader-7", "from": "2026-11-20T00:00:00+07:00", "to": "2026-11-23T00:00:00+07:00"}""")
record BreachQuestion(
        @Size(min = 1, max = 200) @Nullable String subject,
        @Size(min = 1, max = 200) @Nullable String client,
        @NotNull OffsetDateTime from,
        @NotNull OffsetDateTime to) {

    /** One who asks for nobody would get everybody. */
    BreachQuestion checked() {
        if (subject == null && client == null) {
            throw new ProblemException(
                    Problem.of(CommonProblem.INVALID_REQUEST).at("/subject", CommonProblem.REQUIRED));
        }
        if (!from.isBefore(to)) {
            throw new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).at("/to", CommonProblem.OUT_OF_RANGE));
        }
        return this;
    }
}
