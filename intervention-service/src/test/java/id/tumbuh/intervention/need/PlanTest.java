package id.tumbuh.intervention.need;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.intervention.circumstance.Beneficiary;
import id.tumbuh.intervention.circumstance.Cause;
import id.tumbuh.intervention.circumstance.Child;
import id.tumbuh.intervention.circumstance.Family;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.circumstance.Pregnancy;
import id.tumbuh.intervention.circumstance.RiskFactor;
import id.tumbuh.intervention.circumstance.Signs;
import id.tumbuh.intervention.circumstance.Stunting;
import id.tumbuh.platform.access.AreaCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);
    private static final Home HOME = new Home(new UUID(0, 1), new AreaCode("36.04.20.2006"));
    private static final Item WEEKS = new Item(Item.Kind.FOOD, 14, 231_000);
    private static final Item MONTHS = new Item(Item.Kind.FOOD, 56, 924_000);
    private static final NeedRules RULES = new NeedRules(
            Map.of(
                    Cause.WASTED,
                    new NeedRules.Answer(true, 50, List.of(MONTHS)),
                    Cause.UNDERWEIGHT,
                    new NeedRules.Answer(true, 20, List.of(WEEKS)),
                    Cause.ANAEMIA,
                    new NeedRules.Answer(false, 15, List.of()),
                    new Cause("UNSAFE_WATER"),
                    new NeedRules.Answer(false, 6, List.of(new Item(Item.Kind.WATER, null, 3_000_000))),
                    Cause.POOR,
                    new NeedRules.Answer(false, 0, List.of(new Item(Item.Kind.ECONOMIC_SUPPORT, 180, 900_000)))),
            new NeedRules.Rank(30, 24, Map.of(1, 20, 2, 15), 2),
            60,
            "need-1.1.1");

    @Test
    void onlyASignOfItsOwnOpensANeed() {
        assertThat(plan(child(null), family(1, "UNSAFE_WATER"))).isEmpty();
        assertThat(plan(child(null, Cause.ANAEMIA), family(1, "UNSAFE_WATER"))).isEmpty();
        assertThat(plan(child(null, Cause.UNDERWEIGHT), family(null))).isPresent();
    }

    @Test
    void aSignThatTheRuleDoesNotKnowCallsForNothing() {
        assertThat(plan(child(null, new Cause("TOO_TALL")), family(null))).isEmpty();
        assertThat(plan(child(null, Cause.WASTED, new Cause("TOO_TALL")), family(null))
                        .orElseThrow()
                        .causes())
                .containsExactly(Cause.WASTED);
    }

    @Test
    void theFamilysCircumstancesAddToIt() {
        Plan plan = plan(child(null, Cause.WASTED), family(1, "UNSAFE_WATER", "MOTHER_TOO_OLD"))
                .orElseThrow();

        assertThat(plan.causes()).containsExactly(Cause.POOR, new Cause("UNSAFE_WATER"), Cause.WASTED);
        assertThat(plan.items())
                .extracting(Item::item)
                .containsExactly(Item.Kind.FOOD, Item.Kind.WATER, Item.Kind.ECONOMIC_SUPPORT);
        assertThat(plan.rank()).isEqualTo(50 + 6 + 20);
        assertThat(plan.costRupiah()).isEqualTo(924_000 + 3_000_000 + 900_000);
        assertThat(plan.ruleVersion()).isEqualTo("need-1.1.1");
    }

    @Test
    void ofTwoCausesThatCallForFoodTheLongerTimeIsNeeded() {
        Plan both =
                plan(child(null, Cause.WASTED, Cause.UNDERWEIGHT), family(null)).orElseThrow();

        assertThat(both.items()).containsExactly(MONTHS);
        assertThat(both.rank()).isEqualTo(70);
    }

    @ParameterizedTest(name = "welfare rank {0}: {1} points, poor = {2}")
    @CsvSource({", 0, false", "1, 20, true", "2, 15, true", "3, 0, false"})
    void thePoorestComeFirst(@Nullable Integer rank, int points, boolean poor) {
        Plan plan = plan(child(null, Cause.WASTED), family(rank)).orElseThrow();

        assertThat(plan.rank()).isEqualTo(50 + points);
        assertThat(plan.causes().contains(Cause.POOR)).isEqualTo(poor);
        assertThat(plan.welfareRank()).isEqualTo(rank);
    }

    @ParameterizedTest(name = "born {0}: in the first thousand days = {1}")
    @CsvSource({"2024-06-15, false", "2024-06-16, true", "2026-06-15, true", ", false"})
    void theFirstThousandDaysEndWithTheSecondBirthday(@Nullable LocalDate born, boolean first) {
        Plan plan = plan(child(born, Cause.WASTED), family(null)).orElseThrow();

        assertThat(plan.firstThousandDays()).isEqualTo(first);
        assertThat(plan.rank()).isEqualTo(50 + (first ? 30 : 0));
    }

    @Test
    void theyBeginBeforeBirth() {
        Pregnancy pregnancy = new Pregnancy(new UUID(0, 3), HOME, 1, true, new Signs(1, Set.of(Cause.UNDERWEIGHT)));

        assertThat(plan(pregnancy, family(null)).orElseThrow().firstThousandDays())
                .isTrue();
    }

    private static Optional<Plan> plan(Beneficiary one, Family family) {
        return Plan.of(one, family, RULES, DAY);
    }

    private static Child child(@Nullable LocalDate born, Cause... signs) {
        return new Child(new UUID(0, 2), HOME, 1, true, born, 0, Stunting.NORMAL, null, new Signs(1, Set.of(signs)));
    }

    private static Family family(@Nullable Integer welfareRank, String... factors) {
        return new Family(
                HOME.familyId(),
                HOME.area(),
                1,
                Stream.of(factors).map(RiskFactor::new).collect(Collectors.toSet()),
                welfareRank);
    }
}
