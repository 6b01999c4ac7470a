package id.tumbuh.reporting.publication;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What may be shown: rounded counts; a count that is missing is hidden. */
record Suppressed(Map<Cell, Long> shown) {
    Suppressed {
        shown = Map.copyOf(shown);
    }

    @Nullable
    Long of(String area, String measure) {
        return shown.get(new Cell(area, measure));
    }

    /** Collects them. */
    static final class Builder {
        private final Map<Cell, Long> shown = new HashMap<>();

        void show(Cell cell, long count) {
            shown.put(cell, count);
        }

        Suppressed build() {
            return new Suppressed(shown);
        }
    }
}
