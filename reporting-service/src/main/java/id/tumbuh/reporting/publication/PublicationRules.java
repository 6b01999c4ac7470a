package id.tumbuh.reporting.publication;

import id.tumbuh.platform.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;

/**
 * How small counts are hidden and all others rounded, by dated rules.
 *
 * @param smallestShown counts from 1 up to below it are hidden, and so are complements
 * @param roundTo what is shown is a multiple of it
 * @param fewestPossible so many values at least a hidden count must still be able to have, with all that is published
 * @param parts measures that are known to be part of another without being a published share of it
 * @param apart parts of one whole that are known to have nobody in common
 */
record PublicationRules(long smallestShown, long roundTo, long fewestPossible, List<Share> parts, List<Apart> apart) {
    PublicationRules {
        parts = List.copyOf(parts);
        apart = List.copyOf(apart);
    }

    static PublicationRules of(RuleSet rules) {
        List<Share> parts = new ArrayList<>();
        rules.json("publication.parts")
                .properties()
                .forEach(part ->
                        parts.add(new Share(part.getKey(), part.getValue().textValue(), false)));
        List<Apart> apart = new ArrayList<>();
        rules.json("publication.apart")
                .forEach(pair ->
                        apart.add(new Apart(pair.get(0).textValue(), pair.get(1).textValue())));
        return new PublicationRules(
                rules.number("publication.smallest-shown").longValueExact(),
                rules.number("publication.round-to").longValueExact(),
                rules.number("publication.fewest-possible").longValueExact(),
                parts,
                apart);
    }

    boolean isSmall(long count) {
        return count > 0 && count < smallestShown;
    }

    /** To the nearest multiple. */
    long rounded(long count) {
        return Math.floorDiv(count + roundTo / 2, roundTo) * roundTo;
    }

    /** The least count that is shown as this; 0 is shown for 0 only. */
    long least(long shown) {
        return shown == 0 ? 0 : Math.max(smallestShown, shown - roundTo / 2);
    }

    /** The greatest count that is shown as this. */
    long most(long shown) {
        return shown == 0 ? 0 : shown + (roundTo - 1) / 2;
    }
}
