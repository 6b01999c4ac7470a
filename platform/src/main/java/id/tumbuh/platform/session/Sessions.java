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

    private static final String STOOD_IN = Sessions.class.getName();

    /** About signing in and out: what is said there needs nobody to be signed in. */
    private static final String OWN_PATHS = "/session/";

    /** Browsers drop a cookie of more than 4096 bytes with its name and attributes, and would sign in for ever. */
    private static final int LARGEST_TOKEN = 3800;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Optional<String> name;
    private final Set<String> postPaths;
    private final Set<String> formPaths;
    private final NewCookie.SameSite sameSite;

    Sessions(SessionConfig config, Issuer issuer) {
        this.name = config.cookie();
        this.postPaths = Set.copyOf(config.postPaths().orElse(Set.of()));
        this.formPaths = Set.copyOf(config.formPaths().orElse(Set.of()));
        // Who comes back from the issuer comes from another site, which a strict cookie would not follow.
        this.sameSite = issuer.isConfigured() ? NewCookie.SameSite.LAX : NewCookie.SameSite.STRICT;
    }

    void register(@Observes Filters filters) {
        name.ifPresent(_ -> filters.register(this::useCookie, BEFORE_AUTHENTICATION));
    }

    /** Ends with its token, so that an old one is not sent for ever. */
    public NewCookie cookie(String token, HttpServerRequest request) {
        Duration left = Duration.between(Instant.now(), expiry(token));
        return builder(request)
                .value(token)
                .maxAge((int) Math.max(0, left.toSeconds()))
                .build();
    }

    /** Signs out. */
    public NewCookie noCookie(HttpServerRequest request) {
        return builder(request).value("").maxAge(0).build();
    }

    private NewCookie.Builder builder(HttpServerRequest request) {
        return new NewCookie.Builder(name.orElseThrow())
                .path("/")
                .httpOnly(true)
                .secure(request.isSSL())
                .sameSite(sameSite);
    }

    boolean fits(String token) {
        return token.length() <= LARGEST_TOKEN;
    }

    /** Whether the bearer token of the request is that of its cookie. */
    static boolean stoodIn(RoutingContext context) {
        return Boolean.TRUE.equals(context.get(STOOD_IN));
    }

    /** The token of a signed-in browser, believed by nobody yet. */
    Optional<String> tokenOf(HttpServerRequest request) {
        return name.map(request::getCookie)
                .map(Cookie::getValue)
                .filter(token -> expiry(token).isAfter(Instant.now()));
    }

    private void useCookie(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!request.headers().contains(HttpHeaders.AUTHORIZATION) && mayStandIn(request)) {
            // An expired one would turn even the page that says "sign in again" into a bare 401.
            tokenOf(request).ifPresent(token -> {
                request.headers().set(HttpHeaders.AUTHORIZATION, "Bearer " + token);
                context.put(STOOD_IN, true);
            });
        }
        context.next();
    }

    private boolean mayStandIn(HttpServerRequest request) {
        String path = request.path();
        if (path == null || path.startsWith(OWN_PATHS)) {
            return false;
        }
        return HttpMethod.GET.equals(request.method())
                || (HttpMethod.POST.equals(request.method())
                        && ((postPaths.contains(path) && isOwnPage(request))
                                || (formPaths.contains(path) && isOwnOrigin(request))));
    }

    /** SameSite does not tell the ports of one host apart, so a page of another service is another origin but the same site. */
    public static boolean isOwnPage(HttpServerRequest request) {
        return request.getHeader(PAGE_HEADER) != null && isOwnOrigin(request);
    }

    static boolean isOwnOrigin(HttpServerRequest request) {
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
