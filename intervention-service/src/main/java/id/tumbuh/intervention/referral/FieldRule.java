package id.tumbuh.intervention.referral;

import id.tumbuh.intervention.circumstance.RiskFactor;
import id.tumbuh.platform.rules.RuleSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which OPD answers which cause; the dated rules {@code referral.field} and {@code referral.welfare}.
 *
 * @param version kept with every referral made by it
 * @param fields by risk factor
 * @param welfare who is poor, and who answers that; null where no such rule holds
 */
public record FieldRule(
        int version,
        Map<RiskFactor, OpdField> fields,
        @Nullable Welfare welfare) {
    /**
     * A family is poor up to a welfare rank, of which 1 is the poorest.
     *
     * @param version kept with every referral made by it
     */
    public record Welfare(int version, int rankAtMost, RiskFactor cause, OpdField field) {
        private static final String CODE = "referral.welfare";

        public static Welfare of(RuleSet rules) {
            var value = rules.json(CODE);
            return new Welfare(
                    rules.rule(CODE).version(),
                    value.required("rankAtMost").intValue(),
                    new RiskFactor(value.required("cause").asText()),
                    new OpdField(value.required("field").asText()));
        }
    }

    public FieldRule {
        fields = Map.copyOf(fields);
    }

    public FieldRule(int version, Map<RiskFactor, OpdField> fields) {
        this(version, fields, null);
    }

    /** What may be referred of the family: its risk factors, and that it is poor. */
    Set<RiskFactor> causes(Set<RiskFactor> factors, @Nullable Integer welfareRank) {
        Set<RiskFactor> causes = new HashSet<>(factors);
        if (welfare != null && welfareRank != null && welfareRank <= welfare.rankAtMost()) {
            causes.add(welfare.cause());
        }
        return causes;
    }

    /** A factor that no OPD can do anything about, such as the mother's age, has none. */
    Optional<OpdField> fieldOf(RiskFactor factor) {
        if (welfare != null && welfare.cause().equals(factor)) {
            return Optional.of(welfare.field());
        }
        return Optional.ofNullable(fields.get(factor));
    }

    int versionOf(RiskFactor factor) {
        return welfare != null && welfare.cause().equals(factor) ? welfare.version() : version;
    }
}
