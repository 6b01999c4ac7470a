package id.tumbuh.registry.imports;

import id.tumbuh.registry.batch.Correction;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.imports.cells.Finding;
import id.tumbuh.registry.imports.cells.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a row does to a record that is known: the same for every kind of record. */
final class ReviseRecord {
    private final Registry registry;
    private final boolean dryRun;

    ReviseRecord(Registry registry, boolean dryRun) {
        this.registry = registry;
        this.dryRun = dryRun;
    }

    /** The records of one kind, as fields and texts. */
    interface Registry {
        /** Nothing is known of what a dry run would have made: it is nowhere but in its memory. */
        Optional<Map<String, String>> look(UUID object);

        /** The change is made on what is locked. */
        Correction revise(UUID object, UnaryOperator<Map<String, String>> change);

        RowResult result(int row, RowOutcome outcome, List<String> reasons, UUID object);
    }

    /**
     * The line of the report, and what the source has said from now on; null if that is nothing new.
     *
     * @param said before this row; of a record that is new to the source nothing
     */
    record Revised(RowResult result, @Nullable Said said) {}

    Revised revise(Sent row, UUID object, Said said, boolean isNewToSource) {
        if (!isNewToSource && said.saysAll(row.facts())) {
            return new Revised(registry.result(row.number(), RowOutcome.UNCHANGED, row.warnings(), object), null);
        }
        Difference[] found = new Difference[1];
        Correction correction = dryRun
                ? look(row, object, said, found)
                : registry.revise(object, current -> {
                    found[0] = Difference.between(row.facts(), current, said::says);
                    return merged(current, found[0]);
                });
        Difference difference = found[0];
        return switch (correction) {
            case Correction.Unknown _ -> refused(row, Reason.GONE);
            // between the look and the change nobody can come
            case Correction.Stale _ -> refused(row, Reason.REFUSED);
            case Correction.Refused(Registration.Invalid reason) ->
                new Revised(RowResult.rejected(row.number(), List.of(finding(reason))), null);
            case Correction.Done _, Correction.Unchanged _ -> {
                RowOutcome outcome = !difference.isNone()
                        ? RowOutcome.UPDATED
                        : isNewToSource ? RowOutcome.MATCHED : RowOutcome.UNCHANGED;
                yield new Revised(
                        registry.result(row.number(), outcome, row.warnings(), object)
                                .with(difference.changes().keySet(), difference.kept()),
                        said.after(row.facts()));
            }
        };
    }

    private Correction look(Sent row, UUID object, Said said, Difference[] found) {
        Optional<Map<String, String>> current = registry.look(object);
        if (current.isEmpty()) {
            return new Correction.Unknown();
        }
        found[0] = Difference.between(row.facts(), current.get(), said::says);
        return new Correction.Unchanged(0);
    }

    private static Map<String, String> merged(Map<String, String> current, Difference difference) {
        Map<String, String> merged = new HashMap<>(current);
        merged.putAll(difference.changes());
        return merged;
    }

    private static Revised refused(Sent row, Reason reason) {
        return new Revised(RowResult.rejected(row.number(), List.of(new Finding("externalId", reason))), null);
    }

    static Finding finding(Registration.Invalid invalid) {
        String field = invalid.field().replaceFirst("^/(conditions/)?", "");
        return new Finding(field.isEmpty() ? "row" : field, Reason.REFUSED);
    }
}
