package id.tumbuh.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
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
            apply(tx, event);
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
        "measurement.children, measurement/child-ceased-stunted",
        "registry.families, registry/family-registered",
        "registry.families, registry/family-changed",
        "registry.families, registry/family-flagged-at-risk",
        "registry.families, registry/family-risk-changed",
        "registry.families, registry/family-risk-cleared",
        "registry.families, registry/family-moved",
        "registry.families, registry/family-split",
        "registry.families, registry/family-merged",
        "registry.families, registry/family-merge-undone",
        "registry.companions, registry/companion-assigned",
        "registry.companions, registry/companion-released",
        "registry.companions, registry/companion-visited",
        "registry.couples, registry/couple-registered",
        "registry.couples, registry/couple-changed",
        "registry.couples, registry/couple-married",
        "registry.couples, registry/couple-called-off",
        "measurement.couple-checks, measurement/couple-checked",
        "measurement.couple-checks, measurement/couple-check-corrected",
        "measurement.couple-checks, measurement/couple-check-voided",
        "intervention.needs, intervention/need-opened",
        "intervention.needs, intervention/need-changed",
        "intervention.needs, intervention/need-closed",
        "intervention.placements, intervention/placement-held",
        "intervention.placements, intervention/placement-committed",
        "intervention.placements, intervention/placement-renewed",
        "intervention.placements, intervention/placement-ended",
        "intervention.programmes, intervention/programme-changed",
        "intervention.programmes, intervention/programme-realised",
        "intervention.commitments, intervention/commitment-made",
        "intervention.commitments, intervention/commitment-kept",
        "intervention.commitments, intervention/commitment-overdue",
        "intervention.commitments, intervention/commitment-withdrawn",
        "intervention.deliveries, intervention/delivery-made",
        "intervention.deliveries, intervention/delivery-missed",
        "intervention.deliveries, intervention/delivery-refused",
        "intervention.case-audits, intervention/case-audit-stage-reached",
        "intervention.case-audits, intervention/case-audit-changed",
        "intervention.case-audits, intervention/case-audit-reminded",
        "intervention.referrals, intervention/referral-opened",
        "intervention.referrals, intervention/referral-accepted",
        "intervention.referrals, intervention/referral-declined",
        "intervention.referrals, intervention/referral-sent-again",
        "intervention.referrals, intervention/referral-done",
        "intervention.referrals, intervention/referral-escalated",
        "intervention.referrals, intervention/referral-closed"
    })
    void theOwnersExampleIsApplied(String topic, String contract) throws IOException {
        String version = topic.equals("intervention.needs") ? ".v2" : ".v1";
        byte[] example = Files.readAllBytes(
                Path.of(System.getProperty("tumbuh.root"), "contracts", contract + version, "example.json"));
        ReceivedEvent event = new ReceivedEvent(
                UUID.randomUUID(),
                "id.tumbuh." + contract.replace('/', '.') + version,
                topic,
                0,
                0,
                "example",
                1_000_000 + System.identityHashCode(contract),
                Instant.EPOCH,
                null,
                example);

        int applied = database.write(Scope.everywhere(), tx -> {
            apply(tx, event);
            return tx.sql()
                    .createQuery("select (select count(*) from area_list) + (select count(*) from child)"
                            + " + (select count(*) from weighing) + (select count(*) from stunting_case)"
                            + " + (select count(*) from family_month) + (select count(*) from companionship)"
                            + " + (select count(*) from need) + (select count(*) from sponsorship)"
                            + " + (select count(*) from posyandu_quality) + (select count(*) from programme)"
                            + " + (select count(*) from commitment) + (select count(*) from delivery)"
                            + " + (select count(*) from case_audit) + (select count(*) from referral)"
                            + " + (select count(*) from couple) + (select count(*) from couple_check)")
                    .mapTo(Integer.class)
                    .one();
        });

        assertThat(applied).isPositive();
    }

    /** As every group that reads the topic does. */
    private void apply(Transaction tx, ReceivedEvent event) {
        List<EventConsumer> readers = consumers.stream()
                .filter(it -> it.topics().contains(event.topic()))
                .toList();
        assertThat(readers).isNotEmpty();
        readers.forEach(reader -> reader.apply(tx, List.of(event)));
    }
}
