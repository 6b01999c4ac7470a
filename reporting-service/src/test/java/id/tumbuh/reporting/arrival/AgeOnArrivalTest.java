package id.tumbuh.reporting.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AgeOnArrivalTest {
    @Test
    void anAgeIsInTheClassWhoseEndItDoesNotPass() {
        assertThat(AgeOnArrival.classOf(Duration.ofMillis(5_000)))
                .isEqualTo(AgeOnArrival.classOf(Duration.ofMillis(2_001)));
        assertThat(AgeOnArrival.classOf(Duration.ofMillis(5_001)))
                .isEqualTo(AgeOnArrival.classOf(Duration.ofMillis(5_000)) + 1);
        assertThat(AgeOnArrival.classOf(Duration.ofSeconds(-3))).isZero();
        assertThat(AgeOnArrival.classOf(Duration.ofDays(4000))).isEqualTo(AgeOnArrival.none().length - 1);
    }

    @Test
    void nineteenOfTwentyWereAtMostSoOld() {
        long[] ages = ages(19, Duration.ofSeconds(3), 1, Duration.ofHours(5));
        assertThat(AgeOnArrival.mostOf(ages)).contains(new AgeOnArrival.Delay(Duration.ofSeconds(5)));

        ages = ages(18, Duration.ofSeconds(3), 2, Duration.ofHours(5));
        assertThat(AgeOnArrival.mostOf(ages)).contains(new AgeOnArrival.Delay(Duration.ofHours(6)));
    }

    @Test
    void beyondTheLastClassOnlyThatItWasLonger() {
        long[] ages = ages(1, Duration.ofSeconds(3), 1, Duration.ofDays(30));
        AgeOnArrival.Delay delay = AgeOnArrival.mostOf(ages).orElseThrow();

        assertThat(delay.atMost()).isNull();
        assertThat(delay.isLongerThan(Duration.ofDays(300))).isTrue();
    }

    @Test
    void ofNothingNothingIsKnown() {
        assertThat(AgeOnArrival.mostOf(AgeOnArrival.none())).isEmpty();
    }

    private static long[] ages(int many, Duration age, int few, Duration other) {
        long[] ages = AgeOnArrival.none();
        ages[AgeOnArrival.classOf(age)] += many;
        ages[AgeOnArrival.classOf(other)] += few;
        return ages;
    }
}
