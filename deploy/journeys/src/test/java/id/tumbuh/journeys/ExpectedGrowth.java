package id.tumbuh.journeys;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a child gained while it was helped, and what its likes without help gained: by the description of outcomes in the README of
 * intervention-service and the rule {@code outcome.windows}, and not by its code.
 */
final class ExpectedGrowth {
    private static final double DAYS_OF_A_MONTH = 30.4375;

    private final SerangTruth truth;
    private final int month;
    private final LocalDate from;

    ExpectedGrowth(SerangTruth truth, int month, LocalDate from) {
        this.truth = truth;
        this.month = month;
        this.from = from;
    }

    /** Of both groups: the mean of the helped, that of their counterparts, and how many of either. */
    record Compared(BigDecimal helped, int many, BigDecimal counterparts, int others) {}

    /** From the baseline, a week before, to the last weighing of the time; nothing for who did not come again. */
    Optional<BigDecimal> gramsPerMonth(SerangChild child, LocalDate until) {
        List<Visit> within = within(child, until);
        Visit first = truth.course(child).getFirst();
        if (within.isEmpty()) {
            return Optional.empty();
        }
        Visit last = within.getLast();
        double days = ChronoUnit.DAYS.between(first.day(), last.day());
        return Optional.of(BigDecimal.valueOf((last.grams() - first.grams()) * DAYS_OF_A_MONTH / days)
                .setScale(0, RoundingMode.HALF_UP));
    }

    /** N and T of the growth card in the time. */
    long marks(SerangChild child, LocalDate until, Visit.Mark mark) {
        return within(child, until).stream()
                .filter(visit -> visit.mark() == mark)
                .count();
    }

    Compared compare(Set<SerangChild> helped, Set<SerangChild> others, LocalDate until) {
        Map<String, List<SerangChild>> strata = new HashMap<>();
        for (SerangChild other : others) {
            if (gramsPerMonth(other, until).isPresent()) {
                strata.computeIfAbsent(stratum(other, true), _ -> new ArrayList<>())
                        .add(other);
                strata.computeIfAbsent(stratum(other, false), _ -> new ArrayList<>())
                        .add(other);
            }
        }
        List<BigDecimal> own = new ArrayList<>();
        List<BigDecimal> counterparts = new ArrayList<>();
        Set<SerangChild> used = new HashSet<>();
        for (SerangChild child : helped) {
            Optional<BigDecimal> grown = gramsPerMonth(child, until);
            List<SerangChild> near =
                    strata.getOrDefault(stratum(child, true), strata.getOrDefault(stratum(child, false), List.of()));
            if (grown.isPresent() && !near.isEmpty()) {
                own.add(grown.get());
                counterparts.add(mean(near.stream()
                        .map(other -> gramsPerMonth(other, until).orElseThrow())
                        .toList()));
                used.addAll(near);
            }
        }
        return new Compared(mean(own), own.size(), mean(counterparts), used.size());
    }

    static BigDecimal mean(List<BigDecimal> values) {
        return values.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(values.size()), 6, RoundingMode.HALF_UP);
    }

    private List<Visit> within(SerangChild child, LocalDate until) {
        return truth.course(child).stream()
                .filter(visit -> visit.month() <= month
                        && !visit.day().isBefore(from)
                        && !visit.day().isAfter(until))
                .toList();
    }

    /** The needs of a child that is in none any more are those it had last. */
    private String stratum(SerangChild child, boolean ofKecamatan) {
        int last = month;
        while (last > 0 && !truth.isInNeed(child, last)) {
            last--;
        }
        int age = (int) (truth.course(child).getFirst().ageDays() / DAYS_OF_A_MONTH);
        int band = age < 12 ? 6 : age < 24 ? 12 : 24;
        return (ofKecamatan ? child.kecamatan() : "") + new TreeSet<>(truth.signs(child, last)) + band;
    }
}
