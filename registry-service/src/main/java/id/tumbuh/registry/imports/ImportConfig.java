package id.tumbuh.registry.imports;

import id.tumbuh.platform.sheet.SheetRows;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** How imports run. */
@ConfigMapping(prefix = "tumbuh.imports")
public interface ImportConfig {
    /** Whether this replica works on imports; it takes them in any case. */
    @WithDefault("true")
    boolean enabled();

    /** Rows in one transaction. */
    @WithDefault("500")
    int batchRows();

    /** Largest spreadsheet: it is unpacked, and its texts are held in memory. */
    @WithDefault("64M")
    MemorySize largestFile();

    /** Largest CSV or NDJSON file, which is read as it comes; below {@code quarkus.http.limits.max-body-size}, which counts the form around it as well. */
    @WithDefault("1G")
    MemorySize largestText();

    /** A worker that has been silent for so long is dead, and another goes on. */
    @WithDefault("15S")
    Duration lease();

    /** How often a worker looks for work that nobody told it of. */
    @WithDefault("2S")
    Duration poll();

    /** How long the report of a finished import is kept. */
    @WithDefault("90D")
    Duration keep();

    /** Looks at how the file begins, not at its name. */
    default long largest(Path file) throws IOException {
        return (SheetRows.isBinary(file) ? largestFile() : largestText()).asLongValue();
    }
}
