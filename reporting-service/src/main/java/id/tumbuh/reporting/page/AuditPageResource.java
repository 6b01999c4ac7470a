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

/** The page of case audits. */
@Path("/audits")
@Produces(MediaType.TEXT_HTML)
@PermitAll // it decides by itself, to answer with a page instead of a bare status
@RunOnVirtualThread
class AuditPageResource {
    private final Opening opening;
    private final AuditView view;
    private final Visitor visitor;

    AuditPageResource(Opening opening, AuditView view, Visitor visitor) {
        this.opening = opening;
        this.view = view;
        this.visitor = visitor;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance audits(AuditPage view, String language);
    }

    @GET
    public Response audits(
            @QueryParam("area") @Nullable String area,
            @QueryParam("semester") @Nullable String semester,
            @QueryParam("lang") @Nullable String lang) {
        Asked asked = new Asked(area, lang);
        return opening.open(
                asked,
                Pages.words(AuditMessages.class, asked.locale()).title(),
                (sql, place) -> view.read(sql, place, semester, visitor.mayReadAudits()),
                read -> Pages.page(Templates.audits(
                                view.page(read, asked.locale()), asked.locale().getLanguage())
                        .setLocale(asked.locale())));
    }
}
