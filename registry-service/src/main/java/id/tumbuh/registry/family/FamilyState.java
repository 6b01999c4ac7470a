package id.tumbuh.registry.family;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What others may know of a family: the part of it that is announced.
 *
 * @param mergedInto the family that this one was found to be
 */
record FamilyState(
        UUID id,
        long version,
        String area,
        Risk risk,
        @Nullable Integer welfareRank,
        @Nullable UUID mergedInto) {

    FamilyState with(long nextVersion, Risk other) {
        return new FamilyState(id, nextVersion, area, other, welfareRank, mergedInto);
    }
}
