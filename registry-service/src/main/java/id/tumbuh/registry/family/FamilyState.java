package id.tumbuh.registry.family;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What others may know of a family: the part of it that is announced. */
record FamilyState(
        UUID id,
        long version,
        String area,
        Risk risk,
        @Nullable Integer welfareRank) {}
