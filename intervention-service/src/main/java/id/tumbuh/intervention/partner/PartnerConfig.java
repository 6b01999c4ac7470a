package id.tumbuh.intervention.partner;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where the secret comes from that pseudonyms, cursors and stored webhook secrets rest on. */
@ConfigMapping(prefix = "tumbuh.partner")
interface PartnerConfig {
    /** File with 32 random bytes in Base64, readable by this process only; in production mounted as a secret. */
    Path keyFile();

    /** Make the file when it is missing. Only for one machine: replicas would each make their own. */
    @WithDefault("false")
    boolean keyGenerate();
}
