package id.tumbuh.registry.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where the master keys come from. */
@ConfigMapping(prefix = "tumbuh.registry")
public interface MasterKeyConfig {
    /** File with the master keys, readable by this process only; in production mounted as a secret. */
    Path masterKeyFile();

    /**
     * Make the file when it is missing. Only for one machine: with several replicas each would make its own, and a file
     * that was not mounted would go unnoticed.
     */
    @WithDefault("false")
    boolean masterKeyGenerate();
}
