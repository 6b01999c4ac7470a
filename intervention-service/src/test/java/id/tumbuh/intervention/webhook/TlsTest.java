package id.tumbuh.intervention.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** To a partner's server over TLS, whose certificate was made by itself: real sockets, real certificates. */
class TlsTest {
    private static final String PASSWORD = "only-here";

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final List<HttpHeaders> headers = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final Secret secret = Secret.random();
    private HttpsServer server;

    @BeforeEach
    void open() throws Exception {
        server = serving("dns:localhost");
    }

    @AfterEach
    void close() {
        server.stop(0);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aCertificateThatTheConfigurationTrustsIsTakenAndTheSignatureIsRead() throws Exception {
        Attempt attempt = attempt("localhost");

        assertThat(sending(Map.of("tumbuh.webhooks.trust", pem().toString()), attempt))
                .isEqualTo(new Answer.Taken(204));

        assertThat(bodies).containsExactly(attempt.body());
        new Webhook(secret.shown()).verify(bodies.getFirst(), headers.getFirst());
    }

    @Test
    void aCertificateThatNobodyTrustsIsRefusedAndNothingIsSaid() {
        assertThat(sending(Map.of(), attempt("localhost"))).isEqualTo(new Answer.Failed(Answer.Why.CONNECTION, null));

        assertThat(bodies).isEmpty();
    }

    @Test
    void aTrustedCertificateOfAnotherNameIsRefused() throws Exception {
        server.stop(0);
        server = serving("dns:somebody-else.example");

        assertThat(sending(Map.of("tumbuh.webhooks.trust", pem().toString()), attempt("localhost")))
                .isEqualTo(new Answer.Failed(Answer.Why.CONNECTION, null));

        assertThat(bodies).isEmpty();
    }

    @Test
    void whoTheMachineTrustsIsTrustedBesides() throws Exception {
        assertThat(Trust.with(List.of(pem())).getAcceptedIssuers())
                .hasSizeGreaterThan(Trust.with(List.of()).getAcceptedIssuers().length)
                .contains(Trust.with(List.of()).getAcceptedIssuers());
    }

    private Answer sending(Map<String, String> settings, Attempt attempt) {
        WebhookConfig config = new SmallRyeConfigBuilder()
                .withMapping(WebhookConfig.class)
                .addDiscoveredConverters()
                .withDefaultValues(settings)
                .withDefaultValue("tumbuh.webhooks.local-targets", "true")
                .build()
                .getConfigMapping(WebhookConfig.class);
        Targets targets = new Targets(config);
        Send send = new Send(targets, config, vertx);
        try {
            return send.send(attempt);
        } finally {
            send.stop();
            targets.stop();
        }
    }

    private Attempt attempt(String host) {
        return new Attempt(
                UUID.randomUUID(),
                1,
                "csr-uji",
                UUID.randomUUID(),
                UUID.randomUUID(),
                "https://" + host + ":" + server.getAddress().getPort() + "/hook",
                "{\"type\":\"ping\"}",
                List.of(secret));
    }

    private Path pem() {
        return folder.resolve("server.pem");
    }

    private HttpsServer serving(String name) throws IOException, GeneralSecurityException, InterruptedException {
        Path store = Files.createTempDirectory(folder, "keys").resolve("server.p12");
        keytool(
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=Partner Uji",
                "-validity",
                "2",
                "-ext",
                "san=" + name);
        keytool("-exportcert", "-rfc", "-keystore", store.toString(), "-alias", "server", "-file", pem().toString());
        HttpsServer made = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        made.setHttpsConfigurator(new HttpsConfigurator(context(store)));
        made.createContext("/", this::take);
        made.start();
        return made;
    }

    private void take(HttpExchange exchange) throws IOException {
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        headers.add(HttpHeaders.of(exchange.getRequestHeaders(), (_, _) -> true));
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private static SSLContext context(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(store)) {
            keys.load(file, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-storepass", PASSWORD));
        command.addAll(1, List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
