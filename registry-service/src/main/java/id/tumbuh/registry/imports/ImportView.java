package id.tumbuh.registry.imports;

import id.tumbuh.registry.imports.sheet.FileProblem;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An import as it is answered. */
@Schema(name = "Import", examples = """
        {"id": "0198c1a0-0000-7000-8000-000000000005", "format": "eppgbm", "dryRun": false, "state": "RUNNING",
         "rowsInFile": 128185,
         "counts": {"rows": 5200, "created": 5188, "matched": 0, "updated": 0, "unchanged": 0, "rejected": 9, "toDecide": 3},
         "problem": null, "receivedAt": "2025-08-12T02:00:00Z", "finishedAt": null}""")
record ImportView(
        UUID id,
        String format,
        boolean dryRun,
        String state,
        @Nullable Integer rowsInFile,
        ImportState.Counts counts,
        @Nullable WholeFile problem,
        Instant receivedAt,
        @Nullable Instant finishedAt) {

    /** Why nothing of the file was imported; the row is where it lies, if it lies anywhere. */
    @Schema(name = "ImportProblem")
    record WholeFile(
            String code,
            String title,
            String titleEnglish,
            @Nullable Integer row) {}

    static ImportView of(ImportState state) {
        String problem = state.problem();
        FileProblem known = problem == null ? null : FileProblem.valueOf(problem);
        return new ImportView(
                state.id(),
                state.format(),
                state.dryRun(),
                state.state(),
                state.rowsInFile(),
                state.counts(),
                known == null
                        ? null
                        : new WholeFile(known.name(), known.indonesian(), known.english(), state.problemRow()),
                state.receivedAt(),
                state.finishedAt());
    }
}
