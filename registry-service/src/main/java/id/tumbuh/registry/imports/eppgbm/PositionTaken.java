package id.tumbuh.registry.imports.eppgbm;

import java.util.Locale;
import java.util.Optional;

/** How a child was measured. */
public enum PositionTaken {
    LYING,
    STANDING;

    /** Both spellings of lying are in use; anything else is not known. */
    static Optional<PositionTaken> of(String written) {
        return switch (written.toLowerCase(Locale.ROOT)) {
            case "terlentang", "telentang" -> Optional.of(LYING);
            case "berdiri" -> Optional.of(STANDING);
            default -> Optional.empty();
        };
    }
}
