package id.tumbuh.intervention.programme;

import id.tumbuh.platform.access.AreaCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an OPD does in an area in a year.
 *
 * @param opdField the field of its OPD, whose people change it
 * @param quarters those with something realised, in their order
 * @param evaluation words about how it went
 */
record Programme(
        UUID id,
        UUID opdId,
        String opdField,
        AreaCode area,
        int year,
        Plan plan,
        List<Quarter> quarters,
        @Nullable String evaluation,
        State state,
        long version) {

    Programme {
        quarters = List.copyOf(quarters);
    }

    /** The names stand in events: never renamed. */
    enum State {
        ACTIVE,
        WITHDRAWN
    }

    /** Nutrition and health themselves, or what they rest on (Perpres 72/2021). */
    enum Kind {
        SPECIFIC,
        SENSITIVE
    }

    /**
     * What was planned.
     *
     * @param indicator an outcome indicator of the rule {@code programme.outcome-indicator}
     * @param budget rupiah by source
     * @param field the field of the referrals it serves
     * @param needItem what of a need it gives
     * @param partOf the programme of a wider area that its money is part of
     */
    record Plan(
            String title,
            Kind kind,
            @Nullable String indicator,
            String unit,
            BigDecimal target,
            SortedMap<String, Long> budget,
            @Nullable String field,
            @Nullable String needItem,
            @Nullable UUID partOf) {
        Plan {
            target = shortest(target);
            budget = Collections.unmodifiableSortedMap(new TreeMap<>(budget));
        }
    }

    /**
     * What one quarter brought.
     *
     * @param spending rupiah by source
     */
    record Quarter(int number, BigDecimal output, SortedMap<String, Long> spending) {
        Quarter {
            output = shortest(output);
            spending = Collections.unmodifiableSortedMap(new TreeMap<>(spending));
        }
    }

    /** The same number is the same value, however many zeros it was written with. */
    private static BigDecimal shortest(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    Programme planned(Plan next) {
        return new Programme(id, opdId, opdField, area, year, next, quarters, evaluation, state, version + 1);
    }

    Programme realised(Quarter quarter) {
        List<Quarter> all = new ArrayList<>(quarters);
        all.removeIf(other -> other.number() == quarter.number());
        all.add(quarter);
        all.sort(Comparator.comparingInt(Quarter::number));
        return new Programme(id, opdId, opdField, area, year, plan, all, evaluation, state, version + 1);
    }

    Programme evaluated(String words) {
        return new Programme(id, opdId, opdField, area, year, plan, quarters, words, state, version + 1);
    }

    Programme withdrawn() {
        return new Programme(id, opdId, opdField, area, year, plan, quarters, evaluation, State.WITHDRAWN, version + 1);
    }

    /** Whether it is what was to be: all but the version. */
    boolean isAs(Programme other) {
        return equals(new Programme(
                other.id,
                other.opdId,
                other.opdField,
                other.area,
                other.year,
                other.plan,
                other.quarters,
                other.evaluation,
                other.state,
                version));
    }

    long budget() {
        return sum(plan.budget());
    }

    long spent() {
        return quarters.stream().mapToLong(quarter -> sum(quarter.spending())).sum();
    }

    BigDecimal output() {
        return quarters.stream().map(Quarter::output).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static long sum(SortedMap<String, Long> rupiah) {
        return rupiah.values().stream().mapToLong(Long::longValue).sum();
    }
}
