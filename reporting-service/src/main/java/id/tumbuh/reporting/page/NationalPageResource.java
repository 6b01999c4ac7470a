package id.tumbuh.reporting.page;

import id.tumbuh.reporting.page.Opening.Asked;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The page of the indicators that the centre asks for. */
@Path("/national-lists")
@Produces(MediaType.TEXT_HTML)
@PermitAll // it decides by itself, to answer with a page instead of a bare status
@RunOnVirtualThread
class NationalPageResource {
    private final Opening opening;
    private final NationalView view;

    NationalPageResource(Opening opening, NationalView view) {
        this.opening = opening;
        this.view = view;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance national(NationalPage view, String language);
    }

    @GET
    public Response lists(
            @QueryParam("area") @Nullable String area,
            @QueryParam("list") @Nullable String list,
            @QueryParam("period") @Nullable String period,
            @QueryParam("recorded") @Nullable String recorded,
            @QueryParam("lang") @Nullable String lang) {
        Asked asked = new Asked(area, lang);
        return opening.open(
                asked,
                Pages.words(NationalMessages.class, asked.locale()).title(),
                (sql, place) -> view.read(sql, place, list, period),
                read -> Pages.page(Templates.national(
                                view.page(read, asked.locale(), recorded),
                                asked.locale().getLanguage())
                        .setLocale(asked.locale())));
    }
}
