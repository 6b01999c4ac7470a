package id.tumbuh.reporting.page;

import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.platform.session.FormToken;
import id.tumbuh.reporting.listed.ListEntry;
import id.tumbuh.reporting.statement.Kept;
import id.tumbuh.reporting.statement.Writer;
import id.tumbuh.reporting.survey.FigureForm;
import id.tumbuh.reporting.survey.RecordFigure;
import id.tumbuh.reporting.survey.RecordedFigure;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The form that records a figure of a national list: the same as the API, through the same use case. */
@Path("/national-lists/record")
@Produces(MediaType.TEXT_HTML)
@PermitAll // it decides by itself, to answer with a page instead of a bare status
@RunOnVirtualThread
class RecordResource {
    private final Opening opening;
    private final RecordForms forms;
    private final RecordFigure recording;
    private final Recorder recorder;
    private final Caller caller;

    RecordResource(Opening opening, RecordForms forms, RecordFigure recording, Recorder recorder, Caller caller) {
        this.opening = opening;
        this.forms = forms;
        this.recording = recording;
        this.recorder = recorder;
        this.caller = caller;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance record(RecordPage view, String language);
    }

    @GET
    @Operation(hidden = true)
    public Response form(@Context UriInfo uri, @Context HttpHeaders headers) {
        return open(
                new RecordSent(uri.getQueryParameters()),
                (open, entry) -> forms.first(open, entry, EvaluationPageResource.bearer(headers)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response record(MultivaluedMap<String, String> fields, @Context HttpHeaders headers) {
        RecordSent sent = new RecordSent(fields);
        String bearer = EvaluationPageResource.bearer(headers);
        return open(
                sent,
                (open, entry) -> sent.id()
                        .filter(_ -> FormToken.matches(bearer, sent.text("token")))
                        .map(id -> record(open, entry, id, bearer))
                        .orElseGet(() -> note(403, open, open.words().formOld())));
    }

    private Response open(RecordSent sent, BiFunction<RecordForms.Open, ListEntry, Response> step) {
        RecordMessages words = Pages.words(RecordMessages.class, sent.locale());
        return opening.open(
                new Opening.Asked(sent.text("area"), sent.text("lang")),
                words.title(),
                (sql, place) -> forms.open(sql, place, sent),
                open -> {
                    if (!recorder.mayRecord()) {
                        return note(403, open, words.notYours());
                    }
                    ListEntry entry = open.entry();
                    return entry == null
                            ? note(404, open, Pages.words(sent.locale()).notYours())
                            : step.apply(open, entry);
                });
    }

    private Response record(RecordForms.Open open, ListEntry entry, UUID id, String bearer) {
        RecordedEntry typed = RecordedEntry.of(open.sent().fields());
        FigureForm form = typed.form(open.place().area().code(), entry.indicator());
        List<Problem.Violation> faults = typed.faults(form);
        if (!faults.isEmpty()) {
            return forms.again(400, open, entry, id, new RecordForms.Filled(typed, faults, null), bearer);
        }
        try {
            return switch (recording.record(Writer.over(caller, open.sent().version()), id, form)) {
                case Kept.Created<RecordedFigure> _, Kept.Changed<RecordedFigure> _, Kept.Unchanged<RecordedFigure> _ ->
                    seen(open, entry);
                case Kept.Taken<RecordedFigure> _ ->
                    forms.again(
                            409,
                            open,
                            entry,
                            id,
                            new RecordForms.Filled(typed, faults, open.words().taken()),
                            bearer);
                case Kept.Stale<RecordedFigure> _ ->
                    forms.again(
                            412,
                            open,
                            entry,
                            id,
                            new RecordForms.Filled(typed, faults, open.words().stale()),
                            bearer);
                case Kept.NotYours<RecordedFigure> _ ->
                    note(403, open, open.words().notYours());
            };
        } catch (ProblemException wrong) {
            List<Problem.Violation> named =
                    RecordedEntry.byField(wrong.problem().errors());
            return forms.again(400, open, entry, id, new RecordForms.Filled(typed, named, null), bearer);
        }
    }

    /** A page that is loaded again sends nothing again. */
    private static Response seen(RecordForms.Open open, ListEntry entry) {
        RecordSent sent = open.sent();
        return Response.seeOther(UriBuilder.fromPath("/national-lists")
                        .queryParam("area", open.place().area().code())
                        .queryParam("list", sent.list())
                        .queryParam("period", sent.period().code())
                        .queryParam("recorded", entry.indicator())
                        .queryParam("lang", open.locale().getLanguage())
                        .build())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Response note(int status, RecordForms.Open open, String why) {
        return Pages.note(status, open.locale(), open.words().title(), why);
    }
}
