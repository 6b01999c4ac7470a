package id.tumbuh.registry.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How names are made findable. */
@ConfigMapping(prefix = "tumbuh.search")
public interface SearchConfig {
    /** Whether this replica works on it. */
    @WithDefault("true")
    boolean enabled();

    /** How long a new name may wait. */
    @WithDefault("500MS")
    Duration poll();

    /** Names in one transaction. */
    @WithDefault("2000")
    int portion();
}
