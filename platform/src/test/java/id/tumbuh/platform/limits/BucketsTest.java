package id.tumbuh.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BucketsTest {
    private static final String GROUP = "reads";
    private final Hand hand = new Hand();
    private final Buckets buckets = new Buckets(hand, 100);

    /** A clock that stands still until it is moved. */
    private static final class Hand implements TimeMeter {
        private long nanos;

        void move(Duration time) {
            nanos += time.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }

    @Test
    void asManyAsTheRuleSaysAreLetThroughAndNotOneMore() {
        take("csr", 6, 6);

        assertThat(buckets.take(GROUP, "csr", 6)).isEqualTo(10);
    }

    @Test
    void oneIsLetThroughAsSoonAsItIsDueAndNotBefore() {
        take("csr", 6, 6);

        hand.move(Duration.ofSeconds(10).minusNanos(1));
        assertThat(buckets.take(GROUP, "csr", 6)).isEqualTo(1);
        hand.move(Duration.ofNanos(1));
        assertThat(buckets.take(GROUP, "csr", 6)).isZero();
        assertThat(buckets.take(GROUP, "csr", 6)).isEqualTo(10);
    }

    @Test
    void afterAMinuteEverythingIsThereAgainAndNoMoreIsSaved() {
        take("csr", 6, 6);

        hand.move(Duration.ofHours(1));

        take("csr", 6, 6);
        assertThat(buckets.take(GROUP, "csr", 6)).isPositive();
    }

    @Test
    void anotherApplicationAndAnotherGroupHaveTheirOwn() {
        take("csr", 6, 6);

        assertThat(buckets.take(GROUP, "bank", 6)).isZero();
        assertThat(buckets.take("claims", "csr", 6)).isZero();
    }

    @Test
    void aRuleThatChangesHoldsAtOnce() {
        take("csr", 2, 2);
        assertThat(buckets.take(GROUP, "csr", 2)).isPositive();

        take("csr", 3, 3);
        assertThat(buckets.take(GROUP, "csr", 3)).isPositive();
    }

    @Test
    void howManyAreRememberedHasAnEnd() {
        for (int client = 0; client < 1_000; client++) {
            buckets.take(GROUP, "csr-" + client, 6);
        }

        assertThat(buckets.remembered()).isLessThanOrEqualTo(100);
    }

    private void take(String client, int times, long perMinute) {
        for (int time = 0; time < times; time++) {
            assertThat(buckets.take(GROUP, client, perMinute)).isZero();
        }
    }
}
