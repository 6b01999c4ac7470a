package id.tumbuh.measurement.weighing;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much this service takes in at once. */
@StaticInitSafe
@ConfigMapping(prefix = "tumbuh.measurement")
public interface WeighingConfig {
    /** Batches that work at the same time; a few more than processors, since a commit waits for the disk. */
    @WithDefault("8")
    int batchesAtATime();

    /** Batches that may wait for their turn; the next one is told to come again. */
    @WithDefault("64")
    int batchesWaiting();

    /** The longest a batch waits for its turn. */
    @WithDefault("2s")
    Duration longestWait();

    /** Largest body of a batch. */
    @WithDefault("1M")
    MemorySize largestBatch();
}
