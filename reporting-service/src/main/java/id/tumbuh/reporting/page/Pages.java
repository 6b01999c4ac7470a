package id.tumbuh.reporting.page;

import id.tumbuh.platform.http.Languages;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What every page has in common: its language, and how it is sent. */
final class Pages {
    /** Our own files and nothing else: no inline script, no other site. */
    private static final String CONTENT_POLICY =
            "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    private Pages() {}

    /** Indonesian, unless the reader chose English on the page: many browsers of offices are English by accident. */
    static Locale locale(@Nullable String lang) {
        return "en".equals(lang) ? Locale.ENGLISH : Languages.INDONESIAN;
    }

    static <W> W words(Class<W> bundle, Locale locale) {
        return locale.equals(Locale.ENGLISH)
                ? MessageBundles.get(bundle, Localized.Literal.of("en"))
                : MessageBundles.get(bundle);
    }

    static Messages words(Locale locale) {
        return words(Messages.class, locale);
    }

    static @Nullable YearMonth yearMonth(@Nullable String month) {
        try {
            return month == null ? null : YearMonth.parse(month);
        } catch (DateTimeParseException noMonth) {
            return null; // the page falls back to the latest
        }
    }

    static @Nullable Integer year(@Nullable String year) {
        return year != null && year.matches("20\\d\\d")
                ? Integer.valueOf(year)
                : null; // the page falls back to this one
    }

    static Response note(int status, Locale locale, String title, String text) {
        return page(status, PageResource.Templates.note(locale.getLanguage(), title, text, null, null), locale);
    }

    static Response page(int status, TemplateInstance template, Locale locale) {
        return Response.fromResponse(page(template.setLocale(locale)))
                .status(status)
                .build();
    }

    static Response page(TemplateInstance template) {
        return Response.ok(template.render())
                .type("text/html;charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Content-Security-Policy", CONTENT_POLICY)
                // Under no-referrer a browser would send "Origin: null" with the forms of a page.
                .header("Referrer-Policy", "same-origin")
                .build();
    }
}
