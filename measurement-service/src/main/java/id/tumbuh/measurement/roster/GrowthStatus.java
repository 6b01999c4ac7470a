package id.tumbuh.measurement.roster;

import id.tumbuh.measurement.growth.Stunting;
import id.tumbuh.measurement.kms.Faltering;

/**
 * What is known of a child's growth, each with how many times it changed: the version of what is announced about it.
 *
 * @param stunting by the newest plausible length or height
 * @param faltering by the newest weighing
 */
public record GrowthStatus(Stunting stunting, long stuntingVersion, Faltering faltering, long falteringVersion) {

    /** Nobody has measured the child yet. */
    public static final GrowthStatus UNKNOWN = new GrowthStatus(Stunting.NORMAL, 0, Faltering.NONE, 0);

    GrowthStatus with(Stunting changed) {
        return new GrowthStatus(changed, stuntingVersion + 1, faltering, falteringVersion);
    }

    GrowthStatus with(Faltering changed) {
        return new GrowthStatus(stunting, stuntingVersion, changed, falteringVersion + 1);
    }
}
