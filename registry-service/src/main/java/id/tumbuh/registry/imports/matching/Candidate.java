package id.tumbuh.registry.imports.matching;

import id.tumbuh.platform.access.AreaCode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A registered child of the same birth date and sex.
 *
 * @param sameNik the row carries this child's NIK
 * @param claimed another row of the same file is this child: only a repetition of that row can be it too
 */
public record Candidate(
        UUID child,
        @Nullable String name,
        @Nullable String father,
        @Nullable String mother,
        AreaCode desa,
        boolean sameNik,
        boolean claimed) {
    @Override
    public String toString() {
        return "Candidate[" + child + "]";
    }
}
