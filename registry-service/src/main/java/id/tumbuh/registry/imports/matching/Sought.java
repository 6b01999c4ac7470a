package id.tumbuh.registry.imports.matching;

import id.tumbuh.platform.access.AreaCode;
import org.jspecify.annotations.Nullable;

/** The child of a row, as far as it tells who it is; names as written. */
public record Sought(
        @Nullable String name,
        @Nullable String father,
        @Nullable String mother,
        AreaCode desa) {
    @Override
    public String toString() {
        return "Sought[…]";
    }
}
