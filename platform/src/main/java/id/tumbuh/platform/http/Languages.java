package id.tumbuh.platform.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;

/** The language of an answer: Indonesian, unless the caller asks for English before it. */
public final class Languages {
    public static final Locale INDONESIAN = Locale.of("id");

    private Languages() {}

    public static Locale of(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream()
                .filter(locale -> locale.getLanguage().equals("id")
                        || locale.getLanguage().equals("en"))
                .findFirst()
                .map(locale -> locale.getLanguage().equals("en") ? Locale.ENGLISH : INDONESIAN)
                .orElse(INDONESIAN);
    }
}
