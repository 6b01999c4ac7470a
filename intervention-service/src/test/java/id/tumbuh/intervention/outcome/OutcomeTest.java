package id.tumbuh.intervention.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeTest {
    private static final LocalDate FROM = LocalDate.of(2026, 8, 1);
    private static final Growth.Window HELP = new Growth.Window(FROM, FROM.plusDays(89));
    private static final OutcomeRules RULES =
            new OutcomeRules(3, 3, 45, 14, new BigDecimal(-2), List.of(0, 6, 12, 24), 5, 366);

    @Test
    void growthIsTheGainBetweenTheFirstAndTheLastWeighingPerMonth() {
        Growth growth = Growth.of(List.of(weighed(0, "8.0"), weighed(30, "8.3"), weighed(61, "8.6")), HELP, RULES);

        // 600 g in 61 days of 30.4375 a month
        assertThat(growth.gramsPerMonth()).isEqualByComparingTo("299");
        assertThat(growth.weighings()).isEqualTo(3);
    }

    @Test
    void theWeighingShortlyBeforeIsTheStart() {
        List<Weighed> weighings = List.of(weighed(-45, "7.0"), weighed(10, "8.0"), weighed(16, "8.0"));

        assertThat(Growth.of(weighings, HELP, RULES).gramsPerMonth()).isEqualByComparingTo("499");
        assertThat(Growth.of(List.of(weighed(-46, "7.0"), weighed(10, "8.0"), weighed(24, "8.1")), HELP, RULES)
                        .gramsPerMonth())
                .isEqualByComparingTo("217");
    }

    @Test
    void ofWeighingsLessThanTwoWeeksApartNothingIsTold() {
        assertThat(Growth.of(List.of(weighed(0, "8.0"), weighed(13, "8.2")), HELP, RULES)
                        .gramsPerMonth())
                .isNull();
        assertThat(Growth.of(List.of(weighed(0, "8.0"), weighed(14, "8.2")), HELP, RULES)
                        .gramsPerMonth())
                .isNotNull();
    }

    @Test
    void aChildThatWasNotWeighedInTheWindowDidNotGrowInIt() {
        assertThat(Growth.of(List.of(weighed(-40, "7.0"), weighed(-10, "8.0")), HELP, RULES)
                        .gramsPerMonth())
                .isNull();
    }

    @Test
    void theLastDayBelongsToTheWindowAndTheNextDoesNot() {
        assertThat(Growth.of(List.of(weighed(0, "8.0"), weighed(89, "9.0")), HELP, RULES)
                        .weighings())
                .isEqualTo(2);
        assertThat(Growth.of(List.of(weighed(0, "8.0"), weighed(90, "9.0")), HELP, RULES)
                        .gramsPerMonth())
                .isNull();
    }

    @Test
    void marksAreCountedByTheirLetter() {
        Growth growth = Growth.of(
                List.of(marked(0, "N"), marked(30, "T"), marked(60, "N"), marked(70, "O"), marked(95, "N")),
                HELP,
                RULES);

        assertThat(growth.gained()).isEqualTo(2);
        assertThat(growth.notGained()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "-2.01, -2.00, RECOVERED",
        "-2.01, -2.01, STILL_WASTED",
        "-2.00, -1.00, NOT_WASTED",
        "-3.50, , NOT_MEASURED",
        ", -1.00, NOT_WASTED"
    })
    void recoveredIsFromBelowMinusTwoToMinusTwoOrMore(
            @Nullable BigDecimal start, @Nullable BigDecimal end, ChildOutcome.Recovery recovery) {
        List<Weighed> weighings = List.of(
                new Weighed(FROM, 14, null, null, start, null),
                new Weighed(FROM.plusDays(60), 16, null, null, end, null));

        assertThat(ChildOutcome.of(weighings, HELP, RULES).recovery()).isEqualTo(recovery);
    }

    @Test
    void theOrderOfWeighingsDoesNotMatter() {
        List<Weighed> weighings = new ArrayList<>(List.of(
                weighed(-60, "7.5"), weighed(-30, "7.6"), weighed(0, "7.7"), weighed(40, "8.4"), weighed(120, "9")));
        ChildOutcome outcome = ChildOutcome.of(weighings, HELP, RULES);
        for (int seed = 0; seed < 10; seed++) {
            Collections.shuffle(weighings, new Random(seed));
            assertThat(ChildOutcome.of(weighings, HELP, RULES)).isEqualTo(outcome);
        }
    }

    @Test
    void ofFourChildrenNothingIsToldAndOfFiveAMean() {
        assertThat(Sums.Window.of(growths(4, 200), 5).gramsPerMonth()).isEqualTo(Sums.Mean.TOO_FEW);
        assertThat(Sums.Window.of(growths(5, 200), 5).gramsPerMonth()).isEqualTo(new Sums.Mean(new BigDecimal(200), 5));
    }

    @Test
    void theShareOfRecoveredHasOnlyThoseWhoWereMeasuredAgain() {
        List<ChildOutcome> outcomes = new ArrayList<>();
        outcomes.addAll(Collections.nCopies(2, recovered(ChildOutcome.Recovery.RECOVERED)));
        outcomes.addAll(Collections.nCopies(3, recovered(ChildOutcome.Recovery.STILL_WASTED)));
        outcomes.addAll(Collections.nCopies(9, recovered(ChildOutcome.Recovery.NOT_MEASURED)));

        assertThat(Sums.recovered(outcomes, 5)).isEqualTo(new Sums.Share(2, 5, new BigDecimal("0.400")));
        assertThat(Sums.recovered(outcomes.subList(1, 14), 5)).isEqualTo(Sums.Share.TOO_FEW);
    }

    @Test
    void helpedChildrenAreComparedWithinTheirKecamatanAndElseTheirKabupaten() {
        List<Comparison.Child> helped = new ArrayList<>();
        helped.addAll(children(5, "36.04.20", "STUNTED", 300));
        helped.addAll(children(5, "36.04.21", "STUNTED", 200));
        List<Comparison.Child> others = new ArrayList<>();
        others.addAll(children(10, "36.04.20", "STUNTED", 100));
        others.addAll(children(10, "36.04.22", "STUNTED", 200));

        Comparison.Figure figure = Comparison.of(helped, others, 5).gramsPerMonth();

        assertThat(figure.helped()).isEqualTo(new Sums.Mean(new BigDecimal(250), 10));
        // five with 100 of their kecamatan, five with the 150 of the whole kabupaten
        assertThat(figure.compared()).isEqualTo(new Sums.Mean(new BigDecimal(125), 20));
        assertThat(figure.inKecamatan()).isEqualTo(5);
        assertThat(figure.inKabupaten()).isEqualTo(5);
        assertThat(figure.unmatched()).isNull();
    }

    @Test
    void childrenWithOtherCausesAgesOrKabupatenAreNotCompared() {
        List<Comparison.Child> helped = children(6, "36.04.20", "STUNTED", 300);
        List<Comparison.Child> others = new ArrayList<>();
        others.addAll(children(9, "36.04.20", "WASTED", 100));
        others.addAll(children(9, "36.03.20", "STUNTED", 100));
        others.add(
                new Comparison.Child(UUID.randomUUID(), new Comparison.Stratum("36.04.20", "STUNTED", 24), grown(100)));

        Comparison.Figure figure = Comparison.of(helped, others, 5).gramsPerMonth();

        assertThat(figure.helped()).isEqualTo(Sums.Mean.TOO_FEW);
        assertThat(figure.compared()).isEqualTo(Sums.Mean.TOO_FEW);
        assertThat(figure.unmatched()).isEqualTo(6);
    }

    @Test
    void fourToCompareToAreTooFew() {
        List<Comparison.Child> helped = children(9, "36.04.20", "STUNTED", 300);

        assertThat(Comparison.of(helped, children(4, "36.04.20", "STUNTED", 100), 5)
                        .gramsPerMonth()
                        .compared())
                .isEqualTo(Sums.Mean.TOO_FEW);
        assertThat(Comparison.of(helped, children(5, "36.04.20", "STUNTED", 100), 5)
                        .gramsPerMonth()
                        .compared()
                        .children())
                .isEqualTo(5);
    }

    @Test
    void anAgeBelongsToTheBandThatBeganLast() {
        assertThat(RULES.band(5)).isZero();
        assertThat(RULES.band(6)).isEqualTo(6);
        assertThat(RULES.band(23)).isEqualTo(12);
        assertThat(RULES.band(24)).isEqualTo(24);
    }

    private static List<Comparison.Child> children(int count, String area, String causes, int grams) {
        List<Comparison.Child> children = new ArrayList<>();
        for (int child = 0; child < count; child++) {
            children.add(
                    new Comparison.Child(UUID.randomUUID(), new Comparison.Stratum(area, causes, 12), grown(grams)));
        }
        return children;
    }

    private static List<Growth> growths(int count, int grams) {
        return Collections.nCopies(count, grown(grams));
    }

    private static Growth grown(int grams) {
        return new Growth(FROM, HELP.to(), 2, new BigDecimal(grams), null, null, 0, 0);
    }

    private static ChildOutcome recovered(ChildOutcome.Recovery recovery) {
        return new ChildOutcome(grown(0), grown(0), grown(0), recovery);
    }

    private static Weighed weighed(int day, String kilograms) {
        return new Weighed(FROM.plusDays(day), 14, new BigDecimal(kilograms), null, null, null);
    }

    private static Weighed marked(int day, String mark) {
        return new Weighed(FROM.plusDays(day), 14, null, null, null, mark);
    }
}
