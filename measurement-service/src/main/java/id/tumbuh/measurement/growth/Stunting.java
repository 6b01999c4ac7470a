package id.tumbuh.measurement.growth;

import org.jspecify.annotations.Nullable;

/** Whether a child is stunted, in the three words the platform counts by. */
public enum Stunting {
    NORMAL,
    STUNTED,
    SEVERELY_STUNTED;

    /** What a length or height for age says, or null when there is none or it can't be believed. */
    public static @Nullable Stunting of(Assessment assessment, GrowthPolicy policy) {
        GrowthIndex index = GrowthIndex.LENGTH_HEIGHT_FOR_AGE;
        if (!assessment.has(index) || policy.implausible(assessment, index)) {
            return null;
        }
        return policy.category(assessment, index) instanceof HeightForAge height
                ? switch (height) {
                    case SEVERELY_STUNTED -> SEVERELY_STUNTED;
                    case STUNTED -> STUNTED;
                    case NORMAL, TALL -> NORMAL;
                }
                : null;
    }
}
