package id.tumbuh.intervention.circumstance;

import java.util.Optional;
import java.util.UUID;

/**
 * The latest that is known of a child.
 *
 * @param residenceVersion version of what the registry told; 0 before it told anything
 * @param growthVersion version of what measurement told; 0 before it told anything
 */
public record Child(UUID id, Home home, long residenceVersion, boolean active, long growthVersion, Stunting stunting) {

    /** A child of which nothing but its whereabouts is known. */
    public static Child unknown(UUID id, Home home) {
        return new Child(id, home, 0, true, 0, Stunting.NORMAL);
    }

    /** The child after the fact, or nothing when something newer is known already. */
    public Optional<Child> after(Fact.OfChild fact) {
        return switch (fact) {
            case Fact.Growth growth -> growth.version() > growthVersion ? Optional.of(grown(growth)) : Optional.empty();
            case Fact.Residence residence ->
                residence.version() > residenceVersion ? Optional.of(living(residence)) : Optional.empty();
            case Fact.ChildErased erased ->
                erased.version() > residenceVersion
                        ? Optional.of(new Child(id, home, erased.version(), false, growthVersion, stunting))
                        : Optional.empty();
        };
    }

    /** Whether somebody has to help now. */
    public boolean inNeed() {
        return active && stunting != Stunting.NORMAL;
    }

    private Child grown(Fact.Growth growth) {
        // Measurement's copy of the whereabouts may be older than ours, so the registry's word outranks it.
        Home known = residenceVersion == 0 ? growth.place() : home;
        return new Child(id, known, residenceVersion, active, growth.version(), growth.stunting());
    }

    private Child living(Fact.Residence residence) {
        return new Child(id, residence.place(), residence.version(), residence.active(), growthVersion, stunting);
    }
}
