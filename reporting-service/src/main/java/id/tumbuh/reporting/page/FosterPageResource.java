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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The page of sponsors. */
@Path("/foster-parents")
@Produces(MediaType.TEXT_HTML)
@PermitAll // it decides by itself, to answer with a page instead of a bare status
@RunOnVirtualThread
class FosterPageResource {
    private final Opening opening;
    private final FosterView view;
    private final Intervention intervention;

    FosterPageResource(Opening opening, FosterView view, Intervention intervention) {
        this.opening = opening;
        this.view = view;
        this.intervention = intervention;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance foster(FosterPage view, String language);
    }

    @GET
    public Response foster(
            @QueryParam("area") @Nullable String area,
            @QueryParam("lang") @Nullable String lang,
            @Context HttpHeaders headers) {
        Asked asked = new Asked(area, lang);
        return opening.open(
                asked, Pages.words(FosterMessages.class, asked.locale()).title(), view::read, read -> {
                    Intervention.Answer<InterventionRecords.Sponsors> told = intervention.sponsors(
                            read.place().area().code(), headers.getHeaderString(HttpHeaders.AUTHORIZATION));
                    return Pages.page(Templates.foster(
                                    view.page(read, told, asked.locale()),
                                    asked.locale().getLanguage())
                            .setLocale(asked.locale()));
                });
    }
}
