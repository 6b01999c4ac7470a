package id.tumbuh.platform.work;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How work that is due by the clock is done. */
@ConfigMapping(prefix = "tumbuh.work")
public interface WorkConfig {
    /** Whether this replica does any. */
    @WithDefault("true")
    boolean enabled();

    /** How often it is looked whether something is due. */
    @WithDefault("5S")
    Duration poll();
}
