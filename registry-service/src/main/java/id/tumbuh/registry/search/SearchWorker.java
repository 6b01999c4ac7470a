package id.tumbuh.registry.search;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Makes new names findable, whoever wrote them. */
@ApplicationScoped
class SearchWorker {
    private static final long TO_STOP_MILLIS = 4_000;

    private final IndexNames index;
    private final SearchConfig config;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Thread thread;

    SearchWorker(IndexNames index, SearchConfig config) {
        this.index = index;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        if (config.enabled()) {
            thread = Thread.ofPlatform().name("search").daemon().start(this::loop);
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        stopped.countDown();
        if (thread != null) {
            thread.join(TO_STOP_MILLIS);
        }
    }

    private void loop() {
        boolean more = false;
        while (more || !isStoppedWithin(config.poll().toMillis())) {
            try {
                more = index.step() && stopped.getCount() > 0;
            } catch (RuntimeException failure) {
                more = false;
                Log.warnf("Names wait to be findable (%s)", failure.getClass().getName());
            }
        }
    }

    private boolean isStoppedWithin(long millis) {
        try {
            return stopped.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            return true;
        }
    }
}
