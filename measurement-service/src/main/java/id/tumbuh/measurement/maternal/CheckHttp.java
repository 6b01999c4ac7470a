package id.tumbuh.measurement.maternal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import id.tumbuh.measurement.assessment.MeasurementProblem;
import id.tumbuh.measurement.maternal.CheckBook.Changed;
import id.tumbuh.measurement.maternal.CheckBook.Taken;
import id.tumbuh.measurement.maternal.CheckRows.ContentReader;
import id.tumbuh.measurement.maternal.CheckRows.Row;
import id.tumbuh.measurement.maternal.CheckStore.PageEnd;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Cursor;
import id.tumbuh.platform.http.Languages;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.platform.http.Versions;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Checks of one kind over HTTP: what both kinds answer alike. */
final class CheckHttp<C extends CheckContent, F> {

    private static final int MOST_PER_PAGE = 200;

    private final CheckBook<C, F> book;
    private final Supplier<ContentReader<C>> readers;
    private final BiFunction<F, Locale, Object> words;
    private final Caller caller;

    CheckHttp(
            CheckBook<C, F> book,
            Supplier<ContentReader<C>> readers,
            BiFunction<F, Locale, Object> words,
            Caller caller) {
        this.book = book;
        this.readers = readers;
        this.words = words;
        this.caller = caller;
    }

    /** A body, the day it came on, and whose language to answer in. */
    @SuppressWarnings("ArrayRecordComponent") // read once, compared by nobody
    record Request(byte[] body, LocalDate today, HttpHeaders headers) {
        Locale language() {
            return Languages.of(headers);
        }
    }

    /** A check as it is read. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CheckBody<C>(
            UUID id,
            long version,
            boolean voided,
            @Nullable CorrectionReason reason,
            @JsonUnwrapped C content,
            Object finding) {}

    /** What became of a row. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RowBody(
            @Nullable UUID id, String outcome, @Nullable Object finding, Problem.@Nullable Body problem) {}

    Response batch(Request request) throws IOException {
        List<Row<C>> rows = CheckRows.readAll(request.body(), request.today(), readers);
        List<Taken<F>> taken = book.take(rows, caller);
        List<RowBody> answers = new ArrayList<>(rows.size());
        for (int number = 0; number < rows.size(); number++) {
            answers.add(row(number, rows.get(number), taken.get(number), request.language()));
        }
        return noStore(Response.ok(answers));
    }

    private RowBody row(int number, Row<C> row, Taken<F> taken, Locale language) {
        Problem problem = switch (taken.word()) {
            case CREATED, UNCHANGED -> null;
            case CONFLICT -> Problem.of(MaternalProblem.CHECK_CONFLICT);
            case UNKNOWN_AREA ->
                Problem.of(CommonProblem.INVALID_REQUEST).at("/" + number + "/areaCode", MaternalProblem.UNKNOWN_AREA);
            case INVALID -> Problem.of(CommonProblem.INVALID_REQUEST, row.violations());
        };
        String outcome = taken.word() == Taken.Word.UNKNOWN_AREA
                ? Taken.Word.INVALID.name()
                : taken.word().name();
        Object finding = taken.finding() == null ? null : words.apply(taken.finding(), language);
        return new RowBody(row.id(), outcome, finding, problem == null ? null : problem.body(language));
    }

    Response one(String id, HttpHeaders headers) {
        return book.read(id(id), caller)
                .map(check -> answer(check, Languages.of(headers)))
                .orElseThrow(CheckHttp::notFound);
    }

    /** What was asked of a list. */
    record PageRequest(String subject, int limit, @Nullable String after) {}

    Response list(PageRequest asked, UriInfo uri, HttpHeaders headers) {
        int limit = asked.limit();
        if (limit < 1 || limit > MOST_PER_PAGE) {
            throw new ProblemException(
                    Problem.of(CommonProblem.INVALID_REQUEST).at("/limit", CommonProblem.OUT_OF_RANGE));
        }
        PageEnd after = asked.after() == null ? null : pageEnd(asked.after());
        List<Check<C, F>> found = book.ofSubject(id(asked.subject()), after, limit, caller);
        if (found.isEmpty() && after == null) {
            throw notFound();
        }
        List<Check<C, F>> page = found.subList(0, Math.min(limit, found.size()));
        Locale language = Languages.of(headers);
        Response.ResponseBuilder response =
                Response.ok(page.stream().map(check -> body(check, language)).toList());
        if (found.size() > limit) {
            Check<C, F> last = page.getLast();
            String cursor = Cursor.after(
                            last.content().checkedOn().toString(), last.id().toString())
                    .encoded();
            response.link(
                    uri.getRequestUriBuilder()
                            .replaceQueryParam("limit", limit)
                            .replaceQueryParam("after", cursor)
                            .build(),
                    "next");
        }
        return noStore(response);
    }

    Response correct(String id, @Nullable String ifMatch, Request request) throws IOException {
        UUID check = id(id);
        long expected = Versions.required(ifMatch);
        Row<C> row = CheckRows.readOne(request.body(), request.today(), readers);
        return answer(book.correct(check, expected, row, caller), request.language());
    }

    Response remove(String id, @Nullable String ifMatch, @Nullable String reason, HttpHeaders headers) {
        UUID check = id(id);
        long expected = Versions.required(ifMatch);
        CorrectionReason why = CorrectionReason.of(reason == null ? "" : reason)
                .orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST)
                        .at("/reason", reason == null ? CommonProblem.REQUIRED : MeasurementProblem.UNKNOWN_WORD)));
        return answer(book.voidIt(check, expected, why, caller), Languages.of(headers));
    }

    private Response answer(Changed<C, F> changed, Locale language) {
        return switch (changed) {
            case Changed.Done<C, F>(var check) -> answer(check, language);
            case Changed.Unknown<C, F> _ -> throw notFound();
            case Changed.Stale<C, F> _ -> throw problem(Problem.of(CommonProblem.PRECONDITION_FAILED));
            case Changed.Voided<C, F> _ -> throw problem(Problem.of(MaternalProblem.CHECK_VOIDED));
            case Changed.OfSomebodyElse<C, F> _ ->
                throw problem(Problem.of(CommonProblem.INVALID_REQUEST).at("", MaternalProblem.FIXED_FIELD));
            case Changed.UnknownArea<C, F> _ ->
                throw problem(Problem.of(CommonProblem.INVALID_REQUEST).at("/areaCode", MaternalProblem.UNKNOWN_AREA));
        };
    }

    private Response answer(Check<C, F> check, Locale language) {
        return noStore(Response.ok(body(check, language)).tag(Versions.tag(check.version())));
    }

    private CheckBody<C> body(Check<C, F> check, Locale language) {
        return new CheckBody<>(
                check.id(),
                check.version(),
                check.voided(),
                check.reason(),
                check.content(),
                words.apply(check.finding(), language));
    }

    private static Response noStore(Response.ResponseBuilder response) {
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private static PageEnd pageEnd(String cursor) {
        List<String> key = Cursor.decode(cursor, 2).key();
        try {
            return new PageEnd(LocalDate.parse(key.get(0)), UUID.fromString(key.get(1)));
        } catch (DateTimeException | IllegalArgumentException notOurs) {
            throw problem(Problem.of(CommonProblem.INVALID_CURSOR));
        }
    }

    /** What is no id names nothing. */
    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw notFound();
        }
    }

    private static ProblemException notFound() {
        return problem(Problem.of(CommonProblem.NOT_FOUND));
    }

    private static ProblemException problem(Problem problem) {
        return new ProblemException(problem);
    }
}
