package id.tumbuh.measurement.weighing;

import id.tumbuh.measurement.assessment.MeasurementProblem;
import id.tumbuh.measurement.growth.Assessment;
import id.tumbuh.measurement.growth.GrowthIndex;
import id.tumbuh.measurement.growth.GrowthPolicy;
import id.tumbuh.measurement.growth.Measures;
import id.tumbuh.measurement.growth.WhoGrowthStandard;
import java.util.ArrayList;
import java.util.List;

/**
 * Something about a measurement that can hardly be. It is kept all the same, since the rare truth looks like a slip too; whoever
 * sent it is told.
 */
record Doubt(String field, MeasurementProblem reason) {

    static List<Doubt> about(AssessedMeasurement assessed, WhoGrowthStandard standard) {
        Measures measures = assessed.measurement().measures();
        // No child under five weighs more kilograms than it measures centimetres.
        if (measures.weightKg() > measures.lengthHeightCm() && plausibleWhenSwapped(assessed, standard)) {
            return List.of(new Doubt("weightKg", MeasurementProblem.WEIGHT_AND_HEIGHT_SWAPPED));
        }
        List<Doubt> doubts = new ArrayList<>();
        doubt(doubts, assessed, GrowthIndex.LENGTH_HEIGHT_FOR_AGE, "lengthHeightCm");
        doubt(doubts, assessed, GrowthIndex.WEIGHT_FOR_AGE, "weightKg");
        if (doubts.isEmpty()) {
            doubt(doubts, assessed, GrowthIndex.WEIGHT_FOR_LENGTH_HEIGHT, "weightKg");
        }
        doubt(doubts, assessed, GrowthIndex.HEAD_CIRCUMFERENCE_FOR_AGE, "headCircumferenceCm");
        doubt(doubts, assessed, GrowthIndex.ARM_CIRCUMFERENCE_FOR_AGE, "armCircumferenceCm");
        return doubts;
    }

    private static void doubt(List<Doubt> doubts, AssessedMeasurement assessed, GrowthIndex index, String field) {
        if (assessed.policy().implausible(assessed.assessment(), index)) {
            doubts.add(new Doubt(field, MeasurementProblem.IMPLAUSIBLE));
        }
    }

    private static boolean plausibleWhenSwapped(AssessedMeasurement assessed, WhoGrowthStandard standard) {
        Measures taken = assessed.measurement().measures();
        Measures swapped = new Measures(
                taken.lengthHeightCm(),
                taken.weightKg(),
                taken.position(),
                Measures.NONE,
                Measures.NONE,
                Measures.NONE,
                Measures.NONE,
                false);
        Assessment other = standard.assess(assessed.child().sex(), assessed.age(), swapped);
        GrowthPolicy policy = assessed.policy();
        return believable(other, policy, GrowthIndex.LENGTH_HEIGHT_FOR_AGE)
                && believable(other, policy, GrowthIndex.WEIGHT_FOR_AGE);
    }

    private static boolean believable(Assessment assessment, GrowthPolicy policy, GrowthIndex index) {
        return assessment.has(index) && !policy.implausible(assessment, index);
    }
}
