package id.tumbuh.intervention.caseaudit;

import id.tumbuh.intervention.caseaudit.CaseAuditFile.Proposal;
import id.tumbuh.intervention.caseaudit.CaseAuditFile.Whereabouts;
import id.tumbuh.intervention.circumstance.Stunting;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody whose case may be audited, why, and how pressing it is. */
record Candidate(SubjectKind kind, Whereabouts whereabouts, CaseAuditGroup group, Proposal proposal) {

    /**
     * What was told of somebody, as far as it matters.
     *
     * @param concerns of checks and weighings within the time the rule looks back
     */
    record Known(
            SubjectKind kind,
            Whereabouts whereabouts,
            @Nullable LocalDate birthDate,
            @Nullable LocalDate expectedOn,
            @Nullable LocalDate endedOn,
            Stunting stunting,
            Set<CaseAuditReason> concerns) {
        Known {
            concerns = Set.copyOf(concerns);
        }
    }

    /** A candidate if one of the signs is there that the rule asks of the group; the others add to the rank only. */
    static Optional<Candidate> of(Known known, CaseAuditPolicy policy, LocalDate day) {
        return group(known, policy, day).flatMap(group -> {
            EnumSet<CaseAuditReason> reasons = reasons(known, group, policy, day);
            boolean wanted = !Collections.disjoint(reasons, policy.candidates().getOrDefault(group, Set.of()));
            int score = reasons.stream()
                    .mapToInt(reason -> policy.weights().getOrDefault(reason, 0))
                    .sum();
            return wanted
                    ? Optional.of(new Candidate(
                            known.kind(), known.whereabouts(), group, new Proposal(score, ordered(reasons))))
                    : Optional.empty();
        });
    }

    private static List<CaseAuditReason> ordered(Collection<CaseAuditReason> reasons) {
        return reasons.stream().sorted().toList();
    }

    private static Optional<CaseAuditGroup> group(Known known, CaseAuditPolicy policy, LocalDate day) {
        return switch (known.kind()) {
            case COUPLE -> known.endedOn() == null ? Optional.of(CaseAuditGroup.CATIN) : Optional.empty();
            case PREGNANCY -> ofPregnancy(known, policy, day);
            case CHILD -> known.birthDate() == null ? Optional.empty() : ofChild(known.birthDate(), policy, day);
        };
    }

    private static Optional<CaseAuditGroup> ofPregnancy(Known known, CaseAuditPolicy policy, LocalDate day) {
        if (known.endedOn() != null) {
            return known.endedOn().plusDays(policy.postPartumDays()).isBefore(day)
                    ? Optional.empty()
                    : Optional.of(CaseAuditGroup.POST_PARTUM);
        }
        // one whose end nobody has told is no pregnancy for ever
        boolean over = known.expectedOn() != null
                && known.expectedOn().plusDays(policy.pregnancyAtMostDaysLate()).isBefore(day);
        return over ? Optional.empty() : Optional.of(CaseAuditGroup.PREGNANT);
    }

    private static Optional<CaseAuditGroup> ofChild(LocalDate birth, CaseAuditPolicy policy, LocalDate day) {
        long months = ChronoUnit.MONTHS.between(birth, day);
        if (months < policy.badutaBelowMonths()) {
            return Optional.of(CaseAuditGroup.BADUTA);
        }
        return months < policy.balitaBelowMonths() ? Optional.of(CaseAuditGroup.BALITA) : Optional.empty();
    }

    private static EnumSet<CaseAuditReason> reasons(
            Known known, CaseAuditGroup group, CaseAuditPolicy policy, LocalDate day) {
        EnumSet<CaseAuditReason> reasons = EnumSet.noneOf(CaseAuditReason.class);
        reasons.addAll(known.concerns());
        switch (known.stunting()) {
            case SEVERELY_STUNTED -> reasons.add(CaseAuditReason.SEVERELY_STUNTED);
            case STUNTED -> reasons.add(CaseAuditReason.STUNTED);
            case NORMAL -> {}
        }
        if (group == CaseAuditGroup.POST_PARTUM) {
            reasons.add(CaseAuditReason.POST_PARTUM);
        }
        if (inFirstThousandDays(known, policy, day)) {
            reasons.add(CaseAuditReason.FIRST_THOUSAND_DAYS);
        }
        return reasons;
    }

    /** From conception on. */
    private static boolean inFirstThousandDays(Known known, CaseAuditPolicy policy, LocalDate day) {
        return switch (known.kind()) {
            case COUPLE -> false;
            case PREGNANCY -> true;
            case CHILD ->
                known.birthDate() != null
                        && ChronoUnit.DAYS.between(known.birthDate(), day) < policy.firstThousandDaysAfterBirth();
        };
    }
}
