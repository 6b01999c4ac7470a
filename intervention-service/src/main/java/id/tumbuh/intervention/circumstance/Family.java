package id.tumbuh.intervention.circumstance;

import id.tumbuh.platform.access.AreaCode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The latest that is known of a family.
 *
 * @param version version of what the registry told; 0 before it told anything
 * @param registered the risk factors by the registry
 * @param welfareRank desil: 1 is the poorest; null where it is not known
 * @param house what was seen of its house; null where nobody told
 */
public record Family(
        UUID id,
        AreaCode area,
        long version,
        Set<RiskFactor> registered,
        @Nullable Integer welfareRank,
        @Nullable House house) {
    public static final RiskFactor UNFIT_HOUSE = new RiskFactor("UNFIT_HOUSE");

    public Family {
        registered = Set.copyOf(registered);
    }

    public Family(UUID id, AreaCode area, long version, Set<RiskFactor> registered, @Nullable Integer welfareRank) {
        this(id, area, version, registered, welfareRank, null);
    }

    /** A family that is only known to be a child's. */
    public static Family unknown(UUID id, AreaCode area) {
        return new Family(id, area, 0, Set.of(), null);
    }

    /** What puts it at risk, by the registry and by whoever was there. */
    public Set<RiskFactor> factors() {
        if (house == null || house.fit()) {
            return registered;
        }
        Set<RiskFactor> factors = new HashSet<>(registered);
        factors.add(UNFIT_HOUSE);
        return Set.copyOf(factors);
    }

    /** The family after the fact, or nothing when something newer is known already. */
    public Optional<Family> after(Fact.OfFamily fact) {
        return switch (fact) {
            case Fact.OfRegisteredFamily told when told.version() <= version -> Optional.empty();
            case Fact.Risks risks ->
                Optional.of(
                        new Family(id, risks.place(), risks.version(), risks.factors(), risks.welfareRank(), house));
            case Fact.FamilyErased erased -> Optional.of(new Family(id, area, erased.version(), Set.of(), null));
            case Fact.Housed told
            when house == null || told.house().isNewerThan(house) ->
                Optional.of(new Family(id, area, version, registered, welfareRank, told.house()));
            case Fact.Housed _ -> Optional.empty();
        };
    }
}
