package id.tumbuh.intervention.circumstance;

import id.tumbuh.platform.access.AreaCode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something another service told about a child or a family: the whole state of one aggregate, at one version. */
public sealed interface Fact {
    /** Version of the aggregate in the service that told it. */
    long version();

    /** The day it was told, in the time of Jakarta; what follows from it is dated by it, also when it is told again. */
    LocalDate day();

    /** The child or family it is about. */
    default UUID subject() {
        return switch (this) {
            case OfChild ofChild -> ofChild.childId();
            case OfFamily ofFamily -> ofFamily.familyId();
        };
    }

    /** A fact about one child. */
    sealed interface OfChild extends Fact {
        UUID childId();

        /** Where the fact places the child, if it does. */
        Optional<Home> home();
    }

    /** A fact about one family. */
    sealed interface OfFamily extends Fact {
        UUID familyId();

        /** Where the fact places the family, if it does. */
        Optional<AreaCode> area();
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
     * Where the child lives, and whether the programme still looks after it, by registry-service.
     *
     * @param merged whether it was found to be another child, who is helped in its stead
     */
    record Residence(UUID childId, long version, LocalDate day, Home place, boolean active, boolean merged)
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

    /** Where the family lives and what puts it at risk, by registry-service. */
    record Risks(UUID familyId, long version, LocalDate day, AreaCode place, Set<RiskFactor> factors)
            implements OfFamily {
        public Risks {
            factors = Set.copyOf(factors);
        }

        @Override
        public Optional<AreaCode> area() {
            return Optional.of(place);
        }
    }

    /** The registry erased the family. */
    record FamilyErased(UUID familyId, long version, LocalDate day) implements OfFamily {
        @Override
        public Optional<AreaCode> area() {
            return Optional.empty();
        }
    }
}
