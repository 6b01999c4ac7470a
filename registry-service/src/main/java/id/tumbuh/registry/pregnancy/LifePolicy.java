package id.tumbuh.registry.pregnancy;

import java.time.LocalDate;

/**
 * Lengths that hold on a day, in days unless said otherwise.
 *
 * @param pregnancy from the first day of the last period to the expected birth
 * @param firstDays of life, those in the womb included (seribu hari pertama kehidupan)
 */
public record LifePolicy(
        LocalDate today,
        int pregnancy,
        int shortestLivePregnancy,
        int longestPregnancy,
        int youngestMotherYears,
        int firstDays,
        int firstDaysInTheWomb) {}
