package id.tumbuh.intervention.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.platform.rules.RuleSet;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What partners call the units of the plan: the dated rule {@code delivery.partner-units}. */
record PartnerUnits(JsonNode words) {

    static PartnerUnits of(RuleSet rules) {
        return new PartnerUnits(rules.json("delivery.partner-units"));
    }

    /** How much of the unit it is; nothing when the partner counts something else. */
    Optional<BigDecimal> in(Delivery.Unit unit, PartnersWord.@Nullable Amount amount) {
        return Optional.ofNullable(amount)
                .flatMap(some -> Optional.ofNullable(
                                words.path(unit.name()).get(some.unit().strip().toLowerCase(Locale.ROOT)))
                        .map(each ->
                                each.decimalValue().multiply(some.quantity()).stripTrailingZeros()));
    }
}
