package id.tumbuh.platform.session;

import jakarta.ws.rs.core.Response;
import java.util.Locale;

/** How a service with pages says a few words about signing in; a service without pages has none. */
public interface SessionPages {
    /** Where somebody begins who asked for no page in particular. */
    String home();

    /** A page with the words, and the one way on. */
    Response page(SessionWords words);

    /** The words, and the way on, as a local address with its text. */
    record SessionWords(int status, Locale locale, String title, String text, String href, String link) {}
}
