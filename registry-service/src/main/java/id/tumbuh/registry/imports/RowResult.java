package id.tumbuh.registry.imports;

import id.tumbuh.registry.imports.eppgbm.Finding;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of the report. */
@SuppressWarnings("ArrayRecordComponent") // written once, compared by nobody
record RowResult(
        int row,
        RowOutcome outcome,
        List<String> reasons,
        @Nullable UUID child,
        @Nullable LocalDate measuredOn,
        List<UUID> candidates,
        byte @Nullable [] sealed) {

    RowResult {
        reasons = List.copyOf(reasons);
        candidates = List.copyOf(candidates);
    }

    static RowResult rejected(int row, Collection<Finding> findings) {
        return new RowResult(
                row, RowOutcome.REJECTED, findings.stream().map(Finding::code).toList(), null, null, List.of(), null);
    }

    static RowResult toDecide(int row, String why, List<UUID> candidates, byte[] sealed) {
        return new RowResult(row, RowOutcome.TO_DECIDE, List.of(why), null, null, candidates, sealed);
    }

    static RowResult done(
            int row, RowOutcome outcome, List<String> reasons, UUID child, @Nullable LocalDate measuredOn) {
        return new RowResult(row, outcome, reasons, child, measuredOn, List.of(), null);
    }
}
