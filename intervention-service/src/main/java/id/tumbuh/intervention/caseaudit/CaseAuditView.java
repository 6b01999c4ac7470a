package id.tumbuh.intervention.caseaudit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.intervention.caseaudit.CaseAuditDossier.Codes;
import id.tumbuh.intervention.caseaudit.CaseAuditDossier.FollowUp;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A case as it is answered: by its number alone to those who need no name, with the id of its subject to those who care for it.
 */
@Schema(name = "CaseAudit")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CaseAuditView(
        UUID id,
        @Schema(examples = "AKS-36.04-2026-2-0012") String number,
        UUID roundId,
        CaseAuditGroup group,
        String area,
        CaseAuditStage stage,
        LocalDate reachedOn,
        int score,
        List<Said> reasons,

        @Schema(description = "Only for those who care for the case; the name is registry's to tell") @Nullable
        UUID subjectId,

        @Schema(description = "Why it was not selected, or was withdrawn") @Nullable
        Said reason,

        @Nullable JsonNode answers,
        @Nullable List<ReviewView> reviews,
        @Nullable List<Said> recommendations,
        @Nullable List<Said> fields,
        @Nullable List<FollowUp> followUps,
        @Nullable Said outcome,
        long version) {
    static final String EXAMPLE = """
            {"id": "0f8fad5b-d9cb-469f-a165-70867728950e", "number": "AKS-36.04-2026-2-0012",
             "roundId": "0198c1a0-0000-7000-8000-0000000000d1", "group": "BADUTA", "area": "36.04.20.2006",
             "stage": "PROPOSED", "reachedOn": "2026-07-20", "score": 60,
             "reasons": [{"code": "SEVERELY_STUNTED", "text": "Sangat pendek (TB/U di bawah -3)"},
                         {"code": "FIRST_THOUSAND_DAYS", "text": "Dalam 1.000 hari pertama kehidupan"}], "version": 1}""";

    /** A code with its words in the language asked for. */
    @Schema(name = "CaseAuditWord")
    record Said(String code, String text) {}

    /** Who reviewed is known by role; the account stands in the access log. */
    @Schema(name = "CaseAuditReview")
    record ReviewView(Said expert, LocalDate on, List<Said> findings) {}

    /**
     * How much of a case is told.
     *
     * @param dossier worksheet and reviews: only of one case, whose reading is audited
     */
    record Parts(boolean subject, boolean reasons, boolean dossier) {}

    /** How a case is told: in which language, and how much of it. */
    record Telling(CaseAuditRules rules, CaseAuditWords words, Locale language, Parts parts) {
        CaseAuditView of(CaseAudit audit) {
            CaseAuditFile file = audit.file();
            CaseAuditDossier dossier = file.dossier();
            return new CaseAuditView(
                    file.identity().id(),
                    file.identity().number(),
                    file.identity().roundId(),
                    file.identity().group(),
                    file.whereabouts().area().value(),
                    audit.stage(),
                    file.reachedOn(),
                    file.proposal().score(),
                    parts.reasons() ? reasons(file) : List.of(),
                    parts.subject() ? file.whereabouts().subjectId() : null,
                    why(dossier),
                    parts.dossier() ? answers(file) : null,
                    parts.dossier() ? reviews(dossier) : null,
                    said(CaseAuditWords.RECOMMENDATIONS, dossier.recommendation()),
                    said(CaseAuditWords.FIELDS, dossier.dissemination()),
                    dossier.followUps().isEmpty() ? null : dossier.followUps(),
                    dossier.evaluation() == null
                            ? null
                            : said(CaseAuditWords.OUTCOMES, dossier.evaluation().outcome()),
                    file.version());
        }

        private List<Said> reasons(CaseAuditFile file) {
            return file.proposal().reasons().stream()
                    .map(reason -> new Said(reason.name(), reason.in(language)))
                    .toList();
        }

        private @Nullable Said why(CaseAuditDossier dossier) {
            if (dossier.withdrawal() != null) {
                return new Said(
                        dossier.withdrawal().name(), dossier.withdrawal().in(language));
            }
            return dossier.decision() == null || dossier.decision().reason() == null
                    ? null
                    : said(CaseAuditWords.DECLINE_REASONS, dossier.decision().reason());
        }

        private @Nullable JsonNode answers(CaseAuditFile file) {
            CaseAuditDossier.Worksheet worksheet = file.dossier().worksheet();
            return worksheet == null
                    ? null
                    : rules.worksheet(file.identity().group(), worksheet.act().on())
                            .json(worksheet.answers());
        }

        private @Nullable List<ReviewView> reviews(CaseAuditDossier dossier) {
            return dossier.reviews().isEmpty()
                    ? null
                    : dossier.reviews().stream()
                            .map(review -> new ReviewView(
                                    said(CaseAuditWords.EXPERTS, review.expert()),
                                    review.act().on(),
                                    review.findings().stream()
                                            .map(code -> said(CaseAuditWords.FINDINGS, code))
                                            .toList()))
                            .toList();
        }

        private @Nullable List<Said> said(String list, @Nullable Codes codes) {
            return codes == null
                    ? null
                    : codes.codes().stream().map(code -> said(list, code)).toList();
        }

        private Said said(String list, String code) {
            return new Said(code, words.say(list, code, language));
        }
    }
}
