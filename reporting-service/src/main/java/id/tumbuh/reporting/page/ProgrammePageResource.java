package id.tumbuh.reporting.page;

import id.tumbuh.reporting.csv.Csv;
import id.tumbuh.reporting.csv.Dictionary;
import id.tumbuh.reporting.page.Opening.Asked;
import id.tumbuh.reporting.programme.Programme;
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
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The page of offices and budget, and its programmes as a file. */
@Path("/programmes")
@Produces(MediaType.TEXT_HTML)
@PermitAll // it decides by itself, to answer with a page instead of a bare status
@RunOnVirtualThread
class ProgrammePageResource {
    /** More than a province has in a year. */
    private static final int MOST = 50_000;

    private final Opening opening;
    private final ProgrammeView view;
    private final Intervention intervention;

    ProgrammePageResource(Opening opening, ProgrammeView view, Intervention intervention) {
        this.opening = opening;
        this.view = view;
        this.intervention = intervention;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance programmes(ProgrammePage view, String language);
    }

    @GET
    public Response programmes(
            @QueryParam("area") @Nullable String area,
            @QueryParam("year") @Nullable String year,
            @QueryParam("lang") @Nullable String lang,
            @Context HttpHeaders headers) {
        Asked asked = new Asked(area, lang);
        ProgrammeMessages words = Pages.words(ProgrammeMessages.class, asked.locale());
        return opening.open(
                asked,
                words.title(),
                (sql, place) -> view.read(sql, place, Pages.year(year)),
                read -> Pages.page(Templates.programmes(
                                view.page(read, told(read, headers), asked.locale()),
                                asked.locale().getLanguage())
                        .setLocale(asked.locale())));
    }

    /** Each programme a row, its words as far as the reader may know them. */
    @GET
    @Path("programmes.csv")
    @Produces("text/csv;charset=UTF-8")
    public Response file(
            @QueryParam("area") @Nullable String area,
            @QueryParam("year") @Nullable String year,
            @Context HttpHeaders headers) {
        Asked asked = new Asked(area, null);
        ProgrammeMessages words = Pages.words(ProgrammeMessages.class, asked.locale());
        return opening.open(
                asked,
                words.title(),
                (sql, place) -> view.read(sql, place, Pages.year(year), MOST),
                read -> Response.ok(csv(
                                        read,
                                        new ProgrammeWords(
                                                words, told(read, headers).orElse(Intervention.Words.NONE)))
                                .toString())
                        .type("text/csv;charset=UTF-8")
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"programmes-" + read.area() + "-" + read.year() + ".csv\"")
                        .build());
    }

    /** Not asked when there is nothing to name. */
    private Intervention.Answer<Intervention.Words> told(ProgrammeView.Read read, HttpHeaders headers) {
        return read.list().isEmpty()
                ? new Intervention.Answer.Told<>(Intervention.Words.NONE)
                : intervention.words(read.area(), read.year(), headers.getHeaderString(HttpHeaders.AUTHORIZATION));
    }

    private static Csv csv(ProgrammeView.Read read, ProgrammeWords named) {
        Csv csv = Dictionary.begin("programmes");
        for (Programme one : read.list()) {
            csv.row(Arrays.asList(
                    one.id(),
                    read.year(),
                    one.area(),
                    one.areaName(),
                    one.field(),
                    named.office(one),
                    named.title(one),
                    one.kind(),
                    one.indicator(),
                    named.unit(one),
                    one.target(),
                    one.output(),
                    one.budget(),
                    one.spent().get(0),
                    one.spent().get(1),
                    one.spent().get(2),
                    one.spent().get(3),
                    one.lateInOutput(),
                    one.lateInSpending(),
                    one.partOf(),
                    read.asOf()));
        }
        return csv;
    }
}
