package id.tumbuh.registry.area;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Loads the areas beside the start of the service; it is ready once they are there, since every address is checked against them. */
@ApplicationScoped
@Readiness
class AreasAtStart implements HealthCheck {
    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final LoadAreas areas;
    private volatile boolean loaded;
    private volatile boolean stopping;

    AreasAtStart(LoadAreas areas) {
        this.areas = areas;
    }

    void begin(@Observes StartupEvent start) {
        Thread.ofVirtual().name("areas").start(this::loadUntilDone);
    }

    void end(@Observes ShutdownEvent stop) {
        stopping = true;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("areas").status(loaded).build();
    }

    private void loadUntilDone() {
        while (!loaded && !stopping) {
            try {
                long begun = System.nanoTime();
                if (areas.load()) {
                    Log.infof(
                            "Areas loaded in %d ms",
                            Duration.ofNanos(System.nanoTime() - begun).toMillis());
                }
                loaded = true;
            } catch (RuntimeException failure) {
                if (!stopping) {
                    Log.error("The areas could not be loaded; trying again", failure);
                    pause();
                }
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(AGAIN);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
