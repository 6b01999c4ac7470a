package id.tumbuh.intervention.rembuk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How broken commitments are looked for. */
@ConfigMapping(prefix = "tumbuh.commitments")
public interface CommitmentConfig {
    /** Whether this replica looks for them; every replica may. */
    @WithDefault("true")
    boolean enabled();

    /** Between two looks; a day that has passed is found within it. */
    @WithDefault("1H")
    Duration poll();

    /** Commitments in one transaction. */
    @WithDefault("500")
    int portion();
}
