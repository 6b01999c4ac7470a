package id.tumbuh.intervention.referral;

import id.tumbuh.intervention.change.Change;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Decides what a move makes of a referral: a pure function.
 *
 * @param day the day it is made
 */
record Moving(MoveRules rules, LocalDate day) {
    /** What becomes of the referral, which is at {@code version} for whoever moves it. */
    Change<Referral> after(Referral referral, Move move, long version) {
        if (referral.version() == version + 1 && isSoAlready(referral, move)) {
            return new Change.Unchanged<>(referral);
        }
        if (referral.version() != version) {
            return new Change.Stale<>();
        }
        return switch (referral) {
            case Referral.Open open -> after(open, move);
            case Referral.Closed _ -> Change.Refused.because(ReferralProblem.REFERRAL_CLOSED);
        };
    }

    private Change<Referral> after(Referral.Open open, Move move) {
        return switch (move) {
            case Move.Accept accept -> accepted(open, accept);
            case Move.Decline decline -> declined(open, decline);
            case Move.Finish finish -> finished(open, finish);
            case Move.SendAgain again -> sentAgain(open, again);
            case Move.Withdraw _ -> withdrawn(open);
        };
    }

    private Change<Referral> accepted(Referral.Open open, Move.Accept accept) {
        LocalDate due = due(open, accept);
        if (!rules.mayPromise(due, day)) {
            return new Change.Refused<>(ReferralProblem.DUE_DAY_OUT_OF_RANGE, "/dueOn");
        }
        return open.progress() instanceof Progress.Sent sent ? done(open.at(sent.accepted(day, due))) : wrongStage();
    }

    private Change<Referral> declined(Referral.Open open, Move.Decline decline) {
        if (!rules.declineReasons().contains(decline.reason())) {
            return new Change.Refused<>(ReferralProblem.DECLINE_REASON_UNKNOWN, "/reason");
        }
        return switch (open.progress()) {
            case Progress.Sent sent -> done(open.at(sent.declined(day, decline.reason())));
            case Progress.Accepted accepted -> done(open.at(accepted.declined(day, decline.reason())));
            case Progress.Declined _, Progress.Done _ -> wrongStage();
        };
    }

    private Change<Referral> finished(Referral.Open open, Move.Finish finish) {
        Proof proof = finish.proof();
        if (!rules.proofs().contains(proof.what())) {
            return new Change.Refused<>(ReferralProblem.PROOF_UNKNOWN, "/what");
        }
        if (proof.on().isAfter(day) || proof.on().isBefore(open.openedOn())) {
            return new Change.Refused<>(ReferralProblem.PROOF_DAY_OUT_OF_RANGE, "/on");
        }
        return open.progress() instanceof Progress.Accepted accepted
                ? done(open.at(accepted.done(proof)).settledIfNoFactTells(day))
                : wrongStage();
    }

    private Change<Referral> sentAgain(Referral.Open open, Move.SendAgain again) {
        OpdField field = Optional.ofNullable(again.field()).orElse(open.field());
        return open.progress() instanceof Progress.Declined declined
                ? done(open.to(field).at(declined.sentAgain(day)))
                : wrongStage();
    }

    /** What follows from facts ends by facts only. */
    private Change<Referral> withdrawn(Referral.Open open) {
        return open.matter().origin() == Referral.Origin.PERSON
                ? done(open.closed(ReferralReason.WITHDRAWN, day))
                : Change.Refused.because(ReferralProblem.REFERRAL_FOLLOWS_FACTS);
    }

    private boolean isSoAlready(Referral referral, Move move) {
        Progress progress = referral.progress();
        return switch (move) {
            case Move.Accept accept ->
                progress instanceof Progress.Accepted accepted
                        && (accept.dueOn() == null || accept.dueOn().equals(accepted.dueOn()));
            case Move.Decline decline ->
                progress instanceof Progress.Declined declined
                        && declined.reason().equals(decline.reason());
            case Move.Finish finish ->
                progress instanceof Progress.Done done && done.proof().equals(finish.proof());
            case Move.SendAgain again ->
                progress instanceof Progress.Sent
                        && (again.field() == null || again.field().equals(referral.field()));
            case Move.Withdraw _ -> referral.reason() == ReferralReason.WITHDRAWN;
        };
    }

    private LocalDate due(Referral.Open open, Move.Accept accept) {
        return accept.dueOn() == null ? rules.usualDue(open.field(), day) : accept.dueOn();
    }

    private static Change<Referral> done(Referral referral) {
        return new Change.Done<>(referral);
    }

    private static Change<Referral> wrongStage() {
        return Change.Refused.because(ReferralProblem.REFERRAL_STAGE_FORBIDS);
    }
}
