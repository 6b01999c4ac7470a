package id.tumbuh.measurement.maternal;

import id.tumbuh.measurement.maternal.Pregnancy.Trimester;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every number by which a check of a pregnant woman is judged.
 *
 * @param haemoglobin the limits by trimester
 * @param haemoglobinWithoutWeeks the limits when nobody knows the trimester
 * @param versions the rules these numbers come from, as {@code pregnancy.haemoglobin-1}
 */
record PregnancyPolicy(
        double armRiskBelowCm,
        Map<Trimester, Haemoglobin> haemoglobin,
        Haemoglobin haemoglobinWithoutWeeks,
        int ironTablets,
        Weeks weeks,
        List<String> versions) {

    /** Grams per decilitre; each limit itself still belongs to the better side. */
    record Haemoglobin(double anaemiaBelow, double moderateBelow, double severeBelow) {
        Haemoglobin {
            if (!(severeBelow < moderateBelow && moderateBelow < anaemiaBelow)) {
                throw new IllegalArgumentException("limits of haemoglobin out of order");
            }
        }
    }

    /** From which completed week what begins. */
    record Weeks(int secondTrimester, int thirdTrimester, int term) {}

    PregnancyPolicy {
        haemoglobin = Map.copyOf(haemoglobin);
        versions = List.copyOf(versions);
        if (haemoglobin.size() != Trimester.values().length) {
            throw new IllegalArgumentException("limits of haemoglobin for every trimester");
        }
    }

    @Nullable
    Trimester trimester(@Nullable Integer completedWeeks) {
        if (completedWeeks == null) {
            return null;
        }
        if (completedWeeks >= weeks.thirdTrimester()) {
            return Trimester.THIRD;
        }
        return completedWeeks >= weeks.secondTrimester() ? Trimester.SECOND : Trimester.FIRST;
    }

    Haemoglobin haemoglobin(@Nullable Trimester trimester) {
        Haemoglobin limits = trimester == null ? null : haemoglobin.get(trimester);
        return limits == null ? haemoglobinWithoutWeeks : limits;
    }
}
