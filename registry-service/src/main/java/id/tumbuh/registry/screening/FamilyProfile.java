package id.tumbuh.registry.screening;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the screening looks at. Null is "not known", which is neither a factor nor a reason to be targeted.
 *
 * @param children as the family told, or as many as are registered where that is more
 * @param closestSpacingMonths between two births, as the family told; a closer one among the birth dates counts
 * @param childBirthDates of every child that is known, whatever its age
 */
public record FamilyProfile(
        @Nullable DrinkingWater drinkingWater,
        @Nullable Latrine latrine,
        @Nullable Contraception contraception,
        @Nullable LocalDate wifeBirthDate,
        @Nullable Boolean pregnant,
        @Nullable Integer children,
        @Nullable Integer closestSpacingMonths,
        Set<LocalDate> childBirthDates) {

    public FamilyProfile {
        childBirthDates = Set.copyOf(childBirthDates);
    }
}
