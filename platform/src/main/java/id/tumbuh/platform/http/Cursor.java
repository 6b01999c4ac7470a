package id.tumbuh.platform.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Where a page ended: the sort key of its last row, opaque to the caller and checked when it comes back. */
public record Cursor(List<String> key) {
    private static final String SEPARATOR = "\u001f";

    public Cursor {
        key = List.copyOf(key);
    }

    public static Cursor after(String... key) {
        return new Cursor(List.of(key));
    }

    public String encoded() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, key).getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a cursor with the expected number of parts; anything else is {@code INVALID_CURSOR}. */
    public static Cursor decode(String encoded, int parts) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            List<String> key = List.of(text.split(SEPARATOR, -1));
            if (key.size() == parts) {
                return new Cursor(key);
            }
        } catch (IllegalArgumentException notBase64) {
            // answered below
        }
        throw new ProblemException(Problem.of(CommonProblem.INVALID_CURSOR));
    }
}
