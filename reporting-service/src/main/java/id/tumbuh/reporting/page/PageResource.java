package id.tumbuh.reporting.page;

import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.session.Entrance;
import id.tumbuh.platform.session.Sessions;
import id.tumbuh.platform.session.SignInLinks;
import id.tumbuh.reporting.area.Area;
import id.tumbuh.reporting.area.Areas;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
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
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pages of a TPPS: cockpit, case list, and the way in. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@PermitAll // each page decides by itself, to answer with a page instead of a bare status
@RunOnVirtualThread
class PageResource {
    /** A wall shows kecamatan, so it is of an area above. */
    private static final String KECAMATAN = "36.04.20";

    private final Database database;
    private final Areas areas;
    private final CockpitView cockpit;
    private final CaseListView caseList;
    private final SignInLinks links;
    private final Sessions sessions;
    private final Visitor visitor;
    private final Entrance entrance;

    PageResource(
            Database database,
            Areas areas,
            CockpitView cockpit,
            CaseListView caseList,
            SignInLinks links,
            Sessions sessions,
            Visitor visitor,
            Entrance entrance) {
        this.database = database;
        this.areas = areas;
        this.cockpit = cockpit;
        this.caseList = caseList;
        this.links = links;
        this.sessions = sessions;
        this.visitor = visitor;
        this.entrance = entrance;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance cockpit(Cockpit view, String language, String types);

        static native TemplateInstance wall(Cockpit view, String language, String types);

        static native TemplateInstance cases(CaseList view, String language);

        static native TemplateInstance note(
                String language, String title, String text, @Nullable String href, @Nullable String link);
    }

    @GET
    public Response cockpit(
            @QueryParam("area") @Nullable String area,
            @QueryParam("month") @Nullable String month,
            @QueryParam("lang") @Nullable String lang) {
        Locale locale = Pages.locale(lang);
        Messages words = Pages.words(locale);
        Optional<Response> closed = visitor.closed(locale);
        if (closed.isPresent()) {
            return closed.get();
        }
        return cockpit(area, month, locale)
                .map(view -> Pages.page(Templates.cockpit(view, locale.getLanguage(), LiveTypes.ALL)
                        .setLocale(locale)))
                .orElseGet(() -> Pages.note(404, locale, words.cockpit(), words.notYours()));
    }

    /** For a screen that people walk past: no name, no desa, nothing to press. */
    @GET
    @Path("wall")
    public Response wall(@QueryParam("area") @Nullable String area, @QueryParam("lang") @Nullable String lang) {
        Locale locale = Pages.locale(lang);
        Messages words = Pages.words(locale);
        Optional<Response> closed = visitor.closed(locale);
        if (closed.isPresent()) {
            return closed.get();
        }
        return cockpit(area, null, locale)
                .filter(view -> view.area().code().length() < KECAMATAN.length())
                .map(view -> Pages.page(Templates.wall(view, locale.getLanguage(), LiveTypes.ALL)
                        .setLocale(locale)))
                .orElseGet(() -> Pages.note(404, locale, words.cockpit(), words.notYours()));
    }

    private Optional<Cockpit> cockpit(@Nullable String area, @Nullable String month, Locale locale) {
        return database.read(
                visitor.scope(),
                sql -> visitor.ownArea(area)
                        .flatMap(code -> areas.find(sql, code))
                        .map(found -> cockpit.of(
                                sql,
                                visitor.scope(),
                                found,
                                Pages.yearMonth(month),
                                Pages.words(locale),
                                new Wording(locale))));
    }

    @GET
    @Path("cases")
    public Response cases(
            @QueryParam("area") @Nullable String area,
            @QueryParam("after") @Nullable String after,
            @QueryParam("reason") @Nullable String reason,
            @QueryParam("lang") @Nullable String lang,
            @Context HttpHeaders headers) {
        Locale locale = Pages.locale(lang);
        Messages words = Pages.words(locale);
        Optional<Response> closed = visitor.closed(locale);
        if (closed.isPresent()) {
            return closed.get();
        }
        Optional<Area> found =
                database.read(visitor.scope(), sql -> visitor.ownArea(area).flatMap(code -> areas.find(sql, code)));
        // Sent by the reader, or set from its cookie.
        String bearer = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
        return found.map(where -> Pages.page(Templates.cases(
                                caseList.of(
                                        visitor.scope(),
                                        new CaseListView.Asked(where, after, reason, bearer),
                                        words,
                                        new Wording(locale)),
                                locale.getLanguage())
                        .setLocale(locale)))
                .orElseGet(() -> Pages.note(404, locale, words.caseList(), words.notYours()));
    }

    /** By the one-time link of an installation without an issuer. */
    @GET
    @Path("sign-in")
    public Response signIn(
            @QueryParam("code") @Nullable String code,
            @QueryParam("lang") @Nullable String lang,
            @Context HttpServerRequest request) {
        Optional<String> token = Optional.ofNullable(code).flatMap(links::spend);
        if (token.isPresent()) {
            return Response.seeOther(URI.create("/"))
                    .cookie(sessions.cookie(token.get(), request))
                    .build();
        }
        Locale locale = Pages.locale(lang);
        Messages words = Pages.words(locale);
        return entrance.leadHome(locale).orElseGet(() -> Pages.note(401, locale, words.signIn(), words.linkSpent()));
    }
}
