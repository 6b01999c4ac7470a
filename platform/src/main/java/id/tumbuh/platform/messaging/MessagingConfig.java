package id.tumbuh.platform.messaging;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How a service speaks to Kafka. The defaults fit production; only the addresses must be given. */
@StaticInitSafe
@ConfigMapping(prefix = "tumbuh.messaging")
public interface MessagingConfig {
    /** Addresses of the brokers, {@code host:port} with commas between. */
    @WithDefault("127.0.0.1:9192")
    String bootstrapServers();

    /** Topics this service announces to or reads outside of a consumer; made at start when missing. */
    Optional<List<String>> topics();

    /** Topics every service announces to. */
    @WithDefault("audit.heads")
    List<String> commonTopics();

    /** Partitions of a topic that is made at start. The order of a family holds only while this stays as it is. */
    @WithDefault("6")
    int partitions();

    /** Copies of a topic that is made at start; 3 in production. */
    @WithDefault("1")
    short replicationFactor();

    /** How long a topic keeps every event before compaction may leave only the latest of each aggregate. */
    @WithDefault("P395D")
    Duration fullHistory();

    /** Events the relay publishes at a time. */
    @WithDefault("2000")
    int relayBatch();

    /** How often the relay looks for events of other replicas, which can't wake it. */
    @WithDefault("100ms")
    Duration relayPatience();

    /**
     * How close upon each other the relay's rounds are at the most. A lone event goes at once; of many, those of this time go together,
     * for broker and consumers pay by the round.
     */
    @WithDefault("25ms")
    Duration relayPace();

    /** Records a consumer takes at a time: one transaction. */
    @WithDefault("5000")
    int consumerBatch();

    /** First wait after a failure that may pass; doubled up to {@link #retryAtMost}. */
    @WithDefault("200ms")
    Duration retryFirst();

    @WithDefault("5s")
    Duration retryAtMost();

    /** Without a sign of life for this long a consumer counts as dead and the service as not live. */
    @WithDefault("PT2M")
    Duration deadAfter();

    /** Whether the relay and the consumers run; switched off for commands that only migrate or compare. */
    @WithDefault("true")
    boolean enabled();
}
