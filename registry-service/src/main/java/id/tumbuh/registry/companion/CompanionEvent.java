package id.tumbuh.registry.companion;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.platform.messaging.IntegrationEvent;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What registry-service announces about an assignment: its whole state. Contracts: {@code contracts/registry/companion-…}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CompanionEvent(
        UUID assignmentId,
        long version,
        UUID teamId,
        TargetKind targetKind,
        UUID targetId,
        UUID familyId,
        String areaCode,
        Assignment.Cause cause,
        @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate assignedOn,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        LocalDate releasedOn,

        Assignment.@Nullable ReleaseCause releaseCause)
        implements IntegrationEvent {
    static final String TOPIC = "registry.companions";
    static final String ASSIGNED = "id.tumbuh.registry.companion-assigned.v1";
    static final String RELEASED = "id.tumbuh.registry.companion-released.v1";

    static CompanionEvent of(Assignment assignment) {
        Assignment.Release release = assignment.release();
        return new CompanionEvent(
                assignment.id(),
                assignment.version(),
                assignment.team(),
                assignment.target().key().kind(),
                assignment.target().key().id(),
                assignment.target().family(),
                assignment.target().area(),
                assignment.beginning().cause(),
                assignment.beginning().on(),
                release == null ? null : release.on(),
                release == null ? null : release.cause());
    }

    @Override
    @JsonIgnore
    public String topic() {
        return TOPIC;
    }

    @Override
    @JsonIgnore
    public String type() {
        return releasedOn == null ? ASSIGNED : RELEASED;
    }

    @Override
    @JsonIgnore
    public String key() {
        return assignmentId.toString();
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
