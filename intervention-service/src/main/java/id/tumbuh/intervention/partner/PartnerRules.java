package id.tumbuh.intervention.partner;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.intervention.placement.PlacementTerms;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.AreaLevel;
import id.tumbuh.platform.rules.RuleSet;
import java.math.BigDecimal;

/**
 * What partners are shown on one day: the dated rules {@code partner.*}.
 *
 * @param purpose of the consent without which they are shown nothing
 * @param leastChildren how many a report or a line of it is about, at least
 * @param growthLimit the z-score length for age at which the picture of a child's growth has its line
 */
public record PartnerRules(
        String purpose, int leastChildren, JsonNode urgencies, JsonNode letters, BigDecimal growthLimit) {

    public static PartnerRules of(RuleSet rules) {
        return new PartnerRules(
                PlacementTerms.of(rules).consentPurpose(),
                rules.number("partner.least-children").intValueExact(),
                rules.json("partner.urgency"),
                rules.json("partner.area-letters"),
                rules.number("partner.growth-limit"));
    }

    /** A band instead of the rank, which would set one child apart from all others. */
    String urgency(int rank) {
        for (JsonNode band : urgencies) {
            if (rank >= band.path("from").asInt()) {
                return band.path("band").asText();
            }
        }
        throw new IllegalStateException("rule partner.urgency has no band for every rank");
    }

    /** The kabupaten in front of a pseudonym: its letters, or its digits where it has none. */
    String kabupaten(AreaCode desa) {
        String code = AreaLevel.KABUPATEN_KOTA.codeLength() >= desa.value().length()
                ? desa.value()
                : desa.value().substring(0, AreaLevel.KABUPATEN_KOTA.codeLength());
        return letters.path(code).asText(code.replace(".", ""));
    }
}
