package id.tumbuh.intervention.caseaudit;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.platform.messaging.IntegrationEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service announces of a case: by its pseudonym, without whom it is about. Contracts: {@code
 * contracts/intervention/case-audit-….v1}.
 *
 * @param stageReached whether the change brought it into its stage; not in the body, the type says it
 * @param familyId keeps the order; not in the body
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CaseAuditEvent(
        UUID caseAuditId,
        long version,
        UUID roundId,
        String number,
        CaseAuditGroup group,
        String areaCode,
        CaseAuditStage stage,
        @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate reachedOn,
        int score,
        List<CaseAuditReason> reasons,
        List<String> fields,
        int followUps,
        int openFollowUps,
        @Nullable String outcome,
        @Nullable String reason,
        @JsonIgnore boolean stageReached,
        @JsonIgnore UUID familyId)
        implements IntegrationEvent {

    /** @param before null for a case that is new */
    static CaseAuditEvent of(@Nullable CaseAudit before, CaseAudit audit) {
        CaseAuditFile file = audit.file();
        CaseAuditDossier dossier = file.dossier();
        return new CaseAuditEvent(
                file.identity().id(),
                file.version(),
                file.identity().roundId(),
                file.identity().number(),
                file.identity().group(),
                file.whereabouts().area().value(),
                audit.stage(),
                file.reachedOn(),
                file.proposal().score(),
                file.proposal().reasons(),
                dossier.dissemination() == null
                        ? List.of()
                        : dossier.dissemination().codes(),
                dossier.followUps().size(),
                (int) dossier.followUps().stream()
                        .filter(line -> line.completion() == null)
                        .count(),
                dossier.evaluation() == null ? null : dossier.evaluation().outcome(),
                why(dossier),
                before == null || before.stage() != audit.stage(),
                file.whereabouts().familyId());
    }

    /** Why it ended before it was answered. */
    private static @Nullable String why(CaseAuditDossier dossier) {
        if (dossier.withdrawal() != null) {
            return dossier.withdrawal().name();
        }
        return dossier.decision() == null ? null : dossier.decision().reason();
    }

    @Override
    @JsonIgnore
    public String topic() {
        return "intervention.case-audits";
    }

    @Override
    @JsonIgnore
    public String type() {
        return "id.tumbuh.intervention." + (stageReached ? "case-audit-stage-reached" : "case-audit-changed") + ".v1";
    }

    @Override
    @JsonIgnore
    public String key() {
        return caseAuditId.toString();
    }

    @Override
    @JsonIgnore
    public String partitionKey() {
        return familyId.toString();
    }

    @Override
    @JsonIgnore
    public long sequence() {
        return version;
    }
}
