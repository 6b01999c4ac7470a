package id.tumbuh.reporting.programme;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A programme with what of it is late by the rule.
 *
 * @param area its code, of any level
 * @param output of the whole year so far
 * @param spent by quarter
 * @param partOf the programme that its money is part of
 */
public record Programme(
        UUID id,
        UUID opd,
        String field,
        String area,
        @Nullable String areaName,
        String kind,
        @Nullable String indicator,
        BigDecimal target,
        BigDecimal output,
        long budget,
        List<Long> spent,
        @Nullable UUID partOf,
        boolean lateInOutput,
        boolean lateInSpending) {
    public Programme {
        spent = List.copyOf(spent);
    }

    public long spentSoFar() {
        return spent.stream().mapToLong(Long::longValue).sum();
    }

    public boolean isLate() {
        return lateInOutput || lateInSpending;
    }

    /** The programmes of one field, added up. */
    public record FieldSum(String field, long programmes, long late, long budget, long spent) {
        public FieldSum {}
    }

    /** The programmes of an area and year, added up: money that is part of another programme's counts once. */
    public record Sums(
            long programmes,
            long late,
            long budget,
            List<Long> spentByQuarter,
            Map<String, Long> budgetBySource,
            Map<String, Long> spentBySource) {
        public Sums {
            spentByQuarter = List.copyOf(spentByQuarter);
            budgetBySource = Map.copyOf(budgetBySource);
            spentBySource = Map.copyOf(spentBySource);
        }

        public long spent() {
            return spentByQuarter.stream().mapToLong(Long::longValue).sum();
        }
    }
}
