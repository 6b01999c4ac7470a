package id.tumbuh.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.messaging.EventConsumer;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.platform.testing.RealServers;
import io.quarkus.arc.All;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every event reporting listens to is applied as its owner shows it. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ConsumedContractsTest {
    @Inject
    Database database;

    @Inject
    @All
    List<EventConsumer> consumers;

    @Test
    void aChangeOfAreasIsNoListOfThem() throws IOException {
        String key = "0198c1a0-0000-7000-8000-00000000a001";
        byte[] example = Files.readAllBytes(
                Path.of(System.getProperty("tumbuh.root"), "contracts", "registry", "area-changed.v1", "example.json"));
        EventConsumer consumer = consumers.stream()
                .filter(it -> it.topics().contains("registry.areas"))
                .findFirst()
                .orElseThrow();
        ReceivedEvent event = new ReceivedEvent(
                UUID.randomUUID(),
                "id.tumbuh.registry.area-changed.v1",
                "registry.areas",
                0,
                0,
                key,
                1,
                Instant.EPOCH,
                null,
                example);

        int lists = database.write(Scope.everywhere(), tx -> {
            consumer.apply(tx, List.of(event));
            return tx.sql()
                    .createQuery("select count(*) from area_list where kabupaten = :key")
                    .bind("key", key)
                    .mapTo(Integer.class)
                    .one();
        });

        assertThat(lists).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "registry.areas, registry/areas-published",
        "registry.children, registry/child-registered",
        "registry.children, registry/child-changed",
        "measurement.measurements, measurement/child-measured",
        "measurement.measurements, measurement/measurement-corrected",
        "measurement.measurements, measurement/measurement-voided",
        "measurement.measurements, measurement/measurement-reassessed",
        "measurement.quality, measurement/measuring-quality-assessed",
        "measurement.children, measurement/child-became-stunted",
        "measurement.children, measurement/child-stunting-severity-changed",
        "measurement.children, measurement/child-ceased-stunted"
    })
    void theOwnersExampleIsApplied(String topic, String contract) throws IOException {
        byte[] example = Files.readAllBytes(
                Path.of(System.getProperty("tumbuh.root"), "contracts", contract + ".v1", "example.json"));
        EventConsumer consumer = consumers.stream()
                .filter(it -> it.topics().contains(topic))
                .findFirst()
                .orElseThrow();
        ReceivedEvent event = new ReceivedEvent(
                UUID.randomUUID(),
                "id.tumbuh." + contract.replace('/', '.') + ".v1",
                topic,
                0,
                0,
                "example",
                1_000_000 + System.identityHashCode(contract),
                Instant.EPOCH,
                null,
                example);

        int applied = database.write(Scope.everywhere(), tx -> {
            consumer.apply(tx, List.of(event));
            return tx.sql()
                    .createQuery("select (select count(*) from area_list) + (select count(*) from child)"
                            + " + (select count(*) from weighing) + (select count(*) from stunting_case)"
                            + " + (select count(*) from posyandu_quality)")
                    .mapTo(Integer.class)
                    .one();
        });

        assertThat(applied).isPositive();
    }
}
