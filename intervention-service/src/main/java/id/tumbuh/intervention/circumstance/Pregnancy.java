package id.tumbuh.intervention.circumstance;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The latest that is known of a pregnancy.
 *
 * @param residenceVersion version of what the registry told; 0 before it told anything
 * @param active whether it goes on
 * @param check what the latest check of the mother shows
 */
public record Pregnancy(UUID id, Home home, long residenceVersion, boolean active, Signs check) implements Beneficiary {

    /** A pregnancy of which nothing but its whereabouts is known. */
    public static Pregnancy unknown(UUID id, Home home) {
        return new Pregnancy(id, home, 0, true, Signs.NONE);
    }

    /** The pregnancy after the fact, or nothing when something newer is known already. */
    public Optional<Pregnancy> after(Fact.OfPregnancy fact) {
        return switch (fact) {
            case Fact.Carried carried ->
                carried.version() > residenceVersion
                        ? Optional.of(new Pregnancy(id, carried.place(), carried.version(), carried.goesOn(), check))
                        : Optional.empty();
            case Fact.Checked checked ->
                checked.version() > check.version()
                        ? Optional.of(new Pregnancy(
                                id,
                                residenceVersion == 0 ? checked.place() : home,
                                residenceVersion,
                                active,
                                new Signs(checked.version(), checked.causes())))
                        : Optional.empty();
            case Fact.PregnancyErased erased ->
                erased.version() > residenceVersion
                        ? Optional.of(new Pregnancy(id, home, erased.version(), false, check))
                        : Optional.empty();
        };
    }

    @Override
    public Ref ref() {
        return Ref.pregnancy(id);
    }

    @Override
    public Set<Cause> signs() {
        return check.causes();
    }

    /** The first 1,000 days begin before birth. */
    @Override
    public boolean isYoungerThan(int months, LocalDate day) {
        return true;
    }

    @Override
    public Optional<LocalDate> reaches(int months) {
        return Optional.empty();
    }
}
