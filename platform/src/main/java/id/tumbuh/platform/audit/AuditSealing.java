package id.tumbuh.platform.audit;

import id.tumbuh.platform.messaging.MessagingConfig;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Lets the sealer work beside everything else, as long as the service speaks to Kafka. */
@ApplicationScoped
class AuditSealing {
    private static final Duration SOON = Duration.ofMillis(20);
    private static final Duration STOP_AT_MOST = Duration.ofSeconds(5);

    private final AuditSealer sealer;
    private final AuditConfig config;
    private final MessagingConfig messaging;
    private @Nullable Thread thread;
    private boolean complained;

    AuditSealing(AuditSealer sealer, AuditConfig config, MessagingConfig messaging) {
        this.sealer = sealer;
        this.config = config;
        this.messaging = messaging;
    }

    void start(@Observes StartupEvent started) {
        if (messaging.enabled()) {
            thread = Thread.ofPlatform().name("audit-sealer").daemon().start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            running.join(STOP_AT_MOST);
        }
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(sealOnce() ? SOON : config.sealEvery());
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** A failure is said once, until it has passed: the database may be away for hours. */
    private boolean sealOnce() {
        try {
            boolean soon = sealer.seal();
            complained = false;
            return soon;
        } catch (RuntimeException failure) {
            if (!complained) {
                Log.warnf(
                        "The audit is not sealed for now: %s",
                        failure.getClass().getSimpleName());
            }
            complained = true;
            return false;
        }
    }
}
