package id.tumbuh.reporting.evaluation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something an office did to a report.
 *
 * @param office the area of whoever did it
 * @param hash of the figures it was done with
 */
record Step(
        int number,
        EvaluationView.Action action,
        Instant at,
        String office,
        String subject,
        @Nullable String remarks,
        String hash) {}
