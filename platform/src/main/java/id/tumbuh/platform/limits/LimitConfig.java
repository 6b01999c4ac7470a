package id.tumbuh.platform.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;
import java.util.Set;

/** Which requests are counted; how many of them are let through is a dated rule. */
@ConfigMapping(prefix = "tumbuh.limits")
public interface LimitConfig {
    /** Applications that are remembered, in all groups together; beyond that the one that asked longest ago is forgotten. */
    @WithDefault("10000")
    long mostRemembered();

    /** By a name for metrics, as {@code partner-reads}. A request may be of several groups and needs room in each. */
    Map<String, Group> groups();

    /** Requests that are counted together. */
    interface Group {
        /** The path they begin with, whole parts of it. */
        String path();

        Set<String> methods();

        /** Code of the rule with the number of requests a minute. */
        String rule();
    }
}
