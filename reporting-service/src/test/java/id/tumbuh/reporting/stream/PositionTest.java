package id.tumbuh.reporting.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {
    @Test
    void aCursorComesBackAsItWasWritten() {
        Random random = new Random(1);
        for (int round = 0; round < 1_000; round++) {
            long[] next =
                    random.longs(36, 0, Long.MAX_VALUE >> random.nextInt(62)).toArray();
            Position position = new Position(next);

            Position read = Position.decode(position.encoded(), 36).orElseThrow();

            for (int i = 0; i < next.length; i++) {
                assertThat(read.next(i)).isEqualTo(next[i]);
            }
        }
    }

    @Test
    void offsetsAroundAByteSurvive() {
        for (long offset : new long[] {0, 1, 127, 128, 16_383, 16_384, Long.MAX_VALUE}) {
            assertThat(Position.decode(new Position(new long[] {offset}).encoded(), 1)
                            .orElseThrow()
                            .next(0))
                    .isEqualTo(offset);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ag", "!!", "AgEBAQEBAQ", "AQEB", "AgGA", "AoCAgICAgICAgICAgAE"})
    void anythingElseIsNoCursor(String foreign) {
        assertThat(Position.decode(foreign, 2)).isEmpty();
    }

    @Test
    void randomBytesAreNoCursorAndNoAccident() {
        Random random = new Random(2);
        for (int round = 0; round < 10_000; round++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);

            Position.decode(text, 3)
                    .ifPresent(read -> assertThat(read.partitions()).isEqualTo(3));
        }
    }

    @Test
    void theLaterOfTwoIsTakenInEachPartition() {
        Position position = new Position(new long[] {10, 0, 5});
        Position later = position.notBefore(new Position(new long[] {4, 7, 5}));

        assertThat(later.isSameAs(new Position(new long[] {10, 7, 5}))).isTrue();
        assertThat(position.isSameAs(new Position(new long[] {10, 0, 5}))).isTrue();
        assertThat(position.isOlderThan(later)).isTrue();
        assertThat(later.isOlderThan(position)).isFalse();
        assertThat(later.isOlderThan(later)).isFalse();
    }

    @Test
    void itNeverMovesBack() {
        Position position = new Position(new long[] {10});
        position.advance(0, 4);
        assertThat(position.next(0)).isEqualTo(10);
        position.advance(0, 10);
        assertThat(position.next(0)).isEqualTo(11);
        assertThat(position.includes(0, 10)).isTrue();
        assertThat(position.includes(0, 11)).isFalse();
    }
}
