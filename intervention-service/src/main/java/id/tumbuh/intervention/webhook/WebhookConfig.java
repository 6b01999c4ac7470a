package id.tumbuh.intervention.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How webhooks are sent. */
@ConfigMapping(prefix = "tumbuh.webhooks")
interface WebhookConfig {
    /** Whether this replica sends any. */
    @WithDefault("true")
    boolean enabled();

    /** How often it is looked whether something is due; a chore's five seconds would be the whole time a fan-out may take. */
    @WithDefault("0.5S")
    Duration poll();

    @WithDefault("5S")
    Duration connectTimeout();

    @WithDefault("15S")
    Duration totalTimeout();

    /** When a delivery whose replica died is taken up by another; longer than any may take. */
    @WithDefault("45S")
    Duration lease();

    /** Pauses after the first attempt, the second and so on: three days in all. */
    @WithDefault("5S,5M,30M,2H,5H,10H,14H,20H,24H")
    List<Duration> retries();

    /** How many are under way at once, to all endpoints together. */
    @WithDefault("512")
    int atOnce();

    /** And to one of them. */
    @WithDefault("2")
    int perEndpoint();

    @WithDefault("443,8443")
    List<Integer> ports();

    /** Lets targets be on this machine and by http. Only for tests and benchmarks. */
    @WithDefault("false")
    boolean localTargets();

    /** PEM files of certificates that are believed besides those that this machine believes. */
    Optional<List<Path>> trust();

    /** How long an old secret still signs after a new one was made. */
    @WithDefault("24H")
    Duration oldSecret();

    /** How long what was told can be told again. */
    @WithDefault("720H")
    Duration keep();

    @WithDefault("10")
    int perClient();
}
