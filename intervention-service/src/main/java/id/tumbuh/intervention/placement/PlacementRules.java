package id.tumbuh.intervention.placement;

import id.tumbuh.platform.rules.RuleSet;
import java.time.Duration;

/**
 * How placements go on one day: the dated rules {@code placement.*}.
 *
 * @param periodDays how long a promise lasts when nobody says otherwise, and how much a renewal adds
 * @param consentPurpose the purpose by which registry knows the consent to be helped by a sponsor
 */
record PlacementRules(Duration hold, int periodDays, int mostRenewals, String consentPurpose) {

    static PlacementRules of(RuleSet rules) {
        return new PlacementRules(
                Duration.ofHours(rules.number("placement.hold-hours").longValueExact()),
                rules.number("placement.period-days").intValueExact(),
                rules.number("placement.most-renewals").intValueExact(),
                rules.text("placement.consent-purpose"));
    }
}
