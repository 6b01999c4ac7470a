package id.tumbuh.registry.screening;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides whether a family is at risk of stunting (keluarga berisiko stunting, KRS) on a day. */
public final class RiskScreening {

    private RiskScreening() {}

    public static Screening screen(FamilyProfile family, ScreeningPolicy policy, LocalDate day) {
        Set<TargetCategory> targets = targets(family, policy, day);
        if (targets.isEmpty()) {
            return new Screening.NotTargeted(policy.version());
        }
        Set<RiskFactor> observed = Arrays.stream(RiskFactor.values())
                .filter(factor -> isPresent(factor, family, policy, day))
                .collect(toUnmodifiableSet());
        return policy.suffice(observed)
                ? new Screening.AtRisk(targets, observed, policy.version())
                : new Screening.NotAtRisk(targets, observed, policy.version());
    }

    public static Set<TargetCategory> targets(FamilyProfile family, ScreeningPolicy policy, LocalDate day) {
        Set<TargetCategory> targets = EnumSet.noneOf(TargetCategory.class);
        if (isOfChildBearingAge(family, policy, day)) {
            targets.add(TargetCategory.PUS);
        }
        if (Boolean.TRUE.equals(family.pregnant())) {
            targets.add(TargetCategory.PUS_HAMIL);
        }
        for (LocalDate birthDate : family.childBirthDates()) {
            long months = months(birthDate, day);
            if (!birthDate.isAfter(day) && months < policy.balitaBelowMonths()) {
                targets.add(months < policy.badutaBelowMonths() ? TargetCategory.BADUTA : TargetCategory.BALITA);
            }
        }
        return targets;
    }

    private static boolean isPresent(RiskFactor factor, FamilyProfile family, ScreeningPolicy policy, LocalDate day) {
        return switch (factor) {
            case UNSAFE_WATER -> isOutside(policy.safeWater(), family.drinkingWater());
            case UNSAFE_SANITATION -> isOutside(policy.safeLatrines(), family.latrine());
            case MOTHER_TOO_YOUNG -> isWifeAged(family, day, 0, policy.tooYoungBelow() - 1);
            case MOTHER_TOO_OLD -> isWifeAged(family, day, policy.tooOldFrom(), policy.tooOldTo());
            case BIRTHS_TOO_CLOSE -> Spacing.isTooClose(family, policy, day);
            case TOO_MANY_CHILDREN -> family.children() != null && family.children() > policy.mostChildren();
            case NO_MODERN_CONTRACEPTION ->
                isOfChildBearingAge(family, policy, day)
                        && isOutside(policy.modernContraception(), family.contraception());
        };
    }

    private static boolean isOfChildBearingAge(FamilyProfile family, ScreeningPolicy policy, LocalDate day) {
        return isWifeAged(family, day, policy.wifeAgeFrom(), policy.wifeAgeTo());
    }

    private static boolean isWifeAged(FamilyProfile family, LocalDate day, int from, int to) {
        LocalDate born = family.wifeBirthDate();
        if (born == null || born.isAfter(day)) {
            return false;
        }
        int age = Period.between(born, day).getYears();
        return age >= from && age <= to;
    }

    static long months(LocalDate from, LocalDate to) {
        return Period.between(from, to).toTotalMonths();
    }

    private static <T> boolean isOutside(Set<T> safe, @Nullable T known) {
        return known != null && !safe.contains(known);
    }
}
