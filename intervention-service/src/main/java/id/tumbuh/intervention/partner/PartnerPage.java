package id.tumbuh.intervention.partner;

import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.http.Languages;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.platform.session.Entrance;
import id.tumbuh.platform.session.FormToken;
import id.tumbuh.platform.session.SessionPages;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Opens a page to the partner that is signed in, and answers everybody else, and whatever is refused, with a page that says why. */
@ApplicationScoped
class PartnerPage {
    /** Our own files and nothing else: no inline script or style, no other site. */
    private static final String CONTENT_POLICY =
            "default-src 'self'; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    private final SecurityIdentity identity;
    private final Acting acting;
    private final Entrance entrance;

    PartnerPage(SecurityIdentity identity, Acting acting, Entrance entrance) {
        this.identity = identity;
        this.acting = acting;
        this.entrance = entrance;
    }

    Response open(HttpHeaders headers, @Nullable String lang, Function<Reader, Response> page) {
        Locale locale = locale(lang);
        PartnerMessages words = words(locale);
        if (identity.isAnonymous()) {
            return entrance.lead(locale).orElseGet(() -> note(401, locale, words.signIn(), words.signInHint()));
        }
        if (!identity.hasRole(Roles.PARTNER)) {
            return note(403, locale, words.notForYou(), words.notForYourRole());
        }
        try {
            return page.apply(
                    new Reader(acting.party(), locale, words, new PageWording(locale), FormToken.of(bearer(headers))));
        } catch (ProblemException refused) {
            return refused(locale, words, refused.problem());
        }
    }

    /** The same for what a form sends, which has to come from a page that was made for this sign-in. */
    Response send(HttpHeaders headers, Fields fields, Function<Reader, Response> step) {
        return open(
                headers,
                fields.text("lang").orElse(null),
                reader ->
                        FormToken.matches(bearer(headers), fields.text("token").orElse(null))
                                ? step.apply(reader)
                                : note(
                                        403,
                                        reader.locale(),
                                        reader.words().refused(),
                                        reader.words().formOld()));
    }

    Response answer(Reader reader, TemplateInstance template) {
        return page(200, template.setLocale(reader.locale()));
    }

    /** A page of a few words, with the way back for who is signed in. */
    Response note(int status, Locale locale, String title, String text) {
        String back = status == 401 ? null : "/partner?lang=" + locale.getLanguage();
        return page(
                status,
                PartnerTemplates.note(
                                locale.getLanguage(),
                                title,
                                text,
                                back,
                                words(locale).back())
                        .setLocale(locale));
    }

    /** The same about signing in, with the way on. */
    static Response note(SessionPages.SessionWords words) {
        return page(
                words.status(),
                PartnerTemplates.note(
                                words.locale().getLanguage(), words.title(), words.text(), words.href(), words.link())
                        .setLocale(words.locale()));
    }

    /** Indonesian, unless the reader chose English on the page: many browsers of offices are English by accident. */
    static Locale locale(@Nullable String lang) {
        return "en".equals(lang) ? Locale.ENGLISH : Languages.INDONESIAN;
    }

    static PartnerMessages words(Locale locale) {
        return locale.equals(Locale.ENGLISH)
                ? MessageBundles.get(PartnerMessages.class, Localized.Literal.of("en"))
                : MessageBundles.get(PartnerMessages.class);
    }

    private Response refused(Locale locale, PartnerMessages words, Problem problem) {
        String why = Stream.concat(
                        Stream.of(problem.code().title(locale)),
                        problem.errors().stream().map(error -> error.reason().title(locale)))
                .distinct()
                .collect(Collectors.joining(". ", "", "."));
        return note(problem.code().status(), locale, words.refused(), why);
    }

    /** Sent by the reader, or set from its cookie. */
    private static String bearer(HttpHeaders headers) {
        String header = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
        return header == null ? "" : header;
    }

    private static Response page(int status, TemplateInstance template) {
        return Response.status(status)
                .entity(template.render())
                .type("text/html;charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Content-Security-Policy", CONTENT_POLICY)
                // under no-referrer a browser would send "Origin: null" with the forms of the page
                .header("Referrer-Policy", "same-origin")
                .build();
    }
}
