package id.tumbuh.platform.print;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many papers are made at a time. */
@StaticInitSafe
@ConfigMapping(prefix = "tumbuh.print")
interface PrintConfig {
    @WithDefault("2")
    int papersAtATime();

    @WithDefault("PT10S")
    Duration longestWait();
}
