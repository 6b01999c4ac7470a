package id.tumbuh.platform.limits;

import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/** Refuses who asks too often, by the client of the token or the address of who has none, before anything is read for it. */
@Provider
@Priority(Priorities.USER)
class LimitRequests implements ContainerRequestFilter {
    private final Limits limits;
    private final Caller caller;
    private final CurrentVertxRequest current;

    LimitRequests(Limits limits, Caller caller, CurrentVertxRequest current) {
        this.limits = limits;
        this.caller = caller;
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        if (!limits.counts(request.getMethod(), path)) {
            return;
        }
        int wait = limits.secondsToWait(Asker.of(caller, address()), request.getMethod(), path);
        if (wait > 0) {
            throw new ProblemException(
                    Problem.of(CommonProblem.TOO_MANY_REQUESTS).retryAfter(wait));
        }
    }

    /** Of the client; behind a proxy of the one that the proxy names, where the settings trust it (quarkus.http.proxy). */
    private @Nullable String address() {
        SocketAddress remote = current.getCurrent().request().remoteAddress();
        return remote == null ? null : remote.hostAddress();
    }
}
