package id.tumbuh.reporting.page;

import id.tumbuh.reporting.Country;
import id.tumbuh.reporting.publication.ReadPublic;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page for everybody: published figures, hidden and rounded. */
@Path("/public")
@Produces(MediaType.TEXT_HTML)
@PermitAll // what is public: hidden and rounded when it was published
@RunOnVirtualThread
class PublicPageResource {
    private static final String CACHED = "public, max-age=300";

    private final ReadPublic figures;

    PublicPageResource(ReadPublic figures) {
        this.figures = figures;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance open(PublicPage view, String language);

        static native TemplateInstance places(List<ReadPublic.Place> places, String language);
    }

    @GET
    public Response figures(
            @QueryParam("area") @Nullable String area,
            @QueryParam("indicator") @Nullable String indicator,
            @QueryParam("lang") @Nullable String lang,
            @Context Request request) {
        Locale locale = Pages.locale(lang);
        if (area == null) {
            return cached(Pages.page(
                    Templates.places(figures.places(), locale.getLanguage()).setLocale(locale)));
        }
        Optional<ReadPublic.Told> told =
                Country.isArea(area) ? figures.newest(area, null) : Optional.<ReadPublic.Told>empty();
        if (told.isEmpty()) {
            PublicMessages words = Pages.words(PublicMessages.class, locale);
            return Pages.note(404, locale, words.title(), words.nothing());
        }
        EntityTag tag = new EntityTag(told.get().hash());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response answer = unchanged != null
                ? unchanged.build()
                : Pages.page(Templates.open(new PublicView(locale).of(told.get(), indicator), locale.getLanguage())
                        .setLocale(locale));
        return Response.fromResponse(cached(answer)).tag(tag).build();
    }

    private static Response cached(Response page) {
        Response.ResponseBuilder answer = Response.fromResponse(page);
        return answer.header(HttpHeaders.CACHE_CONTROL, null)
                .header(HttpHeaders.CACHE_CONTROL, CACHED)
                .build();
    }
}
