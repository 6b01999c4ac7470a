package id.tumbuh.intervention.caseaudit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was found and decided in a case so far; the follow-ups are rows of their own. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CaseAuditDossier(
        @Nullable Decision decision,
        @Nullable Worksheet worksheet,
        List<Review> reviews,
        @Nullable Codes recommendation,
        @Nullable Codes dissemination,
        @JsonIgnore List<FollowUp> followUps,
        @Nullable Evaluation evaluation,
        @Nullable WithdrawalReason withdrawal) {
    static final CaseAuditDossier EMPTY =
            new CaseAuditDossier(null, null, List.of(), null, null, List.of(), null, null);

    CaseAuditDossier {
        reviews = reviews == null ? List.of() : List.copyOf(reviews);
        followUps = followUps == null ? List.of() : List.copyOf(followUps);
    }

    /** Which account did it, and on which day. */
    record Act(String by, LocalDate on) {}

    /** Of the technical team; a reason only when it was not selected. */
    record Decision(boolean selected, @Nullable String reason, Act act) {}

    /** Answers as text in one canonical form each, by the code of their field in the definition of that day. */
    record Worksheet(SortedMap<String, String> answers, Act act) {
        Worksheet {
            answers = new TreeMap<>(answers);
        }
    }

    record Review(String expert, List<String> findings, Act act) {
        Review {
            findings = List.copyOf(findings);
        }
    }

    /** Recommendations, or the fields of OPD they are told to. */
    record Codes(List<String> codes, Act act) {
        Codes {
            codes = List.copyOf(codes);
        }
    }

    /** One line of the RTL. */
    record FollowUp(
            UUID id,
            String action,
            String field,
            String party,
            LocalDate dueOn,
            @Nullable Completion completion) {
        boolean samePlan(FollowUp other) {
            return new FollowUp(id, action, field, party, dueOn, null)
                    .equals(new FollowUp(other.id, other.action, other.field, other.party, other.dueOn, null));
        }
    }

    /** Done with its evidence, or not done for a reason. */
    record Completion(
            boolean done,
            @Nullable String evidence,
            @Nullable String reference,
            @Nullable String reason,
            Act act) {}

    record Evaluation(String outcome, Act act) {}

    CaseAuditDossier with(Decision next) {
        return new CaseAuditDossier(
                next, worksheet, reviews, recommendation, dissemination, followUps, evaluation, withdrawal);
    }

    CaseAuditDossier with(Worksheet next) {
        return new CaseAuditDossier(
                decision, next, reviews, recommendation, dissemination, followUps, evaluation, withdrawal);
    }

    CaseAuditDossier with(Review next) {
        List<Review> all = new ArrayList<>(reviews);
        all.removeIf(review -> review.expert().equals(next.expert()));
        all.add(next);
        return new CaseAuditDossier(
                decision, worksheet, all, recommendation, dissemination, followUps, evaluation, withdrawal);
    }

    CaseAuditDossier recommending(Codes next) {
        return new CaseAuditDossier(
                decision, worksheet, reviews, next, dissemination, followUps, evaluation, withdrawal);
    }

    CaseAuditDossier disseminatedTo(Codes next) {
        return new CaseAuditDossier(
                decision, worksheet, reviews, recommendation, next, followUps, evaluation, withdrawal);
    }

    CaseAuditDossier with(FollowUp next) {
        List<FollowUp> all = new ArrayList<>(followUps);
        all.removeIf(known -> known.id().equals(next.id()));
        all.add(next);
        return withAll(all);
    }

    CaseAuditDossier withAll(List<FollowUp> all) {
        return new CaseAuditDossier(
                decision, worksheet, reviews, recommendation, dissemination, all, evaluation, withdrawal);
    }

    CaseAuditDossier with(Evaluation next) {
        return new CaseAuditDossier(
                decision, worksheet, reviews, recommendation, dissemination, followUps, next, withdrawal);
    }

    CaseAuditDossier with(WithdrawalReason next) {
        return new CaseAuditDossier(
                decision, worksheet, reviews, recommendation, dissemination, followUps, evaluation, next);
    }
}
