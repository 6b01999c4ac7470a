package id.tumbuh.platform.session;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Optional;

/** Whether the reader of a page can sign out, for the templates of pages. */
@Named("signedIn")
@RequestScoped
public class SignedIn {
    private final Issuer issuer;
    private final Sessions sessions;
    private final CurrentVertxRequest current;

    SignedIn(Issuer issuer, Sessions sessions, CurrentVertxRequest current) {
        this.issuer = issuer;
        this.sessions = sessions;
        this.current = current;
    }

    /** Who came by the one-time link of a machine has nowhere to go to. */
    public boolean isAtIssuer() {
        return issuer.isConfigured() && token().isPresent();
    }

    public String getFormToken() {
        return token().map(token -> FormToken.of("Bearer " + token)).orElse("");
    }

    private Optional<String> token() {
        return sessions.tokenOf(current.getCurrent().request());
    }
}
