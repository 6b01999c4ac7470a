package id.tumbuh.registry.screening;

import static id.tumbuh.registry.screening.RiskFactor.BIRTHS_TOO_CLOSE;
import static id.tumbuh.registry.screening.RiskFactor.MOTHER_TOO_OLD;
import static id.tumbuh.registry.screening.RiskFactor.MOTHER_TOO_YOUNG;
import static id.tumbuh.registry.screening.RiskFactor.NO_MODERN_CONTRACEPTION;
import static id.tumbuh.registry.screening.RiskFactor.TOO_MANY_CHILDREN;
import static id.tumbuh.registry.screening.RiskFactor.UNSAFE_SANITATION;
import static id.tumbuh.registry.screening.RiskFactor.UNSAFE_WATER;
import static id.tumbuh.registry.screening.ScreeningFixtures.POLICY;
import static id.tumbuh.registry.screening.ScreeningFixtures.TODAY;
import static id.tumbuh.registry.screening.ScreeningFixtures.aFamily;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RiskScreeningTest {
    private static final Set<TargetCategory> BOTH = Set.of(TargetCategory.PUS, TargetCategory.BADUTA);

    @Test
    void aFamilyWithoutAFactorIsTargetedAndNotAtRisk() {
        assertThat(screen(aFamily())).isEqualTo(new Screening.NotAtRisk(BOTH, Set.of(), POLICY.version()));
    }

    @Test
    void everyCombinationOfFactorsIsReportedInFull() {
        for (Set<RiskFactor> factors : everySetOfFactors()) {
            if (factors.containsAll(Set.of(MOTHER_TOO_YOUNG, MOTHER_TOO_OLD))) {
                continue; // nobody is both
            }
            assertThat(screen(aFamily().with(factors))).as("%s", factors).isEqualTo(expected(factors));
        }
    }

    /** Said once more in other words: F1, F2 and F3 suffice each; F4 never decides. */
    private static Screening expected(Set<RiskFactor> factors) {
        Set<RiskFactor> deciding = EnumSet.allOf(RiskFactor.class);
        deciding.remove(NO_MODERN_CONTRACEPTION);
        deciding.retainAll(factors);
        return deciding.isEmpty()
                ? new Screening.NotAtRisk(BOTH, factors, POLICY.version())
                : new Screening.AtRisk(BOTH, factors, POLICY.version());
    }

    @Test
    void lackOfContraceptionAloneDecidesOnlyWhenTheRuleSaysSo() {
        var family = aFamily().with(Set.of(NO_MODERN_CONTRACEPTION));
        ScreeningPolicy byItself = ScreeningFixtures.policyWhereContraceptionNeeds(Set.of());

        assertThat(screen(family)).isInstanceOf(Screening.NotAtRisk.class);
        assertThat(RiskScreening.screen(family.build(), byItself, TODAY)).isInstanceOf(Screening.AtRisk.class);
    }

    @Test
    void nothingKnownIsNoFactor() {
        var unknown = new FamilyProfile(null, null, null, null, null, null, null, Set.of(TODAY.minusMonths(3)));

        assertThat(RiskScreening.screen(unknown, POLICY, TODAY))
                .isEqualTo(new Screening.NotAtRisk(Set.of(TargetCategory.BADUTA), Set.of(), POLICY.version()));
    }

    @Test
    void aFamilyNobodyLooksForIsNotTargetedWhateverItsHouse() {
        var old = aFamily().wifeAged(50).youngestAged(60).with(Set.of(UNSAFE_WATER, UNSAFE_SANITATION));

        assertThat(screen(old)).isEqualTo(new Screening.NotTargeted(POLICY.version()));
    }

    @ParameterizedTest(name = "wife aged {0}: {1}")
    @CsvSource({
        "14, MOTHER_TOO_YOUNG",
        "19, MOTHER_TOO_YOUNG",
        "20,",
        "34,",
        "35, MOTHER_TOO_OLD",
        "40, MOTHER_TOO_OLD",
        "41,"
    })
    void motherIsTooYoungBelowTwentyAndTooOldFromThirtyFiveToForty(int age, RiskFactor factor) {
        assertThat(observed(screen(aFamily().wifeAged(age)))).isEqualTo(factor == null ? Set.of() : Set.of(factor));
    }

    @Test
    void ageChangesOnTheBirthday() {
        assertThat(observed(screen(aFamily().wifeBornOn(TODAY.minusYears(20).plusDays(1)))))
                .containsExactly(MOTHER_TOO_YOUNG);
        assertThat(observed(screen(aFamily().wifeBornOn(TODAY.minusYears(20))))).isEmpty();
    }

    @ParameterizedTest(name = "{0} months apart: too close = {1}")
    @CsvSource({"23, true", "24, false"})
    void birthsAreTooCloseBelowTwoYears(int months, boolean tooClose) {
        assertThat(observed(screen(aFamily().spacing(months))).contains(BIRTHS_TOO_CLOSE))
                .isEqualTo(tooClose);
    }

    @ParameterizedTest(name = "born {0} and {1} months ago: too close = {2}")
    @CsvSource({
        "10, 33, true", // 23 months apart
        "10, 34, false",
        "10, 10, false", // twins
        "10, 14, false", // one birth told twice
        "10, 15, true",
        "59, 70, true",
        "60, 71, false" // the youngest has outgrown the programme
    })
    void registeredBirthsAreTooCloseAsWell(int younger, int older, boolean tooClose) {
        var family = aFamily().bornOn(birth(younger), birth(older).equals(birth(younger)) ? birth(80) : birth(older));

        assertThat(observed(screen(family)).contains(BIRTHS_TOO_CLOSE)).isEqualTo(tooClose);
    }

    private static LocalDate birth(int monthsAgo) {
        return TODAY.minusMonths(monthsAgo);
    }

    @ParameterizedTest(name = "youngest of {0} months: a spacing that was told counts = {1}")
    @CsvSource({"59, true", "60, false"})
    void aSpacingLapsesOnceTheYoungestHasOutgrownTheProgramme(int months, boolean counts) {
        assertThat(observed(screen(aFamily().spacing(12).youngestAged(months))).contains(BIRTHS_TOO_CLOSE))
                .isEqualTo(counts);
    }

    @ParameterizedTest(name = "{0} children: too many = {1}")
    @CsvSource({"3, false", "4, true"})
    void moreThanThreeChildrenAreTooMany(int children, boolean tooMany) {
        assertThat(observed(screen(aFamily().children(children))).contains(TOO_MANY_CHILDREN))
                .isEqualTo(tooMany);
    }

    @ParameterizedTest
    @EnumSource(DrinkingWater.class)
    void waterIsSafeFromTheListOfTheRule(DrinkingWater water) {
        assertThat(observed(screen(aFamily().water(water))).contains(UNSAFE_WATER))
                .isEqualTo(!POLICY.safeWater().contains(water));
    }

    @ParameterizedTest(name = "wife aged {0}: PUS = {1}")
    @CsvSource({"14, false", "15, true", "49, true", "50, false"})
    void coupleIsOfChildBearingAgeFromFifteenToFortyNine(int age, boolean pus) {
        var family = aFamily().wifeAged(age).build();

        assertThat(RiskScreening.targets(family, POLICY, TODAY).contains(TargetCategory.PUS))
                .isEqualTo(pus);
    }

    @ParameterizedTest(name = "child of {0} months: {1}")
    @CsvSource({"0, BADUTA", "23, BADUTA", "24, BALITA", "59, BALITA", "60,"})
    void childrenAreTargetedUntilTheyAreFive(int months, TargetCategory category) {
        var family = aFamily().wifeAged(50).youngestAged(months).build();

        assertThat(RiskScreening.targets(family, POLICY, TODAY))
                .isEqualTo(category == null ? Set.of() : Set.of(category));
    }

    @Test
    void aPregnantWifeIsTargetedWhateverHerAge() {
        assertThat(RiskScreening.targets(
                        aFamily().wifeAged(50).youngestAged(60).pregnant().build(), POLICY, TODAY))
                .containsExactly(TargetCategory.PUS_HAMIL);
    }

    @Test
    void contraceptionIsAskedOfCouplesOfChildBearingAgeOnly() {
        var family = aFamily().with(Set.of(NO_MODERN_CONTRACEPTION)).wifeAged(50);

        assertThat(observed(screen(family))).isEmpty();
    }

    private static Screening screen(ScreeningFixtures.Profile family) {
        return RiskScreening.screen(family.build(), POLICY, TODAY);
    }

    private static Set<RiskFactor> observed(Screening screening) {
        return switch (screening) {
            case Screening.NotTargeted _ -> Set.of();
            case Screening.NotAtRisk(var _, var observed, var _) -> observed;
            case Screening.AtRisk(var _, var observed, var _) -> observed;
        };
    }

    private static List<Set<RiskFactor>> everySetOfFactors() {
        List<Set<RiskFactor>> sets = new ArrayList<>(List.of(EnumSet.noneOf(RiskFactor.class)));
        for (RiskFactor factor : RiskFactor.values()) {
            for (Set<RiskFactor> without : List.copyOf(sets)) {
                Set<RiskFactor> with = EnumSet.of(factor);
                with.addAll(without);
                sets.add(with);
            }
        }
        assertThat(sets).hasSize(128);
        return sets;
    }
}
