package id.tumbuh.registry.area;

import org.jspecify.annotations.Nullable;

/** An area found by its name, by the alias, or by what it or an area that went into it was formerly called. */
record AreaMatch(
        Area area, @Nullable String alias, @Nullable String formerly) {}
