package id.tumbuh.measurement.growth;

import id.tumbuh.measurement.growth.Classification.Band;
import id.tumbuh.measurement.growth.Classification.Plausible;
import java.util.List;
import java.util.Map;

/** Permenkes 2/2020 as a policy, written out for the tests: the service reads the same numbers from its rules. */
public final class Permenkes {

    private static final Plausible BEYOND_FIVE = new Plausible(-5, 5);
    private static final Classification WEIGHT_FOR_SIZE = new Classification(
            BEYOND_FIVE,
            List.of(new Band(-3, WeightForHeight.SEVERELY_WASTED), new Band(-2, WeightForHeight.WASTED)),
            WeightForHeight.NORMAL,
            List.of(
                    new Band(3, WeightForHeight.OBESE),
                    new Band(2, WeightForHeight.OVERWEIGHT),
                    new Band(1, WeightForHeight.RISK_OF_OVERWEIGHT)));
    private static final Classification UNCLASSIFIED = new Classification(BEYOND_FIVE, List.of(), null, List.of());

    public static final GrowthPolicy POLICY = GrowthPolicy.of(
            1,
            Map.of(
                    GrowthIndex.LENGTH_HEIGHT_FOR_AGE,
                    new Classification(
                            new Plausible(-6, 6),
                            List.of(new Band(-3, HeightForAge.SEVERELY_STUNTED), new Band(-2, HeightForAge.STUNTED)),
                            HeightForAge.NORMAL,
                            List.of(new Band(3, HeightForAge.TALL))),
                    GrowthIndex.WEIGHT_FOR_AGE,
                    new Classification(
                            new Plausible(-6, 5),
                            List.of(
                                    new Band(-3, WeightForAge.SEVERELY_UNDERWEIGHT),
                                    new Band(-2, WeightForAge.UNDERWEIGHT)),
                            WeightForAge.NORMAL,
                            List.of(new Band(1, WeightForAge.RISK_OF_OVERWEIGHT))),
                    GrowthIndex.WEIGHT_FOR_LENGTH_HEIGHT,
                    WEIGHT_FOR_SIZE,
                    GrowthIndex.BMI_FOR_AGE,
                    WEIGHT_FOR_SIZE,
                    GrowthIndex.HEAD_CIRCUMFERENCE_FOR_AGE,
                    new Classification(
                            BEYOND_FIVE,
                            List.of(new Band(-2, HeadForAge.MICROCEPHALY)),
                            HeadForAge.NORMAL,
                            List.of(new Band(2, HeadForAge.MACROCEPHALY))),
                    GrowthIndex.ARM_CIRCUMFERENCE_FOR_AGE,
                    UNCLASSIFIED,
                    GrowthIndex.TRICEPS_FOR_AGE,
                    UNCLASSIFIED,
                    GrowthIndex.SUBSCAPULAR_FOR_AGE,
                    UNCLASSIFIED));

    private Permenkes() {}
}
