package id.tumbuh.intervention.caseaudit;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.platform.messaging.IntegrationEvent;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is to be reminded of a step of a case, or of one line of its follow-up; told once for each day it is due and level.
 *
 * @param familyId keeps the order; not in the body
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CaseAuditReminded(
        UUID reminderId,
        long version,
        UUID caseAuditId,
        String number,
        CaseAuditGroup group,
        String areaCode,
        CaseAuditStage stage,
        @Nullable UUID followUpId,
        @Nullable String field,
        ReminderLevel level,
        @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate dueOn,
        @JsonIgnore UUID familyId)
        implements IntegrationEvent {

    @Override
    @JsonIgnore
    public String topic() {
        return "intervention.case-audits";
    }

    @Override
    @JsonIgnore
    public String type() {
        return "id.tumbuh.intervention.case-audit-reminded.v1";
    }

    @Override
    @JsonIgnore
    public String key() {
        return reminderId.toString();
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
