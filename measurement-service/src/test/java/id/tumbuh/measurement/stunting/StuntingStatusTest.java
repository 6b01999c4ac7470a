package id.tumbuh.measurement.stunting;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.measurement.growth.Stunting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StuntingStatusTest {

    private static final List<Stunting> STATES = List.of(Stunting.values());
    private static final LocalDate JANUARY = LocalDate.of(2025, 1, 10);

    @Test
    void childNobodyMeasuredCountsAsNormal() {
        assertThat(StuntingStatus.of(List.of())).isEqualTo(new StuntingStatus(Stunting.NORMAL, null, null));
    }

    @Test
    void newestMeasurementDecidesAndTheUnbrokenRowSaysSinceWhen() {
        HeightFinding first = finding(0, 1, Stunting.STUNTED);
        HeightFinding between = finding(1, 1, Stunting.NORMAL);
        HeightFinding again = finding(2, 1, Stunting.STUNTED);
        HeightFinding newest = finding(3, 1, Stunting.STUNTED);

        StuntingStatus status = StuntingStatus.of(List.of(newest, first, again, between));

        assertThat(status).isEqualTo(new StuntingStatus(Stunting.STUNTED, again.measuredOn(), newest));
    }

    @Test
    void ofTwoOnOneDayTheHigherIdDecidesAsItIsWritten() {
        HeightFinding low = new HeightFinding(
                UUID.fromString("7fffffff-0000-7000-8000-000000000000"), JANUARY, Stunting.NORMAL, -1);
        HeightFinding high = new HeightFinding(
                UUID.fromString("80000000-0000-7000-8000-000000000000"), JANUARY, Stunting.STUNTED, -2.5);

        assertThat(StuntingStatus.of(List.of(low, high)).newest()).isEqualTo(high);
        assertThat(StuntingStatus.of(List.of(high, low)).newest()).isEqualTo(high);
    }

    @Test
    void orderOfArrivalNeverMatters() {
        for (int seed = 0; seed < 10_000; seed++) {
            Random random = new Random(seed);
            List<HeightFinding> findings = new ArrayList<>();
            for (int number = 0; number < random.nextInt(12); number++) {
                findings.add(finding(random.nextInt(6), random.nextInt(), STATES.get(random.nextInt(3))));
            }
            StuntingStatus expected = StuntingStatus.of(findings);
            for (int permutation = 0; permutation < 20; permutation++) {
                Collections.shuffle(findings, random);
                assertThat(StuntingStatus.of(findings)).isEqualTo(expected);
            }
        }
    }

    private static HeightFinding finding(int month, int id, Stunting stunting) {
        return new HeightFinding(new UUID(id, id), JANUARY.plusMonths(month), stunting, -2);
    }
}
