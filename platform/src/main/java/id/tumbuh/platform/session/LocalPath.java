package id.tumbuh.platform.session;

import id.tumbuh.platform.http.Languages;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page somebody asked for before signing in. Whoever made the address may have written anything there. */
final class LocalPath {
    private static final int LONGEST = 2000;
    private static final String OWN = "/session";

    private LocalPath() {}

    /** Empty for another site, for what is no address, and for the way in itself, which would lead round in a circle. */
    static Optional<URI> of(@Nullable String sent) {
        if (sent == null || sent.length() > LONGEST || !sent.startsWith("/") || sent.startsWith("//")) {
            return Optional.empty();
        }
        try {
            URI page = new URI(sent);
            boolean here = page.getScheme() == null
                    && page.getRawAuthority() == null
                    && page.equals(page.normalize())
                    && !page.getRawPath().equals(OWN)
                    && !page.getRawPath().startsWith(OWN + "/");
            return here ? Optional.of(page) : Optional.empty();
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    /** The language of the page, which its address names. */
    static Locale language(@Nullable String page) {
        return of(page).map(URI::getQuery)
                .filter(query -> ("&" + query + "&").contains("&lang=en&"))
                .map(_ -> Locale.ENGLISH)
                .orElse(Languages.INDONESIAN);
    }
}
