package id.tumbuh.registry.imports;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The formats that can be imported: each is a bean, and registered by being one. */
@ApplicationScoped
class ImportFormats {
    private final Map<ImportKind, ImportFormat<?>> formats = new EnumMap<>(ImportKind.class);

    ImportFormats(@All List<ImportFormat<?>> known) {
        known.forEach(format -> formats.put(format.kind(), format));
    }

    Optional<ImportFormat<?>> find(@Nullable String written) {
        return ImportKind.of(written).flatMap(kind -> Optional.ofNullable(formats.get(kind)));
    }

    ImportFormat<?> of(ImportKind kind) {
        return Objects.requireNonNull(formats.get(kind), "only known formats are taken in");
    }
}
