package id.tumbuh.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GrowingChildTest {

    private static final UUID POSYANDU = UUID.fromString("0198c1a0-0000-7000-8000-000000000003");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
    private static final Pattern WEIGHT = Pattern.compile("\"weightKg\":([0-9.]+),\"lengthHeightCm\":([0-9.]+)");

    @Test
    void sameChildOnTheSameDayIsTheSameRow() {
        UUID id = UUID.randomUUID();

        assertThat(child(id, "2025-01-10").weighed(TODAY, TODAY.minusMonths(3), POSYANDU))
                .isEqualTo(child(id, "2025-01-10").weighed(TODAY, TODAY.minusMonths(3), POSYANDU));
    }

    @Test
    void someStagnateMostGainAndNobodyShrinks() {
        int gained = 0;
        int stagnated = 0;
        for (int number = 0; number < 200; number++) {
            GrowingChild child = child(new UUID(number, number * 31L), "2025-06-10");
            List<Double> kilograms = new ArrayList<>();
            double length = 0;
            for (int month = 3; month >= 0; month--) {
                Matcher row = WEIGHT.matcher(child.weighed(TODAY.minusMonths(month), TODAY.minusMonths(3), POSYANDU)
                        .orElseThrow());
                assertThat(row.find()).isTrue();
                kilograms.add(Double.valueOf(row.group(1)));
                assertThat(Double.parseDouble(row.group(2))).isGreaterThanOrEqualTo(length);
                length = Double.parseDouble(row.group(2));
            }
            boolean same = kilograms.stream().distinct().count() == 1;
            stagnated += same ? 1 : 0;
            gained += kilograms.getLast() > kilograms.getFirst() ? 1 : 0;
        }
        assertThat(stagnated).isBetween(10, 60);
        assertThat(gained).isGreaterThan(120);
    }

    @Test
    void childOutsideTheAgesOfTheStandardIsNotWeighed() {
        assertThat(child(UUID.randomUUID(), "2026-04-01").weighed(TODAY, TODAY.minusMonths(3), POSYANDU))
                .isEmpty();
        assertThat(child(UUID.randomUUID(), "2021-03-31").weighed(TODAY, TODAY.minusMonths(3), POSYANDU))
                .isPresent();
        assertThat(child(UUID.randomUUID(), "2021-03-30").weighed(TODAY, TODAY.minusMonths(3), POSYANDU))
                .isEmpty();
    }

    @Test
    void mostComeOnADayAndSomeDoNot() {
        long came = IntStream.range(0, 500)
                .filter(number ->
                        child(new UUID(number * 7919L, 1), "2025-06-10").comes(TODAY))
                .count();

        assertThat(came).isBetween(300L, 400L);
    }

    private static GrowingChild child(UUID id, String born) {
        return new GrowingChild(id, "L", LocalDate.parse(born));
    }
}
