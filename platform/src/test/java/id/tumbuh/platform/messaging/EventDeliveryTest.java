package id.tumbuh.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.testing.LocalServers;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** The promises of event delivery, on a real broker and a real database. */
class EventDeliveryTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static Services services;
    private Database database;
    private String topic;
    private String group;

    @BeforeAll
    static void start() {
        services = new Services();
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    @BeforeEach
    void ownTopic(TestInfo test) {
        topic = "registry." + test.getTestMethod().orElseThrow().getName();
        group = topic;
        services.topics(topic);
        database = services.database();
    }

    @Test
    void anEventIsPublishedOnlyIfItsTransactionCommits() {
        announce(thing("kept", 1));
        assertThatThrownBy(() -> database.write(Scope.everywhere(), tx -> {
                    tx.announce(thing("lost", 1));
                    throw new IllegalStateException("after announcing");
                }))
                .hasMessage("after announcing");

        services.publishAll();

        assertThat(published()).extracting(ConsumerRecord::key).containsExactly("kept");
        assertThat(outboxDepth()).isZero();
    }

    @Test
    void aPublishedEventIsACloudEventInBinaryMode() {
        announce(thing("one", 1));
        services.publishAll();

        ConsumerRecord<String, byte[]> record = published().getFirst();

        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(record, "ce_source")).isEqualTo("/tumbuh/registry");
        assertThat(header(record, "ce_type")).isEqualTo("id.tumbuh.registry.thing-changed.v1");
        assertThat(header(record, "ce_subject")).isEqualTo("one");
        assertThat(header(record, "ce_sequence")).isEqualTo("1");
        assertThat(header(record, "ce_dataschema")).isEqualTo("/contracts/registry/thing-changed.v1/schema.json");
        assertThat(header(record, "content-type")).isEqualTo("application/json");
        assertThat(UUID.fromString(header(record, "ce_id"))).isNotNull();
        assertThat(new String(record.value(), StandardCharsets.UTF_8)).isEqualTo("{\"value\":1}");
    }

    @Test
    void anAggregateThatWasInSeveralPartitionsIsErasedInAllOfThem() {
        for (String family : List.of("a", "b", "c", "d", "e", "f")) {
            announce(new Announcement(
                    topic, "id.tumbuh.registry.thing-changed.v1", "moved", family, 1, "{\"value\":1}".getBytes(UTF_8)));
        }
        announce(Announcement.erasing(topic, "id.tumbuh.registry.thing-changed.v1", "moved", 2));
        services.publishAll();

        Set<Integer> partitions =
                published().stream().map(ConsumerRecord::partition).collect(Collectors.toSet());
        assertThat(partitions).hasSizeGreaterThan(1);
        for (int partition : partitions) {
            ConsumerRecord<String, byte[]> last = published().stream()
                    .filter(record -> record.partition() == partition)
                    .reduce((_, later) -> later)
                    .orElseThrow();
            assertThat(last.value()).isNull();
            assertThat(last.key()).isEqualTo("moved");
            assertThat(header(last, "ce_sequence")).isEqualTo("2");
        }
        assertThat(published()).filteredOn(record -> record.value() == null).hasSize(3);
        assertThat(outboxDepth()).isZero();
    }

    @Test
    void eventsOfOneAggregateAreAppliedInOrder() {
        try (var consumer = services.consume(new Things(group, topic))) {
            LongStream.rangeClosed(1, 300).forEach(version -> announce(thing("child", version)));
            services.publishAll();

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(Things.versionsApplied(database, "child"))
                            .isEqualTo(LongStream.rangeClosed(1, 300).boxed().toList()));
            assertThat(consumer.thread().isAlive()).isTrue();
        }
    }

    @Test
    void aRowThatCommitsLateIsStillPublished() throws Exception {
        // An id is given before the commit: a relay that goes on after the last id it saw would lose this one.
        try (Connection slow = services.dataSource().getConnection()) {
            slow.setAutoCommit(false);
            slow.createStatement().execute("""
                    insert into outbox (topic, type, key, partition_key, sequence, body)
                    values ('%s', 'id.tumbuh.registry.thing-changed.v1', 'late', 'late', 1, '{"value":1}')""".formatted(topic));
            announce(thing("early", 1));
            services.publishAll();
            assertThat(published()).extracting(ConsumerRecord::key).containsExactly("early");

            slow.commit();
            services.publishAll();
        }
        assertThat(published()).extracting(ConsumerRecord::key).containsExactlyInAnyOrder("early", "late");
    }

    @Test
    void aRelayKilledBetweenTheBrokersAnswerAndItsMarkPublishesTwiceAndIsAppliedOnce() throws Exception {
        LongStream.rangeClosed(1, 50).forEach(version -> announce(thing("twice", version)));
        try (Connection connection = services.dataSource().getConnection();
                Producer<String, byte[]> producer = new DiesAfterTheBrokersAnswer()) {
            OutboxRelay dying = new OutboxRelay(
                    services.dataSource(), producer, new CloudEvents("registry"), services.signal, services.config);
            assertThatThrownBy(() -> dying.publishBatch(connection)).isInstanceOf(Killed.class);
        }
        assertThat(outboxDepth()).isEqualTo(50);

        services.publishAll();

        assertThat(published()).hasSize(100);
        assertThat(published().stream().map(record -> header(record, "ce_id")).distinct())
                .hasSize(50);
        try (var _ = services.consume(new Things(group, topic))) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(Things.versionsApplied(database, "twice"))
                            .isEqualTo(LongStream.rangeClosed(1, 50).boxed().toList()));
        }
    }

    @Test
    void oneRelayLeadsAndAnotherTakesOverWhenItStops() throws Exception {
        OutboxRelay first = services.relay();
        Thread firstThread = Thread.ofPlatform().start(first);
        await().atMost(SOON).until(first::leading);
        OutboxRelay second = services.relay();
        Thread secondThread = Thread.ofPlatform().start(second);
        announce(thing("before", 1));
        await().atMost(SOON).untilAsserted(() -> assertThat(published()).hasSize(1));
        assertThat(second.leading()).isFalse();

        first.stop();
        firstThread.join(Duration.ofSeconds(10));
        await().atMost(SOON).until(second::leading);
        announce(thing("after", 1));

        await().atMost(SOON).untilAsserted(() -> assertThat(published()).hasSize(2));
        second.stop();
        secondThread.join(Duration.ofSeconds(10));
    }

    @Test
    void duplicatesAndOldVersionsChangeNothing() {
        for (long version : new long[] {1, 2, 1, 2, 3, 2, 3, 1}) {
            announce(thing("again", version));
        }
        services.publishAll();

        try (var _ = services.consume(new Things(group, topic))) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(Things.versionsApplied(database, "again"))
                            .containsExactly(1L, 2L, 3L));
        }
        // The same group from the start again, as after a lost offset.
        resetOffsets();
        announce(thing("marker", 1));
        services.publishAll();
        try (var _ = services.consume(new Things(group, topic))) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(Things.versionsApplied(database, "marker"))
                            .hasSize(1));
        }
        assertThat(Things.versionsApplied(database, "again")).containsExactly(1L, 2L, 3L);
    }

    @Test
    void theInboxClaimsAnEventOnce() {
        UUID known = UUID.randomUUID();
        UUID fresh = UUID.randomUUID();

        assertThat(claimed(group, known, known)).containsExactly(known);
        assertThat(claimed(group, known, fresh)).containsExactly(fresh);
        assertThat(claimed("another", known)).containsExactly(known);
    }

    @Test
    void whatComesAfterAGapIsParkedUntilTheGapCloses() {
        EventConsumer everyStep = new InOrder(new Things(group, topic));
        List.of(1L, 3L, 4L).forEach(version -> announce(thing("steps", version)));
        services.publishAll();
        try (var _ = services.consume(everyStep)) {
            await().atMost(SOON).untilAsserted(() -> assertThat(parked()).isEqualTo(2));
            assertThat(Things.versionsApplied(database, "steps")).containsExactly(1L);

            announce(thing("steps", 2));
            services.publishAll();

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(Things.versionsApplied(database, "steps"))
                            .containsExactly(1L, 2L, 3L, 4L));
            assertThat(parked()).isZero();
        }
    }

    @Test
    void poisonIsSetAsideAndEverythingAroundItIsApplied() {
        List<Announcement> events = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            events.add(thing("good-" + i, 1));
        }
        events.add(7, withBody("unreadable", "{\"value\":"));
        events.add(19, withBody("wrong-type", "{\"value\":\"3604121502200001\"}"));
        events.add(31, withBody("breaks-the-check", "{\"value\":-1}"));
        events.forEach(this::announce);
        services.publishAll();
        sendWithNulInItsKey();
        sendRaw("no headers at all", "{\"value\":1}");

        try (var _ = services.consume(new Things(group, topic))) {
            await().atMost(SOON).untilAsserted(() -> assertThat(quarantined()).hasSize(5));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(countApplied("good-%")).isEqualTo(40));
        }

        assertThat(quarantined())
                .extracting(Quarantine.Held::reason)
                .contains("BODY_UNREADABLE", "ENVELOPE_UNREADABLE")
                .noneMatch(reason -> reason.contains("3604121502200001"))
                .anyMatch(reason -> reason.contains("23514"));
    }

    @Test
    void aReplayedEventIsAppliedOnceItsCauseIsMended() {
        announce(withBody("mended", "{\"value\":-5}"));
        services.publishAll();
        EventConsumer consumer = new Things(group, topic);
        try (var _ = services.consume(consumer)) {
            await().atMost(SOON).untilAsserted(() -> assertThat(quarantined()).hasSize(1));
        }
        QuarantineReplay replay =
                new QuarantineReplay(new Quarantine(database), services.kafka, database, List.of(consumer), List.of());
        long id = quarantined().getFirst().id();
        assertThat(replay.replay(id)).isInstanceOf(QuarantineReplay.Outcome.SetAsideAgain.class);

        asOwner("alter table thing drop constraint thing_value");
        try {
            assertThat(replay.replay(id)).isEqualTo(new QuarantineReplay.Outcome.Applied());
        } finally {
            asOwner("delete from thing where value < 0");
            asOwner("alter table thing add constraint thing_value check (value >= 0)");
        }
        assertThat(Things.versionsApplied(database, "mended")).containsExactly(1L);
        assertThat(quarantined()).isEmpty();
    }

    @Test
    void aDatabaseAwayForNinetySecondsEmptiesNothingIntoTheQuarantine() throws Exception {
        try (CuttableLink link = CuttableLink.to(services.servers.postgresPort());
                var consumer = services.consume(
                        new Things(group, topic), new Database(services.dataSource(link.port()), services.signal))) {
            announce(thing("before", 1));
            services.publishAll();
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(Things.versionsApplied(database, "before"))
                            .hasSize(1));

            link.cut();
            LongStream.rangeClosed(1, 20).forEach(version -> announce(thing("during", version)));
            services.publishAll();
            await().atMost(SOON).until(() -> consumer.loop().retrying());
            // Client libraries give up after 60 seconds; this one must not.
            await().during(90, TimeUnit.SECONDS)
                    .atMost(2, TimeUnit.MINUTES)
                    .until(() -> consumer.loop().retrying());
            assertThat(Things.versionsApplied(database, "during")).isEmpty();

            link.mend();
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(Things.versionsApplied(database, "during"))
                            .isEqualTo(LongStream.rangeClosed(1, 20).boxed().toList()));
            assertThat(quarantined()).isEmpty();
            assertThat(consumer.loop().retrying()).isFalse();
        }
    }

    @Test
    void theTraceOfARequestLeadsToItsLastConsumer() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        List<String> seen = new CopyOnWriteArrayList<>();
        Things things = new Things(group, topic);
        EventConsumer looking = new ForwardingConsumer(
                things, () -> seen.add(Span.current().getSpanContext().getTraceId()));
        SpanContext request =
                SpanContext.create(trace, "00f067aa0ba902b7", TraceFlags.getSampled(), TraceState.getDefault());
        try (var _ = Context.root().with(Span.wrap(request)).makeCurrent()) {
            announce(thing("traced", 1));
        }
        services.publishAll();

        assertThat(header(published().getFirst(), "ce_traceparent")).isEqualTo("00-" + trace + "-00f067aa0ba902b7-01");
        try (var _ = services.consume(looking)) {
            await().atMost(SOON).untilAsserted(() -> assertThat(seen).contains(trace));
        }
    }

    @Test
    void aServiceWhoseConsumerDiedIsNotLive() throws InterruptedException {
        announce(thing("deadly", 1));
        services.publishAll();
        EventConsumer dying = new ForwardingConsumer(new Things(group, topic), () -> {
            throw new AssertionError("the thread ends here");
        });
        Messaging messaging = new Messaging(
                services.config,
                services.kafka,
                services.dataSource(),
                database,
                new Quarantine(database),
                services.signal,
                "registry",
                List.of(dying),
                List.of());
        MessagingHealth health = new MessagingHealth(messaging, services.config);
        assertThat(health.call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);

        messaging.start(new StartupEvent());
        try {
            await().dontCatchUncaughtExceptions()
                    .atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(health.call().getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN));
            assertThat(health.call().getData().orElseThrow()).containsEntry("dead", "consumer-" + group);
        } finally {
            messaging.stop(new ShutdownEvent());
        }
    }

    /** Does something before it hands the events on. */
    private record ForwardingConsumer(Things things, Runnable before) implements EventConsumer {
        @Override
        public String group() {
            return things.group();
        }

        @Override
        public Set<String> topics() {
            return things.topics();
        }

        @Override
        public void apply(Transaction tx, List<ReceivedEvent> events) {
            before.run();
            things.apply(tx, events);
        }
    }

    private Announcement thing(String id, long version) {
        return Things.announcement(topic, id, version, 1);
    }

    private Announcement withBody(String id, String body) {
        return new Announcement(
                topic, "id.tumbuh.registry.thing-changed.v1", id, id, 1, body.getBytes(StandardCharsets.UTF_8));
    }

    private void announce(Announcement event) {
        database.write(Scope.everywhere(), tx -> {
            tx.announce(event);
            return null;
        });
    }

    private List<ConsumerRecord<String, byte[]>> published() {
        try (Consumer<String, byte[]> reader = services.kafka.reader()) {
            Collection<TopicPartition> partitions = reader.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            long end = reader.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (records.size() < end) {
                reader.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** No outbox could hold it, but a foreign producer may send it. */
    private void sendWithNulInItsKey() {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topic, "nul\0key", "{\"value\":1}".getBytes(StandardCharsets.UTF_8));
        published().getFirst().headers().forEach(record.headers()::add);
        try (Producer<String, byte[]> producer = services.kafka.producer()) {
            var _ = producer.send(record);
            producer.flush();
        }
    }

    private void sendRaw(String key, String body) {
        try (Producer<String, byte[]> producer = services.kafka.producer()) {
            var _ = producer.send(new ProducerRecord<>(topic, key, body.getBytes(StandardCharsets.UTF_8)));
            producer.flush();
        }
    }

    private void resetOffsets() {
        try (Consumer<String, byte[]> member = services.kafka.member(group)) {
            List<TopicPartition> partitions = member.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            member.assign(partitions);
            partitions.forEach(partition -> member.commitSync(Map.of(partition, new OffsetAndMetadata(0))));
        }
    }

    private Set<UUID> claimed(String consumer, UUID... ids) {
        return database.write(Scope.everywhere(), tx -> new Inbox(consumer).claim(tx, List.of(ids)));
    }

    private long outboxDepth() {
        return count("select count(*) from outbox");
    }

    private long parked() {
        return count("select count(*) from parked_event where consumer = '" + group + "'");
    }

    private long countApplied(String pattern) {
        return count("select count(*) from applied where id like '" + pattern + "'");
    }

    private long count(String sql) {
        return database.read(
                Scope.everywhere(),
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private List<Quarantine.Held> quarantined() {
        return new Quarantine(database)
                .waiting(100).stream()
                        .filter(held -> held.consumer().equals(group))
                        .toList();
    }

    private static void asOwner(String sql) {
        try (Connection owner = DriverManager.getConnection(
                services.servers.jdbcUrl("registry"), "registry_owner", LocalServers.PASSWORD)) {
            owner.createStatement().execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The process ends here. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** A producer whose process dies when the broker has answered and nothing is marked yet. */
    private static final class DiesAfterTheBrokersAnswer extends KafkaProducer<String, byte[]> {
        DiesAfterTheBrokersAnswer() {
            super(services.kafka.producerSettings(), new StringSerializer(), new ByteArraySerializer());
        }

        @Override
        public void flush() {
            super.flush();
            throw new Killed();
        }
    }
}
