package id.tumbuh.intervention.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.platform.access.AreaCode;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FeedAdmissionTest {
    private static final Instant NOW = Instant.parse("2026-11-26T03:59:50Z");
    private static final CalendarPolicy POLICY = new CalendarPolicy(
            Map.of(),
            Period.ofDays(1),
            Period.ofDays(1),
            Period.ofDays(1),
            Duration.ofDays(1),
            2,
            3,
            Duration.ofHours(6));

    private final FeedAdmission admission = new FeedAdmission();

    @Test
    void aFeedIsReadSoOftenAnHourAndThenWaitsForTheNext() {
        assertThat(admission.secondsToWait(feed(1), POLICY, NOW)).isZero();
        assertThat(admission.secondsToWait(feed(1), POLICY, NOW)).isZero();
        assertThat(admission.secondsToWait(feed(1), POLICY, NOW)).isEqualTo(10);
        assertThat(admission.secondsToWait(feed(1), POLICY, NOW.plusSeconds(9))).isEqualTo(1);
        assertThat(admission.secondsToWait(feed(1), POLICY, NOW.plusSeconds(10)))
                .isZero();
    }

    @Test
    void oneFeedDoesNotUseUpAnother() {
        for (int reads = 0; reads < 3; reads++) {
            admission.secondsToWait(feed(1), POLICY, NOW);
        }

        assertThat(admission.secondsToWait(feed(2), POLICY, NOW)).isZero();
    }

    @Test
    void guessesTogetherAreCountedByTheMinute() {
        for (int guesses = 0; guesses < 3; guesses++) {
            assertThat(admission.secondsToWait(POLICY, NOW)).isZero();
        }

        assertThat(admission.secondsToWait(POLICY, NOW)).isEqualTo(10);
        assertThat(admission.secondsToWait(feed(1), POLICY, NOW)).isZero();
        assertThat(admission.secondsToWait(POLICY, NOW.plusSeconds(10))).isZero();
    }

    private static CalendarFeed feed(int number) {
        return new CalendarFeed(
                new UUID(7, number),
                new CalendarFeed.Maker("one", "tpps"),
                new AreaCode("36.72"),
                Set.of(CalendarKind.REMBUK),
                false,
                NOW.plusSeconds(60));
    }
}
