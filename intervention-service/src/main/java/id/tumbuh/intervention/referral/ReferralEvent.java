package id.tumbuh.intervention.referral;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.platform.messaging.IntegrationEvent;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this service announces about a referral: what happened, and the whole state after it. Contracts: {@code contracts/intervention/}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReferralEvent(
        UUID referralId,
        long version,
        UUID familyId,
        String areaCode,
        String riskFactor,
        String field,
        State state,
        @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate openedOn,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        LocalDate closedOn,

        ReferralReason reason)
        implements IntegrationEvent {

    /** The state by its name on the wire. */
    public enum State {
        OPEN,
        CLOSED
    }

    public static ReferralEvent of(Referral referral) {
        return switch (referral) {
            case Referral.Open open -> of(open, State.OPEN, null);
            case Referral.Closed closed -> of(closed, State.CLOSED, closed.closedOn());
        };
    }

    private static ReferralEvent of(Referral referral, State state, @Nullable LocalDate closedOn) {
        return new ReferralEvent(
                referral.id(),
                referral.version(),
                referral.home().familyId(),
                referral.home().area().value(),
                referral.factor().code(),
                referral.field().code(),
                state,
                referral.openedOn(),
                closedOn,
                referral.reason());
    }

    @Override
    @JsonIgnore
    public String topic() {
        return "intervention.referrals";
    }

    @Override
    @JsonIgnore
    public String type() {
        return switch (state) {
            case OPEN -> "id.tumbuh.intervention.referral-opened.v1";
            case CLOSED -> "id.tumbuh.intervention.referral-closed.v1";
        };
    }

    @Override
    @JsonIgnore
    public String key() {
        return referralId.toString();
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
