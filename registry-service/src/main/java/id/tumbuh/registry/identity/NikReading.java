package id.tumbuh.registry.identity;

import org.jspecify.annotations.Nullable;

/** What a text in a NIK field turned out to be. */
public sealed interface NikReading {

    record Complete(Nik nik) implements NikReading {}

    /** Exported with stars, like {@code 02022**********}: says that there is a NIK, and can never be a key. */
    record Masked() implements NikReading {}

    record Absent() implements NikReading {}

    record Malformed() implements NikReading {}

    /** Reads what forms and files contain: spaces and a leading apostrophe (put there to stop spreadsheets) are dropped. */
    static NikReading of(@Nullable String text) {
        String bare = text == null ? "" : text.strip();
        bare = bare.startsWith("'") ? bare.substring(1).strip() : bare;
        if (bare.isEmpty() || bare.equals("-")) {
            return new Absent();
        }
        if (isMasked(bare)) {
            return new Masked();
        }
        return Nik.isValid(bare) ? new Complete(new Nik(bare)) : new Malformed();
    }

    private static boolean isMasked(String text) {
        return text.indexOf('*') >= 0
                && text.chars().allMatch(character -> character == '*' || (character >= '0' && character <= '9'));
    }
}
