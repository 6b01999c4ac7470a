package id.tumbuh.measurement.skdn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.json.JsonMapper;
import id.tumbuh.measurement.Contracts;
import id.tumbuh.measurement.growth.Sex;
import id.tumbuh.measurement.skdn.MonthDecision.Content;
import id.tumbuh.measurement.skdn.SkdnTable.Figures;
import id.tumbuh.platform.messaging.Announcement;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkdnTest {

    private static final SkdnPolicy POLICY = new SkdnPolicy(1, List.of(0, 6, 12, 24, 36), 60);
    private static final UUID POSYANDU = UUID.fromString("0198c1a0-0000-7000-8000-000000000003");

    /** S K D N T O B 2T BGM */
    @ParameterizedTest
    @CsvSource({
        "4, 4, 4, 1, 1, 1, 0, 0, 0",
        "4, 3, 4, 1, 1, 1, 1, 0, 0",
        "3, 4, 3, 3, 0, 0, 0, 0, 0",
        "4, 4, 4, 3, 1, 0, 0, 2, 0",
        "4, 4, 2, 2, 0, 0, 0, 0, 3"
    })
    void tableThatDoesNotAddUpCannotBeMade(int s, int k, int d, int n, int t, int o, int b, int two, int bgm) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Skdn(s, k, d, n, t, o, b, two, bgm));
    }

    @ParameterizedTest
    @CsvSource({"0, 0-5", "6, 6-11", "12, 12-23", "24, 24-35", "36, 36-59"})
    void bandsAreLabelledAsOnTheForm(int from, String label) {
        assertThat(POLICY.label(from)).isEqualTo(label);
    }

    @Test
    void monthClosedAndOpenedAgain() {
        assertProduces("skdn-month-closed", 1, null);
        assertProduces("skdn-month-reopened", 2, ReopeningReason.LATE_WEIGHINGS);
    }

    private static void assertProduces(String event, int version, @Nullable ReopeningReason reason) {
        List<SkdnRow> rows = List.of(
                new SkdnRow(POSYANDU, "36.04.20.2006", Sex.L, 12, new Skdn(9, 9, 8, 5, 2, 1, 0, 1, 0)),
                new SkdnRow(POSYANDU, "36.04.20.2006", Sex.P, 0, new Skdn(4, 3, 3, 1, 0, 0, 2, 0, 0)));
        MonthDecision decision = new MonthDecision(
                POSYANDU,
                YearMonth.of(2025, 8),
                version,
                "36.04.20.2006",
                reason == null,
                new Content(SkdnTable.cells(rows, POLICY), Figures.of(SkdnTable.total(rows))),
                1,
                reason,
                Instant.parse("2025-08-12T04:00:00Z"));
        Announcement announcement = Announcement.of(
                SkdnMonthEvent.of(decision), JsonMapper.builder().build());

        assertThat(announcement.type()).isEqualTo("id.tumbuh.measurement." + event + ".v1");
        Contracts.assertProduces(event, announcement.body());
    }
}
