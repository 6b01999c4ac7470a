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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calendar of actions. */
@Path("/calendar")
@Produces(MediaType.TEXT_HTML)
@PermitAll // it decides by itself, to answer with a page instead of a bare status
@RunOnVirtualThread
class CalendarPageResource {
    private final Opening opening;
    private final CalendarView view;
    private final Intervention intervention;

    CalendarPageResource(Opening opening, CalendarView view, Intervention intervention) {
        this.opening = opening;
        this.view = view;
        this.intervention = intervention;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance calendar(CalendarPage view, String language);
    }

    @GET
    public Response calendar(
            @QueryParam("area") @Nullable String area,
            @QueryParam("year") @Nullable String year,
            @QueryParam("lang") @Nullable String lang,
            @Context HttpHeaders headers) {
        Asked asked = new Asked(area, lang);
        return opening.open(
                asked,
                Pages.words(AgendaMessages.class, asked.locale()).title(),
                (sql, place) -> view.read(sql, place, Pages.year(year)),
                read -> {
                    Intervention.Answer<List<InterventionRecords.Entry>> told = intervention.calendar(
                            read.area(),
                            read.year(),
                            asked.locale(),
                            headers.getHeaderString(HttpHeaders.AUTHORIZATION));
                    return Pages.page(Templates.calendar(
                                    view.page(read, told, asked.locale()),
                                    asked.locale().getLanguage())
                            .setLocale(asked.locale()));
                });
    }
}
