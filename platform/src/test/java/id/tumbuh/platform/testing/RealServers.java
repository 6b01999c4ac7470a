package id.tumbuh.platform.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives a {@code @QuarkusTest} its own PostgreSQL and Kafka, and a key that {@link TestTokens} signs with. */
public class RealServers implements QuarkusTestResourceLifecycleManager {
    private @Nullable LocalServers servers;

    @Override
    public Map<String, String> start() {
        LocalServers started = LocalServers.start();
        servers = started;
        Map<String, String> settings = new HashMap<>();
        settings.put("tumbuh.messaging.bootstrap-servers", started.kafka());
        settings.put("quarkus.datasource.jdbc.url", started.jdbcUrl("${tumbuh.service}"));
        settings.put("quarkus.datasource.password", LocalServers.PASSWORD);
        settings.put("quarkus.flyway.password", LocalServers.PASSWORD);
        settings.put("test.superuser-password", started.superuserPassword());
        settings.put("quarkus.oidc.public-key", TestTokens.publicKey());
        settings.put("quarkus.http.test-port", "0");
        return settings;
    }

    @Override
    public void stop() {
        if (servers != null) {
            servers.close();
        }
    }
}
