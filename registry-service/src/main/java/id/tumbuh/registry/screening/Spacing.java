package id.tumbuh.registry.screening;

import java.time.LocalDate;
import java.util.List;

/** Factor F3c: two births too close to each other. It lapses once the youngest child has outgrown the programme. */
final class Spacing {
    private Spacing() {}

    static boolean isTooClose(FamilyProfile family, ScreeningPolicy policy, LocalDate day) {
        List<LocalDate> births = family.childBirthDates().stream()
                .filter(birth -> !birth.isAfter(day))
                .sorted()
                .toList();
        if (!births.isEmpty() && RiskScreening.months(births.getLast(), day) >= policy.spacingCountsBelowMonths()) {
            return false;
        }
        Integer told = family.closestSpacingMonths();
        return (told != null && told < policy.spacingBelowMonths()) || isClosePairAmong(births, policy, day);
    }

    private static boolean isClosePairAmong(List<LocalDate> births, ScreeningPolicy policy, LocalDate day) {
        for (int younger = 1; younger < births.size(); younger++) {
            long apart = RiskScreening.months(births.get(younger - 1), births.get(younger));
            boolean isOnePregnancy = apart < policy.oneBirthBelowMonths();
            boolean stillCounts = RiskScreening.months(births.get(younger), day) < policy.spacingCountsBelowMonths();
            if (!isOnePregnancy && stillCounts && apart < policy.spacingBelowMonths()) {
                return true;
            }
        }
        return false;
    }
}
