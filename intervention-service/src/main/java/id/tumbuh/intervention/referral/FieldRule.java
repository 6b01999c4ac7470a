package id.tumbuh.intervention.referral;

import id.tumbuh.intervention.circumstance.RiskFactor;
import java.util.Map;
import java.util.Optional;

/**
 * Which OPD answers which risk factor; the dated rule {@code referral.field}.
 *
 * @param version kept with every referral made by it
 */
public record FieldRule(int version, Map<RiskFactor, OpdField> fields) {
    public FieldRule {
        fields = Map.copyOf(fields);
    }

    /** A factor that no OPD can do anything about, such as the mother's age, has none. */
    Optional<OpdField> fieldOf(RiskFactor factor) {
        return Optional.ofNullable(fields.get(factor));
    }
}
