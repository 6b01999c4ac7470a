package id.tumbuh.measurement.weighing;

import static id.tumbuh.measurement.growth.MeasuresBuilder.measures;
import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.measurement.Contracts;
import id.tumbuh.measurement.growth.Measures;
import id.tumbuh.measurement.growth.Permenkes;
import id.tumbuh.measurement.growth.Position;
import id.tumbuh.measurement.growth.Sex;
import id.tumbuh.measurement.growth.Stunting;
import id.tumbuh.measurement.growth.WhoGrowthStandard;
import id.tumbuh.measurement.kms.CardEntry;
import id.tumbuh.measurement.kms.Faltering;
import id.tumbuh.measurement.kms.GrowthMark;
import id.tumbuh.measurement.roster.GrowthStatus;
import id.tumbuh.measurement.roster.RosteredChild;
import id.tumbuh.measurement.weighing.GrowthRecordConsumer.GrowthRecord;
import id.tumbuh.platform.messaging.ReceivedEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MeasurementContractTest {

    private static final WhoGrowthStandard STANDARD = WhoGrowthStandard.load();
    private static final UUID MEASUREMENT = UUID.fromString("0198c1a0-0000-7000-8000-000000000004");
    private static final RosteredChild GIRL = new RosteredChild(
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
            GrowthStatus.UNKNOWN);
    private static final Measures MEASURES = measures()
            .weightKg(8.4)
            .lengthHeightCm(72.5)
            .position(Position.LYING)
            .armCircumferenceCm(13.1)
            .build();

    private static final Marking SECOND_T = new Marking(
            new CardEntry(MEASUREMENT, YearMonth.of(2025, 8), 8400, GrowthMark.T, 2, true, 100, 200, 1), false);

    @Test
    void childMeasured() {
        Contracts.assertProduces("child-measured", body(1, false, GIRL, MEASURES, SECOND_T));
    }

    @Test
    void measurementCorrected() {
        Measures corrected = measures()
                .weightKg(8.4)
                .lengthHeightCm(75.2)
                .headCircumferenceCm(44.6)
                .build();

        Contracts.assertProduces("measurement-corrected", body(2, false, GIRL, corrected, Marking.NONE));
    }

    @Test
    void measurementVoided() {
        Contracts.assertProduces("measurement-voided", body(2, true, GIRL, MEASURES, Marking.NONE));
    }

    @Test
    void measurementReassessed() {
        RosteredChild boy = new RosteredChild(
                GIRL.id(),
                2,
                GIRL.familyId(),
                GIRL.areaCode(),
                null,
                Sex.L,
                LocalDate.of(2024, 2, 17),
                true,
                null,
                null,
                new GrowthStatus(Stunting.STUNTED, 1, Faltering.NONE, 0));

        Contracts.assertProduces("measurement-reassessed", body(2, false, boy, MEASURES, SECOND_T));
    }

    @Test
    void growthRecordOfTheRegistryIsUnderstood() {
        Submission submission = new ReceivedEvent(
                        MEASUREMENT,
                        "id.tumbuh.registry.growth-record-received.v1",
                        "registry.growth-records",
                        0,
                        0,
                        MEASUREMENT.toString(),
                        1,
                        Instant.EPOCH,
                        null,
                        Contracts.example("registry", "growth-record-received"))
                .read(GrowthRecord.class)
                .submission();

        assertThat(submission.id()).isEqualTo(MEASUREMENT);
        assertThat(submission.childId()).isEqualTo(GIRL.id());
        assertThat(submission.measuredOn()).isEqualTo("2025-08-12");
        assertThat(submission.source()).isEqualTo("EPPGBM");
        assertThat(submission.measures()).isEqualTo(MEASURES);
        assertThat(submission.imported()).isEqualTo(new Submission.Imported(1, -1.61, -2.94, -0.32));
    }

    private static byte[] body(int version, boolean voided, RosteredChild child, Measures measures, Marking marking) {
        Measurement measurement = new Measurement(
                MEASUREMENT,
                child.id(),
                child.areaCode(),
                UUID.fromString("0198c1a0-0000-7000-8000-000000000003"),
                null,
                LocalDate.of(2025, 8, 12),
                "POSYANDU",
                version,
                voided,
                measures,
                1,
                marking);
        return MeasurementJson.event(AssessedMeasurement.of(measurement, child, STANDARD, Permenkes.POLICY));
    }
}
