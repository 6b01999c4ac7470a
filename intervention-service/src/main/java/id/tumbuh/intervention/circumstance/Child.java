package id.tumbuh.intervention.circumstance;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The latest that is known of a child.
 *
 * @param residenceVersion version of what the registry told; 0 before it told anything
 * @param growthVersion version of what measurement told of its stunting; 0 before it told anything
 * @param weighed what its weighings say of its stunting; null while none with a length is known
 * @param weighing what its latest weighing shows
 */
public record Child(
        UUID id,
        Home home,
        long residenceVersion,
        boolean active,
        @Nullable LocalDate birthDate,
        long growthVersion,
        Stunting stunting,
        @Nullable Stunting weighed,
        Signs weighing)
        implements Beneficiary {

    /** A child of which nothing but its whereabouts is known. */
    public static Child unknown(UUID id, Home home) {
        return new Child(id, home, 0, true, null, 0, Stunting.NORMAL, null, Signs.NONE);
    }

    /** The child after the fact, or nothing when something newer is known already. */
    public Optional<Child> after(Fact.OfChild fact) {
        return switch (fact) {
            case Fact.Growth growth -> growth.version() > growthVersion ? Optional.of(grown(growth)) : Optional.empty();
            case Fact.Weighed told ->
                told.version() > weighing.version() ? Optional.of(weighed(told)) : Optional.empty();
            case Fact.Residence residence ->
                residence.version() > residenceVersion ? Optional.of(living(residence)) : Optional.empty();
            case Fact.ChildErased erased ->
                erased.version() > residenceVersion
                        ? Optional.of(new Child(
                                id,
                                home,
                                erased.version(),
                                false,
                                birthDate,
                                growthVersion,
                                stunting,
                                weighed,
                                weighing))
                        : Optional.empty();
        };
    }

    @Override
    public Ref ref() {
        return Ref.child(id);
    }

    @Override
    public Set<Cause> signs() {
        Set<Cause> signs = new HashSet<>(weighing.causes());
        if (shownStunting() != Stunting.NORMAL) {
            signs.add(new Cause(shownStunting().name()));
        }
        return signs;
    }

    /**
     * All that one weighing shows is taken from the topic that tells all of it: were its stunting taken from another, a child that is
     * not stunted any more and thin now would need nothing, or two things, for as long as one topic is behind the other.
     */
    private Stunting shownStunting() {
        return weighed == null ? stunting : weighed;
    }

    /** A child whose birth date was not told yet is taken as old enough for neither: nobody is put first or out by a guess. */
    @Override
    public boolean isYoungerThan(int months, LocalDate day) {
        return birthDate != null && day.isBefore(birthDate.plusMonths(months));
    }

    @Override
    public Optional<LocalDate> reaches(int months) {
        return Optional.ofNullable(birthDate).map(born -> born.plusMonths(months));
    }

    private Child grown(Fact.Growth growth) {
        return new Child(
                id,
                placed(growth.place()),
                residenceVersion,
                active,
                birthDate,
                growth.version(),
                growth.stunting(),
                weighed,
                weighing);
    }

    private Child weighed(Fact.Weighed told) {
        Signs seen = new Signs(told.version(), told.causes());
        // of two that only copy the registry, one has to have the last word
        Home known = growthVersion == 0 ? placed(told.place()) : home;
        return new Child(
                id, known, residenceVersion, active, birthDate, growthVersion, stunting, told.stunting(), seen);
    }

    /** Measurement's copy of the whereabouts may be older than ours, so the registry's word outranks it. */
    private Home placed(Home told) {
        return residenceVersion == 0 ? told : home;
    }

    private Child living(Fact.Residence residence) {
        return new Child(
                id,
                residence.place(),
                residence.version(),
                residence.active(),
                residence.birthDate(),
                growthVersion,
                stunting,
                weighed,
                weighing);
    }
}
