package id.tumbuh.platform.session;

import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Languages;
import id.tumbuh.platform.http.Problem;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.AuthenticationFailedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** What goes wrong between a browser and the issuer, in words instead of a bare status. */
@ApplicationScoped
class IssuerFailures {
    /** After authentication, before what would make a problem for programs of it. */
    private static final int ORDER = 0;

    private final Issuer issuer;
    private final Sessions sessions;

    IssuerFailures(Issuer issuer, Sessions sessions) {
        this.issuer = issuer;
        this.sessions = sessions;
    }

    void register(@Observes Router router) {
        if (issuer.isConfigured()) {
            router.route(Issuer.PATH + "*").order(ORDER).failureHandler(IssuerFailures::onTheWay);
            router.route().order(ORDER).failureHandler(this::elsewhere);
        }
    }

    private static void onTheWay(RoutingContext context) {
        if (context.failure() instanceof AuthenticationException) {
            Led.asDecided(context);
        } else if (context.failure() == null) {
            context.next();
        } else {
            Led.toAway(context, context.failure());
        }
    }

    /** A token that is not believed any more, or whose keys nobody has told yet. */
    private void elsewhere(RoutingContext context) {
        if (context.response().headWritten()) {
            context.next();
        } else if (context.failure() instanceof OIDCException) {
            unknownKeys(context);
        } else if (context.failure() instanceof AuthenticationFailedException
                && Sessions.stoodIn(context)
                && wantsPage(context)) {
            // Without the cookie the page leads to the issuer.
            context.response().headers().remove(HttpHeaders.WWW_AUTHENTICATE);
            Led.with(context, sessions.noCookie(context.request()));
            Led.to(context, context.request().uri());
        } else {
            context.next();
        }
    }

    /** The issuer has not been reached since the start. */
    private static void unknownKeys(RoutingContext context) {
        if (wantsPage(context)) {
            Led.toNote(context, SessionNote.AWAY, context.request().uri());
            return;
        }
        Problem away = Problem.of(CommonProblem.UNAVAILABLE);
        context.response()
                .setStatusCode(away.code().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.RETRY_AFTER, "5")
                .end(Json.encode(away.body(Languages.INDONESIAN)));
    }

    private static boolean wantsPage(RoutingContext context) {
        String accepted = context.request().getHeader(HttpHeaders.ACCEPT);
        return HttpMethod.GET.equals(context.request().method())
                && accepted != null
                && accepted.contains(MediaType.TEXT_HTML);
    }
}
