package id.tumbuh.reporting.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The reports that the areas right below owe for a semester.
 *
 * @param states how many are in each state
 */
@Schema(name = "EvaluationsDue", examples = DueList.EXAMPLE)
public record DueList(
        String area,
        String name,
        String period,
        Map<EvaluationView.Stage, Long> states,
        long overdue,
        List<Row> reports) {
    static final String EXAMPLE = """
            {"area": "36", "name": "Banten", "period": "2026-S1", "states": {"NOT_BEGUN": 1, "SUBMITTED": 1}, "overdue": 1,
             "reports": [{"area": "36.04", "name": "Kabupaten Serang", "state": "SUBMITTED", "version": 2, "dueOn": "2026-07-15",
              "late": false, "overdue": false, "submittedAt": "2026-07-12T03:00:00Z"},
              {"area": "36.73", "name": "Kota Serang", "state": "NOT_BEGUN", "version": 0, "dueOn": "2026-07-15", "late": false,
              "overdue": true}]}""";

    public DueList {
        states = Map.copyOf(states);
        reports = List.copyOf(reports);
    }

    /** One area; {@code submittedAt} and {@code decidedAt} are of the last time. */
    @Schema(name = "EvaluationDueRow")
    public record Row(
            String area,
            String name,
            EvaluationView.Stage state,
            long version,
            LocalDate dueOn,
            boolean late,
            boolean overdue,
            @Nullable Instant submittedAt,
            @Nullable Instant decidedAt) {}
}
