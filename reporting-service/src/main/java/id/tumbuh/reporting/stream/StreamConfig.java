package id.tumbuh.reporting.stream;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of the stream in one replica. */
@StaticInitSafe
@ConfigMapping(prefix = "tumbuh.stream")
interface StreamConfig {
    /** Events of the shared tail; who needs older ones reads them from the topics. */
    @WithDefault("20000")
    int tailEvents();

    /** Bytes of the bodies in the shared tail. */
    @WithDefault("16M")
    MemorySize tailBytes();

    /** A connection that says nothing is told that it still stands, so that no proxy closes it. */
    @WithDefault("15s")
    Duration heartbeat();

    /** A subscriber that takes nothing for this long is closed; it comes back with its cursor. */
    @WithDefault("30s")
    Duration dropAfter();

    /** Connections at a time; beyond that 503 says when to come again. */
    @WithDefault("5000")
    int subscribers();

    /** Kafka clients that all who read older events share. */
    @WithDefault("4")
    int readers();
}
