package id.tumbuh.reporting.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LateRuleTest {
    private static final List<BigDecimal> SHARES =
            List.of(new BigDecimal("0.10"), new BigDecimal("0.35"), new BigDecimal("0.65"), BigDecimal.ONE);
    private static final LateRule RULE = new LateRule(1, 10, SHARES, SHARES);

    @Test
    void nobodyIsLateBeforeTheDaysOfGraceAreOver() {
        assertThat(quarters(LocalDate.of(2026, 1, 1))).isZero();
        assertThat(quarters(LocalDate.of(2026, 4, 10))).isZero();
        assertThat(quarters(LocalDate.of(2026, 4, 11))).isOne();
    }

    @Test
    void eachQuarterExpectsItsShareAndTheYearAfterTheWhole() {
        assertThat(RULE.expected(2026, LocalDate.of(2026, 7, 10)).targetShare()).isEqualTo("0.10");
        assertThat(RULE.expected(2026, LocalDate.of(2026, 7, 11)).targetShare()).isEqualTo("0.35");
        assertThat(quarters(LocalDate.of(2027, 1, 10))).isEqualTo(3);
        assertThat(RULE.expected(2026, LocalDate.of(2027, 1, 11)).budgetShare()).isEqualTo(BigDecimal.ONE);
    }

    private static int quarters(LocalDate day) {
        return RULE.expected(2026, day).quarters();
    }
}
