package id.tumbuh.intervention.referral;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How late referrals are looked for. */
@ConfigMapping(prefix = "tumbuh.referrals")
public interface ReferralConfig {
    /** Whether this replica looks for them; every replica may. */
    @WithDefault("true")
    boolean enabled();

    /** Between two looks; a day's delay is found within it. */
    @WithDefault("1H")
    Duration poll();

    /** Referrals in one transaction. */
    @WithDefault("500")
    int portion();
}
