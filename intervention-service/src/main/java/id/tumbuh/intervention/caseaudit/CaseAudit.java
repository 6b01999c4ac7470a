package id.tumbuh.intervention.caseaudit;

import static java.util.stream.Collectors.toSet;

import id.tumbuh.intervention.caseaudit.CaseAuditDossier.Act;
import id.tumbuh.intervention.caseaudit.CaseAuditDossier.Codes;
import id.tumbuh.intervention.caseaudit.CaseAuditDossier.Decision;
import id.tumbuh.intervention.caseaudit.CaseAuditDossier.Evaluation;
import id.tumbuh.intervention.caseaudit.CaseAuditDossier.FollowUp;
import id.tumbuh.intervention.caseaudit.CaseAuditDossier.Review;
import id.tumbuh.intervention.caseaudit.CaseAuditDossier.Worksheet;
import java.time.LocalDate;
import java.util.Set;

/** A case in one of its states. What may happen next are the methods of the state, and nothing else can happen. */
sealed interface CaseAudit {
    CaseAuditFile file();

    CaseAuditStage stage();

    static CaseAudit of(CaseAuditStage stage, CaseAuditFile file) {
        return switch (stage) {
            case PROPOSED -> new Proposed(file);
            case SELECTED -> new Selected(file);
            case NOT_SELECTED -> new NotSelected(file);
            case WORKSHEET -> new Examined(file);
            case REVIEWED -> new Reviewed(file);
            case RECOMMENDED -> new Recommended(file);
            case DISSEMINATED -> new Disseminated(file);
            case FOLLOW_UP -> new FollowedUp(file);
            case EVALUATED -> new Evaluated(file);
            case WITHDRAWN -> new Withdrawn(file);
        };
    }

    /** The same case where the registry says its subject is now. */
    default CaseAudit at(CaseAuditFile.Whereabouts whereabouts) {
        return of(stage(), file().at(whereabouts));
    }

    /** A case that still waits for something. */
    sealed interface Open extends CaseAudit {
        default Withdrawn withdrawn(WithdrawalReason reason, LocalDate day) {
            return new Withdrawn(file().reached(day, file().dossier().with(reason)));
        }
    }

    record Proposed(CaseAuditFile file) implements Open {
        @Override
        public CaseAuditStage stage() {
            return CaseAuditStage.PROPOSED;
        }

        Selected selected(Decision decision) {
            return new Selected(file.reached(decision.act().on(), file.dossier().with(decision)));
        }

        NotSelected notSelected(Decision decision) {
            return new NotSelected(
                    file.reached(decision.act().on(), file.dossier().with(decision)));
        }
    }

    record Selected(CaseAuditFile file) implements Open {
        @Override
        public CaseAuditStage stage() {
            return CaseAuditStage.SELECTED;
        }

        Examined examined(Worksheet worksheet) {
            return new Examined(
                    file.reached(worksheet.act().on(), file.dossier().with(worksheet)));
        }
    }

    record NotSelected(CaseAuditFile file) implements CaseAudit {
        @Override
        public CaseAuditStage stage() {
            return CaseAuditStage.NOT_SELECTED;
        }
    }

    /** The worksheet is filled in; the experts have it. */
    record Examined(CaseAuditFile file) implements Open {
        @Override
        public CaseAuditStage stage() {
            return CaseAuditStage.WORKSHEET;
        }

        /** Experts judge what they were shown, so after the first review it stays as it is. */
        boolean mayBeCorrected() {
            return file.dossier().reviews().isEmpty();
        }

        Examined corrected(Worksheet worksheet) {
            if (!mayBeCorrected()) {
                throw new IllegalStateException("a worksheet that was reviewed stays as it is");
            }
            return new Examined(file.changed(file.dossier().with(worksheet)));
        }

        /** Reviewed once every expert has said something who is needed for the group. */
        Open reviewed(Review review, Set<String> needed) {
            CaseAuditDossier next = file.dossier().with(review);
            Set<String> heard = next.reviews().stream().map(Review::expert).collect(toSet());
            return heard.containsAll(needed)
                    ? new Reviewed(file.reached(review.act().on(), next))
                    : new Examined(file.changed(next));
        }
    }

    record Reviewed(CaseAuditFile file) implements Open {
        @Override
        public CaseAuditStage stage() {
            return CaseAuditStage.REVIEWED;
        }

        /** Another expert, or the same one again. */
        Reviewed reviewed(Review review) {
            return new Reviewed(file.changed(file.dossier().with(review)));
        }

        Recommended recommended(Codes recommendation) {
            return new Recommended(
                    file.reached(recommendation.act().on(), file.dossier().recommending(recommendation)));
        }
    }

    record Recommended(CaseAuditFile file) implements Open {
        @Override
        public CaseAuditStage stage() {
            return CaseAuditStage.RECOMMENDED;
        }

        Disseminated disseminated(Codes fields) {
            return new Disseminated(
                    file.reached(fields.act().on(), file.dossier().disseminatedTo(fields)));
        }
    }

    record Disseminated(CaseAuditFile file) implements Open {
        @Override
        public CaseAuditStage stage() {
            return CaseAuditStage.DISSEMINATED;
        }

        FollowedUp planned(FollowUp followUp, Act act) {
            return new FollowedUp(file.reached(act.on(), file.dossier().with(followUp)));
        }
    }

    /** The RTL is under way. */
    record FollowedUp(CaseAuditFile file) implements Open {
        @Override
        public CaseAuditStage stage() {
            return CaseAuditStage.FOLLOW_UP;
        }

        /** A further line, or one changed or completed. */
        FollowedUp with(FollowUp followUp) {
            return new FollowedUp(file.changed(file.dossier().with(followUp)));
        }

        boolean mayBeEvaluated() {
            return file.dossier().followUps().stream().allMatch(line -> line.completion() != null);
        }

        Evaluated evaluated(Evaluation evaluation) {
            if (!mayBeEvaluated()) {
                throw new IllegalStateException("a follow-up is still open");
            }
            return new Evaluated(
                    file.reached(evaluation.act().on(), file.dossier().with(evaluation)));
        }
    }

    record Evaluated(CaseAuditFile file) implements CaseAudit {
        @Override
        public CaseAuditStage stage() {
            return CaseAuditStage.EVALUATED;
        }
    }

    record Withdrawn(CaseAuditFile file) implements CaseAudit {
        @Override
        public CaseAuditStage stage() {
            return CaseAuditStage.WITHDRAWN;
        }
    }
}
