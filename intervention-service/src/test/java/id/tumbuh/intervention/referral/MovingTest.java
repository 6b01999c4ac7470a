package id.tumbuh.intervention.referral;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.intervention.change.Change;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.circumstance.RiskFactor;
import id.tumbuh.platform.access.AreaCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);
    private static final MoveRules RULES =
            new MoveRules(Map.of("PUPR", 120), 30, 365, Set.of("NO_BUDGET"), Set.of("WELL_BUILT"), Map.of(), 1);
    private static final Moving MOVING = new Moving(RULES, DAY);
    private static final Move.Decline DECLINE = new Move.Decline("NO_BUDGET");
    private static final Move.Finish FINISH =
            new Move.Finish(new Proof("WELL_BUILT", DAY, new BigDecimal("1.00"), null));

    @Test
    void anAcceptedReferralIsDueAsLongAsItsFieldHas() {
        Referral pupr = done(MOVING.after(sent("PUPR"), new Move.Accept(null), 1));
        Referral other = done(MOVING.after(sent("DINKES"), new Move.Accept(null), 1));

        assertThat(pupr.progress()).isEqualTo(new Progress.Accepted(DAY.minusDays(3), DAY, DAY.plusDays(120)));
        assertThat(pupr.version()).isEqualTo(2);
        assertThat(other.progress()).isEqualTo(new Progress.Accepted(DAY.minusDays(3), DAY, DAY.plusDays(30)));
    }

    @ParameterizedTest(name = "in {0} days: {1}")
    @CsvSource({"-1, false", "0, true", "365, true", "366, false"})
    void aPromiseIsForADayFromTodayToTheLongestTime(int days, boolean taken) {
        Change<Referral> change = MOVING.after(sent("PUPR"), new Move.Accept(DAY.plusDays(days)), 1);

        assertThat(change instanceof Change.Done<Referral>).isEqualTo(taken);
    }

    @Test
    void eachStageAllowsItsOwnStepsOnly() {
        Referral.Open sent = sent("PUPR");
        Referral accepted = done(MOVING.after(sent, new Move.Accept(null), 1));
        Referral declined = done(MOVING.after(sent, DECLINE, 1));
        Referral finished = done(MOVING.after(accepted, FINISH, 2));

        assertThat(refused(MOVING.after(sent, FINISH, 1))).isEqualTo(ReferralProblem.REFERRAL_STAGE_FORBIDS);
        assertThat(refused(MOVING.after(sent, new Move.SendAgain(null), 1)))
                .isEqualTo(ReferralProblem.REFERRAL_STAGE_FORBIDS);
        assertThat(refused(MOVING.after(declined, new Move.Accept(null), 2)))
                .isEqualTo(ReferralProblem.REFERRAL_STAGE_FORBIDS);
        assertThat(refused(MOVING.after(finished, DECLINE, 3))).isEqualTo(ReferralProblem.REFERRAL_STAGE_FORBIDS);
        assertThat(done(MOVING.after(accepted, DECLINE, 2)).progress()).isInstanceOf(Progress.Declined.class);
        assertThat(done(MOVING.after(declined, new Move.SendAgain(new OpdField("PERKIM")), 2)))
                .satisfies(again -> {
                    assertThat(again.field()).isEqualTo(new OpdField("PERKIM"));
                    assertThat(again.progress()).isEqualTo(new Progress.Sent(DAY));
                });
    }

    @Test
    void theSameSentAgainChangesNothingAndAnythingElseIsStale() {
        Referral accepted = done(MOVING.after(sent("PUPR"), new Move.Accept(null), 1));

        assertThat(MOVING.after(accepted, new Move.Accept(null), 1)).isInstanceOf(Change.Unchanged.class);
        assertThat(MOVING.after(accepted, new Move.Accept(DAY.plusDays(120)), 1))
                .isInstanceOf(Change.Unchanged.class);
        assertThat(MOVING.after(accepted, new Move.Accept(DAY.plusDays(5)), 1)).isInstanceOf(Change.Stale.class);
        assertThat(MOVING.after(accepted, DECLINE, 1)).isInstanceOf(Change.Stale.class);
        assertThat(MOVING.after(accepted, FINISH, 3)).isInstanceOf(Change.Stale.class);
    }

    @Test
    void proofIsOfADayOfTheReferralAndOfAKnownKind() {
        Referral accepted = done(MOVING.after(sent("PUPR"), new Move.Accept(null), 1));

        assertThat(refused(MOVING.after(accepted, finished("WELL_BUILT", DAY.plusDays(1)), 2)))
                .isEqualTo(ReferralProblem.PROOF_DAY_OUT_OF_RANGE);
        assertThat(refused(MOVING.after(accepted, finished("WELL_BUILT", DAY.minusDays(4)), 2)))
                .isEqualTo(ReferralProblem.PROOF_DAY_OUT_OF_RANGE);
        assertThat(refused(MOVING.after(accepted, finished("SOMETHING", DAY), 2)))
                .isEqualTo(ReferralProblem.PROOF_UNKNOWN);
        assertThat(done(MOVING.after(accepted, finished("WELL_BUILT", DAY.minusDays(3)), 2)))
                .isInstanceOf(Referral.Open.class);
    }

    @Test
    void whatAPersonReferredEndsWithItsProofAndWhatFactsReferredDoesNot() {
        Referral byHand = done(MOVING.after(open(Referral.Origin.PERSON, "PUPR"), new Move.Accept(null), 1));
        Referral over = done(MOVING.after(byHand, FINISH, 2));

        assertThat(over).isInstanceOf(Referral.Closed.class);
        assertThat(over.reason()).isEqualTo(ReferralReason.DONE);
        assertThat(over.version()).isEqualTo(3);
        assertThat(MOVING.after(over, FINISH, 2)).isInstanceOf(Change.Unchanged.class);
        assertThat(refused(MOVING.after(over, DECLINE, 3))).isEqualTo(ReferralProblem.REFERRAL_CLOSED);
    }

    @Test
    void onlyWhatAPersonReferredIsTakenBack() {
        assertThat(done(MOVING.after(open(Referral.Origin.PERSON, "PUPR"), new Move.Withdraw(), 1))
                        .reason())
                .isEqualTo(ReferralReason.WITHDRAWN);
        assertThat(refused(MOVING.after(sent("PUPR"), new Move.Withdraw(), 1)))
                .isEqualTo(ReferralProblem.REFERRAL_FOLLOWS_FACTS);
    }

    private static Move.Finish finished(String what, LocalDate on) {
        return new Move.Finish(new Proof(what, on, BigDecimal.ONE, null));
    }

    private static Referral.Open sent(String field) {
        return open(Referral.Origin.FACTS, field);
    }

    private static Referral.Open open(Referral.Origin origin, String field) {
        return Referral.Open.sent(new Referral.Matter(
                new UUID(1, 1),
                new Home(new UUID(1, 2), new AreaCode("36.71.01.1001")),
                null,
                new RiskFactor("UNSAFE_WATER"),
                new OpdField(field),
                1,
                origin,
                DAY.minusDays(3)));
    }

    private static Referral done(Change<Referral> change) {
        assertThat(change).isInstanceOf(Change.Done.class);
        return ((Change.Done<Referral>) change).now();
    }

    private static Object refused(Change<Referral> change) {
        assertThat(change).isInstanceOf(Change.Refused.class);
        return ((Change.Refused<Referral>) change).reason();
    }
}
