package id.tumbuh.intervention.need;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.intervention.circumstance.Beneficiary;
import id.tumbuh.intervention.circumstance.Cause;
import id.tumbuh.platform.messaging.IntegrationEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service announces about a need: what happened, and the whole state after it. Contracts: {@code contracts/intervention/}.
 *
 * @param childId of a child's need; else {@code pregnancyId} is there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NeedEvent(
        UUID needId,
        long version,
        @Nullable UUID childId,
        @Nullable UUID pregnancyId,
        UUID familyId,
        String areaCode,
        List<Cause> causes,
        List<Item> items,
        int rank,
        boolean firstThousandDays,
        @Nullable Integer welfareRank,
        String ruleVersion,
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

    public NeedEvent {
        causes = List.copyOf(causes);
        items = List.copyOf(items);
    }

    public static NeedEvent of(Need need) {
        return switch (need) {
            case Need.Open open -> of(open, State.OPEN, null);
            case Need.Closed closed -> of(closed, State.CLOSED, closed.closedOn());
        };
    }

    private static NeedEvent of(Need need, State state, @Nullable LocalDate closedOn) {
        boolean ofChild = need.of().kind() == Beneficiary.Kind.CHILD;
        return new NeedEvent(
                need.id(),
                need.version(),
                ofChild ? need.of().id() : null,
                ofChild ? null : need.of().id(),
                need.home().familyId(),
                need.home().area().value(),
                need.plan().causes(),
                need.plan().items(),
                need.plan().rank(),
                need.plan().firstThousandDays(),
                need.plan().welfareRank(),
                need.plan().ruleVersion(),
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
        return "id.tumbuh.intervention." + happened + ".v2";
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
