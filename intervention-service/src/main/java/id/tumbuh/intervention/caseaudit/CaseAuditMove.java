package id.tumbuh.intervention.caseaudit;

import static java.util.stream.Collectors.toCollection;

import id.tumbuh.intervention.caseaudit.CaseAuditDossier.Codes;
import id.tumbuh.intervention.caseaudit.CaseAuditDossier.Completion;
import id.tumbuh.intervention.caseaudit.CaseAuditDossier.Decision;
import id.tumbuh.intervention.caseaudit.CaseAuditDossier.Evaluation;
import id.tumbuh.intervention.caseaudit.CaseAuditDossier.FollowUp;
import id.tumbuh.intervention.caseaudit.CaseAuditDossier.Review;
import id.tumbuh.intervention.caseaudit.CaseAuditDossier.Worksheet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something somebody wants to do with a case, and what becomes of it: a pure function of both. */
sealed interface CaseAuditMove {
    record Decide(Decision decision) implements CaseAuditMove {}

    record Examine(Worksheet worksheet) implements CaseAuditMove {}

    /** With the experts needed for the group. */
    record Assess(Review review, Set<String> needed) implements CaseAuditMove {
        public Assess {
            needed = Set.copyOf(needed);
        }
    }

    record Recommend(Codes recommendation) implements CaseAuditMove {}

    record Disseminate(Codes fields) implements CaseAuditMove {}

    record Plan(FollowUp followUp, CaseAuditDossier.Act act) implements CaseAuditMove {}

    record Complete(UUID followUp, Completion completion) implements CaseAuditMove {}

    record Evaluate(Evaluation evaluation) implements CaseAuditMove {}

    /** What becomes of it. */
    sealed interface Step {
        record Moved(CaseAudit after) implements Step {}

        /** It was done before with the same content, whoever sends it again and whenever. */
        record Already() implements Step {}

        record Refused(CaseAuditProblem why) implements Step {}
    }

    default Step on(CaseAudit audit) {
        if (isDone(audit.file().dossier())) {
            return new Step.Already();
        }
        return switch (this) {
            case Decide(var decision) -> decided(audit, decision);
            case Examine(var worksheet) -> examined(audit, worksheet);
            case Assess(var review, var needed) -> reviewed(audit, review, needed);
            case Recommend(var codes) ->
                audit instanceof CaseAudit.Reviewed reviewed ? moved(reviewed.recommended(codes)) : wrongStage();
            case Disseminate(var fields) ->
                audit instanceof CaseAudit.Recommended recommended
                        ? moved(recommended.disseminated(fields))
                        : wrongStage();
            case Plan plan -> planned(audit, plan);
            case Complete complete -> completed(audit, complete);
            case Evaluate(var evaluation) -> evaluated(audit, evaluation);
        };
    }

    private boolean isDone(CaseAuditDossier dossier) {
        return switch (this) {
            case Decide(var wanted) ->
                dossier.decision() != null
                        && dossier.decision().selected() == wanted.selected()
                        && Objects.equals(dossier.decision().reason(), wanted.reason());
            case Examine(var wanted) ->
                dossier.worksheet() != null && dossier.worksheet().answers().equals(wanted.answers());
            case Assess(var wanted, var _) ->
                dossier.reviews().stream()
                        .anyMatch(known -> known.expert().equals(wanted.expert())
                                && known.act().by().equals(wanted.act().by())
                                && known.findings().equals(wanted.findings()));
            case Recommend(var wanted) -> same(dossier.recommendation(), wanted);
            case Disseminate(var wanted) -> same(dossier.dissemination(), wanted);
            case Plan(var wanted, var _) -> dossier.followUps().stream().anyMatch(wanted::samePlan);
            case Complete(var id, var wanted) ->
                find(dossier, id)
                        .map(FollowUp::completion)
                        .filter(known -> known.done() == wanted.done()
                                && Objects.equals(known.evidence(), wanted.evidence())
                                && Objects.equals(known.reference(), wanted.reference())
                                && Objects.equals(known.reason(), wanted.reason()))
                        .isPresent();
            case Evaluate(var wanted) ->
                dossier.evaluation() != null && dossier.evaluation().outcome().equals(wanted.outcome());
        };
    }

