package id.tumbuh.registry.family;

import static java.util.stream.Collectors.joining;

import id.tumbuh.registry.screening.RiskFactor;
import id.tumbuh.registry.screening.Screening;
import java.util.List;
import java.util.Set;

/** The result of a family's screening as it is stored and told, factors in the order of the form. */
record Risk(boolean targeted, boolean atRisk, List<RiskFactor> factors, String ruleVersion) {
    Risk {
        factors = List.copyOf(factors);
    }

    static Risk of(Screening screening) {
        return switch (screening) {
            case Screening.NotTargeted(var version) -> new Risk(false, false, List.of(), version);
            case Screening.NotAtRisk(var observed, var version) -> new Risk(true, false, sorted(observed), version);
            case Screening.AtRisk(var observed, var version) -> new Risk(true, true, sorted(observed), version);
        };
    }

    /** Whether the decision is the same, whatever version of the rules it was made with. */
    boolean decidesLike(Risk other) {
        return targeted == other.targeted && atRisk == other.atRisk && factors.equals(other.factors);
    }

    /** For {@code string_to_array}: an array of arrays can't be unnested row by row. */
    String joinedFactors() {
        return factors.stream().map(RiskFactor::name).collect(joining(","));
    }

    private static List<RiskFactor> sorted(Set<RiskFactor> factors) {
        return factors.stream().sorted().toList();
    }
}
