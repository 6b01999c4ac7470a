package id.tumbuh.registry.screening;

import java.util.Set;

/** The outcome of a screening, with its reasons and the version of the rules. */
public sealed interface Screening {

    String ruleVersion();

    /** Not looked at by the programme; no factor is reported, whatever the house is like. */
    record NotTargeted(String ruleVersion) implements Screening {}

    /** Targeted; {@code observed} are factors that do not suffice by themselves. */
    record NotAtRisk(Set<RiskFactor> observed, String ruleVersion) implements Screening {
        public NotAtRisk {
            observed = Set.copyOf(observed);
        }
    }

    record AtRisk(Set<RiskFactor> observed, String ruleVersion) implements Screening {
        public AtRisk {
            observed = Set.copyOf(observed);
        }
    }
}
