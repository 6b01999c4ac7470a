package id.tumbuh.registry.family;

import static java.util.stream.Collectors.joining;

import id.tumbuh.registry.screening.RiskFactor;
import id.tumbuh.registry.screening.Screening;
import id.tumbuh.registry.screening.TargetCategory;
import java.util.Collection;
import java.util.List;

/** The result of a family's screening as it is stored and told, targets and factors in the order of the form. */
record Risk(List<TargetCategory> targets, boolean atRisk, List<RiskFactor> factors, String ruleVersion) {
    Risk {
        targets = List.copyOf(targets);
        factors = List.copyOf(factors);
    }

    static Risk of(Screening screening) {
        return switch (screening) {
            case Screening.NotTargeted(var version) -> none(version);
            case Screening.NotAtRisk(var targets, var observed, var version) ->
                new Risk(sorted(targets), false, sorted(observed), version);
            case Screening.AtRisk(var targets, var observed, var version) ->
                new Risk(sorted(targets), true, sorted(observed), version);
        };
    }

    /** Nobody looks at the family: it is no target, or stands under another id. */
    static Risk none(String ruleVersion) {
        return new Risk(List.of(), false, List.of(), ruleVersion);
    }

    boolean targeted() {
        return !targets.isEmpty();
    }

    /** Whether the decision is the same, whatever version of the rules it was made with. */
    boolean decidesLike(Risk other) {
        return targets.equals(other.targets) && atRisk == other.atRisk && factors.equals(other.factors);
    }

    /** For {@code string_to_array}: an array of arrays can't be unnested row by row. */
    static String joined(Collection<? extends Enum<?>> names) {
        return names.stream().map(Enum::name).collect(joining(","));
    }

    private static <E extends Enum<E>> List<E> sorted(Collection<E> some) {
        return some.stream().sorted().toList();
    }
}
