package id.tumbuh.platform.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * A signed-in browser: its token lies in a cookie that scripts can't read and other sites can't send.
 *
 * <p>The cookie stands in for the bearer token of reading requests, and of the few POSTs that a page of this very origin
 * makes and says so (ADR 8), or that a form on it makes (ADR 22); nothing else can be changed with it.
 */
@ApplicationScoped
public class Sessions {
    /** Set by our scripts. A form can't set a header, and a script of another origin has to ask first and is refused. */
    public static final String PAGE_HEADER = "X-Tumbuh-Page";

    /** Before authentication (200), which then checks the token like any other. */
    private static final int BEFORE_AUTHENTICATION = 280;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Optional<String> name;
    private final Set<String> postPaths;
    private final Set<String> formPaths;

    Sessions(SessionConfig config) {
        this.name = config.cookie();
        this.postPaths = Set.copyOf(config.postPaths().orElse(Set.of()));
        this.formPaths = Set.copyOf(config.formPaths().orElse(Set.of()));
    }

    void register(@Observes Filters filters) {
        name.ifPresent(cookie -> filters.register(context -> useCookie(context, cookie), BEFORE_AUTHENTICATION));
    }

    /** Ends with its token, so that an old one is not sent for ever. */
    public NewCookie cookie(String token) {
        Duration left = Duration.between(Instant.now(), expiry(token));
        return builder()
                .value(token)
                .maxAge((int) Math.max(0, left.toSeconds()))
                .build();
    }

    /** Signs out. */
    public NewCookie noCookie() {
        return builder().value("").maxAge(0).build();
    }

    private NewCookie.Builder builder() {
        return new NewCookie.Builder(name.orElseThrow())
                .path("/")
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT);
    }

    private void useCookie(RoutingContext context, String cookieName) {
        HttpServerRequest request = context.request();
        Cookie cookie = request.getCookie(cookieName);
        if (cookie != null && !request.headers().contains(HttpHeaders.AUTHORIZATION) && mayStandIn(request)) {
            // An expired one would turn even the page that says "sign in again" into a bare 401.
            if (expiry(cookie.getValue()).isAfter(Instant.now())) {
                request.headers().set(HttpHeaders.AUTHORIZATION, "Bearer " + cookie.getValue());
            }
        }
        context.next();
    }

    private boolean mayStandIn(HttpServerRequest request) {
        return HttpMethod.GET.equals(request.method())
                || (HttpMethod.POST.equals(request.method())
                        && ((postPaths.contains(request.path()) && isOwnPage(request))
                                || (formPaths.contains(request.path()) && isOwnOrigin(request))));
    }

    /** SameSite does not tell the ports of one host apart, so a page of another service is another origin but the same site. */
    public static boolean isOwnPage(HttpServerRequest request) {
        return request.getHeader(PAGE_HEADER) != null && isOwnOrigin(request);
    }

    private static boolean isOwnOrigin(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        return origin != null
                && request.authority() != null
                && origin.equals(request.scheme() + "://" + request.authority());
    }

    /** Read without being believed: only how long the cookie is worth sending depends on it. */
    static Instant expiry(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Instant.EPOCH;
        }
        try {
            JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
            return Instant.ofEpochSecond(claims.path("exp").asLong());
        } catch (IllegalArgumentException | IOException notAToken) {
            return Instant.EPOCH;
        }
    }
}
