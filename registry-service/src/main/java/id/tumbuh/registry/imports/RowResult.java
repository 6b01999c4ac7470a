package id.tumbuh.registry.imports;

import id.tumbuh.registry.imports.cells.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the report.
 *
 * @param record a family, member or pregnancy
 * @param changed fields that are replaced or filled
 * @param kept fields of which the source says otherwise, and which stay
 */
@SuppressWarnings("ArrayRecordComponent") // written once, compared by nobody
record RowResult(
        int row,
        RowOutcome outcome,
        List<String> reasons,
        @Nullable UUID record,
        @Nullable UUID child,
        @Nullable LocalDate measuredOn,
        List<UUID> candidates,
        byte @Nullable [] sealed,
        List<String> changed,
        List<String> kept) {

    RowResult {
        reasons = List.copyOf(reasons);
        candidates = List.copyOf(candidates);
        changed = changed.stream().sorted().toList();
        kept = kept.stream().sorted().toList();
    }

    static RowResult rejected(int row, Collection<Finding> findings) {
        return done(
                row, RowOutcome.REJECTED, findings.stream().map(Finding::code).toList(), null, null);
    }

    static RowResult toDecide(int row, String why, List<UUID> candidates, byte[] sealed) {
        return new RowResult(
                row, RowOutcome.TO_DECIDE, List.of(why), null, null, null, candidates, sealed, List.of(), List.of());
    }

    static RowResult done(
            int row, RowOutcome outcome, List<String> reasons, @Nullable UUID child, @Nullable LocalDate measuredOn) {
        return new RowResult(row, outcome, reasons, null, child, measuredOn, List.of(), null, List.of(), List.of());
    }

    static RowResult record(int row, RowOutcome outcome, List<String> reasons, UUID record) {
        return new RowResult(row, outcome, reasons, record, null, null, List.of(), null, List.of(), List.of());
    }

    RowResult as(RowOutcome other) {
        return new RowResult(row, other, reasons, record, child, measuredOn, candidates, sealed, changed, kept);
    }

    /** With what spoke for a match. */
    RowResult and(List<String> evidence) {
        List<String> all = new ArrayList<>(evidence);
        all.addAll(reasons);
        return new RowResult(row, outcome, all, record, child, measuredOn, candidates, sealed, changed, kept);
    }

    RowResult with(Collection<String> changedFields, Collection<String> keptFields) {
        return new RowResult(
                row,
                outcome,
                reasons,
                record,
                child,
                measuredOn,
                candidates,
                sealed,
                List.copyOf(changedFields),
                List.copyOf(keptFields));
    }
}
