package id.tumbuh.measurement.chart;

import id.tumbuh.measurement.growth.Age;
import id.tumbuh.measurement.growth.Assessment;
import id.tumbuh.measurement.growth.Category;
import id.tumbuh.measurement.growth.GrowthIndex;
import id.tumbuh.measurement.growth.GrowthPolicy;
import id.tumbuh.measurement.growth.Measures;
import id.tumbuh.measurement.growth.Sex;
import id.tumbuh.measurement.growth.WhoGrowthStandard;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One measurement with what the standard says about it.
 *
 * @param age null when a corrected birth date came to lie after the measurement: then nothing can be said
 */
record ChartedMeasurement(
        LocalDate day, @Nullable Age age, Measures measures, Assessment assessment, GrowthPolicy policy, OnCard card) {

    private static final Age AT_BIRTH = Age.ofDays(0);
    private static final Measures NOTHING = new Measures(
            Measures.NONE, Measures.NONE, null, Measures.NONE, Measures.NONE, Measures.NONE, Measures.NONE, false);

    /** A measurement as it was taken, with the policy it names and its place on the card. */
    record Taken(LocalDate day, Measures measures, GrowthPolicy policy, OnCard card) {}

    /** Whose it is. */
    record Subject(Sex sex, LocalDate birthDate) {}

    static ChartedMeasurement of(Taken taken, Subject child, WhoGrowthStandard standard) {
        if (taken.day().isBefore(child.birthDate())) {
            Assessment nothing = standard.assess(child.sex(), AT_BIRTH, NOTHING);
            return new ChartedMeasurement(taken.day(), null, taken.measures(), nothing, taken.policy(), taken.card());
        }
        Age age = Age.on(taken.day(), child.birthDate());
        Assessment assessment = standard.assess(child.sex(), age, taken.measures());
        return new ChartedMeasurement(taken.day(), age, taken.measures(), assessment, taken.policy(), taken.card());
    }

    boolean doubtful(GrowthIndex index) {
        return policy.implausible(assessment, index);
    }

    /** The class, unless the figure can't be believed. */
    @Nullable
    Category category(GrowthIndex index) {
        return doubtful(index) ? null : policy.category(assessment, index);
    }

    /** A weight that says how the child grows: one that can be believed, and of which no water is a part. */
    boolean weightCounts() {
        return measures.weightKg() > 0 && !measures.oedema() && !doubtful(GrowthIndex.WEIGHT_FOR_AGE);
    }

    boolean measuredStanding() {
        return age != null && age.measuredStanding();
    }
}
