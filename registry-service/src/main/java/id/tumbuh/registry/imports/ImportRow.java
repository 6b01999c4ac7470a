package id.tumbuh.registry.imports;

import id.tumbuh.registry.imports.cells.Finding;
import id.tumbuh.registry.imports.cells.Reason;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A line of an import's report. It names columns and reasons, never what the row says; the child is an id whose name is asked
 * for, and audited, elsewhere.
 */
@Schema(name = "ImportRow", examples = """
        {"row": 17, "outcome": "REJECTED", "reasons": [{"column": "BERAT", "code": "NOT_A_NUMBER", "title": "Bukan angka"}],
         "childId": null, "recordId": null, "measuredOn": null, "candidates": [], "changed": [], "kept": []}""")
record ImportRow(
        int row,
        RowOutcome outcome,
        List<Why> reasons,
        @Nullable UUID childId,
        @Nullable UUID recordId,
        @Nullable LocalDate measuredOn,
        List<UUID> candidates,
        List<String> changed,
        List<String> kept) {

    ImportRow {
        reasons = List.copyOf(reasons);
        candidates = List.copyOf(candidates);
        changed = List.copyOf(changed);
        kept = List.copyOf(kept);
    }

    /** A column and what is the matter with it; without a column, what spoke for a match. */
    @Schema(name = "ImportReason")
    record Why(
            @Nullable String column, String code, @Nullable String title) {
        static Why of(String stored, Locale locale) {
            Optional<Finding> finding = Finding.of(stored);
            return finding.isPresent()
                    ? new Why(
                            finding.get().column(),
                            finding.get().reason().name(),
                            title(finding.get().reason(), locale))
                    : new Why(
                            null,
                            stored,
                            Arrays.stream(Reason.values())
                                    .filter(reason -> reason.name().equals(stored))
                                    .map(reason -> title(reason, locale))
                                    .findFirst()
                                    .orElse(null));
        }

        private static String title(Reason reason, Locale locale) {
            return locale.getLanguage().equals("en") ? reason.english() : reason.indonesian();
        }
    }

    /** Rows after the given one, in the order of the file. */
    static List<ImportRow> list(
            Handle sql, UUID importId, @Nullable RowOutcome outcome, int after, int limit, Locale locale) {
        return sql.createQuery("""
                        select row.row_number, row.outcome, row.reasons, row.measured_on, row.candidates, row.changed, row.kept,
                            case when import.dry_run and row.outcome = 'CREATED' then null else row.child_id end as child_id,
                            case when import.dry_run and row.outcome = 'CREATED' then null else row.record_id end as record_id
                        from import_row row join import on import.id = row.import_id
                        where row.import_id = :import and row.row_number > :after
                            and (:outcome::text is null or row.outcome = :outcome)
                        order by row.row_number limit :limit""")
                .bind("import", importId)
                .bind("after", after)
                .bind("outcome", outcome == null ? null : outcome.name())
                .bind("limit", limit)
                .map((row, _) -> read(row, locale))
                .list();
    }

    private static ImportRow read(ResultSet row, Locale locale) throws SQLException {
        Array candidates = row.getArray("candidates");
        return new ImportRow(
                row.getInt("row_number"),
                RowOutcome.valueOf(row.getString("outcome")),
                Arrays.stream((String[]) row.getArray("reasons").getArray())
                        .map(reason -> Why.of(reason, locale))
                        .toList(),
                row.getObject("child_id", UUID.class),
                row.getObject("record_id", UUID.class),
                row.getObject("measured_on", LocalDate.class),
                candidates == null ? List.of() : List.of((UUID[]) candidates.getArray()),
                texts(row, "changed"),
                texts(row, "kept"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array texts = row.getArray(column);
        return texts == null ? List.of() : List.of((String[]) texts.getArray());
    }
}
