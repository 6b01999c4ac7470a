package id.tumbuh.intervention.placement;

import id.tumbuh.platform.rules.RuleSet;

/**
 * What other features have to know of how needs are placed.
 *
 * @param consentPurpose the purpose by which registry knows the consent to be helped by a sponsor
 */
public record PlacementTerms(String consentPurpose) {

    public static PlacementTerms of(RuleSet rules) {
        return new PlacementTerms(PlacementRules.of(rules).consentPurpose());
    }
}
