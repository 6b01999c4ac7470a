package id.tumbuh.measurement.exchange;

import id.tumbuh.measurement.growth.Age;
import id.tumbuh.measurement.growth.Assessment;
import id.tumbuh.measurement.growth.GrowthIndex;
import id.tumbuh.measurement.growth.GrowthPolicy;
import id.tumbuh.measurement.growth.Measures;
import id.tumbuh.measurement.growth.Position;
import id.tumbuh.measurement.growth.Sex;
import id.tumbuh.measurement.growth.WhoGrowthStandard;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A measurement on its way out, assessed again out of what is stored: the same function over the same measures and the same
 * version of the rules, so the same figures as everywhere.
 *
 * @param ageDays on the day, by the birth date as it is known now; negative when the measurement is dated before it
 */
record ExchangedMeasurement(Row row, long ageDays, Assessment assessment, GrowthPolicy policy) {

    /** From this day (24 months) on a child is measured standing, and its index is that of height. */
    private static final int STANDING_FROM_DAY = 731;

    private static final Measures NOTHING = new Measures(
            Measures.NONE, Measures.NONE, null, Measures.NONE, Measures.NONE, Measures.NONE, Measures.NONE, false);

    /** What the database keeps. */
    record Row(
            UUID id,
            int version,
            UUID childId,
            String areaCode,
            @Nullable UUID posyanduId,
            LocalDate measuredOn,
            boolean voided,
            Sex sex,
            LocalDate birthDate,
            Measures measures,
            int ruleVersion,
            @Nullable String growthMark) {}

    static ExchangedMeasurement of(Row row, WhoGrowthStandard standard, GrowthPolicy policy) {
        long days = row.measuredOn().toEpochDay() - row.birthDate().toEpochDay();
        Assessment assessment = days < 0
                ? standard.assess(row.sex(), Age.ofDays(0), NOTHING)
                : standard.assess(row.sex(), Age.ofDays((double) days), row.measures());
        return new ExchangedMeasurement(row, days, assessment, policy);
    }

    Measures measures() {
        return row.measures();
    }

    /** Whether the index by length or height is that of length: by age, since the other way is converted first. */
    boolean byLength() {
        return ageDays < STANDING_FROM_DAY;
    }

    /** N, T, O or B on the growth card; none where it is not the weighing of its month. */
    @Nullable
    String growthMark() {
        return row.growthMark();
    }

    @Nullable
    Position position() {
        return row.measures().position();
    }

    /** A z-score to be believed, with a class beside it. */
    boolean says(GrowthIndex index) {
        return assessment.has(index)
                && !policy.implausible(assessment, index)
                && policy.category(assessment, index) != null;
    }
}
