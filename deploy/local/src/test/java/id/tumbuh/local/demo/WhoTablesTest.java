package id.tumbuh.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhoTablesTest {

    /** Children computed by WHO's own package (anthro 1.1.0), two of them beyond three standard deviations. */
    @ParameterizedTest
    @CsvSource({
        "P,  196, 646,  5850, -0.80, -2.01, -2.02",
        "L,  274, 696,  6500, -1.06, -2.85, -3.15",
        "P,  728, 806,  8900, -1.78, -2.12, -1.58",
        "P,  880, 842, 12800, -1.62,  0.20,  1.47",
        "L, 1476, 975, 10600, -1.45, -3.46, -4.11",
        "L, 1545, 926, 13200, -2.86, -1.90, -0.28"
    })
    void zScoresAreWhatWhoComputes(Sex sex, int day, int mm, int grams, double lengthZ, double weightZ, double bothZ) {
        assertThat(WhoTables.lengthForAge(sex, day, mm)).isCloseTo(lengthZ, within(0.0051));
        assertThat(WhoTables.weightForAge(sex, day, grams)).isCloseTo(weightZ, within(0.0051));
        assertThat(WhoTables.weightForLength(sex, day, mm, grams)).isCloseTo(bothZ, within(0.0051));
    }

    @Test
    void everyInverseLeadsBack() {
        for (Sex sex : Sex.values()) {
            for (int day = 0; day <= WhoTables.LAST_DAY; day += 13) {
                for (double z = -4.5; z <= 4.5; z += 0.5) {
                    int mm = (int) Math.round(WhoTables.lengthAt(sex, day, z));
                    assertThat(WhoTables.lengthForAge(sex, day, mm)).isCloseTo(z, within(0.03));
                }
            }
        }
        double grams = WhoTables.weightAt(Sex.P, 800, 850, -4);
        assertThat(WhoTables.weightForLength(Sex.P, 800, 850, (int) Math.round(grams)))
                .isCloseTo(-4, within(0.01));
    }

    @Test
    void everyDrawnBodyIsClearOfEveryCutOff() {
        Random random = new Random(5);
        for (Stature stature : Stature.values()) {
            for (int day = 45; day <= WhoTables.LAST_DAY; day += 3) {
                Sex sex = random.nextBoolean() ? Sex.L : Sex.P;
                Body body = Body.draw(sex, day, stature, stature.draw(random), random);

                assertThat(stature.holds(WhoTables.lengthForAge(sex, day, body.lengthMm())))
                        .isTrue();
                assertThat(Math.abs(body.weightForLength() + 2)).isGreaterThan(0.05);
                assertThat(Math.abs(body.weightForLength() - 2)).isGreaterThan(0.05);
                assertThat(Math.abs(body.weightForAge() + 2)).isGreaterThan(0.05);
            }
        }
    }
}
