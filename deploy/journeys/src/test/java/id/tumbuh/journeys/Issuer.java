package id.tumbuh.journeys;

import id.tumbuh.local.Component;
import id.tumbuh.local.PortPlan;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Keycloak, and beside the running services one more of each with pages, at whose pages persons sign in there. */
final class Issuer implements AutoCloseable {
    /** The application under which intervention knows the partner of the realm. */
    static final String PARTNER = "mitra-contoh";

    private static final Map<Component, String> PAGES = Map.of(
            Component.REPORTING, "/", Component.MEASUREMENT, "/kader/sign-in", Component.INTERVENTION, "/partner");

    private final Keycloak keycloak;
    private final Map<Component, Replica> replicas = new HashMap<>();

    /** What pages, the way in and the API answered while the issuer had never been there. */
    final Map<String, HttpResponse<String>> whileAway = new HashMap<>();

    private Issuer(Keycloak keycloak) {
        this.keycloak = keycloak;
    }

    static Issuer start(Tumbuh.Running tumbuh) throws IOException {
        PortPlan ports = PortPlan.free();
        Issuer issuer = new Issuer(new Keycloak(ports.postgres()));
        try {
            issuer.startAll(tumbuh, ports);
        } catch (IOException | RuntimeException failure) {
            issuer.close();
            throw failure;
        }
        return issuer;
    }

    private void startAll(Tumbuh.Running tumbuh, PortPlan ports) throws IOException {
        Map<String, String> settings = new HashMap<>();
        settings.put("TUMBUH_AUTH_SERVER", keycloak.realm());
        settings.put(
                "TUMBUH_SIGN_IN_DIRECTORY", tumbuh.data().resolve("sign-in").toString());
        settings.put("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true");
        settings.put("QUARKUS_HTTP_PROXY_ENABLE_FORWARDED_HOST", "true");
        settings.put(
                "TUMBUH_PARTNER_KEY_FILE",
                tumbuh.data().resolve("keys").resolve("partner-key").toString());
        settings.put("TUMBUH_PHOTOS_DIRECTORY", tumbuh.data().resolve("photos").toString());
        for (Component service : PAGES.keySet()) {
            replicas.put(service, Replica.start(tumbuh, service, ports.of(service), settings));
        }
        replicas.values().forEach(Replica::awaitReady);
        lookAround();
        Map<String, String> places = new HashMap<>(Map.of("partner", PARTNER));
        replicas.forEach((service, replica) -> places.put(service.label(), replica.origin()));
        keycloak.start(places);
    }

    private void lookAround() throws IOException {
        for (Map.Entry<Component, String> page : PAGES.entrySet()) {
            whileAway.put(page.getValue(), of(page.getKey()).get(page.getValue()));
        }
        Replica reporting = reporting();
        whileAway.put("way in", reporting.get("/session/issuer?to=/cases"));
        String token = "Bearer " + Jwt.unsigned();
        whileAway.put("api", reporting.get("/v1/glance?area=36.04", "Authorization", token));
        whileAway.put("page", reporting.get("/?area=36.04", "Authorization", token, "Accept", "text/html"));
    }

    Keycloak keycloak() {
        return keycloak;
    }

    Replica reporting() {
        return of(Component.REPORTING);
    }

    Replica of(Component service) {
        return Objects.requireNonNull(replicas.get(service));
    }

    @Override
    public void close() {
        replicas.values().forEach(Replica::close);
        keycloak.close();
    }

    /** What looks like a token, for a service that knows no keys yet. */
    private static final class Jwt {
        private static String unsigned() {
            var encoder = Base64.getUrlEncoder().withoutPadding();
            long inAnHour = Instant.now().plusSeconds(3600).getEpochSecond();
            return encoder.encodeToString("{\"alg\":\"RS256\",\"kid\":\"x\"}".getBytes(StandardCharsets.US_ASCII))
                    + "."
                    + encoder.encodeToString(("{\"exp\":" + inAnHour + "}").getBytes(StandardCharsets.US_ASCII))
                    + ".eA";
        }
    }
}
