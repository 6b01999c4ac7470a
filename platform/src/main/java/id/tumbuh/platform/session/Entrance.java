package id.tumbuh.platform.session;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody meets who opens a page without being signed in, or is told something about signing in. */
@ApplicationScoped
public class Entrance {
    private final Issuer issuer;
    private final Instance<SessionPages> pages;
    private final CurrentVertxRequest current;

    Entrance(Issuer issuer, Instance<SessionPages> pages, CurrentVertxRequest current) {
        this.issuer = issuer;
        this.pages = pages;
        this.current = current;
    }

    /** To the issuer, and back to the page of this request; empty without an issuer. What a form sent does not come back. */
    public Optional<Response> lead(Locale locale) {
        if (!issuer.isConfigured()) {
            return Optional.empty();
        }
        HttpServerRequest request = current.getCurrent().request();
        if (!HttpMethod.GET.equals(request.method())) {
            return Optional.of(say(SessionNote.ENDED, locale, null));
        }
        return Optional.of(leadTo(request.uri(), locale));
    }

    /** To the issuer, and then to the start of this service's pages; empty without an issuer. */
    public Optional<Response> leadHome(Locale locale) {
        return issuer.isConfigured() ? Optional.of(leadTo(ofThisService().home(), locale)) : Optional.empty();
    }

    private Response leadTo(String page, Locale locale) {
        return issuer.answers()
                ? Response.seeOther(Issuer.signIn(page))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build()
                : say(SessionNote.AWAY, locale, page);
    }

    /** The page with the words; {@code to} is where the person wanted to be. */
    public Response say(SessionNote note, Locale locale, @Nullable String to) {
        SessionPages service = ofThisService();
        String page = LocalPath.of(to).map(URI::toString).orElseGet(service::home);
        String href = switch (note.way()) {
            // By the page itself, which asks first whether the issuer answers.
            case SIGN_IN -> page;
            case LEAVE -> Issuer.LEAVE;
        };
        return Response.fromResponse(service.page(new SessionPages.SessionWords(
                        note.status(), locale, note.title(locale), note.text(locale), href, note.wayText(locale))))
                .header(HttpHeaders.CACHE_CONTROL, null)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private SessionPages ofThisService() {
        if (!pages.isResolvable()) {
            throw new NotFoundException();
        }
        return pages.get();
    }
}
