package id.tumbuh.intervention.circumstance;

import id.tumbuh.platform.access.AreaCode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something another service told about a child, a pregnancy or a family: the whole state of one aggregate, at one version; or
 * that a day has come.
 */
public sealed interface Fact {
    /** The day it was told, in the time of Jakarta; what follows from it is dated by it, also when it is told again. */
    LocalDate day();

    /** The child, pregnancy or family it is about. */
    default UUID subject() {
        return switch (this) {
            case OfBeneficiary one -> one.ref().id();
            case OfFamily ofFamily -> ofFamily.familyId();
        };
    }

    /** A fact about somebody who may have to be helped. */
    sealed interface OfBeneficiary extends Fact {
        Beneficiary.Ref ref();

        /** Where the fact places it, if it does. */
        Optional<Home> home();
    }

    /** A fact that somebody told, at a version of the aggregate in the service that told it. */
    sealed interface Versioned extends Fact {
        long version();
    }

    /** A fact about one child. */
    sealed interface OfChild extends OfBeneficiary, Versioned {
        UUID childId();

        @Override
        default Beneficiary.Ref ref() {
            return Beneficiary.Ref.child(childId());
        }
    }

    /** A fact about one pregnancy. */
    sealed interface OfPregnancy extends OfBeneficiary, Versioned {
        UUID pregnancyId();

        @Override
        default Beneficiary.Ref ref() {
            return Beneficiary.Ref.pregnancy(pregnancyId());
        }
    }

    /** A fact about one family. */
    sealed interface OfFamily extends Fact {
        UUID familyId();

        /** Where the fact places the family, if it does. */
        Optional<AreaCode> area();
    }

    /** What the registry says of a family. */
    sealed interface OfRegisteredFamily extends OfFamily, Versioned {}

    /** Nobody told anything, but a child has reached an age that the rules name. */
    record Aged(Beneficiary.Ref ref, LocalDate day) implements OfBeneficiary {
        @Override
        public Optional<Home> home() {
            return Optional.empty();
        }
    }

    /**
     * How the child grows, by measurement-service.
     *
     * @param ageMonths at the measurement it rests on
     * @param measured whether any measurement is left that it rests on
     */
    record Growth(
            UUID childId,
            long version,
            LocalDate day,
            Home place,
            Stunting stunting,
            @Nullable Integer ageMonths,
            boolean measured)
            implements OfChild {
        @Override
        public Optional<Home> home() {
            return Optional.of(place);
        }
    }

    /**
     * What the child's latest weighing shows.
     *
     * @param version grows with every change of the child's weighings
     * @param stunting by the latest that has a length; null where none has
     * @param ageMonths at the latest; null where none is left
     */
    record Weighed(
            UUID childId,
            long version,
            LocalDate day,
            Home place,
            Set<Cause> causes,
            @Nullable Stunting stunting,
            @Nullable Integer ageMonths)
            implements OfChild {
        public Weighed {
            causes = Set.copyOf(causes);
        }

        @Override
        public Optional<Home> home() {
            return Optional.of(place);
        }
    }

    /**
     * Where the child lives, and whether the programme still looks after it, by registry-service.
     *
     * @param merged whether it was found to be another child, who is helped in its stead
     */
    record Residence(
            UUID childId,
            long version,
            LocalDate day,
            Home place,
            @Nullable LocalDate birthDate,
            boolean active,
            boolean merged)
            implements OfChild {
        @Override
        public Optional<Home> home() {
            return Optional.of(place);
        }
    }

    /** The registry erased the child. */
    record ChildErased(UUID childId, long version, LocalDate day) implements OfChild {
        @Override
        public Optional<Home> home() {
            return Optional.empty();
        }
    }

    /** That a woman is pregnant and where she lives, by registry-service. */
    record Carried(UUID pregnancyId, long version, LocalDate day, Home place, boolean goesOn) implements OfPregnancy {
        @Override
        public Optional<Home> home() {
            return Optional.of(place);
        }
    }

    /**
     * What the latest check of the pregnant woman shows.
     *
     * @param version grows with every change of her checks
     */
    record Checked(UUID pregnancyId, long version, LocalDate day, Home place, Set<Cause> causes)
            implements OfPregnancy {
        public Checked {
            causes = Set.copyOf(causes);
        }

        @Override
        public Optional<Home> home() {
            return Optional.of(place);
        }
    }

    /** The registry erased the pregnancy. */
    record PregnancyErased(UUID pregnancyId, long version, LocalDate day) implements OfPregnancy {
        @Override
        public Optional<Home> home() {
            return Optional.empty();
        }
    }

    /** Where the family lives, what puts it at risk and how poor it is, by registry-service. */
    record Risks(
            UUID familyId,
            long version,
            LocalDate day,
            AreaCode place,
            Set<RiskFactor> factors,
            @Nullable Integer welfareRank)
            implements OfRegisteredFamily {
        public Risks {
            factors = Set.copyOf(factors);
        }

        @Override
        public Optional<AreaCode> area() {
            return Optional.of(place);
        }
    }

    /**
     * Somebody who was there told whether the house is fit to live in.
     *
     * @param day when it was told, perhaps long after it was seen
     */
    record Housed(UUID familyId, LocalDate day, AreaCode place, House house) implements OfFamily {
        @Override
        public Optional<AreaCode> area() {
            return Optional.of(place);
        }
    }

    /** The registry erased the family. */
    record FamilyErased(UUID familyId, long version, LocalDate day) implements OfRegisteredFamily {
        @Override
        public Optional<AreaCode> area() {
            return Optional.empty();
        }
    }
}
