package id.tumbuh.intervention.rembuk;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.platform.messaging.IntegrationEvent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service announces about a commitment: its whole state without the words that people wrote. Contracts: {@code
 * contracts/intervention/}.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CommitmentEvent(
        UUID commitmentId,
        long version,
        UUID rembukId,
        String areaCode,
        String partyKind,
        BigDecimal quantity,
        @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate dueOn,
        String state,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        LocalDate keptOn,

        @Nullable String evidenceSha256)
        implements IntegrationEvent {

    static CommitmentEvent of(Commitment commitment) {
        Commitment.@Nullable Kept kept = commitment.standing() instanceof Commitment.Kept standing ? standing : null;
        return new CommitmentEvent(
                commitment.id(),
                commitment.version(),
                commitment.rembukId(),
                commitment.area().value(),
                commitment.promise().partyKind(),
                commitment.promise().quantity(),
                commitment.promise().dueOn(),
                commitment.standing().state().name(),
                kept == null ? null : kept.on(),
                kept == null ? null : kept.evidence().sha256());
    }

    @Override
    @JsonIgnore
    public String topic() {
        return "intervention.commitments";
    }

    @Override
    @JsonIgnore
    public String type() {
        String happened = switch (Commitment.State.valueOf(state)) {
            case OPEN -> "made";
            case KEPT -> "kept";
            case BROKEN -> "overdue";
            case WITHDRAWN -> "withdrawn";
        };
        return "id.tumbuh.intervention.commitment-" + happened + ".v1";
    }

    @Override
    @JsonIgnore
    public String key() {
        return commitmentId.toString();
    }

    @Override
    @JsonIgnore
    public String partitionKey() {
        return rembukId.toString();
    }

    @Override
    @JsonIgnore
    public long sequence() {
        return version;
    }
}
