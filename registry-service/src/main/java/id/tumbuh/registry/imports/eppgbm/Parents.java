package id.tumbuh.registry.imports.eppgbm;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names of the parents as {@code AYAH / IBU}. */
public record Parents(@Nullable String father, @Nullable String mother) {

    /** A single name is taken for the mother's: it is she who comes to the posyandu (assumed). */
    static Parents of(Optional<String> written) {
        String text = written.orElse("");
        int slash = text.indexOf('/');
        return slash < 0
                ? new Parents(null, name(text))
                : new Parents(name(text.substring(0, slash)), name(text.substring(slash + 1)));
    }

    private static @Nullable String name(String text) {
        String name = text.replace('/', ' ').strip();
        return name.isEmpty() || name.equals("-") ? null : name;
    }

    public boolean areUnknown() {
        return father == null && mother == null;
    }

    @Override
    public String toString() {
        return "Parents[…]";
    }
}
