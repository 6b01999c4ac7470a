package id.tumbuh.reporting.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A report with its life.
 *
 * @param version the version to name in {@code If-Match}; 0 before anybody wrote anything
 * @param obstacles as they stand now; the report has them as they were handed in
 * @param frozen what was handed in last; null before
 * @param live whether the report is counted now instead of being what was handed in
 */
@Schema(name = "Evaluation", examples = EvaluationView.EXAMPLE)
public record EvaluationView(
        String area,
        String name,
        String period,
        Stage state,
        long version,
        Due due,
        String obstacles,
        String followUp,
        List<Happened> history,
        May may,
        @Nullable Frozen frozen,
        boolean live,
        Report report) {
    static final String EXAMPLE = """
            {"area": "36.04", "name": "Kabupaten Serang", "period": "2026-S1", "state": "SUBMITTED", "version": 2,
             "due": {"on": "2026-07-15", "late": false, "overdue": false, "rule": "evaluation.due-days/1",
              "source": "Perpres 72/2021 pasal 25", "note": "assumed: days after the end of the semester"},
             "obstacles": "Tiga posyandu tanpa alat ukur.", "followUp": "Alat ukur dikirim sebelum Februari.",
             "history": [{"number": 1, "action": "SUBMITTED", "at": "2026-07-12T03:00:00Z", "office": "36.04", "officeName": "Kabupaten Serang",
              "hash": "9f2c8c0a8f6f5f7c0f9f2c8c0a8f6f5f7c0f9f2c8c0a8f6f5f7c0f9f2c8c0a8f"}],
             "may": {"write": false, "submit": false, "decide": true},
             "frozen": {"number": 1, "submittedAt": "2026-07-12T03:00:00Z",
              "hash": "9f2c8c0a8f6f5f7c0f9f2c8c0a8f6f5f7c0f9f2c8c0a8f6f5f7c0f9f2c8c0a8f"}, "live": false}""";

    public EvaluationView {
        history = List.copyOf(history);
    }

    /**
     * Until when.
     *
     * @param late whether it was handed in after it
     * @param overdue whether it is after it and nothing was handed in
     */
    @Schema(name = "EvaluationDue")
    public record Due(
            LocalDate on,
            boolean late,
            boolean overdue,
            String rule,
            String source,
            @Nullable String note) {}

    /** How far a report is. The names are on the wire: never renamed. */
    public enum Stage {
        NOT_BEGUN,
        DRAFT,
        SUBMITTED,
        RETURNED,
        ACCEPTED
    }

    /** What can be done to a report. */
    public enum Action {
        SUBMITTED,
        RETURNED,
        ACCEPTED
    }

    /** A step, by the office that took it. */
    @Schema(name = "EvaluationStep")
    public record Happened(
            int number,
            Action action,
            Instant at,
            String office,
            String officeName,
            @Nullable String remarks,
            String hash) {}

    /** What the reader may do with it as it is. */
    @Schema(name = "EvaluationRights")
    public record May(boolean write, boolean submit, boolean decide) {}

    /** A submission; {@code report.json} has the text that the hash is of. */
    @Schema(name = "EvaluationSubmission")
    public record Frozen(int number, Instant submittedAt, String hash) {}
}
