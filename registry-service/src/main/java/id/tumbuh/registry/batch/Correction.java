package id.tumbuh.registry.batch;

import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.platform.http.Versions;
import jakarta.ws.rs.core.Response;

/** What became of a correction. */
public sealed interface Correction {
    record Done(long version) implements Correction {}

    /** It is so already: the same correction sent again. */
    record Unchanged(long version) implements Correction {}

    /** Somebody else was faster. */
    record Stale() implements Correction {}

    /** Not there, or not the actor's business: nobody learns which. */
    record Unknown() implements Correction {}

    record Refused(Registration.Invalid reason) implements Correction {}

    /** The answer to a PUT. */
    default Response response() {
        return switch (this) {
            case Done(var version) ->
                Response.noContent().tag(Versions.tag(version)).build();
            case Unchanged(var version) ->
                Response.noContent().tag(Versions.tag(version)).build();
            case Stale() -> throw new ProblemException(Problem.of(CommonProblem.PRECONDITION_FAILED));
            case Unknown() -> throw new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
            case Refused(var reason) -> throw new ProblemException(RowAnswer.problem(reason));
        };
    }
}
