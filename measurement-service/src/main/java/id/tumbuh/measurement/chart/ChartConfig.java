package id.tumbuh.measurement.chart;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many charts are made at once. */
@ConfigMapping(prefix = "tumbuh.chart")
public interface ChartConfig {
    /** PDF and PNG that are made at the same time: each is a processor's work and some 20 MB of memory. */
    @WithDefault("4")
    int papersAtATime();

    /** The longest one waits for its turn; then the caller is told to come again. */
    @WithDefault("5s")
    Duration longestWait();
}
