package id.tumbuh.intervention.caseaudit;

import id.tumbuh.intervention.circumstance.Stunting;
import id.tumbuh.platform.access.AreaCode;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something another service told of somebody whose case may be audited: a whole state at one version. */
sealed interface SubjectFact {
    UUID subjectId();

    SubjectKind kind();

    AreaCode area();

    long version();

    /**
     * Where somebody lives, by registry.
     *
     * @param endedOn of a pregnancy, or the wedding of a couple
     */
    record Home(
            SubjectKind kind,
            UUID subjectId,
            long version,
            UUID familyId,
            AreaCode area,
            boolean active,
            @Nullable UUID mergedInto,
            @Nullable LocalDate birthDate,
            @Nullable LocalDate expectedOn,
            @Nullable LocalDate endedOn)
            implements SubjectFact {}

    /** Whether a child is stunted, by measurement. */
    record Growth(UUID subjectId, long version, AreaCode area, Stunting stunting) implements SubjectFact {
        @Override
        public SubjectKind kind() {
            return SubjectKind.CHILD;
        }
    }

    /** Whether a child's weighings call for a referral (2T, BGM), by measurement. */
    record Faltering(UUID subjectId, long version, AreaCode area, boolean twiceNotGained, boolean belowRedLine)
            implements SubjectFact {
        @Override
        public SubjectKind kind() {
            return SubjectKind.CHILD;
        }
    }

    /** A check or weighing with what is of concern in it; without concerns when it was taken back. */
    record Check(
            SubjectKind kind,
            UUID subjectId,
            UUID checkId,
            long version,
            AreaCode area,
            LocalDate checkedOn,
            Set<CaseAuditReason> concerns)
            implements SubjectFact {
        public Check {
            concerns = Set.copyOf(concerns);
        }

        /** A first version without concern leaves nothing to remember: no other can be older. */
        boolean isWorthKeeping() {
            return version > 1 || !concerns.isEmpty();
        }
    }
}
