package id.tumbuh.intervention.outcome;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Helped children beside children with the same needs whom nobody helped, over the same days. Exact strata: the same causes and age band, in
 * the same kecamatan, or else in the same kabupaten. Each helped child weighs one; its counterpart is the mean of its stratum.
 */
@Schema(name = "OutcomeComparison")
record Comparison(Figure gramsPerMonth, Figure lengthForAgeChange, Figure weightForLengthChange) {

    /** A child over the days of the question. */
    record Child(UUID id, Stratum stratum, Growth growth) {}

    /** @param area of the kecamatan or kabupaten */
    record Stratum(String area, String causes, int ageBand) {
        private static final int KABUPATEN = 5;

        Stratum wider() {
            return new Stratum(area.substring(0, Math.min(KABUPATEN, area.length())), causes, ageBand);
        }
    }

    /** One figure of both groups. */
    @Schema(name = "ComparedFigure")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Figure(
            @Schema(description = "Of the helped children who have somebody to compare to")
            Sums.Mean helped,

            @Schema(
                    description =
                            "Of those who compare to them, weighted as the helped; `children` is how many they are")
            Sums.Mean compared,

            @Schema(description = "Helped children compared within their kecamatan") @Nullable
            Integer inKecamatan,

            @Schema(description = "Helped children compared within their kabupaten only") @Nullable
            Integer inKabupaten,

            @Schema(description = "Helped children whom nobody compares to, left out of both means") @Nullable
            Integer unmatched) {}

    static Comparison of(List<Child> helped, List<Child> others, int least) {
        return new Comparison(
                figure(helped, others, Growth::gramsPerMonth, new Form(0, least)),
                figure(helped, others, Growth::lengthForAgeChange, new Form(2, least)),
                figure(helped, others, Growth::weightForLengthChange, new Form(2, least)));
    }

    private record Form(int decimals, int least) {}

    private record Other(UUID id, BigDecimal value) {}

    private static Figure figure(
            List<Child> helped, List<Child> others, Function<Growth, @Nullable BigDecimal> value, Form form) {
        Map<Stratum, List<Other>> strata = strata(others, value);
        List<BigDecimal> own = new ArrayList<>();
        List<BigDecimal> counterparts = new ArrayList<>();
        Set<UUID> used = new HashSet<>();
        int[] matched = new int[3];
        for (Child child : helped) {
            BigDecimal grown = value.apply(child.growth());
            if (grown == null) {
                continue;
            }
            List<Other> near = strata.getOrDefault(child.stratum(), List.of());
            List<Other> same =
                    near.isEmpty() ? strata.getOrDefault(child.stratum().wider(), List.of()) : near;
            matched[same.isEmpty() ? 2 : near.isEmpty() ? 1 : 0]++;
            if (!same.isEmpty()) {
                own.add(grown);
                counterparts.add(mean(same));
                same.forEach(other -> used.add(other.id()));
            }
        }
        boolean tooFew = own.size() < form.least() || used.size() < form.least();
        return new Figure(
                tooFew ? Sums.Mean.TOO_FEW : Sums.mean(own, form.decimals(), 1),
                tooFew
                        ? Sums.Mean.TOO_FEW
                        : new Sums.Mean(
                                Sums.mean(counterparts, form.decimals(), 1).mean(), used.size()),
                kept(matched[0], form),
                kept(matched[1], form),
                kept(matched[2], form));
    }

    /** Counts below the least would tell of single children. */
    private static @Nullable Integer kept(int count, Form form) {
        return count < form.least() ? null : count;
    }

    private static Map<Stratum, List<Other>> strata(List<Child> others, Function<Growth, @Nullable BigDecimal> value) {
        Map<Stratum, List<Other>> strata = new HashMap<>();
        for (Child child : others) {
            BigDecimal grown = value.apply(child.growth());
            if (grown != null) {
                Other other = new Other(child.id(), grown);
                strata.computeIfAbsent(child.stratum(), _ -> new ArrayList<>()).add(other);
                if (!child.stratum().equals(child.stratum().wider())) {
                    strata.computeIfAbsent(child.stratum().wider(), _ -> new ArrayList<>())
                            .add(other);
                }
            }
        }
        return strata;
    }

    private static BigDecimal mean(List<Other> others) {
        BigDecimal sum = others.stream().map(Other::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(BigDecimal.valueOf(others.size()), 6, RoundingMode.HALF_UP);
    }
}
