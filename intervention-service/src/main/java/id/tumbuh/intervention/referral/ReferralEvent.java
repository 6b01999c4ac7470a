package id.tumbuh.intervention.referral;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.platform.messaging.IntegrationEvent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service announces about a referral: what happened, and the whole state after it. Contracts: {@code contracts/intervention/}.
 *
 * @param riskFactor what was referred: a risk factor of the registry, or another cause by rule
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReferralEvent(
        @JsonIgnore Happened happened,
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

        ReferralReason reason,
        @Nullable UUID childId,
        Referral.Origin origin,
        Progress.Stage stage,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        LocalDate dueOn,

        @Nullable String declineReason,
        @Nullable ProofBody proof,
        @Nullable EscalationLevel escalatedTo)
        implements IntegrationEvent {

    /** The state by its name on the wire. */
    public enum State {
        OPEN,
        CLOSED
    }

    /** What happened, which is the type of the event. */
    public enum Happened {
        OPENED("referral-opened"),
        ACCEPTED("referral-accepted"),
        DECLINED("referral-declined"),
        SENT_AGAIN("referral-sent-again"),
        DONE("referral-done"),
        ESCALATED("referral-escalated"),
        CLOSED("referral-closed");

        private final String type;

        Happened(String type) {
            this.type = type;
        }
    }

    /** What was done, on the wire. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ProofBody(
            String what,
            @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate on,
            BigDecimal quantity,
            @Nullable String documentSha256) {
        static ProofBody of(Proof proof) {
            return new ProofBody(proof.what(), proof.on(), proof.quantity(), proof.documentSha256());
        }
    }

    /** What facts did to it: it was opened or closed. */
    public static ReferralEvent of(Referral referral) {
        return of(referral, Happened.OPENED);
    }

    /** Whatever a person did, a referral that is over was closed by it. */
    static ReferralEvent of(Referral referral, Happened happened) {
        return switch (referral) {
            case Referral.Open open -> of(open, happened, null, open.escalated());
            case Referral.Closed closed -> of(closed, Happened.CLOSED, closed.closedOn(), null);
        };
    }

    private static ReferralEvent of(
            Referral referral, Happened happened, @Nullable LocalDate closedOn, @Nullable EscalationLevel escalated) {
        Steps steps = Steps.of(referral.progress());
        return new ReferralEvent(
                happened,
                referral.id(),
                referral.version(),
                referral.home().familyId(),
                referral.home().area().value(),
                referral.factor().code(),
                referral.field().code(),
                closedOn == null ? State.OPEN : State.CLOSED,
                referral.openedOn(),
                closedOn,
                referral.reason(),
                referral.matter().childId(),
                referral.matter().origin(),
                referral.progress().stage(),
                steps.dueOn(),
                steps.declineReason(),
                steps.proof() == null ? null : ProofBody.of(steps.proof()),
                escalated);
    }

    @Override
    @JsonIgnore
    public String topic() {
        return "intervention.referrals";
    }

    @Override
    @JsonIgnore
    public String type() {
        return "id.tumbuh.intervention." + happened.type + ".v1";
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
