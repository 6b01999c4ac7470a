package id.tumbuh.intervention.placement;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.intervention.circumstance.Beneficiary;
import id.tumbuh.intervention.need.Item;
import id.tumbuh.platform.messaging.IntegrationEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is announced about a placement: what happened, and the whole state after it. Contracts: {@code contracts/intervention/}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlacementEvent(
        UUID placementId,
        long version,
        UUID needId,
        UUID sponsorId,
        @Nullable UUID childId,
        @Nullable UUID pregnancyId,
        UUID familyId,
        String areaCode,
        List<Item.Kind> items,
        State state,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        Instant heldUntil,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        LocalDate from,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        LocalDate to,

        @Nullable EndReason reason,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        LocalDate endedOn,

        @JsonIgnore boolean isRenewal)
        implements IntegrationEvent {

    /** The state by its name on the wire. */
    public enum State {
        HELD,
        COMMITTED,
        ENDED
    }

    public PlacementEvent {
        items = List.copyOf(items);
    }

    public static PlacementEvent of(Placement placement) {
        return switch (placement) {
            case Placement.Held held -> of(held, State.HELD, held.until(), null, null);
            case Placement.Committed committed -> of(committed, State.COMMITTED, null, committed.period(), null);
            case Placement.Ended ended -> of(ended, State.ENDED, null, ended.period(), ended);
        };
    }

    private static PlacementEvent of(
            Placement placement,
            State state,
            @Nullable Instant heldUntil,
            Placement.@Nullable Period period,
            Placement.@Nullable Ended ended) {
        Placement.Pair pair = placement.pair();
        boolean ofChild = pair.of().kind() == Beneficiary.Kind.CHILD;
        return new PlacementEvent(
                pair.id(),
                placement.version(),
                pair.needId(),
                pair.sponsorId(),
                ofChild ? pair.of().id() : null,
                ofChild ? null : pair.of().id(),
                pair.home().familyId(),
                pair.home().area().value(),
                pair.items(),
                state,
                heldUntil,
                period == null ? null : period.from(),
                period == null ? null : period.to(),
                ended == null ? null : ended.reason(),
                ended == null ? null : ended.day(),
                placement instanceof Placement.Committed committed && committed.renewals() > 0);
    }

    @Override
    @JsonIgnore
    public String topic() {
        return "intervention.placements";
    }

    @Override
    @JsonIgnore
    public String type() {
        String happened = switch (state) {
            case HELD -> "placement-held";
            case COMMITTED -> isRenewal ? "placement-renewed" : "placement-committed";
            case ENDED -> "placement-ended";
        };
        return "id.tumbuh.intervention." + happened + ".v1";
    }

    @Override
    @JsonIgnore
    public String key() {
        return placementId.toString();
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
