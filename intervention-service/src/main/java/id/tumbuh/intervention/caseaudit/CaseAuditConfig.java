package id.tumbuh.intervention.caseaudit;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How steps that are due are looked for. */
@StaticInitSafe
@ConfigMapping(prefix = "tumbuh.case-audits")
interface CaseAuditConfig {
    /** Whether this replica looks. */
    @WithDefault("true")
    boolean enabled();

    /** How often. What was told is not told again, so it may be oftener than once a day. */
    @WithDefault("PT1H")
    Duration poll();

    /** Reminders at a time: one transaction. */
    @WithDefault("500")
    int portion();
}
