package id.tumbuh.registry.screening;

import java.util.Set;

/**
 * The numbers and lists of the screening on one day.
 *
 * @param version names every rule row it was made from; stored with each decision
 * @param wifeAgeTo last year of age of a PUS, inclusive
 * @param tooOldTo last year of age that counts as too old, inclusive: above it no pregnancy is expected
 * @param spacingCountsBelowMonths age of the youngest child from which a short spacing no longer counts
 * @param oneBirthBelowMonths births closer than this are of one pregnancy, or one birth told twice
 * @param contraceptionNeedsOneOf factors of which one must be there for the lack of contraception to count; empty when
 *     it counts by itself
 */
public record ScreeningPolicy(
        String version,
        int wifeAgeFrom,
        int wifeAgeTo,
        int badutaBelowMonths,
        int balitaBelowMonths,
        Set<DrinkingWater> safeWater,
        Set<Latrine> safeLatrines,
        int tooYoungBelow,
        int tooOldFrom,
        int tooOldTo,
        int spacingBelowMonths,
        int spacingCountsBelowMonths,
        int oneBirthBelowMonths,
        int mostChildren,
        Set<Contraception> modernContraception,
        Set<RiskFactor> contraceptionNeedsOneOf) {

    public ScreeningPolicy {
        safeWater = Set.copyOf(safeWater);
        safeLatrines = Set.copyOf(safeLatrines);
        modernContraception = Set.copyOf(modernContraception);
        contraceptionNeedsOneOf = Set.copyOf(contraceptionNeedsOneOf);
    }

    /** Whether these factors together make a targeted family one at risk. */
    boolean suffice(Set<RiskFactor> factors) {
        return factors.stream().anyMatch(factor -> isSufficient(factor, factors));
    }

    private boolean isSufficient(RiskFactor factor, Set<RiskFactor> factors) {
        return factor != RiskFactor.NO_MODERN_CONTRACEPTION
                || contraceptionNeedsOneOf.isEmpty()
                || contraceptionNeedsOneOf.stream().anyMatch(factors::contains);
    }
}
