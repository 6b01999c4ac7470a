package id.tumbuh.registry.screening;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When time alone may change a decision: a wife reaches an age, a child a month of age, a spacing lapses. Until then a family
 * whose facts stay as they are needs no look under the same rules, so that a day's work is the families of that day.
 */
public final class NextScreening {
    private NextScreening() {}

    /** The first such day after the given one. */
    public static Optional<LocalDate> after(LocalDate day, FamilyProfile family, ScreeningPolicy policy) {
        Stream<LocalDate> ofChildren = family.childBirthDates().stream()
                .flatMap(birth -> Stream.concat(Stream.of(birth), monthsReached(birth, policy)));
        return Stream.concat(ofChildren, yearsReached(family.wifeBirthDate(), policy))
                .filter(date -> date.isAfter(day))
                .min(LocalDate::compareTo);
    }

    private static Stream<LocalDate> monthsReached(LocalDate birth, ScreeningPolicy policy) {
        return IntStream.of(policy.badutaBelowMonths(), policy.balitaBelowMonths(), policy.spacingCountsBelowMonths())
                .mapToObj(months -> reached(birth, Period.ofMonths(months)));
    }

    private static Stream<LocalDate> yearsReached(@Nullable LocalDate birth, ScreeningPolicy policy) {
        return birth == null
                ? Stream.empty()
                : Stream.concat(
                        Stream.of(birth),
                        IntStream.of(
                                        policy.wifeAgeFrom(),
                                        policy.wifeAgeTo() + 1,
                                        policy.tooYoungBelow(),
                                        policy.tooOldFrom(),
                                        policy.tooOldTo() + 1)
                                .mapToObj(years -> reached(birth, Period.ofYears(years))));
    }

    /** Who is born on the 31st is a month old on the 1st, not on the 30th: {@link Period#between} counts so. */
    private static LocalDate reached(LocalDate birth, Period age) {
        LocalDate day = birth.plus(age);
        return Period.between(birth, day).toTotalMonths() < age.toTotalMonths() ? day.plusDays(1) : day;
    }
}
