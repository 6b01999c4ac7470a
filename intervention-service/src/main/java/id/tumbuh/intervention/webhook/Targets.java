package id.tumbuh.intervention.webhook;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * Where a webhook may go. The name is looked up for each attempt, and the connection is made to an address that was looked at: a
 * name that means something else a moment later leads nowhere.
 */
@ApplicationScoped
class Targets {
    private static final int MOST_CHARACTERS = 500;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final Pattern NAME =
            Pattern.compile("(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{1,62}");

    private final WebhookConfig config;
    /** A lookup may hang in native code, where it would hold a carrier of virtual threads. */
    private final ExecutorService lookups = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("webhook-lookup-", 0).factory());

    Targets(WebhookConfig config) {
        this.config = config;
    }

    @PreDestroy
    void stop() {
        lookups.shutdownNow();
    }

    /** Where exactly a request goes. */
    record Target(URI uri, InetAddress address, int port, boolean tls) {}

    /** Nothing when it may not go there, whatever the reason. */
    Optional<Target> of(String url) {
        return readable(url).flatMap(uri -> {
            List<InetAddress> addresses = lookUp(uri.getHost());
            boolean isOpen = !addresses.isEmpty()
                    && (config.localTargets() || addresses.stream().allMatch(PublicAddresses::contain));
            return isOpen
                    ? Optional.of(new Target(uri, addresses.getFirst(), port(uri), isTls(uri)))
                    : Optional.empty();
        });
    }

    private Optional<URI> readable(String url) {
        try {
            URI uri = new URI(url);
            return url.length() <= MOST_CHARACTERS && mayBe(uri) ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    /** A name, never digits: they have too many ways to say one address. */
    private boolean mayBe(URI uri) {
        if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return false;
        }
        if (config.localTargets()) {
            return isTls(uri) || "http".equals(uri.getScheme());
        }
        return isTls(uri)
                && config.ports().contains(port(uri))
                && NAME.matcher(uri.getHost()).matches();
    }

    private List<InetAddress> lookUp(String host) {
        Future<InetAddress[]> lookup = lookups.submit(() -> InetAddress.getAllByName(host));
        try {
            return Arrays.asList(lookup.get(config.connectTimeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException unknown) {
            lookup.cancel(true);
            if (unknown.getCause() instanceof UnknownHostException || unknown instanceof TimeoutException) {
                return List.of();
            }
            throw new IllegalStateException("a name can't be looked up", unknown);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static boolean isTls(URI uri) {
        return "https".equals(uri.getScheme());
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return isTls(uri) ? HTTPS : HTTP;
    }
}
