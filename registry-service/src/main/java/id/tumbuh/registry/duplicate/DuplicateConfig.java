package id.tumbuh.registry.duplicate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How duplicates are looked for. Thresholds are rules, not settings. */
@ConfigMapping(prefix = "tumbuh.duplicates")
public interface DuplicateConfig {
    /** Whether this replica works on scans and joins what is beyond doubt. */
    @WithDefault("true")
    boolean enabled();

    /** Persons in one step of a scan, and notes of changed members taken at once. */
    @WithDefault("500")
    int scanStep();

    /** Pairs joined one after the other before a scan goes on. */
    @WithDefault("100")
    int mergesInARow();

    /** How often the worker looks for work. */
    @WithDefault("2S")
    Duration poll();
}
