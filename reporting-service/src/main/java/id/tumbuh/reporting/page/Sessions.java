package id.tumbuh.reporting.page;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;

/**
 * A signed-in browser: its token lies in a cookie that scripts can't read and other sites can't send.
 *
 * <p>The cookie stands in for the bearer token of reading requests only, so nothing can be changed with it.
 */
@ApplicationScoped
class Sessions {
    static final String COOKIE = "tumbuh_session";
    /** Before authentication (200), which then checks the token like any other. */
    private static final int BEFORE_AUTHENTICATION = 280;

    void register(@Observes Filters filters) {
        filters.register(Sessions::useCookie, BEFORE_AUTHENTICATION);
    }

    static NewCookie cookie(String token) {
        return new NewCookie.Builder(COOKIE)
                .value(token)
                .path("/")
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }

    private static void useCookie(RoutingContext context) {
        Cookie cookie = context.request().getCookie(COOKIE);
        boolean reading = HttpMethod.GET.equals(context.request().method());
        if (cookie != null && reading && !context.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
            context.request().headers().set(HttpHeaders.AUTHORIZATION, "Bearer " + cookie.getValue());
        }
        context.next();
    }
}
