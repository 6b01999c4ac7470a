package id.tumbuh.reporting.page;

import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Form;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.platform.session.FormToken;
import id.tumbuh.reporting.evaluation.Asking;
import id.tumbuh.reporting.evaluation.DecideEvaluation;
import id.tumbuh.reporting.evaluation.DraftForm;
import id.tumbuh.reporting.evaluation.EvaluationKey;
import id.tumbuh.reporting.evaluation.Office;
import id.tumbuh.reporting.evaluation.RemarksForm;
import id.tumbuh.reporting.evaluation.ReportWording;
import id.tumbuh.reporting.evaluation.WriteEvaluation;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What the forms of the page do: the same as the API, through the same use cases. */
@Path("/evaluations")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
@PermitAll // each form decides by itself, to answer with a page instead of a bare status
@RunOnVirtualThread
class EvaluationFormResource {
    private final WriteEvaluation write;
    private final DecideEvaluation decide;
    private final Visitor visitor;
    private final Caller caller;

    EvaluationFormResource(WriteEvaluation write, DecideEvaluation decide, Visitor visitor, Caller caller) {
        this.write = write;
        this.decide = decide;
        this.visitor = visitor;
        this.caller = caller;
    }

    @POST
    @Path("write")
    @Operation(hidden = true)
    public Response write(MultivaluedMap<String, String> sent, @Context HttpHeaders headers) {
        return send(new Sent(sent), headers, (fields, key) -> {
            DraftForm form = checked(new DraftForm(fields.text("obstacles"), fields.text("followUp")));
            long version = fields.version();
            write.write(Office.of(caller), key, form, version == 0 ? null : version)
                    .orThrow();
            return EvaluationDone.WRITTEN;
        });
    }

    @POST
    @Path("submit")
    @Operation(hidden = true)
    public Response submit(MultivaluedMap<String, String> sent, @Context HttpHeaders headers) {
        return send(new Sent(sent), headers, (fields, key) -> {
            write.submit(Office.of(caller), key, fields.version()).orThrow();
            return EvaluationDone.SUBMITTED;
        });
    }

    @POST
    @Path("return")
    @Operation(hidden = true)
    public Response giveBack(MultivaluedMap<String, String> sent, @Context HttpHeaders headers) {
        return send(new Sent(sent), headers, (fields, key) -> {
            decide(fields, key, false);
            return EvaluationDone.RETURNED;
        });
    }

    @POST
    @Path("accept")
    @Operation(hidden = true)
    public Response accept(MultivaluedMap<String, String> sent, @Context HttpHeaders headers) {
        return send(new Sent(sent), headers, (fields, key) -> {
            decide(fields, key, true);
            return EvaluationDone.ACCEPTED;
        });
    }

    private void decide(Sent fields, EvaluationKey key, boolean accepts) {
        RemarksForm form = checked(new RemarksForm(fields.text("remarks")));
        decide.decide(Office.of(caller), key, new DecideEvaluation.Decision(accepts, form.value(), fields.version()))
                .orThrow();
    }

    /** A form has to come from a page that was made for this sign-in; what is refused is answered with a page that says why. */
    private Response send(Sent fields, HttpHeaders headers, BiFunction<Sent, EvaluationKey, EvaluationDone> step) {
        Locale locale = Pages.locale(fields.text("lang"));
        Optional<Response> closed = visitor.closed(locale);
        if (closed.isPresent()) {
            return closed.get();
        }
        if (!FormToken.matches(EvaluationPageResource.bearer(headers), fields.text("token"))) {
            return Pages.note(
                    403,
                    locale,
                    ReportWording.words(locale).refused(),
                    ReportWording.words(locale).formOld());
        }
        try {
            EvaluationKey key = Asking.key(fields.text("area"), fields.text("period"), visitor.scope());
            return seen(key, step.apply(fields, key), locale);
        } catch (ProblemException refused) {
            return refused(locale, refused.problem());
        }
    }

    private static Response refused(Locale locale, Problem problem) {
        String why = Stream.concat(
                        Stream.of(problem.code().title(locale)),
                        problem.errors().stream().map(error -> error.reason().title(locale)))
                .distinct()
                .collect(Collectors.joining(". ", "", "."));
        return Pages.note(
                problem.code().status(), locale, ReportWording.words(locale).refused(), why);
    }

    /** A page that is loaded again sends nothing again. */
    private static Response seen(EvaluationKey key, EvaluationDone done, Locale locale) {
        return Response.seeOther(UriBuilder.fromPath("/evaluations")
                        .queryParam("area", key.area())
                        .queryParam("period", key.period().code())
                        .queryParam("done", done.name())
                        .queryParam("lang", locale.getLanguage())
                        .build())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static <F extends Form> F checked(F form) {
        form.fault().ifPresent(fault -> {
            throw new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).at(fault.pointer(), fault.reason()));
        });
        return form;
    }

    /** What a form sends, field by field. */
    private record Sent(MultivaluedMap<String, String> fields) {
        @Nullable
        String text(String name) {
            return fields.getFirst(name);
        }

        /** The one its page was made of; 0 before anybody wrote anything. */
        long version() {
            String version = text("version");
            if (version == null || !version.matches("\\d{1,18}")) {
                throw new ProblemException(
                        Problem.of(CommonProblem.INVALID_REQUEST).at("/version", CommonProblem.REQUIRED));
            }
            return Long.parseLong(version);
        }

        @Override
        public String toString() {
            return "Sent[" + fields.size() + "]";
        }
    }
}
