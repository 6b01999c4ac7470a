package id.tumbuh.registry.rescreening;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How families are screened again. */
@ConfigMapping(prefix = "tumbuh.screening")
public interface RescreeningConfig {
    /** Whether this replica works on it. */
    @WithDefault("true")
    boolean enabled();

    /** How often it is looked whether a day has begun, a rule is another one or a preview waits. */
    @WithDefault("30S")
    Duration poll();

    /** Families in one transaction. */
    @WithDefault("2000")
    int portion();
}
