package id.tumbuh.local;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.local.Restarts.Decision;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RestartsTest {

    private static final Duration SOON = Restarts.QUICK.minusMillis(1);

    @Test
    void aDyingProcessIsStartedAgainEverMoreSlowlyUntilTheFifthQuickDeath() {
        Restarts record = Restarts.NONE;
        for (int seconds : new int[] {1, 2, 4, 8}) {
            Decision decision = record.afterDeath(SOON);
            assertThat(decision).isInstanceOf(Decision.Again.class);
            Decision.Again again = (Decision.Again) decision;
            assertThat(again.after()).hasSeconds(seconds);
            record = again.record();
        }
        assertThat(record.afterDeath(SOON)).isEqualTo(new Decision.GiveUp());
    }

    @Test
    void aProcessThatLivedLongEnoughStartsWithACleanRecord() {
        assertThat(new Restarts(4).afterDeath(Restarts.QUICK))
                .isEqualTo(new Decision.Again(Duration.ofSeconds(1), Restarts.NONE));
    }
}
