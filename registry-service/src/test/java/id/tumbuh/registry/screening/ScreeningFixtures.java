package id.tumbuh.registry.screening;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A targeted family without a factor, and the policy of 2021. */
final class ScreeningFixtures {
    static final LocalDate TODAY = LocalDate.of(2026, 2, 10);
    static final ScreeningPolicy POLICY = policyWhereContraceptionNeeds(EnumSet.of(
            RiskFactor.MOTHER_TOO_YOUNG,
            RiskFactor.MOTHER_TOO_OLD,
            RiskFactor.BIRTHS_TOO_CLOSE,
            RiskFactor.TOO_MANY_CHILDREN));

    private ScreeningFixtures() {}

    static ScreeningPolicy policyWhereContraceptionNeeds(Set<RiskFactor> factors) {
        Set<Contraception> modern = EnumSet.complementOf(EnumSet.of(Contraception.NONE, Contraception.TRADITIONAL));
        return new ScreeningPolicy(
                "krs-1.1.1.1.1.1.1.1.1.1.1.1.1.1.1",
                15,
                49,
                24,
                60,
                EnumSet.of(
                        DrinkingWater.BOTTLED,
                        DrinkingWater.REFILL,
                        DrinkingWater.PIPED,
                        DrinkingWater.BOREHOLE,
                        DrinkingWater.PROTECTED_WELL),
                EnumSet.of(Latrine.SEPTIC_TANK),
                20,
                35,
                40,
                24,
                60,
                5,
                3,
                modern,
                factors);
    }

    static Profile aFamily() {
        return new Profile();
    }

    static final class Profile {
        private DrinkingWater water = DrinkingWater.PIPED;
        private Latrine latrine = Latrine.SEPTIC_TANK;
        private Contraception contraception = Contraception.IMPLANT;
        private LocalDate wifeBirthDate = TODAY.minusYears(28);
        private @Nullable Boolean pregnant;
        private int children = 2;
        private int spacing = 40;
        private Set<LocalDate> births = Set.of(TODAY.minusMonths(10));

        Profile with(Set<RiskFactor> factors) {
            factors.forEach(this::with);
            return this;
        }

        private void with(RiskFactor factor) {
            switch (factor) {
                case UNSAFE_WATER -> water = DrinkingWater.SURFACE_WATER;
                case UNSAFE_SANITATION -> latrine = Latrine.WITHOUT_SEPTIC_TANK;
                case MOTHER_TOO_YOUNG -> wifeAged(18);
                case MOTHER_TOO_OLD -> wifeAged(38);
                case BIRTHS_TOO_CLOSE -> spacing = 14;
                case TOO_MANY_CHILDREN -> children = 5;
                case NO_MODERN_CONTRACEPTION -> contraception = Contraception.TRADITIONAL;
            }
        }

        Profile water(DrinkingWater source) {
            water = source;
            return this;
        }

        Profile wifeAged(int years) {
            return wifeBornOn(TODAY.minusYears(years));
        }

        Profile wifeBornOn(LocalDate day) {
            wifeBirthDate = day;
            return this;
        }

        Profile pregnant() {
            pregnant = true;
            return this;
        }

        Profile children(int number) {
            children = number;
            return this;
        }

        Profile spacing(int months) {
            spacing = months;
            return this;
        }

        Profile youngestAged(int months) {
            return bornOn(TODAY.minusMonths(months));
        }

        Profile bornOn(LocalDate... days) {
            births = Set.of(days);
            return this;
        }

        FamilyProfile build() {
            return new FamilyProfile(water, latrine, contraception, wifeBirthDate, pregnant, children, spacing, births);
        }
    }
}
