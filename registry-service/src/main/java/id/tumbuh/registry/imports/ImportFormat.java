package id.tumbuh.registry.imports;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.imports.mapping.FormatSpec;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One kind of file in the pipeline: how its rows are read, and what they mean. Leases, batches, resuming and the report are
 * the pipeline's.
 *
 * @param <R> a row, readable or not
 */
interface ImportFormat<R> {
    ImportKind kind();

    /** Its fields under the rules of a day. */
    FormatSpec spec(LocalDate day);

    /** The file below its header; problems of the file are {@link id.tumbuh.platform.sheet.UnreadableSheet}. */
    Source<R> open(Path file, ImportContext context) throws IOException;

    int number(R row);

    /** A row that the database refused for a reason nobody foresaw. */
    R refused(int number);

    /** Everything that the rows of one transaction mean; a dry run finds out the same and writes nothing. */
    Worked work(Transaction tx, ImportContext context, List<R> rows);

    /** What a waiting row became by a person's choice, null for a new record; empty if the choice is gone. */
    Optional<Decided> decide(Transaction tx, ImportContext context, Waiting waiting, @Nullable UUID choice);

    /** Rows of an open file. */
    interface Source<R> extends Closeable {
        /** The next row below this number, null after the last. */
        @Nullable
        R nextAfter(int number) throws IOException;
    }

    /** The report of the rows, and what follows once it is committed. */
    record Worked(List<RowResult> results, Runnable committed) {
        public Worked {
            results = List.copyOf(results);
        }
    }

    /** What a row became, and where. */
    record Decided(RowResult result, AreaCode area) {}

    /** A row that a person decides. */
    @SuppressWarnings("ArrayRecordComponent") // opened, compared by nobody
    record Waiting(int number, byte[] sealed) {}
}
