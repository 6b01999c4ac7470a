package id.tumbuh.reporting.page;

import id.tumbuh.platform.database.Database;
import id.tumbuh.reporting.area.Area;
import id.tumbuh.reporting.area.Areas;
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
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The board of a kecamatan, to be worked with and to be printed for its meeting. */
@Path("/district-board")
@Produces(MediaType.TEXT_HTML)
@PermitAll // it decides by itself, to answer with a page instead of a bare status
@RunOnVirtualThread
class DistrictBoardResource {
    private static final int KECAMATAN_LENGTH = 8;

    private final Database database;
    private final Areas areas;
    private final DistrictBoardView view;
    private final Visitor visitor;

    DistrictBoardResource(Database database, Areas areas, DistrictBoardView view, Visitor visitor) {
        this.database = database;
        this.areas = areas;
        this.view = view;
        this.visitor = visitor;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance district(DistrictBoard view, String language);
    }

    @GET
    public Response board(
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
        BoardMessages own = Pages.words(BoardMessages.class, locale);
        Optional<Area> found =
                database.read(visitor.scope(), sql -> visitor.ownArea(area).flatMap(code -> areas.find(sql, code)));
        if (found.isEmpty()) {
            return Pages.note(404, locale, own.title(), words.notYours());
        }
        if (found.get().code().length() != KECAMATAN_LENGTH) {
            return Pages.note(404, locale, own.title(), own.onlyKecamatan());
        }
        DistrictBoardView.Asked asked =
                new DistrictBoardView.Asked(found.get(), Pages.yearMonth(month), new Wording(locale));
        DistrictBoard board = view.of(visitor.scope(), asked, headers.getHeaderString(HttpHeaders.AUTHORIZATION));
        return Pages.page(Templates.district(board, locale.getLanguage()).setLocale(locale));
    }
}
