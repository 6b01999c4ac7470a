package id.tumbuh.intervention.programme;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.platform.access.AreaCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LateRuleTest {
    private static final LateRule RULE =
            new LateRule(3, 10, shares("0.10", "0.35", "0.65", "1.00"), shares("0.10", "0.35", "0.65", "0.95"));

    @ParameterizedTest(name = "on {0}: {1} quarters, {2} of the budget")
    @CsvSource({
        "2025-12-31, 0, 0",
        "2026-04-10, 0, 0",
        "2026-04-11, 1, 0.10",
        "2026-07-10, 1, 0.10",
        "2026-07-11, 2, 0.35",
        "2026-10-10, 2, 0.35",
        "2026-10-11, 3, 0.65",
        "2027-01-10, 3, 0.65",
        "2027-01-11, 4, 0.95",
        "2030-01-01, 4, 0.95"
    })
    void aQuarterCountsOnceItsGraceDaysAreOver(LocalDate today, int quarters, BigDecimal budgetShare) {
        LateRule.Expected expected = RULE.expected(2026, today);

        assertThat(expected.quarters()).isEqualTo(quarters);
        assertThat(expected.budgetShare()).isEqualByComparingTo(budgetShare);
        assertThat(expected.ruleVersion()).isEqualTo(3);
    }

    @ParameterizedTest(name = "{0} of 200 and {1} of 1.000: late in output {2}, in spending {3}")
    @CsvSource({
        "70, 350, false, false",
        "69.99, 350, true, false",
        "70, 349, false, true",
        "0, 0, true, true",
        "200, 1000, false, false"
    })
    void aProgrammeIsLateBelowTheShareAndNotAtIt(BigDecimal output, long spent, boolean inOutput, boolean inSpending) {
        LateRule.Expected half = RULE.expected(2026, LocalDate.of(2026, 8, 1));

        assertThat(half.of(programme(output, spent, 1_000))).isEqualTo(new LateRule.Lateness(inOutput, inSpending));
    }

    @Test
    void withoutABudgetNobodyIsLateInSpendingIt() {
        LateRule.Expected half = RULE.expected(2026, LocalDate.of(2026, 8, 1));

        assertThat(half.of(programme(BigDecimal.valueOf(100), 0, 0)).isLate()).isFalse();
    }

    private static Programme programme(BigDecimal output, long spent, long budget) {
        return new Programme(
                new UUID(1, 1),
                new UUID(1, 2),
                "PUPR",
                new AreaCode("36.71"),
                2026,
                new Programme.Plan(
                        "Sumur",
                        Programme.Kind.SENSITIVE,
                        null,
                        "sumur",
                        BigDecimal.valueOf(200),
                        new TreeMap<>(Map.of("APBD", budget)),
                        null,
                        null,
                        null),
                List.of(
                        new Programme.Quarter(1, output, new TreeMap<>(Map.of("APBD", spent))),
                        new Programme.Quarter(2, BigDecimal.ZERO, new TreeMap<>())),
                null,
                Programme.State.ACTIVE,
                1);
    }

    private static List<BigDecimal> shares(String... shares) {
        return List.of(shares).stream().map(BigDecimal::new).toList();
    }
}
