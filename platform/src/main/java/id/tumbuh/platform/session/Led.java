package id.tumbuh.platform.session;

import io.quarkus.logging.Log;
import io.quarkus.oidc.OIDCException;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Answers of the way in, which all lead on: to a page, to words about it, or wherever Quarkus decided. */
final class Led {
    private static final int SEE_OTHER = 303;
    private static final int REDIRECTS = 3;
    private static final int HUNDRED = 100;

    private Led() {}

    static void to(RoutingContext context, String page) {
        context.response()
                .setStatusCode(SEE_OTHER)
                .putHeader(HttpHeaders.LOCATION, page)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        end(context);
    }

    static void toNote(RoutingContext context, SessionNote note, @Nullable String page) {
        to(
                context,
                IssuerTenant.NOTE + "?of=" + note.name()
                        + (page == null ? "" : "&to=" + URLEncoder.encode(page, StandardCharsets.UTF_8)));
    }

    /** The page that was asked for in the beginning, as it was sent. */
    static @Nullable String wanted(RoutingContext context) {
        return context.queryParams().get("to");
    }

    /** A redirect of the flow, to the issuer or on to the page; or a status that nobody would understand. */
    static void asDecided(RoutingContext context) {
        if (context.response().getStatusCode() / HUNDRED == REDIRECTS) {
            end(context);
        } else if (!context.response().ended()) {
            Log.warnf("A sign-in was refused: %s", kinds(context.failure()));
            toNote(context, SessionNote.FAILED, wanted(context));
        }
    }

    /** What a failure and its causes are; what they say quotes claims of the person. */
    private static String kinds(@Nullable Throwable failure) {
        StringJoiner kinds = new StringJoiner(" by ");
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            kinds.add(cause.getClass().getSimpleName());
        }
        return kinds.toString();
    }

    static void toAway(RoutingContext context, Throwable failure) {
        if (!(failure instanceof OIDCException)) {
            Log.errorf("Signing in failed: %s", kinds(failure));
        }
        if (!context.response().ended()) {
            toNote(context, SessionNote.AWAY, wanted(context));
        }
    }

    static void with(RoutingContext context, NewCookie cookie) {
        String header = RuntimeDelegate.getInstance()
                .createHeaderDelegate(NewCookie.class)
                .toString(cookie);
        context.response().headers().add(HttpHeaders.SET_COOKIE, header);
    }

    private static void end(RoutingContext context) {
        HttpServerResponse response = context.response();
        if (!response.ended()) {
            response.end();
        }
    }
}
