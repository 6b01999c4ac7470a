package id.tumbuh.registry.screening;

import static id.tumbuh.registry.screening.ScreeningFixtures.POLICY;
import static id.tumbuh.registry.screening.ScreeningFixtures.TODAY;
import static id.tumbuh.registry.screening.ScreeningFixtures.aFamily;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NextScreeningTest {

    @Test
    void aWifeIsLookedAtAgainOnTheBirthdayThatCounts() {
        var family = aFamily()
                .wifeBornOn(TODAY.minusYears(20).plusDays(1))
                .youngestAged(70)
                .build();

        assertThat(NextScreening.after(TODAY, family, POLICY)).contains(TODAY.plusDays(1));
        assertThat(NextScreening.after(TODAY.plusDays(1), family, POLICY))
                .contains(TODAY.plusDays(1).plusYears(15));
    }

    @Test
    void whoHasOutgrownEverythingIsNeverLookedAtAgain() {
        assertThat(NextScreening.after(
                        TODAY, aFamily().wifeAged(50).youngestAged(60).build(), POLICY))
                .isEmpty();
    }

    @Test
    void aBirthOnThe31stCountsFromTheFirst() {
        var family = aFamily().wifeAged(60).bornOn(LocalDate.of(2022, 8, 31)).build();
        // 24 months are reached on 31 August 2024; a child of 29 February has them on 1 March
        assertThat(NextScreening.after(LocalDate.of(2024, 1, 1), family, POLICY))
                .contains(LocalDate.of(2024, 8, 31));
        var leap = aFamily().wifeAged(60).bornOn(LocalDate.of(2024, 2, 29)).build();
        assertThat(NextScreening.after(LocalDate.of(2026, 1, 1), leap, POLICY)).contains(LocalDate.of(2026, 3, 1));
    }

    @Test
    void noDecisionChangesOnADayThatWasNotForetold() {
        Random random = new Random(20_260_210);
        for (int each = 0; each < 60; each++) {
            FamilyProfile family = any(random);
            Optional<LocalDate> foretold = NextScreening.after(TODAY, family, POLICY);
            Screening before = RiskScreening.screen(family, POLICY, TODAY);
            for (LocalDate day = TODAY.plusDays(1); day.isBefore(TODAY.plusYears(16)); day = day.plusDays(1)) {
                if (foretold.isPresent() && foretold.get().equals(day)) {
                    before = RiskScreening.screen(family, POLICY, day);
                    foretold = NextScreening.after(day, family, POLICY);
                }
                assertThat(RiskScreening.screen(family, POLICY, day))
                        .as("%s on %s", family, day)
                        .isEqualTo(before);
            }
        }
    }

    private static FamilyProfile any(Random random) {
        Set<LocalDate> births = new HashSet<>();
        for (int child = random.nextInt(4); child > 0; child--) {
            births.add(TODAY.minusDays(random.nextInt(3_000)).plusDays(random.nextInt(400)));
        }
        births.add(LocalDate.of(2024, 2, 29));
        return new FamilyProfile(
                DrinkingWater.PIPED,
                Latrine.SEPTIC_TANK,
                random.nextBoolean() ? Contraception.NONE : Contraception.PILL,
                LocalDate.of(1974 + random.nextInt(40), 1 + random.nextInt(12), 1 + random.nextInt(28)),
                false,
                1 + random.nextInt(5),
                random.nextInt(60),
                births);
    }
}
