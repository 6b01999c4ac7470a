package id.tumbuh.reporting.programme;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A programme as its events tell it; they have no words that people wrote. */
record ProgrammeState(
        UUID programmeId,
        UUID opdId,
        String opdField,
        String areaCode,
        int year,
        String kind,
        @Nullable String indicator,
        BigDecimal target,
        List<Money> budget,
        List<Realised> realised,
        @Nullable UUID partOf,
        String state) {
    private static final int QUARTERS = 4;
    private static final int MONTHS_OF_A_QUARTER = 3;

    ProgrammeState {
        budget = List.copyOf(budget);
        realised = List.copyOf(realised);
    }

    /** Rupiah of one source. */
    record Money(String source, long rupiah) {}

    /** What a quarter brought. */
    record Realised(int quarter, BigDecimal output, List<Money> spending) {
        Realised {
            spending = List.copyOf(spending);
        }

        long spent() {
            return sum(spending);
        }
    }

    boolean isActive() {
        return state.equals("ACTIVE");
    }

    long ceiling() {
        return sum(budget);
    }

    /** By quarter; nothing where nothing was told. */
    Long[] spent() {
        Long[] spent = {0L, 0L, 0L, 0L};
        inTheYear().forEach(one -> spent[one.quarter() - 1] = one.spent());
        return spent;
    }

    /** By quarter; nothing where nothing was told. */
    BigDecimal[] output() {
        BigDecimal[] output = {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO};
        inTheYear().forEach(one -> output[one.quarter() - 1] = one.output());
        return output;
    }

    Map<String, Long> budgetBySource() {
        return bySource(budget);
    }

    Map<String, Long> spentBySource() {
        return bySource(
                inTheYear().stream().flatMap(one -> one.spending().stream()).toList());
    }

    /** The month in which a quarter begins: from then on what it brought counts. */
    static YearMonth beginning(int year, int quarter) {
        return YearMonth.of(year, MONTHS_OF_A_QUARTER * (quarter - 1) + 1);
    }

    private List<Realised> inTheYear() {
        return realised.stream()
                .filter(one -> one.quarter() >= 1 && one.quarter() <= QUARTERS)
                .toList();
    }

    private static Map<String, Long> bySource(List<Money> money) {
        Map<String, Long> sums = new TreeMap<>();
        money.forEach(one -> sums.merge(one.source(), one.rupiah(), Long::sum));
        return sums;
    }

    private static long sum(List<Money> money) {
        return money.stream().mapToLong(Money::rupiah).sum();
    }
}
