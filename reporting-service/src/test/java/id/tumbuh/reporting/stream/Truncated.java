package id.tumbuh.reporting.stream;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Takes events out of a topic of the real broker, as an operator would who has no room left. */
@ApplicationScoped
public class Truncated {
    private final String brokers;

    Truncated(@ConfigProperty(name = "tumbuh.messaging.bootstrap-servers") String brokers) {
        this.brokers = brokers;
    }

    /** Everything that is in the topic now; whatever comes later stays. */
    void toItsEnd(String topic) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers))) {
            policy(admin, topic, "compact,delete");
            Map<TopicPartition, OffsetSpec> partitions =
                    new TreeMap<>(Comparator.comparingInt(TopicPartition::partition));
            admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .values()
                    .iterator()
                    .next()
                    .partitions()
                    .forEach(it -> partitions.put(new TopicPartition(topic, it.partition()), OffsetSpec.latest()));
            Map<TopicPartition, RecordsToDelete> gone =
                    new TreeMap<>(Comparator.comparingInt(TopicPartition::partition));
            admin.listOffsets(partitions)
                    .all()
                    .get()
                    .forEach((partition, end) -> gone.put(partition, RecordsToDelete.beforeOffset(end.offset())));
            admin.deleteRecords(gone).all().get();
            policy(admin, topic, "compact");
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    /** The broker deletes only from a topic that may be deleted from. */
    private static void policy(Admin admin, String topic, String policy)
            throws ExecutionException, InterruptedException {
        ConfigEntry cleanup = new ConfigEntry(TopicConfig.CLEANUP_POLICY_CONFIG, policy);
        admin.incrementalAlterConfigs(Map.of(
                        new ConfigResource(ConfigResource.Type.TOPIC, topic),
                        List.of(new AlterConfigOp(cleanup, AlterConfigOp.OpType.SET))))
                .all()
                .get();
    }
}
