package id.tumbuh.platform.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Whether every thread of messaging still works. A consumer that waits for a database to come back is alive: starting it
 * again would not help. One that gives no sign is dead, and only a restart brings it back.
 */
@Liveness
@ApplicationScoped
class MessagingHealth implements HealthCheck {
    private final Messaging messaging;
    private final Duration deadAfter;

    MessagingHealth(Messaging messaging, MessagingConfig config) {
        this.messaging = messaging;
        this.deadAfter = config.deadAfter();
    }

    @Override
    public HealthCheckResponse call() {
        List<String> dead = new ArrayList<>(messaging.dead());
        Instant limit = Instant.now().minus(deadAfter);
        for (ConsumerLoop loop : messaging.loops()) {
            if (messaging.relay() != null && loop.lastSign().isBefore(limit)) {
                dead.add("consumer-" + loop.handler().group());
            }
        }
        OutboxRelay relay = messaging.relay();
        if (relay != null && relay.lastSign().isBefore(limit)) {
            dead.add("outbox-relay");
        }
        var response = HealthCheckResponse.named("messaging");
        messaging
                .loops()
                .forEach(loop -> response.withData(loop.handler().group(), loop.retrying() ? "retrying" : "running"));
        return dead.isEmpty()
                ? response.up().build()
                : response.down().withData("dead", String.join(", ", dead)).build();
    }
}