    private static Step decided(CaseAudit audit, Decision decision) {
        if (!(audit instanceof CaseAudit.Proposed proposed)) {
            return wrongStage();
        }
        return moved(decision.selected() ? proposed.selected(decision) : proposed.notSelected(decision));
    }

    private static Step examined(CaseAudit audit, Worksheet worksheet) {
        if (audit instanceof CaseAudit.Selected selected) {
            return moved(selected.examined(worksheet));
        }
        if (audit instanceof CaseAudit.Examined examined) {
            return examined.mayBeCorrected()
                    ? moved(examined.corrected(worksheet))
                    : new Step.Refused(CaseAuditProblem.WORKSHEET_REVIEWED);
        }
        return wrongStage();
    }

    private static Step reviewed(CaseAudit audit, Review review, Set<String> needed) {
        boolean otherExpert = audit.file().dossier().reviews().stream()
                .anyMatch(known -> known.act().by().equals(review.act().by())
                        && !known.expert().equals(review.expert()));
        if (otherExpert) {
            return new Step.Refused(CaseAuditProblem.ONE_EXPERT_EACH);
        }
        if (audit instanceof CaseAudit.Examined examined) {
            return moved(examined.reviewed(review, needed));
        }
        return audit instanceof CaseAudit.Reviewed before ? moved(before.reviewed(review)) : wrongStage();
    }

    private static Step planned(CaseAudit audit, Plan plan) {
        Codes told = audit.file().dossier().dissemination();
        if (told != null && !told.codes().contains(plan.followUp().field())) {
            return new Step.Refused(CaseAuditProblem.FIELD_NOT_TOLD);
        }
        if (audit instanceof CaseAudit.Disseminated disseminated) {
            return moved(disseminated.planned(plan.followUp(), plan.act()));
        }
        if (!(audit instanceof CaseAudit.FollowedUp followed)) {
            return wrongStage();
        }
        boolean over = find(audit.file().dossier(), plan.followUp().id())
                .filter(known -> known.completion() != null)
                .isPresent();
        return over ? new Step.Refused(CaseAuditProblem.FOLLOW_UP_COMPLETED) : moved(followed.with(plan.followUp()));
    }

    private static Step completed(CaseAudit audit, Complete complete) {
        Optional<FollowUp> line = find(audit.file().dossier(), complete.followUp());
        if (line.isEmpty()) {
            return new Step.Refused(CaseAuditProblem.FOLLOW_UP_UNKNOWN);
        }
        if (!(audit instanceof CaseAudit.FollowedUp followed)) {
            return wrongStage();
        }
        FollowUp open = line.get();
        return open.completion() != null
                ? new Step.Refused(CaseAuditProblem.FOLLOW_UP_COMPLETED)
                : moved(followed.with(new FollowUp(
                        open.id(), open.action(), open.field(), open.party(), open.dueOn(), complete.completion())));
    }

    private static Step evaluated(CaseAudit audit, Evaluation evaluation) {
        if (!(audit instanceof CaseAudit.FollowedUp followed)) {
            return wrongStage();
        }
        return followed.mayBeEvaluated()
                ? moved(followed.evaluated(evaluation))
                : new Step.Refused(CaseAuditProblem.FOLLOW_UPS_OPEN);
    }

    private static Optional<FollowUp> find(CaseAuditDossier dossier, UUID id) {
        return dossier.followUps().stream()
                .filter(known -> known.id().equals(id))
                .findFirst();
    }

    private static boolean same(@Nullable Codes known, Codes wanted) {
        return known != null && set(known.codes()).equals(set(wanted.codes()));
    }

    private static Set<String> set(List<String> codes) {
        return codes.stream().collect(toCollection(HashSet::new));
    }

    private static Step moved(CaseAudit after) {
        return new Step.Moved(after);
    }

    private static Step wrongStage() {
        return new Step.Refused(CaseAuditProblem.STAGE_WRONG);
    }
}
