package id.tumbuh.platform.messaging;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;

/** Makes the topics a service speaks and listens to, whoever of its neighbours starts first. */
final class Topics {
    private static final Logger LOG = Logger.getLogger(Topics.class);
    private final KafkaClients kafka;
    private final MessagingConfig config;

    Topics(KafkaClients kafka, MessagingConfig config) {
        this.kafka = kafka;
        this.config = config;
    }

    void ensure(Set<String> topics) throws InterruptedException {
        try (Admin admin = kafka.admin()) {
            Set<String> existing = admin.listTopics().names().get();
            List<NewTopic> missing = topics.stream()
                    .filter(topic -> !existing.contains(topic))
                    .map(this::compacted)
                    .toList();
            if (!missing.isEmpty()) {
                admin.createTopics(missing).all().get();
                LOG.infof("Made topics %s", missing.stream().map(NewTopic::name).collect(Collectors.joining(", ")));
            }
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof TopicExistsException)) { // a neighbour was faster
                throw new IllegalStateException("topics could not be made", failure.getCause());
            }
        }
    }

    /** Full history for a time, then the latest state of each aggregate for ever; a tombstone erases. */
    private NewTopic compacted(String topic) {
        return new NewTopic(topic, config.partitions(), config.replicationFactor())
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_COMPACT,
                        TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG,
                        Long.toString(config.fullHistory().toMillis())));
    }
}
