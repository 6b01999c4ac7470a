package id.tumbuh.measurement.kms;

import static id.tumbuh.measurement.kms.GrowthMark.B;
import static id.tumbuh.measurement.kms.GrowthMark.N;
import static id.tumbuh.measurement.kms.GrowthMark.O;
import static id.tumbuh.measurement.kms.GrowthMark.T;
import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.measurement.growth.Sex;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrowthCardTest {

    private static final CardPolicy POLICY = CardPolicyFixture.CARD;
    private static final YearMonth BORN = YearMonth.of(2024, 1);

    @Test
    void firstWeighingEverIsNew() {
        assertThat(marks(weighed("2024-08-10", 7000))).containsExactly(B);
    }

    @Test
    void weighingAfterAMissedMonthIsNotCompared() {
        assertThat(marks(weighed("2024-08-10", 7000), weighed("2024-10-01", 6000)))
                .containsExactly(B, O);
    }

    /** Column 7 of a boy's card asks for 400 g, column 8 for 300 g. */
    @ParameterizedTest
    @CsvSource({"7400, N", "7399, T", "7401, N", "6900, T"})
    void gainOfExactlyTheMinimumIsAGain(int grams, GrowthMark mark) {
        assertThat(marks(weighed("2024-07-10", 7000), weighed("2024-08-31", grams)))
                .containsExactly(B, mark);
    }

    @Test
    void binaryFractionsOfAKilogramAreNoLoss() {
        assertThat(Weighing.grams(8.3) - Weighing.grams(8.0)).isEqualTo(300);
        assertThat(Weighing.grams(7.3) - Weighing.grams(7.0)).isEqualTo(300);
        assertThat(Weighing.grams(0.1 + 0.2)).isEqualTo(300);
    }

    @ParameterizedTest
    @CsvSource({
        "L, 1, 800", "L, 2, 900", "L, 3, 800", "L, 4, 600", "L, 5, 500", "L, 6, 400", "L, 7, 400", "L, 8, 300",
        "L, 11, 300", "L, 12, 200", "L, 60, 200", "P, 1, 800", "P, 2, 900", "P, 3, 800", "P, 4, 600", "P, 5, 500",
        "P, 6, 400", "P, 7, 300", "P, 10, 300", "P, 11, 200", "P, 60, 200"
    })
    void minimumGainIsThatOfTheCard(Sex sex, int column, int grams) {
        assertThat(POLICY.minimumGain(sex, column)).isEqualTo(grams);
        YearMonth month = BORN.plusMonths(column);
        List<CardEntry> card = new GrowthCard(sex, BORN, POLICY)
                .fill(
                        null,
                        List.of(weighed(month.minusMonths(1).atDay(20), 5000), weighed(month.atDay(1), 5000 + grams)));
        assertThat(card.getLast().minimumGain()).isEqualTo(grams);
        assertThat(card.getLast().mark()).isEqualTo(N);
    }

    @Test
    void lastWeighingOfAMonthCounts() {
        List<CardEntry> card =
                card(weighed("2024-07-05", 7000), weighed("2024-08-20", 7100), weighed("2024-08-05", 7900));

        assertThat(card).hasSize(2);
        assertThat(card.getLast().grams()).isEqualTo(7100);
        assertThat(card.getLast().mark()).isEqualTo(T);
    }

    @Test
    void twoTInARowCallForAReferralAndAGainEndsTheRow() {
        List<CardEntry> card = card(
                weighed("2024-07-05", 7000),
                weighed("2024-08-05", 7000),
                weighed("2024-09-05", 7000),
                weighed("2024-10-05", 7000),
                weighed("2024-11-05", 8000),
                weighed("2024-12-05", 8000));

        assertThat(card).extracting(CardEntry::mark).containsExactly(B, T, T, T, N, T);
        assertThat(card).extracting(CardEntry::notGained).containsExactly(0, 1, 2, 3, 0, 1);
        assertThat(card).extracting(CardEntry::twiceNotGained).containsExactly(false, false, true, true, false, false);
    }

    @Test
    void missedMonthIsSkippedInTheRowOfT() {
        List<CardEntry> card = card(
                weighed("2024-07-05", 7000),
                weighed("2024-08-05", 7000),
                weighed("2024-10-05", 7000),
                weighed("2024-11-05", 7000));

        assertThat(card).extracting(CardEntry::mark).containsExactly(B, T, O, T);
        assertThat(card).extracting(CardEntry::twiceNotGained).containsExactly(false, false, false, true);
    }

    @Test
    void weighingsBeforeTheMonthOfBirthAndBeyondTheCardStandOnNone() {
        assertThat(card(weighed("2023-12-31", 3000))).isEmpty();
        assertThat(marks(weighed("2024-01-01", 3000))).containsExactly(B);
        assertThat(marks(weighed("2029-01-31", 18000))).containsExactly(B);
        assertThat(card(weighed("2029-02-01", 18000))).isEmpty();
    }

    @Test
    void cardGoesOnFromTheEntryBefore() {
        List<Weighing> weighings = months(new Random(1), 24);
        List<CardEntry> whole = new GrowthCard(Sex.P, BORN, POLICY).fill(null, weighings);
        for (int cut = 1; cut < whole.size(); cut++) {
            CardEntry before = whole.get(cut - 1);
            List<Weighing> rest = weighings.stream()
                    .filter(one -> one.month().isAfter(before.month()))
                    .toList();
            assertThat(new GrowthCard(Sex.P, BORN, POLICY).fill(before, rest))
                    .isEqualTo(whole.subList(cut, whole.size()));
        }
    }

    @Test
    void everyWeighedMonthHasExactlyOneMarkAndTheOrderOfArrivalIsNothing() {
        Random random = new Random(5408);
        for (int history = 0; history < 2_000; history++) {
            List<Weighing> weighings = months(random, 1 + random.nextInt(30));
            List<CardEntry> card = new GrowthCard(Sex.L, BORN, POLICY).fill(null, weighings);
            Collections.shuffle(weighings, random);
            weighings.add(weighings.getFirst());

            assertThat(new GrowthCard(Sex.L, BORN, POLICY).fill(null, weighings))
                    .isEqualTo(card);
            Set<YearMonth> weighed = new HashSet<>();
            weighings.forEach(one -> weighed.add(one.month()));
            Map<GrowthMark, Integer> counts = new HashMap<>();
            card.forEach(entry -> counts.merge(entry.mark(), 1, Integer::sum));
            assertThat(counts.values().stream().mapToInt(Integer::intValue).sum())
                    .as("D = N + T + O + B")
                    .isEqualTo(weighed.size());
            assertThat(counts.get(B)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"-3.01, false, true", "-3.00, false, false", "-6.50, true, false", "NaN, false, false"})
    void redLineIsMinusThree(double z, boolean implausible, boolean below) {
        assertThat(POLICY.belowRedLine(z, implausible)).isEqualTo(below);
    }

    private static List<Weighing> months(Random random, int months) {
        List<Weighing> weighings = new ArrayList<>();
        for (int month = 0; month < months; month++) {
            for (int times = random.nextInt(3); times > 0; times--) {
                weighings.add(
                        weighed(BORN.plusMonths(month).atDay(1 + random.nextInt(28)), 3000 + random.nextInt(40) * 250));
            }
        }
        if (weighings.isEmpty()) {
            weighings.add(weighed(BORN.atDay(3), 3000));
        }
        return weighings;
    }

    private static List<GrowthMark> marks(Weighing... weighings) {
        return card(weighings).stream().map(CardEntry::mark).toList();
    }

    private static List<CardEntry> card(Weighing... weighings) {
        return new GrowthCard(Sex.L, BORN, POLICY).fill(null, List.of(weighings));
    }

    private static Weighing weighed(String day, int grams) {
        return weighed(LocalDate.parse(day), grams);
    }

    private static Weighing weighed(LocalDate day, int grams) {
        return new Weighing(UUID.randomUUID(), day, grams);
    }
}
