package id.tumbuh.reporting.programme;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.platform.rules.RuleSet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of a year's target and budget is there at the end of each quarter; the dated rule {@code programme.late}.
 *
 * @param graceDays days after a quarter's end in which nobody is late yet
 */
public record LateRule(int version, int graceDays, List<BigDecimal> targetShare, List<BigDecimal> budgetShare) {
    public static final String CODE = "programme.late";

    public LateRule {
        targetShare = List.copyOf(targetShare);
        budgetShare = List.copyOf(budgetShare);
    }

    /**
     * What has to be there of the programmes of a year on a day.
     *
     * @param quarters how many quarters have ended, with their days of grace
     */
    public record Expected(int ruleVersion, int quarters, BigDecimal targetShare, BigDecimal budgetShare) {}

    public static LateRule of(RuleSet rules) {
        JsonNode value = rules.json(CODE);
        return new LateRule(
                rules.rule(CODE).version(),
                value.required("graceDays").intValue(),
                shares(value.required("targetShare")),
                shares(value.required("budgetShare")));
    }

    public Expected expected(int year, LocalDate today) {
        int ended = 0;
        for (int quarter = 1; quarter <= targetShare.size(); quarter++) {
            LocalDate last = YearMonth.of(year, 3 * quarter).atEndOfMonth();
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
