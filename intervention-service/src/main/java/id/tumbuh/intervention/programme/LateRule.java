package id.tumbuh.intervention.programme;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.platform.rules.RuleSet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of a year's target and budget is there at the end of each quarter; the dated rule {@code programme.late}.
 *
 * @param graceDays days after a quarter's end in which nobody is late yet
 */
record LateRule(int version, int graceDays, List<BigDecimal> targetShare, List<BigDecimal> budgetShare) {
    private static final String CODE = "programme.late";

    LateRule {
        targetShare = List.copyOf(targetShare);
        budgetShare = List.copyOf(budgetShare);
    }

    /**
     * What has to be there of the programmes of a year on a day.
     *
     * @param quarters how many quarters have ended
     */
    record Expected(int ruleVersion, int quarters, BigDecimal targetShare, BigDecimal budgetShare) {
        Lateness of(Programme programme) {
            BigDecimal output = programme.plan().target().multiply(targetShare);
            BigDecimal money = BigDecimal.valueOf(programme.budget()).multiply(budgetShare);
            return new Lateness(
                    programme.output().compareTo(output) < 0,
                    BigDecimal.valueOf(programme.spent()).compareTo(money) < 0);
        }
    }

    /** In what a programme is late. */
    record Lateness(boolean inOutput, boolean inSpending) {
        boolean isLate() {
            return inOutput || inSpending;
        }
    }

    static LateRule of(RuleSet rules) {
        JsonNode value = rules.json(CODE);
        return new LateRule(
                rules.rule(CODE).version(),
                value.required("graceDays").intValue(),
                shares(value.required("targetShare")),
                shares(value.required("budgetShare")));
    }

    Expected expected(int year, LocalDate today) {
        int ended = 0;
        for (int quarter = 1; quarter <= 4; quarter++) {
            LocalDate last = LocalDate.of(year, 3 * quarter, 1).plusMonths(1).minusDays(1);
            if (today.isAfter(last.plusDays(graceDays))) {
                ended = quarter;
            }
        }
        return ended == 0
                ? new Expected(version, 0, BigDecimal.ZERO, BigDecimal.ZERO)
                : new Expected(version, ended, targetShare.get(ended - 1), budgetShare.get(ended - 1));
    }

    private static List<BigDecimal> shares(JsonNode list) {
        List<BigDecimal> shares = new ArrayList<>();
        list.forEach(share -> shares.add(share.decimalValue()));
        return shares;
    }
}
