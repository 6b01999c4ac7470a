package id.tumbuh.platform.session;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The OIDC issuer of this installation, if it has one. Persons then sign in there and nowhere else; otherwise sign-in links of
 * the machine open the pages.
 */
@ApplicationScoped
public class Issuer {
    /** Where a browser goes to sign in and where the issuer sends it back to. */
    static final String PATH = "/session/issuer";

    /** Where the issuer's session ends too. */
    static final String LEAVE = PATH + "/end";

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private final Optional<URI> address;
    private final Optional<String> key;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private volatile Seen seen = new Seen(true, Instant.EPOCH);

    private record Seen(boolean answered, Instant at) {}

    Issuer(IssuerConfig config, @ConfigProperty(name = "quarkus.oidc.public-key") Optional<String> key) {
        this.address = config.address();
        this.key = key;
    }

    /** Two truths about who may sign tokens would be one too many. */
    void refuseTwo(@Observes StartupEvent start) {
        if (isConfigured() && key.isPresent()) {
            throw new IllegalStateException("TUMBUH_AUTH_SERVER and TUMBUH_AUTH_PUBLIC_KEY exclude each other: tokens"
                    + " are believed by the keys of the issuer, or by the one key that is given");
        }
    }

    public boolean isConfigured() {
        return address.isPresent();
    }

    /** The way to sign in and come back to a page of this service. */
    public static URI signIn(String page) {
        return URI.create(PATH + "?to=" + URLEncoder.encode(page, StandardCharsets.UTF_8));
    }

    /** Whether a browser that is sent there will find somebody; asked at most every few seconds. */
    public boolean answers() {
        Seen last = seen;
        if (last.at().plus(REMEMBERED).isAfter(Instant.now())) {
            return last.answered();
        }
        boolean answered = address.map(this::ask).orElse(false);
        seen = new Seen(answered, Instant.now());
        return answered;
    }

    private boolean ask(URI issuer) {
        String base = issuer.toString();
        String slash = base.endsWith("/") ? "" : "/";
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + slash + ".well-known/openid-configuration"))
                .timeout(PATIENCE)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 500;
        } catch (ConnectException | HttpTimeoutException away) {
            return false;
        } catch (IOException there) {
            // A handshake or an answer that this client dislikes is for the client of the sign-in to judge.
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
