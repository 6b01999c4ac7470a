package id.tumbuh.registry.family;

import id.tumbuh.registry.screening.Contraception;
import id.tumbuh.registry.screening.DrinkingWater;
import id.tumbuh.registry.screening.FamilyProfile;
import id.tumbuh.registry.screening.Latrine;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the yearly verification found out about a family. Null is "not known".
 *
 * @param youngestChildBirthDate as the family told; children of the registry count besides
 */
public record FamilyConditions(
        @Nullable DrinkingWater drinkingWater,
        @Nullable Latrine latrine,
        @Nullable Contraception contraception,
        @Nullable LocalDate wifeBirthDate,
        @Nullable Boolean pregnant,
        @Nullable Integer children,
        @Nullable Integer closestSpacingMonths,
        @Nullable LocalDate youngestChildBirthDate) {

    public static FamilyConditions unknown() {
        return new FamilyConditions(null, null, null, null, null, null, null, null);
    }

    /** Nothing known but that there is a child, as for a family that an import meets first. */
    public static FamilyConditions withYoungestChild(LocalDate birthDate) {
        return new FamilyConditions(null, null, null, null, null, null, null, birthDate);
    }

    /** Persons whom the registry knows count before what was told of them. */
    FamilyProfile profile(Residents residents) {
        return new FamilyProfile(
                drinkingWater,
                latrine,
                contraception,
                residents.wifeBirth() == null ? wifeBirthDate : residents.wifeBirth(),
                residents.pregnant() == null ? pregnant : residents.pregnant(),
                mostChildren(residents.childBirths().size()),
                closestSpacingMonths,
                Stream.concat(Stream.ofNullable(youngestChildBirthDate), residents.childBirths().stream())
                        .collect(Collectors.toSet()));
    }

    /** No child in the registry says nothing about how many there are. */
    private @Nullable Integer mostChildren(int registered) {
        if (registered == 0) {
            return children;
        }
        return children == null ? Integer.valueOf(registered) : Integer.valueOf(Math.max(children, registered));
    }
}
