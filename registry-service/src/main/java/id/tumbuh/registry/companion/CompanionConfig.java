package id.tumbuh.registry.companion;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How companionship ends as time passes. */
@ConfigMapping(prefix = "tumbuh.companions")
public interface CompanionConfig {
    /** Whether this replica looks for it; every replica may. */
    @WithDefault("true")
    boolean enabled();

    @WithDefault("10M")
    Duration poll();

    /** Assignments in one transaction. */
    @WithDefault("500")
    int portion();
}
