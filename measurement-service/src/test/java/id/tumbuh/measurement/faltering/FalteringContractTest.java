package id.tumbuh.measurement.faltering;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import id.tumbuh.measurement.Contracts;
import id.tumbuh.measurement.growth.Sex;
import id.tumbuh.measurement.growth.Stunting;
import id.tumbuh.measurement.kms.CardEntry;
import id.tumbuh.measurement.kms.Faltering;
import id.tumbuh.measurement.kms.GrowthMark;
import id.tumbuh.measurement.roster.GrowthStatus;
import id.tumbuh.measurement.roster.RosteredChild;
import id.tumbuh.platform.messaging.Announcement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FalteringContractTest {

    @Test
    void growthFaltered() {
        assertProduces("growth-faltered", child(Faltering.TWICE_NOT_GAINED, 1), entry(8));
    }

    @Test
    void growthRecovered() {
        assertProduces("growth-recovered", child(Faltering.NONE, 2), entry(9));
    }

    private static void assertProduces(String event, RosteredChild after, CardEntry newest) {
        Announcement announcement = Announcement.of(
                FalteringEvent.of(after, newest), JsonMapper.builder().build());

        assertThat(announcement.type()).isEqualTo("id.tumbuh.measurement." + event + ".v1");
        assertThat(announcement.topic()).isEqualTo("measurement.faltering");
        assertThat(announcement.sequence()).isEqualTo(after.growth().falteringVersion());
        Contracts.assertProduces(event, announcement.body());
    }

    private static CardEntry entry(int month) {
        return new CardEntry(
                UUID.fromString("0198c1a0-0000-7000-8000-000000000004"),
                YearMonth.of(2025, month),
                8400,
                GrowthMark.T,
                2,
                true,
                0,
                200,
                1);
    }

    private static RosteredChild child(Faltering faltering, long version) {
        return new RosteredChild(
                UUID.fromString("0198c1a0-0000-7000-8000-000000000002"),
                1,
                UUID.fromString("0198c1a0-0000-7000-8000-000000000001"),
                "36.04.20.2006",
                UUID.fromString("0198c1a0-0000-7000-8000-000000000003"),
                Sex.P,
                LocalDate.of(2024, 3, 17),
                true,
                null,
                null,
                new GrowthStatus(Stunting.NORMAL, 0, faltering, version));
    }
}
