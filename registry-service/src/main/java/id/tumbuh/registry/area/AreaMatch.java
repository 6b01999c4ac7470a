package id.tumbuh.registry.area;

import org.jspecify.annotations.Nullable;

/** An area found by its name, or by the alias. */
record AreaMatch(Area area, @Nullable String alias) {}
