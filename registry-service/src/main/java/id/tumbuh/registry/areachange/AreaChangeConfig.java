package id.tumbuh.registry.areachange;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How changes of areas are carried out. */
@ConfigMapping(prefix = "tumbuh.area-changes")
public interface AreaChangeConfig {
    /** Whether this replica works on it. */
    @WithDefault("true")
    boolean enabled();

    /** How often it is looked whether a change's day has come or somebody came under an old code. */
    @WithDefault("30S")
    Duration poll();

    /** Families in one transaction. */
    @WithDefault("500")
    int portion();
}
