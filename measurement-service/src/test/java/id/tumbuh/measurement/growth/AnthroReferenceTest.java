package id.tumbuh.measurement.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleFunction;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every z-score, flag, adjusted length and BMI of WHO's own package, and the only rows in which it is itself off. */
class AnthroReferenceTest {

    private static final WhoGrowthStandard STANDARD = WhoGrowthStandard.load();
    private static final Map<GrowthIndex, String> COLUMNS = Map.of(
            GrowthIndex.LENGTH_HEIGHT_FOR_AGE, "len",
            GrowthIndex.WEIGHT_FOR_AGE, "wei",
            GrowthIndex.WEIGHT_FOR_LENGTH_HEIGHT, "wfl",
            GrowthIndex.BMI_FOR_AGE, "bmi",
            GrowthIndex.HEAD_CIRCUMFERENCE_FOR_AGE, "hc",
            GrowthIndex.ARM_CIRCUMFERENCE_FOR_AGE, "ac",
            GrowthIndex.TRICEPS_FOR_AGE, "ts",
            GrowthIndex.SUBSCAPULAR_FOR_AGE, "ss");

    /** A weight of 0 is no weight: the reference scores it for length all the same, and only there. */
    @Test
    void agesInDaysAgreeButForTheSlipsOfTheReference() {
        assertThat(differences("anthro-days.csv.gz", 4000, Age::ofDays))
                .containsExactlyInAnyOrder(
                        "child 6574: zwfl is , reference -15.55",
                        "child 6574: fwfl is , reference 1",
                        "child 6802: zwfl is , reference -15.46",
                        "child 6802: fwfl is , reference 1",
                        "child 16517: zwfl is , reference -14.51",
                        "child 16517: fwfl is , reference 1",
                        "child 16804: zwfl is , reference -15.29",
                        "child 16804: fwfl is , reference 1");
    }

    @Test
    void agesInMonthsAgree() {
        assertThat(differences("anthro-months.csv.gz", 1000, Age::ofMonths)).isEmpty();
    }

    @Test
    void agesInFractionsOfDaysAgree() {
        assertThat(differences("anthro-fraction-days.csv.gz", 200, Age::ofDays)).isEmpty();
    }

    private static List<String> differences(String resource, int children, DoubleFunction<Age> age) {
        List<Row> rows = rows(resource);
        assertThat(rows).hasSize(children);
        List<String> differences = new ArrayList<>();
        for (Row row : rows) {
            String ageColumn = row.cells().containsKey("age_months") ? "age_months" : "age_days";
            Double known = row.number(ageColumn);
            compare(row, known == null ? null : age.apply(known), differences);
        }
        return differences;
    }

    private static void compare(Row row, @Nullable Age age, List<String> differences) {
        Measures measures = row.measures();
        Sex sex = "2".equals(row.text("sex")) ? Sex.P : Sex.L;
        Assessment assessment = STANDARD.assess(sex, age, measures);
        row.expectNumber("clenhei", assessment.adjustedLengthHeightCm(), differences);
        row.expectNumber("cbmi", assessment.bmi(), differences);
        row.expectText("c9mo_flag", assessment.standingTooYoung() ? "1" : "0", differences);
        String position = measures.position() == null || assessment.standingTooYoung()
                ? ""
                : measures.position() == Position.LYING ? "l" : "h";
        row.expectText("cmeasure", position, differences);
        boolean sexKnown = !row.text("sex").isEmpty(); // without a sex there is nothing to compare with, here nor there
        COLUMNS.forEach((index, column) -> {
            double z = sexKnown ? assessment.z(index) : Double.NaN;
            row.expectText("z" + column, plain(z), differences);
            String flag = Double.isNaN(z) ? "" : Permenkes.POLICY.implausible(assessment, index) ? "1" : "0";
            row.expectText("f" + column, flag, differences);
        });
    }

    private static String plain(double z) {
        if (Double.isNaN(z)) {
            return "";
        }
        return z == Math.rint(z) ? Long.toString((long) z) : Double.toString(z);
    }

    private record Row(Map<String, String> cells) {

        String text(String column) {
            return Objects.requireNonNull(cells.get(column), column);
        }

        @Nullable
        Double number(String column) {
            String text = text(column);
            return text.isEmpty() ? null : Double.valueOf(text);
        }

        Measures measures() {
            Position position = switch (text("measure").toLowerCase(Locale.ROOT)) {
                case "l" -> Position.LYING;
                case "h" -> Position.STANDING;
                default -> null;
            };
            return MeasuresBuilder.measures()
                    .weightKg(orNone("weight"))
                    .lengthHeightCm(orNone("lenhei"))
                    .position(position)
                    .headCircumferenceCm(orNone("headc"))
                    .armCircumferenceCm(orNone("armc"))
                    .tricepsMm(orNone("triskin"))
                    .subscapularMm(orNone("subskin"))
                    .oedema(text("oedema").equals("y"))
                    .build();
        }

        private double orNone(String column) {
            Double value = number(column);
            return value == null ? Measures.NONE : value;
        }

        void expectNumber(String column, double actual, List<String> differences) {
            Double expected = number(column);
            boolean equal = expected == null
                    ? Double.isNaN(actual)
                    : Math.abs(actual - expected) <= 1e-12 * Math.max(1, Math.abs(expected));
            if (!equal) {
                report(column, Double.toString(actual), differences);
            }
        }

        void expectText(String column, String actual, List<String> differences) {
            if (!text(column).equals(actual)) {
                report(column, actual, differences);
            }
        }

        private void report(String column, String actual, List<String> differences) {
            differences.add("child %s: %s is %s, reference %s".formatted(text("id"), column, actual, text(column)));
        }
    }

    private static List<Row> rows(String resource) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Objects.requireNonNull(AnthroReferenceTest.class.getResourceAsStream(resource))),
                StandardCharsets.UTF_8))) {
            String[] header = reader.readLine().split(",", -1);
            return reader.lines().map(line -> row(header, line.split(",", -1))).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Row row(String[] header, String[] cells) {
        assertThat(cells).hasSameSizeAs(header);
        Map<String, String> row = new HashMap<>();
        for (int column = 0; column < header.length; column++) {
            row.put(header[column], cells[column]);
        }
        return new Row(row);
    }
}
