package id.tumbuh.measurement.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightVelocityTest {

    private static final WeightVelocity VELOCITY = WeightVelocity.load();
    private static final int LINES_FROM = 8;

    /** WHO prints whole grams, so a line is met within half a gram. */
    @Test
    void everyPrintedLineIsMet() throws IOException {
        int lines = 0;
        for (List<String> row : printed()) {
            Sex sex = row.get(0).equals("1") ? Sex.L : Sex.P;
            Age from = Age.ofMonths(month(row.get(2)));
            Age to = Age.ofMonths(month(row.get(3)));
            for (int line = -3; line <= 3; line++) {
                int grams = Integer.parseInt(row.get(LINES_FROM + line + 3));
                WeightVelocity.Gain gain = VELOCITY.gain(sex, from, to, grams).orElseThrow();
                assertThat(gain.z()).as("%s %s", row, line).isCloseTo(line, within(0.011));
                lines++;
            }
        }
        assertThat(lines).isEqualTo(194 * 7);
    }

    @ParameterizedTest
    @CsvSource({"91, 159, true", "91, 160, false", "91, 144, true", "91, 143, false", "99, 160, true", "100, 161, false"
    })
    void agesMustBeNearWholeMonthsAndTheIntervalOneOfTheStandard(int from, int to, boolean known) {
        assertThat(VELOCITY.gain(Sex.L, Age.ofDays(from), Age.ofDays(to), 800).isPresent())
                .isEqualTo(known);
    }

    @Test
    void afterTwoYearsTheStandardSaysNothing() {
        assertThat(VELOCITY.gain(Sex.P, Age.ofMonths(22), Age.ofMonths(24), 400))
                .isPresent();
        assertThat(VELOCITY.gain(Sex.P, Age.ofMonths(23), Age.ofMonths(25), 400))
                .isEmpty();
    }

    @Test
    void lossBeyondTheStandardLiesBelowEveryLine() {
        assertThat(VELOCITY.gain(Sex.P, Age.ofMonths(5), Age.ofMonths(6), -2000)
                        .orElseThrow()
                        .z())
                .isEqualTo(Double.NEGATIVE_INFINITY);
    }

    private static int month(String text) {
        return text.equals("4w") ? 1 : Integer.parseInt(text.replace("m", ""));
    }

    private static List<List<String>> printed() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                WeightVelocityTest.class.getResourceAsStream("weight-velocity-lines.csv"),
                StandardCharsets.US_ASCII))) {
            lines.readLine();
            lines.lines().forEach(line -> rows.add(List.of(line.split(",", -1))));
        }
        return rows;
    }
}
