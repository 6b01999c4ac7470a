package id.tumbuh.measurement.growth;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every number that turns a z-score into a word or a flag, as one version of the rules has it.
 *
 * @param version named on every assessment, so that a corrected rule tells which ones it changes
 * @param classifications in the order of {@link GrowthIndex}
 */
public record GrowthPolicy(int version, List<Classification> classifications) {

    public GrowthPolicy {
        classifications = List.copyOf(classifications);
        if (classifications.size() != GrowthIndex.values().length) {
            throw new IllegalArgumentException("a classification for every index");
        }
    }

    public static GrowthPolicy of(int version, Map<GrowthIndex, Classification> classifications) {
        Set<GrowthIndex> missing = EnumSet.allOf(GrowthIndex.class);
        missing.removeAll(classifications.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("no classification of " + missing);
        }
        return new GrowthPolicy(
                version,
                EnumSet.allOf(GrowthIndex.class).stream()
                        .map(classifications::get)
                        .toList());
    }

    /** Flagged: the child can hardly have this z-score. False where there is none. */
    public boolean implausible(Assessment assessment, GrowthIndex index) {
        return classifications.get(index.place()).implausible(assessment.z(index));
    }

    /** None without a z-score, except that bilateral oedema is severe malnutrition whatever the scales say. */
    public @Nullable Category category(Assessment assessment, GrowthIndex index) {
        Classification classification = classifications.get(index.place());
        if (assessment.has(index)) {
            return category(index, assessment.z(index));
        }
        return assessment.oedema() && index.dependsOnWeight() ? classification.mostSevere() : null;
    }

    /** What a z-score of two decimals is called. */
    public @Nullable Category category(GrowthIndex index, double z) {
        return classifications.get(index.place()).categoryOf(z);
    }
}
