package id.tumbuh.reporting.statement;

import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemCode;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.platform.http.Versions;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;

/** Statements over HTTP, with their version as the tag. */
public final class KeptAnswer {
    private KeptAnswer() {}

    public static <T extends Statement<T>> Response of(Kept<T> kept, Function<T, ?> view) {
        return switch (kept) {
            case Kept.Created<T>(T now) -> answer(201, now, view);
            case Kept.Changed<T>(T now) -> answer(200, now, view);
            case Kept.Unchanged<T>(T now) -> answer(200, now, view);
            case Kept.Taken<T>() -> throw problem(CommonProblem.CONFLICT);
            case Kept.Stale<T>() -> throw problem(CommonProblem.PRECONDITION_FAILED);
            case Kept.NotYours<T>() -> throw problem(CommonProblem.FORBIDDEN);
        };
    }

    public static <T extends Statement<T>> Response one(T found, Function<T, ?> view) {
        return answer(200, found, view);
    }

    public static ProblemException invalid(String pointer, ProblemCode reason) {
        return new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).at(pointer, reason));
    }

    private static ProblemException problem(ProblemCode code) {
        return new ProblemException(Problem.of(code));
    }

    private static <T extends Statement<T>> Response answer(int status, T now, Function<T, ?> view) {
        return Response.status(status)
                .tag(Versions.tag(now.version()))
                .entity(view.apply(now))
                .build();
    }
}
