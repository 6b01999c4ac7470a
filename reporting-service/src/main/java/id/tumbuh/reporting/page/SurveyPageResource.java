package id.tumbuh.reporting.page;

import id.tumbuh.platform.database.Database;
import id.tumbuh.reporting.area.Areas;
import id.tumbuh.reporting.quality.WeakPosyandu;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The page of survey and routine. */
@Path("/survey")
@Produces(MediaType.TEXT_HTML)
@PermitAll // it decides by itself, to answer with a page instead of a bare status
@RunOnVirtualThread
class SurveyPageResource {
    private final Database database;
    private final Areas areas;
    private final SurveyView view;
    private final PosyanduNames posyandu;
    private final Visitor visitor;

    SurveyPageResource(Database database, Areas areas, SurveyView view, PosyanduNames posyandu, Visitor visitor) {
        this.database = database;
        this.areas = areas;
        this.view = view;
        this.posyandu = posyandu;
        this.visitor = visitor;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance survey(SurveyPage view, String language);
    }

    @GET
    public Response survey(
            @QueryParam("area") @Nullable String area,
            @QueryParam("month") @Nullable String month,
            @QueryParam("lang") @Nullable String lang,
            @Context HttpHeaders headers) {
        Locale locale = Pages.locale(lang);
        Messages words = Pages.words(locale);
        Optional<Response> closed = visitor.closed(locale);
        if (closed.isPresent()) {
            return closed.get();
        }
        Optional<SurveyView.Read> read = database.read(
                visitor.scope(),
                sql -> visitor.ownArea(area)
                        .flatMap(code -> areas.find(sql, code))
                        .map(found -> view.read(sql, visitor.scope(), found, Pages.yearMonth(month))));
        if (read.isEmpty()) {
            String title = Pages.words(SurveyMessages.class, locale).title();
            return Pages.note(404, locale, title, words.notYours());
        }
        // No transaction is open while another service is asked.
        Map<UUID, String> names = names(read.get(), headers.getHeaderString(HttpHeaders.AUTHORIZATION));
        return Pages.page(Templates.survey(view.page(read.get(), names, locale), locale.getLanguage())
                .setLocale(locale));
    }

    private Map<UUID, String> names(SurveyView.Read read, @Nullable String bearer) {
        List<String> desa = read.compared().remeasureFirst().stream()
                .map(WeakPosyandu::area)
                .toList();
        return desa.isEmpty() ? Map.of() : posyandu.in(desa, bearer);
    }
}
