package id.tumbuh.registry.screening;

import java.util.Set;

/** The outcome of a screening on a day, with its reasons and the version of the rules. */
public sealed interface Screening {

    String ruleVersion();

    /** Not looked at by the programme; no factor is reported, whatever the house is like. */
    record NotTargeted(String ruleVersion) implements Screening {}

    /** Targeted; {@code observed} are factors that do not suffice by themselves. */
    record NotAtRisk(Set<TargetCategory> targets, Set<RiskFactor> observed, String ruleVersion) implements Screening {
        public NotAtRisk {
            targets = Set.copyOf(targets);
            observed = Set.copyOf(observed);
        }
    }

    record AtRisk(Set<TargetCategory> targets, Set<RiskFactor> observed, String ruleVersion) implements Screening {
        public AtRisk {
            targets = Set.copyOf(targets);
            observed = Set.copyOf(observed);
        }
    }
}
