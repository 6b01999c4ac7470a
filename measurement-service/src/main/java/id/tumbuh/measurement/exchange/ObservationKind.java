package id.tumbuh.measurement.exchange;

import id.tumbuh.measurement.growth.GrowthIndex;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The observations of one measurement. Each is one logical resource there for good, whatever a correction makes of it: a
 * height that turns out to have been taken lying stays the same resource with another code.
 */
enum ObservationKind {
    WEIGHT(null),
    LENGTH_HEIGHT(null),
    HEAD(null),
    ARM(null),
    WEIGHT_FOR_AGE(GrowthIndex.WEIGHT_FOR_AGE),
    LENGTH_HEIGHT_FOR_AGE(GrowthIndex.LENGTH_HEIGHT_FOR_AGE),
    WEIGHT_FOR_LENGTH_HEIGHT(GrowthIndex.WEIGHT_FOR_LENGTH_HEIGHT),
    BMI_FOR_AGE(GrowthIndex.BMI_FOR_AGE),
    HEAD_FOR_AGE(GrowthIndex.HEAD_CIRCUMFERENCE_FOR_AGE);

    private final @Nullable GrowthIndex index;

    ObservationKind(@Nullable GrowthIndex index) {
        this.index = index;
    }

    /** The index of which this is the z-score and the class; null for what was taken of the child itself. */
    @Nullable
    GrowthIndex index() {
        return index;
    }

    /** The same for ever for one measurement: by it the resource is found again there. */
    UUID identifier(UUID measurement) {
        return UUID.nameUUIDFromBytes((measurement + "/" + name()).getBytes(StandardCharsets.UTF_8));
    }

    /** As the ledger keeps them. */
    static String written(Set<ObservationKind> kinds) {
        return kinds.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    static Set<ObservationKind> read(String written) {
        return written.isEmpty()
                ? EnumSet.noneOf(ObservationKind.class)
                : Arrays.stream(written.split(",", -1))
                        .map(ObservationKind::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(ObservationKind.class)));
    }
}
