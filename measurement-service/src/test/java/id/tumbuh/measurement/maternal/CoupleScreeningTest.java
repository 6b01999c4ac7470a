package id.tumbuh.measurement.maternal;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.measurement.maternal.CoupleContent.Bride;
import id.tumbuh.measurement.maternal.CoupleContent.Groom;
import id.tumbuh.measurement.maternal.CoupleFinding.Criterion;
import id.tumbuh.measurement.maternal.CoupleFinding.CriterionCode;
import id.tumbuh.measurement.maternal.CoupleFinding.Result;
import id.tumbuh.measurement.maternal.CoupleFinding.State;
import id.tumbuh.platform.http.Languages;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoupleScreeningTest {

    private static final LocalDate DAY = LocalDate.of(2025, 8, 12);
    private static final Bride HEALTHY = new Bride(25, 50.0, 155.0, 25.0, 12.5, false, false);
    private static final List<State> ALL_STATES = List.of(State.MET, State.CONCERN, State.NOT_CHECKED);
    private static final Groom FIT = new Groom(27, false);

    @ParameterizedTest(name = "bride {0}, groom {1}: {2}")
    @CsvSource({
        "19, 27, RED",
        "20, 27, GREEN",
        "21, 27, GREEN",
        "35, 27, GREEN",
        "36, 27, RED",
        "25, 20, RED",
        "25, 21, GREEN",
        "25, 35, GREEN",
        "25, 36, RED"
    })
    void bothAgesHaveTwoBounds(int bride, int groom, Result result) {
        CoupleFinding finding =
                screen(new Bride(bride, 50.0, 155.0, 25.0, 12.5, false, false), new Groom(groom, false));

        assertThat(finding.result()).isEqualTo(result);
    }

    @ParameterizedTest(name = "{0} kg at {1} cm: {2}")
    @CsvSource({
        "18.40, 100, RED",
        "18.404, 100, RED",
        "18.405, 100, GREEN",
        "18.41, 100, GREEN",
        "44, 155, RED",
        "45, 155, GREEN"
    })
    void bmiMustLieAboveItsLimitOnTwoDecimals(double weightKg, double heightCm, Result result) {
        assertThat(screen(new Bride(25, weightKg, heightCm, 25.0, 12.5, false, false), FIT)
                        .result())
                .isEqualTo(result);
    }

    @ParameterizedTest(name = "LILA {0}, Hb {1}: {2}")
    @CsvSource({"23.5, 12, GREEN", "23.49, 12, RED", "23.5, 11.99, RED", "30, 15, GREEN"})
    void armAndHaemoglobinReachTheirLimit(double armCm, double haemoglobin, Result result) {
        assertThat(screen(new Bride(25, 50.0, 155.0, armCm, haemoglobin, false, false), FIT)
                        .result())
                .isEqualTo(result);
    }

    /** 3 to the power of 8: every criterion met, of concern, or not checked, in every combination. */
    @Test
    void everyCombinationIsRedOrIncompleteOrGreenAndNeverGreenBySilence() {
        int combinations = 6_561;
        for (int number = 0; number < combinations; number++) {
            State[] states = states(number);
            CoupleFinding finding = screen(bride(states), groom(states));

            assertThat(finding.criteria()).extracting(Criterion::state).containsExactly(states);
            Set<State> seen =
                    Set.copyOf(finding.criteria().stream().map(Criterion::state).toList());
            Result expected = seen.contains(State.CONCERN)
                    ? Result.RED
                    : seen.contains(State.NOT_CHECKED) ? Result.INCOMPLETE : Result.GREEN;
            assertThat(finding.result()).isEqualTo(expected);
        }
    }

    @Test
    void criterionTakenOutOfTheRuleDoesNotCount() {
        CouplePolicy withoutExposure = new CouplePolicy(
                Policies.COUPLE.brideAge(),
                Policies.COUPLE.groomAge(),
                18.4,
                23.5,
                12,
                Set.of(CriterionCode.BRIDE_SMOKING, CriterionCode.GROOM_SMOKING),
                90,
                Policies.COUPLE.versions());

        CoupleFinding finding = CoupleScreening.screen(
                content(new Bride(25, 50.0, 155.0, 25.0, 12.5, false, true), FIT, null), withoutExposure);

        assertThat(finding.result()).isEqualTo(Result.GREEN);
        assertThat(finding.criteria()).extracting(Criterion::code).doesNotContain(CriterionCode.BRIDE_SMOKE_EXPOSURE);
    }

    @Test
    void redSaysThatItBlocksNothingAndWhatToDo() {
        CoupleFinding finding = screen(new Bride(19, 50.0, 155.0, null, 11.0, false, false), FIT);

        CoupleAnswer indonesian = CoupleAnswer.of(finding, Languages.INDONESIAN);
        assertThat(indonesian.advice().getFirst()).contains("tidak menghalangi pernikahan", "pendampingan");
        assertThat(indonesian.advice()).contains("Lengkapi pemeriksaan yang belum dilakukan");
        assertThat(indonesian.criteria())
                .extracting(CoupleAnswer.Reason::reason)
                .contains(
                        "Umur calon pengantin perempuan: 19 tahun, batasnya 20 tahun",
                        "LILA: belum diperiksa",
                        "Hb: 11 g/dL, kurang dari 12 g/dL");
        assertThat(CoupleAnswer.of(finding, Locale.ENGLISH).advice().getFirst())
                .contains("does not stand in the way of the wedding");
    }

    @ParameterizedTest(name = "{0} days before the wedding: short {1}")
    @CsvSource({"91, false", "90, false", "89, true", "0, true", "-1, true"})
    void threeMonthsBeforeTheWeddingIsInTime(int days, boolean tooShort) {
        CoupleFinding finding = CoupleScreening.screen(content(HEALTHY, FIT, DAY.plusDays(days)), Policies.COUPLE);

        assertThat(finding.daysUntilWedding()).isEqualTo(days);
        assertThat(finding.shortOfLeadTime()).isEqualTo(tooShort);
        assertThat(finding.result()).isEqualTo(Result.GREEN);
    }

    private static State[] states(int number) {
        State[] states = new State[8];
        int rest = number;
        for (int place = 0; place < states.length; place++) {
            states[place] = ALL_STATES.get(rest % 3);
            rest /= 3;
        }
        return states;
    }

    private static Bride bride(State[] states) {
        boolean bmiKnown = states[1] != State.NOT_CHECKED;
        return new Bride(
                of(states[0], 25, 19),
                bmiKnown ? of(states[1], 50.0, 40.0) : null,
                155.0,
                of(states[2], 25.0, 20.0),
                of(states[3], 12.5, 9.0),
                of(states[4], false, true),
                of(states[5], false, true));
    }

    private static Groom groom(State[] states) {
        return new Groom(of(states[6], 27, 20), of(states[7], false, true));
    }

    private static <T> @Nullable T of(State state, T met, T concern) {
        return switch (state) {
            case MET -> met;
            case CONCERN -> concern;
            case NOT_CHECKED -> null;
        };
    }

    private static CoupleFinding screen(Bride bride, Groom groom) {
        return CoupleScreening.screen(content(bride, groom, null), Policies.COUPLE);
    }

    private static CoupleContent content(Bride bride, Groom groom, @Nullable LocalDate wedding) {
        return new CoupleContent(UUID.randomUUID(), "36.04.20.2006", DAY, wedding, bride, groom, "ELSIMIL");
    }
}
