package id.tumbuh.measurement.stunting;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.tumbuh.measurement.Contracts;
import id.tumbuh.measurement.growth.Sex;
import id.tumbuh.measurement.growth.Stunting;
import id.tumbuh.measurement.kms.Faltering;
import id.tumbuh.measurement.roster.GrowthStatus;
import id.tumbuh.measurement.roster.RosteredChild;
import id.tumbuh.platform.messaging.Announcement;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StuntingContractTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final HeightFinding STUNTED = new HeightFinding(
            UUID.fromString("0198c1a0-0000-7000-8000-000000000004"),
            LocalDate.of(2025, 8, 12),
            Stunting.STUNTED,
            -2.47);
    private static final HeightFinding SEVERELY_STUNTED = new HeightFinding(
            UUID.fromString("0198c1a0-0000-7000-8000-000000000006"),
            LocalDate.of(2025, 9, 9),
            Stunting.SEVERELY_STUNTED,
            -3.12);

    @Test
    void childBecameStunted() {
        assertProduces("child-became-stunted", child(Stunting.NORMAL, 0), List.of(STUNTED));
    }

    @Test
    void childStuntingSeverityChanged() {
        assertProduces(
                "child-stunting-severity-changed", child(Stunting.STUNTED, 1), List.of(STUNTED, SEVERELY_STUNTED));
    }

    @Test
    void childCeasedStuntedWhenTheOnlyMeasurementWasVoided() {
        assertProduces("child-ceased-stunted", child(Stunting.STUNTED, 1), List.of());
    }

    private static void assertProduces(String event, RosteredChild before, List<HeightFinding> findings) {
        StuntingStatus status = StuntingStatus.of(findings);
        StuntingEvent produced = StuntingEvent.of(before, before.with(status.stunting()), status);
        Announcement announcement = Announcement.of(produced, JSON);

        org.assertj.core.api.Assertions.assertThat(announcement.type())
                .isEqualTo("id.tumbuh.measurement." + event + ".v1");
        Contracts.assertProduces(event, announcement.body());
    }

    private static RosteredChild child(Stunting stunting, long stuntingVersion) {
        return new RosteredChild(
                UUID.fromString("0198c1a0-0000-7000-8000-000000000002"),
                1,
                UUID.fromString("0198c1a0-0000-7000-8000-000000000001"),
                "36.04.20.2006",
                null,
                Sex.P,
                LocalDate.of(2024, 3, 17),
                true,
                null,
                null,
                new GrowthStatus(stunting, stuntingVersion, Faltering.NONE, 0));
    }
}
