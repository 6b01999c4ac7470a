package id.tumbuh.registry.imports;

import id.tumbuh.platform.sheet.FileProblem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An import as it is answered. */
@Schema(name = "Import", examples = """
        {"id": "0198c1a0-0000-7000-8000-000000000005", "format": "eppgbm", "dryRun": false, "state": "RUNNING",
         "rowsInFile": 128185,
         "counts": {"rows": 5200, "created": 5188, "matched": 0, "updated": 0, "unchanged": 0, "rejected": 9, "toDecide": 3},
         "source": "siga-serang", "mappingVersion": 3, "batchId": "2025-08-12-0007", "ledgerDay": "2025-08-12",
         "contentSha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         "problem": null, "receivedAt": "2025-08-12T02:00:00Z", "finishedAt": null}""")
record ImportView(
        UUID id,
        String format,
        boolean dryRun,
        String state,
        @Nullable Integer rowsInFile,
        ImportState.Counts counts,
        @Nullable String source,
        long mappingVersion,
        @Nullable String batchId,
        @Nullable LocalDate ledgerDay,
        @Nullable String contentSha256,
        @Nullable WholeFile problem,
        Instant receivedAt,
        @Nullable Instant finishedAt) {

    /** Why nothing of the file was imported; row and columns are where it lies, if it lies anywhere. */
    @Schema(name = "ImportProblem")
    record WholeFile(
            String code,
            String title,
            String titleEnglish,
            @Nullable Integer row,
            List<String> columns) {}

    static ImportView of(ImportState state) {
        String problem = state.problem();
        FileProblem known = problem == null ? null : FileProblem.valueOf(problem);
        return new ImportView(
                state.id(),
                state.kind().written(),
                state.dryRun(),
                state.state(),
                state.rowsInFile(),
                state.counts(),
                state.source(),
                state.mappingVersion(),
                state.batchId(),
                state.ledgerDay(),
                state.contentHash() == null ? null : HexFormat.of().formatHex(state.contentHash()),
                known == null
                        ? null
                        : new WholeFile(
                                known.name(),
                                known.indonesian(),
                                known.english(),
                                state.problemRow(),
                                state.problemColumns()),
                state.receivedAt(),
                state.finishedAt());
    }
}
