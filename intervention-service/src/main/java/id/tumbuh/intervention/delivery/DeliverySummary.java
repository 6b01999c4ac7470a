package id.tumbuh.intervention.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was promised beside what was brought (janji dan terkirim), by the areas below one. Without what was cancelled. */
@Schema(name = "DeliverySummary")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliverySummary(@Nullable String area, LocalDate from, LocalDate to, Row total, Instant asOf, List<Row> rows) {
    static final String EXAMPLE = """
            {"area": "36.04", "from": "2026-08-01", "to": "2026-10-31",
             "total": {"promised": 1200, "delivered": 1010, "missed": 90, "refused": 20, "open": 80, "unplanned": 4},
             "asOf": "2026-11-01T02:00:00Z",
             "rows": [{"area": "36.04.20", "promised": 1200, "delivered": 1010, "missed": 90, "refused": 20, "open": 80,
              "unplanned": 4}]}""";

    DeliverySummary {
        rows = List.copyOf(rows);
    }

    /**
     * @param promised planned for these days, whatever became of it
     * @param unplanned brought although nobody planned it; not among the others
     */
    @Schema(name = "DeliverySummaryRow")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            @Nullable String area,
            long promised,
            long delivered,
            long missed,
            long refused,
            long open,
            long unplanned) {

        Row plus(Row other) {
            return new Row(
                    null,
                    promised + other.promised,
                    delivered + other.delivered,
                    missed + other.missed,
                    refused + other.refused,
                    open + other.open,
                    unplanned + other.unplanned);
        }
    }

    static Row total(List<Row> rows) {
        return rows.stream().reduce(new Row(null, 0, 0, 0, 0, 0, 0), Row::plus);
    }
}
