package id.tumbuh.reporting.page;

import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.reporting.evaluation.Asking;
import id.tumbuh.reporting.evaluation.EvaluationMessages;
import id.tumbuh.reporting.evaluation.Office;
import id.tumbuh.reporting.evaluation.ReportWording;
import id.tumbuh.reporting.indicator.Period;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The page of tiered evaluation: what is due below, the area's own report, and the forms of both sides. */
@Path("/evaluations")
@Produces(MediaType.TEXT_HTML)
@PermitAll // it decides by itself, to answer with a page instead of a bare status
@RunOnVirtualThread
class EvaluationPageResource {
    private final EvaluationPages pages;
    private final Visitor visitor;
    private final Caller caller;

    EvaluationPageResource(EvaluationPages pages, Visitor visitor, Caller caller) {
        this.pages = pages;
        this.visitor = visitor;
        this.caller = caller;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance evaluations(EvaluationPage view, String language);
    }

    @GET
    @Operation(hidden = true)
    public Response evaluations(@Context UriInfo uri, @Context HttpHeaders headers) {
        Query query = new Query(uri);
        Locale locale = Pages.locale(query.text("lang"));
        Messages words = Pages.words(locale);
        EvaluationMessages evaluation = ReportWording.words(locale);
        if (!visitor.mayRead()) {
            return Pages.note(401, locale, words.signIn(), words.signInHint());
        }
        Optional<Period> period = period(query.text("period"));
        return visitor.ownArea(query.text("area"))
                .filter(_ -> period.isPresent())
                .flatMap(area -> pages.of(new EvaluationPages.Wanted(
                        area,
                        period.get(),
                        "now".equals(query.text("as")),
                        Office.of(caller),
                        bearer(headers),
                        locale,
                        EvaluationDone.read(query.text("done"), evaluation))))
                .map(page -> sending(
                        Templates.evaluations(page, locale.getLanguage()).setLocale(locale)))
                .orElseGet(() -> Pages.note(404, locale, evaluation.title(), words.notYours()));
    }

    private record Query(UriInfo uri) {
        @Nullable
        String text(String name) {
            return uri.getQueryParameters().getFirst(name);
        }
    }

    private static Optional<Period> period(@Nullable String asked) {
        try {
            return Optional.of(Asking.semester(asked));
        } catch (ProblemException noSemester) {
            return Optional.empty();
        }
    }

    private static Response sending(TemplateInstance template) {
        return Pages.sending(200, template);
    }

    /** Sent by the reader, or set from its cookie. */
    static String bearer(HttpHeaders headers) {
        String header = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
        return header == null ? "" : header;
    }
}
