package id.tumbuh.registry.imports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the rows of an import are about. */
enum ImportKind {
    EPPGBM,
    FAMILIES,
    CHILDREN,
    MEMBERS,
    PREGNANCIES;

    /** As it stands in an address or a form. */
    String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ImportKind> of(@Nullable String written) {
        String wanted = written == null ? "" : written.strip();
        return Arrays.stream(values())
                .filter(kind -> kind.name().equalsIgnoreCase(wanted))
                .findFirst();
    }
}
