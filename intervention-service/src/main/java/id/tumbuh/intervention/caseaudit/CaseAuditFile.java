package id.tumbuh.intervention.caseaudit;

import id.tumbuh.platform.access.AreaCode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a case knows in whatever state.
 *
 * @param reachedOn the day it came into its state
 */
record CaseAuditFile(
        Identity identity,
        Whereabouts whereabouts,
        Proposal proposal,
        LocalDate reachedOn,
        long version,
        CaseAuditDossier dossier) {

    /**
     * What never changes.
     *
     * @param number the pseudonym, as {@code AKS-36.04-2026-2-0012}
     * @param originId whom it was opened for
     */
    record Identity(UUID id, UUID roundId, String number, CaseAuditGroup group, SubjectKind kind, UUID originId) {}

    /** Who that is found to be now, and where they live. */
    record Whereabouts(UUID subjectId, UUID familyId, AreaCode area) {}

    /** Why it was proposed; the higher the score the more pressing. */
    record Proposal(int score, List<CaseAuditReason> reasons) {
        Proposal {
            reasons = List.copyOf(reasons);
        }
    }

    /** In another state. */
    CaseAuditFile reached(LocalDate day, CaseAuditDossier next) {
        return new CaseAuditFile(identity, whereabouts, proposal, day, version + 1, next);
    }

    /** In the same state. */
    CaseAuditFile changed(CaseAuditDossier next) {
        return new CaseAuditFile(identity, whereabouts, proposal, reachedOn, version + 1, next);
    }

    CaseAuditFile at(Whereabouts next) {
        return new CaseAuditFile(identity, next, proposal, reachedOn, version + 1, dossier);
    }
}
