package id.tumbuh.intervention.change;

import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemCode;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.platform.http.Versions;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** What became of a change, over HTTP: the thing as it stands with its version as the tag, or why not. */
public final class Answers {
    private Answers() {}

    public static <T> Response of(Change<T> change, Function<T, ?> view, ToLongFunction<T> version) {
        return switch (change) {
            case Change.Created<T>(var now) -> answer(201, view.apply(now), version.applyAsLong(now));
            case Change.Done<T>(var now) -> answer(200, view.apply(now), version.applyAsLong(now));
            case Change.Unchanged<T>(var now) -> answer(200, view.apply(now), version.applyAsLong(now));
            case Change.Stale<T>() -> throw problem(CommonProblem.PRECONDITION_FAILED);
            case Change.Unknown<T>() -> throw problem(CommonProblem.NOT_FOUND);
            case Change.Refused<T> refused -> throw new ProblemException(refused.problem());
        };
    }

    public static <T> Response one(T found, Function<T, ?> view, ToLongFunction<T> version) {
        return answer(200, view.apply(found), version.applyAsLong(found));
    }

    public static ProblemException problem(ProblemCode reason) {
        return new ProblemException(Problem.of(reason));
    }

    public static ProblemException invalid(String pointer, ProblemCode reason) {
        return new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).at(pointer, reason));
    }

    private static Response answer(int status, Object body, long version) {
        return Response.status(status)
                .tag(Versions.tag(version))
                .header("Cache-Control", "no-store")
                .entity(body)
                .build();
    }
}
