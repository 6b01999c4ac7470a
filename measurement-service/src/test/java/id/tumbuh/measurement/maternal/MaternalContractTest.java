package id.tumbuh.measurement.maternal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.tumbuh.measurement.Contracts;
import id.tumbuh.measurement.maternal.CheckKind.Change;
import id.tumbuh.measurement.maternal.CoupleContent.Bride;
import id.tumbuh.measurement.maternal.CoupleContent.Groom;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.platform.messaging.IntegrationEvent;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MaternalContractTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final LocalDate DAY = LocalDate.of(2025, 8, 12);

    @Test
    void pregnancyChecked() {
        assertProduces("pregnancy-checked", PregnancyEvent.of(pregnancy(10.4), Change.CHECKED));
    }

    @Test
    void pregnancyCheckCorrected() {
        var corrected = pregnancy(10.4)
                .corrected(pregnancy(11.4).content(), pregnancy(11.4).finding(), CorrectionReason.TYPING_MISTAKE);

        assertProduces("pregnancy-check-corrected", PregnancyEvent.of(corrected, Change.CORRECTED));
    }

    @Test
    void pregnancyCheckVoided() {
        assertProduces(
                "pregnancy-check-voided",
                PregnancyEvent.of(pregnancy(10.4).voided(CorrectionReason.WRONG_PERSON), Change.VOIDED));
    }

    @Test
    void coupleChecked() {
        assertProduces("couple-checked", CoupleEvent.of(couple(23), Change.CHECKED));
    }

    @Test
    void coupleCheckCorrected() {
        var corrected =
                couple(23).corrected(couple(24).content(), couple(24).finding(), CorrectionReason.MEASURED_AGAIN);

        assertProduces("couple-check-corrected", CoupleEvent.of(corrected, Change.CORRECTED));
    }

    @Test
    void coupleCheckVoided() {
        assertProduces(
                "couple-check-voided",
                CoupleEvent.of(couple(23).voided(CorrectionReason.RECORDED_TWICE), Change.VOIDED));
    }

    /** With the day of the last period, which must not come through. */
    private static Check<PregnancyContent, PregnancyFinding> pregnancy(double haemoglobin) {
        PregnancyContent content = new PregnancyContent(
                UUID.fromString("0198c1a0-0000-7000-8000-000000000022"),
                UUID.fromString("0198c1a0-0000-7000-8000-000000000001"),
                "36.04.20.2006",
                DAY,
                20,
                DAY.minusWeeks(20),
                22.9,
                haemoglobin,
                48.5,
                null,
                30,
                "POSYANDU");
        return Check.first(
                UUID.fromString("0198c1a0-0000-7000-8000-000000000021"),
                content,
                PregnancyAssessment.assess(content, Policies.PREGNANCY));
    }

    private static Check<CoupleContent, CoupleFinding> couple(double armCm) {
        CoupleContent content = new CoupleContent(
                UUID.fromString("0198c1a0-0000-7000-8000-000000000032"),
                "36.04.20.2006",
                DAY,
                LocalDate.of(2025, 12, 1),
                new Bride(22, 47.5, 155.0, armCm, null, false, null),
                new Groom(25, true),
                "ELSIMIL");
        return Check.first(
                UUID.fromString("0198c1a0-0000-7000-8000-000000000031"),
                content,
                CoupleScreening.screen(content, Policies.COUPLE));
    }

    private static void assertProduces(String event, IntegrationEvent produced) {
        Announcement announcement = Announcement.of(produced, JSON);

        assertThat(announcement.type()).isEqualTo("id.tumbuh.measurement." + event + ".v1");
        Contracts.assertProduces(event, announcement.body());
    }
}
