package id.tumbuh.registry.imports;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;

/** What an import changes, in rows; of a dry run what it would change. */
@Schema(name = "ImportDifferences", examples = """
        {"dryRun": true, "created": 12, "changed": 3, "unchanged": 1184, "rejected": 1, "toDecide": 0,
         "fields": [{"field": "drinkingWater", "changed": 3, "kept": 1}]}""")
record Differences(
        boolean dryRun, int created, int changed, int unchanged, int rejected, int toDecide, List<Field> fields) {

    /** One field. */
    @Schema(name = "ImportDifference")
    record Field(String field, int changed, int kept) {}

    static Differences read(Handle sql, ImportState state) {
        ImportState.Counts counts = state.counts();
        return new Differences(
                state.dryRun(),
                counts.created(),
                counts.matched() + counts.updated(),
                counts.unchanged(),
                counts.rejected(),
                counts.toDecide(),
                fields(sql, state));
    }

    private static List<Field> fields(Handle sql, ImportState state) {
        return sql.createQuery("""
                        select field, count(*) filter (where replaced) as changed, count(*) filter (where not replaced) as kept
                        from (
                            select unnest(changed) as field, true as replaced from import_row
                            where import_id = :import and changed is not null
                            union all
                            select unnest(kept), false from import_row where import_id = :import and kept is not null) as each
                        group by field order by field""")
                .bind("import", state.id())
                .map((row, _) -> new Field(row.getString("field"), row.getInt("changed"), row.getInt("kept")))
                .list();
    }
}
