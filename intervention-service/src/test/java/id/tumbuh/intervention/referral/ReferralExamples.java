package id.tumbuh.intervention.referral;

import id.tumbuh.platform.messaging.IntegrationEvent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is announced of a referral, as its contracts show it. */
public final class ReferralExamples {
    private static final LocalDate OPENED = LocalDate.of(2026, 6, 15);
    private static final LocalDate DUE = LocalDate.of(2026, 9, 20);
    private static final ReferralEvent.ProofBody PROOF = new ReferralEvent.ProofBody(
            "WATER_CONNECTED",
            LocalDate.of(2026, 9, 1),
            BigDecimal.ONE,
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");

    private ReferralExamples() {}

    public static List<IntegrationEvent> all() {
        return List.of(
                open(ReferralEvent.Happened.OPENED, 1, Progress.Stage.SENT, null, null),
                accepted(),
                open(ReferralEvent.Happened.DECLINED, 2, Progress.Stage.DECLINED, "NO_BUDGET", null),
                open(ReferralEvent.Happened.SENT_AGAIN, 3, Progress.Stage.SENT, null, null),
                done(ReferralEvent.Happened.DONE, 3, null),
                open(ReferralEvent.Happened.ESCALATED, 2, Progress.Stage.SENT, null, EscalationLevel.KECAMATAN),
                done(ReferralEvent.Happened.CLOSED, 4, LocalDate.of(2026, 9, 14)));
    }

    private static ReferralEvent open(
            ReferralEvent.Happened happened,
            long version,
            Progress.Stage stage,
            @Nullable String declined,
            @Nullable EscalationLevel level) {
        return event(happened, version, stage, new Rest(null, null, declined, null, level));
    }

    private static ReferralEvent accepted() {
        return event(
                ReferralEvent.Happened.ACCEPTED, 2, Progress.Stage.ACCEPTED, new Rest(null, DUE, null, null, null));
    }

    private static ReferralEvent done(ReferralEvent.Happened happened, long version, @Nullable LocalDate closedOn) {
        return event(happened, version, Progress.Stage.DONE, new Rest(closedOn, DUE, null, PROOF, null));
    }

    private record Rest(
            @Nullable LocalDate closedOn,
            @Nullable LocalDate dueOn,
            @Nullable String declineReason,
            ReferralEvent.@Nullable ProofBody proof,
            @Nullable EscalationLevel level) {}

    private static ReferralEvent event(ReferralEvent.Happened happened, long version, Progress.Stage stage, Rest rest) {
        boolean open = rest.closedOn() == null;
        return new ReferralEvent(
                happened,
                UUID.fromString("7c1c5a0e-9f0b-3d52-8f9e-2a6f3b7d0001"),
                version,
                UUID.fromString("0198c1a0-0000-7000-8000-000000000001"),
                "36.04.20.2006",
                "UNSAFE_WATER",
                "PUPR",
                open ? ReferralEvent.State.OPEN : ReferralEvent.State.CLOSED,
                OPENED,
                rest.closedOn(),
                open ? ReferralReason.STUNTED_CHILD_AT_RISK : ReferralReason.RISK_FACTOR_GONE,
                null,
                Referral.Origin.FACTS,
                stage,
                rest.dueOn(),
                rest.declineReason(),
                rest.proof(),
                rest.level());
    }
}
