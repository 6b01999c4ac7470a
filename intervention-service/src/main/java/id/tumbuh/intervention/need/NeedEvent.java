package id.tumbuh.intervention.need;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.platform.messaging.IntegrationEvent;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this service announces about a need: what happened, and the whole state after it. Contracts: {@code contracts/intervention/}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NeedEvent(
        UUID needId,
        long version,
        UUID childId,
        UUID familyId,
        String areaCode,
        Severity severity,
        State state,
        @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate openedOn,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        LocalDate closedOn,

        NeedReason reason)
        implements IntegrationEvent {

    /** The state by its name on the wire. */
    public enum State {
        OPEN,
        CLOSED
    }

    public static NeedEvent of(Need need) {
        return switch (need) {
            case Need.Open open -> of(open, State.OPEN, null);
            case Need.Closed closed -> of(closed, State.CLOSED, closed.closedOn());
        };
    }

    private static NeedEvent of(Need need, State state, @Nullable LocalDate closedOn) {
        return new NeedEvent(
                need.id(),
                need.version(),
                need.childId(),
                need.home().familyId(),
                need.home().area().value(),
                need.severity(),
                state,
                need.openedOn(),
                closedOn,
                need.reason());
    }

    @Override
    @JsonIgnore
    public String topic() {
        return "intervention.needs";
    }

    @Override
    @JsonIgnore
    public String type() {
        String happened = switch (state) {
            case CLOSED -> "need-closed";
            case OPEN -> version == 1 || reason == NeedReason.MERGE_UNDONE ? "need-opened" : "need-changed";
        };
        return "id.tumbuh.intervention." + happened + ".v1";
    }

    @Override
    @JsonIgnore
    public String key() {
        return needId.toString();
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
