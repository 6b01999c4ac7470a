package id.tumbuh.platform.session;

import static java.util.Objects.requireNonNull;

import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import io.quarkus.logging.Log;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The end of the way in: Quarkus has brought tokens from the issuer by the code flow, and what they are worth is asked where
 * every bearer token is asked. Then the access token becomes the session, as the token of a sign-in link does.
 */
@ApplicationScoped
class IssuerSignIn {
    /** An older sign-in whose token is worth nothing is made anew; a new one would be as worthless again. */
    private static final Duration NEW = Duration.ofMinutes(1);

    private final Issuer issuer;
    private final Sessions sessions;
    private final Instance<SessionPages> pages;
    private final TenantIdentityProvider bearers;

    IssuerSignIn(Issuer issuer, Sessions sessions, Instance<SessionPages> pages, TenantIdentityProvider bearers) {
        this.issuer = issuer;
        this.sessions = sessions;
        this.pages = pages;
        this.bearers = bearers;
    }

    void register(@Observes Router router) {
        if (issuer.isConfigured() && pages.isResolvable()) {
            router.get(Issuer.PATH).order(0).handler(this::signIn);
            // Who is signed in there is led to the issuer's end before it comes here.
            router.get(Issuer.LEAVE).order(0).handler(context -> Led.to(context, IssuerTenant.SIGNED_OUT));
        }
    }

    private void signIn(RoutingContext context) {
        SecurityIdentity person = context.user() instanceof QuarkusHttpUser user ? user.getSecurityIdentity() : null;
        AccessTokenCredential token = person == null ? null : person.getCredential(AccessTokenCredential.class);
        if (person == null || token == null) {
            toIssuer(context);
            return;
        }
        bearers.authenticate(token)
                .subscribe()
                .with(
                        bearer -> enter(context, token.getToken(), Caller.of(bearer)),
                        failure -> unusable(context, person, failure));
    }

    private void enter(RoutingContext context, String token, Caller caller) {
        Optional<SessionNote> refusal =
                refusal(caller).or(() -> sessions.fits(token) ? Optional.empty() : Optional.of(SessionNote.UNUSABLE));
        if (refusal.isPresent()) {
            Led.toNote(context, refusal.get(), Led.wanted(context));
            return;
        }
        Led.with(context, sessions.cookie(token, context.request()));
        Led.to(
                context,
                LocalPath.of(Led.wanted(context))
                        .map(URI::toString)
                        .orElseGet(() -> pages.get().home()));
    }

    static Optional<SessionNote> refusal(Caller caller) {
        if (Collections.disjoint(caller.roles(), Roles.ALL)) {
            return Optional.of(SessionNote.NO_ROLE);
        }
        return caller.scope().isNothing() ? Optional.of(SessionNote.NO_AREA) : Optional.empty();
    }

    private void unusable(RoutingContext context, SecurityIdentity person, Throwable failure) {
        if (!(failure instanceof AuthenticationException)) {
            Led.toAway(context, failure);
        } else if (isOld(person)) {
            toIssuer(context);
        } else {
            Log.warn("The issuer gave an access token that is not valid here: its audience, issuer or time differ");
            Led.toNote(context, SessionNote.UNUSABLE, Led.wanted(context));
        }
    }

    private static boolean isOld(SecurityIdentity person) {
        return person.getPrincipal() instanceof JsonWebToken id
                && Instant.ofEpochSecond(id.getIssuedAtTime()).plus(NEW).isBefore(Instant.now());
    }

    /** Quarkus makes state, nonce and the PKCE challenge, and forgets an older sign-in. */
    private static void toIssuer(RoutingContext context) {
        HttpAuthenticator authenticator = requireNonNull(context.get(HttpAuthenticator.class.getName()));
        authenticator
                .sendChallenge(context)
                .subscribe()
                .with(_ -> Led.asDecided(context), failure -> Led.toAway(context, failure));
    }
}
