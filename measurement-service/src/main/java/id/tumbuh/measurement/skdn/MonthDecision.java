package id.tumbuh.measurement.skdn;

import id.tumbuh.measurement.skdn.SkdnTable.Cell;
import id.tumbuh.measurement.skdn.SkdnTable.Figures;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A month that was closed or opened again, with the figures of that moment.
 *
 * @param version counts closings and openings, from 1
 * @param reason null of a closing
 */
record MonthDecision(
        UUID posyanduId,
        YearMonth month,
        int version,
        String areaCode,
        boolean closed,
        Content content,
        int ruleVersion,
        @Nullable ReopeningReason reason,
        Instant decidedAt) {

    /** The figures as they are kept. */
    record Content(List<Cell> cells, Figures total) {
        Content {
            cells = List.copyOf(cells);
        }
    }
}
