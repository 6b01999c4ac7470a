package id.tumbuh.intervention.circumstance;

import id.tumbuh.platform.access.AreaCode;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The latest that is known of a family.
 *
 * @param version version of what the registry told; 0 before it told anything
 * @param welfareRank desil: 1 is the poorest; null where it is not known
 */
public record Family(
        UUID id,
        AreaCode area,
        long version,
        Set<RiskFactor> factors,
        @Nullable Integer welfareRank) {
    public Family {
        factors = Set.copyOf(factors);
    }

    /** A family that is only known to be a child's. */
    public static Family unknown(UUID id, AreaCode area) {
        return new Family(id, area, 0, Set.of(), null);
    }

    /** The family after the fact, or nothing when something newer is known already. */
    public Optional<Family> after(Fact.OfFamily fact) {
        if (fact.version() <= version) {
            return Optional.empty();
        }
        return Optional.of(
                switch (fact) {
                    case Fact.Risks risks ->
                        new Family(id, risks.place(), risks.version(), risks.factors(), risks.welfareRank());
                    case Fact.FamilyErased erased -> new Family(id, area, erased.version(), Set.of(), null);
                });
    }
}
