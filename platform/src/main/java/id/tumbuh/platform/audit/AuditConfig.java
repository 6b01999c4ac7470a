package id.tumbuh.platform.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the audit is sealed. */
@ConfigMapping(prefix = "tumbuh.audit")
public interface AuditConfig {
    /** How often the sealer looks for new entries: how long an entry can be without a seal. */
    @WithDefault("1s")
    Duration sealEvery();

    /** Entries of a block at most; each block is one event. */
    @WithDefault("1000")
    int blockEntries();
}
