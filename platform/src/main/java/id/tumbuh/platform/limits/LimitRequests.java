package id.tumbuh.platform.limits;

import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Refuses an application that asks too often, by the client of its token, before anything is read for it. */
@Provider
@Priority(Priorities.USER)
class LimitRequests implements ContainerRequestFilter {
    private final Limits limits;
    private final Caller caller;

    LimitRequests(Limits limits, Caller caller) {
        this.limits = limits;
        this.caller = caller;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        int wait = limits.secondsToWait(
                caller, request.getMethod(), request.getUriInfo().getPath());
        if (wait > 0) {
            throw new ProblemException(
                    Problem.of(CommonProblem.TOO_MANY_REQUESTS).retryAfter(wait));
        }
    }
}
