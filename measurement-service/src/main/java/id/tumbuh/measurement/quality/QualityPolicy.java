package id.tumbuh.measurement.quality;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.platform.rules.RuleSet;

/**
 * From where on a sign is one.
 *
 * @param months how many months are looked at together
 * @param leastMeasured fewer say nothing
 * @param tooNarrow a spread below this is a sign as well
 * @param shrunkByCm a child that lost less may have been measured a little differently
 * @param noCaseFrom how many must be measured before no stunted child among them is a sign
 */
record QualityPolicy(
        int version,
        int months,
        int leastMeasured,
        Limits implausible,
        Limits spread,
        double tooNarrow,
        Limits roundedHeights,
        Limits roundedWeights,
        Limits repeats,
        Limits shrunk,
        double shrunkByCm,
        Limits positionAgainstAge,
        int noCaseFrom) {

    private static final String CODE = "quality.measuring";

    /** A value on a limit is still within. */
    record Limits(double attention, double poor) {
        Verdict of(double value) {
            if (value > poor) {
                return Verdict.POOR;
            }
            return value > attention ? Verdict.ATTENTION : Verdict.GOOD;
        }
    }

    static QualityPolicy of(RuleSet rules) {
        return of(rules.rule(CODE).version(), rules.json(CODE));
    }

    static QualityPolicy of(int version, JsonNode json) {
        return new QualityPolicy(
                version,
                json.required("months").intValue(),
                json.required("leastMeasured").intValue(),
                limits(json, "implausible"),
                limits(json, "spread"),
                json.required("spread").required("tooNarrow").doubleValue(),
                limits(json, "roundedHeights"),
                limits(json, "roundedWeights"),
                limits(json, "repeats"),
                limits(json, "shrunk"),
                json.required("shrunk").required("byCm").doubleValue(),
                limits(json, "positionAgainstAge"),
                json.required("noCase").required("leastMeasured").intValue());
    }

    private static Limits limits(JsonNode json, String sign) {
        JsonNode of = json.required(sign);
        return new Limits(
                of.required("attention").doubleValue(), of.required("poor").doubleValue());
    }
}
