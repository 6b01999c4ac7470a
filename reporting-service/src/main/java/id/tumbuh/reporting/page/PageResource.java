package id.tumbuh.reporting.page;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.Languages;
import id.tumbuh.platform.session.Sessions;
import id.tumbuh.platform.session.SignInLinks;
import id.tumbuh.reporting.Country;
import id.tumbuh.reporting.area.Area;
import id.tumbuh.reporting.area.Areas;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The pages of a TPPS: cockpit, case list, and the way in. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@PermitAll // each page decides by itself, to answer with a page instead of a bare status
@RunOnVirtualThread
class PageResource {
    private static final Set<String> READERS =
            Set.of(Roles.TPPS, Roles.PUSKESMAS, Roles.BKKBN, Roles.OPD, Roles.AUDITOR, Roles.ADMIN);

    /** Our own files and nothing else: no inline script, no other site. */
    private static final String CONTENT_POLICY =
            "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    private final Database database;
    private final Areas areas;
    private final CockpitView cockpit;
    private final CaseListView caseList;
    private final SignInLinks links;
    private final Sessions sessions;
    private final SecurityIdentity identity;
    private final Caller caller;

    PageResource(
            Database database,
            Areas areas,
            CockpitView cockpit,
            CaseListView caseList,
            SignInLinks links,
            Sessions sessions,
            SecurityIdentity identity,
            Caller caller) {
        this.database = database;
        this.areas = areas;
        this.cockpit = cockpit;
        this.caseList = caseList;
        this.links = links;
        this.sessions = sessions;
        this.identity = identity;
        this.caller = caller;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance cockpit(Cockpit view, String language, String types);

        static native TemplateInstance cases(CaseList view, String language);

        static native TemplateInstance note(String language, String title, String text);
    }

    @GET
    public Response cockpit(
            @QueryParam("area") @Nullable String area,
            @QueryParam("month") @Nullable String month,
            @QueryParam("lang") @Nullable String lang) {
        Locale locale = locale(lang);
        Messages words = words(locale);
        if (!mayRead()) {
            return note(401, locale, words.signIn(), words.signInHint());
        }
        return database.read(
                caller.scope(),
                sql -> ownArea(area)
                        .flatMap(code -> areas.find(sql, code))
                        .map(found -> page(Templates.cockpit(
                                        cockpit.of(
                                                sql,
                                                caller.scope(),
                                                found,
                                                yearMonth(month),
                                                words,
                                                new Wording(locale)),
                                        locale.getLanguage(),
                                        LiveTypes.ALL)
                                .setLocale(locale)))
                        .orElseGet(() -> note(404, locale, words.cockpit(), words.notYours())));
    }

    @GET
    @Path("cases")
    public Response cases(
            @QueryParam("area") @Nullable String area,
            @QueryParam("after") @Nullable String after,
            @QueryParam("lang") @Nullable String lang,
            @Context HttpHeaders headers) {
        Locale locale = locale(lang);
        Messages words = words(locale);
        if (!mayRead()) {
            return note(401, locale, words.signIn(), words.signInHint());
        }
        Optional<Area> found =
                database.read(caller.scope(), sql -> ownArea(area).flatMap(code -> areas.find(sql, code)));
        // Sent by the reader, or set from its cookie.
        String bearer = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
        return found.map(where -> page(Templates.cases(
                                caseList.of(caller.scope(), where, after, bearer, words, new Wording(locale)),
                                locale.getLanguage())
                        .setLocale(locale)))
                .orElseGet(() -> note(404, locale, words.caseList(), words.notYours()));
    }

    @GET
    @Path("sign-in")
    public Response signIn(@QueryParam("code") @Nullable String code, @QueryParam("lang") @Nullable String lang) {
        Optional<String> token = Optional.ofNullable(code).flatMap(links::spend);
        if (token.isPresent()) {
            return Response.seeOther(URI.create("/"))
                    .cookie(sessions.cookie(token.get()))
                    .build();
        }
        Locale locale = locale(lang);
        return note(401, locale, words(locale).signIn(), words(locale).linkSpent());
    }

    private boolean mayRead() {
        return !identity.isAnonymous() && identity.getRoles().stream().anyMatch(READERS::contains);
    }

    /** The area asked for if it is the caller's; without one the caller's first. */
    private Optional<String> ownArea(@Nullable String asked) {
        Scope scope = caller.scope();
        if (asked == null) {
            return scope.unlimited()
                    ? Optional.of(Country.CODE)
                    : scope.areas().stream().map(AreaCode::value).findFirst();
        }
        if (asked.equals(Country.CODE)) {
            return scope.unlimited() ? Optional.of(asked) : Optional.empty();
        }
        return Optional.of(asked).filter(code -> AreaCode.isValid(code) && scope.allows(new AreaCode(code)));
    }

    private static @Nullable YearMonth yearMonth(@Nullable String month) {
        try {
            return month == null ? null : YearMonth.parse(month);
        } catch (DateTimeParseException noMonth) {
            return null; // the page falls back to the latest
        }
    }

    /** Indonesian, unless the reader chose English on the page: many browsers of offices are English by accident. */
    private static Locale locale(@Nullable String lang) {
        return "en".equals(lang) ? Locale.ENGLISH : Languages.INDONESIAN;
    }

    private static Messages words(Locale locale) {
        return locale.equals(Locale.ENGLISH)
                ? MessageBundles.get(Messages.class, Localized.Literal.of("en"))
                : MessageBundles.get(Messages.class);
    }

    private static Response note(int status, Locale locale, String title, String text) {
        return Response.fromResponse(
                        page(Templates.note(locale.getLanguage(), title, text).setLocale(locale)))
                .status(status)
                .build();
    }

    private static Response page(TemplateInstance template) {
        return Response.ok(template.render())
                .type("text/html;charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Content-Security-Policy", CONTENT_POLICY)
                .build();
    }
}
