package id.tumbuh.intervention.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscalationRuleTest {
    private static final LocalDate SENT = LocalDate.of(2026, 6, 1);
    private static final LocalDate DUE = LocalDate.of(2026, 8, 1);
    private static final EscalationRule RULE = new EscalationRule(
            1, 14, Map.of(EscalationLevel.KECAMATAN, 1, EscalationLevel.KABUPATEN, 15, EscalationLevel.PROVINCE, 31));

    @ParameterizedTest(name = "{0} days after it was sent: {1}")
    @CsvSource({
        "14, ",
        "15, KECAMATAN",
        "28, KECAMATAN",
        "29, KABUPATEN",
        "44, KABUPATEN",
        "45, PROVINCE",
        "400, PROVINCE"
    })
    void whatNobodyAcceptsRisesByTheDay(int days, EscalationLevel level) {
        LocalDate today = SENT.plusDays(days);

        assertThat(RULE.level(new Progress.Sent(SENT), today)).isEqualTo(Optional.ofNullable(level));
        assertThat(RULE.level(new Progress.Declined(SENT, SENT.plusDays(2), "NO_BUDGET"), today))
                .isEqualTo(Optional.ofNullable(level));
    }

    @ParameterizedTest(name = "{0} days after it was due: {1}")
    @CsvSource({"0, ", "1, KECAMATAN", "14, KECAMATAN", "15, KABUPATEN", "30, KABUPATEN", "31, PROVINCE"})
    void whatWasPromisedRisesFromItsDay(int days, EscalationLevel level) {
        assertThat(RULE.level(new Progress.Accepted(SENT, SENT, DUE), DUE.plusDays(days)))
                .isEqualTo(Optional.ofNullable(level));
    }

    @Test
    void whatIsDoneIsNeverLate() {
        Proof proof = new Proof("OTHER", DUE, BigDecimal.ONE, null);

        assertThat(RULE.level(new Progress.Done(SENT, SENT, DUE, proof), DUE.plusYears(1)))
                .isEmpty();
    }
}
