package id.tumbuh.registry.imports;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Works on imports, one at a time, whoever took the file: every replica has such a worker, and the lease in the database says
 * whose turn it is. A heartbeat renews the lease while a long file is looked through.
 */
@ApplicationScoped
class ImportWorker {
    static final String TEMPORARY = "tumbuh-import-";

    private static final Duration STALE = Duration.ofHours(6);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(3);
    private static final Duration TO_STOP = Duration.ofSeconds(4);

    private final Database database;
    private final RunImport run;
    private final ImportConfig config;
    private final UUID holder = UUID.randomUUID();
    private final Semaphore work = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    ImportWorker(Database database, RunImport run, ImportConfig config) {
        this.database = database;
        this.run = run;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        removeLeftovers();
        if (config.enabled()) {
            running = true;
            thread = Thread.ofPlatform().name("imports").daemon().start(this::loop);
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        running = false;
        work.release();
        if (thread != null) {
            thread.join(TO_STOP);
        }
    }

    /** A new import waits. */
    void wake() {
        work.release();
    }

    private void loop() {
        while (running) {
            Duration pause = config.poll();
            try {
                if (workOnOne()) {
                    pause = Duration.ZERO;
                }
            } catch (RuntimeException failure) {
                // the message may quote a row
                Log.errorf(
                        "An import stopped (%s) and is taken up again",
                        failure.getClass().getName());
                pause = AFTER_FAILURE;
            }
            rest(pause);
        }
    }

    private boolean workOnOne() {
        Optional<ImportJob> claimed = database.write(Scope.everywhere(), tx -> {
            Imports.removeFinishedBefore(tx.sql(), config.keep());
            return Imports.claim(tx.sql(), holder, config.lease());
        });
        claimed.ifPresent(this::work);
        return claimed.isPresent();
    }

    private void work(ImportJob job) {
        Log.infof("Import %s: from row %d", job.id(), job.lastRow() + 1);
        CountDownLatch finished = new CountDownLatch(1);
        Thread heart = Thread.ofVirtual().name("import-heartbeat").start(() -> beat(job, finished));
        try {
            run.run(job, () -> running);
            Log.infof("Import %s: %s", job.id(), running ? "done" : "left to the next worker");
        } finally {
            finished.countDown();
            heart.interrupt();
        }
        // one that failed keeps its lease until that ends: the others have their turn before it is tried again
        release(job);
    }

    private void release(ImportJob job) {
        try {
            database.write(Scope.everywhere(), tx -> {
                Imports.release(tx.sql(), job);
                return job;
            });
        } catch (RuntimeException failure) {
            Log.warnf(
                    "Import %s: the lease ends by itself (%s)",
                    job.id(), failure.getClass().getName());
        }
    }

    private void beat(ImportJob job, CountDownLatch finished) {
        try {
            while (!finished.await(config.lease().toMillis() / 3, TimeUnit.MILLISECONDS)) {
                renew(job);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void renew(ImportJob job) {
        try {
            database.write(Scope.everywhere(), tx -> Imports.renew(tx.sql(), job, config.lease()));
        } catch (RuntimeException failure) {
            Log.warnf(
                    "Import %s: no heartbeat (%s)", job.id(), failure.getClass().getName());
        }
    }

    private void rest(Duration pause) {
        try {
            if (!pause.isZero() && work.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                work.drainPermits();
            }
        } catch (InterruptedException _) {
            running = false;
        }
    }

    /** A killed process leaves its temporary copy of a file behind. */
    private static void removeLeftovers() {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, TEMPORARY + "*")) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file)
                        .toInstant()
                        .isBefore(Instant.now().minus(STALE))) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException unreadable) {
            Log.warnf(
                    "Old copies of imports could not be removed (%s)",
                    unreadable.getClass().getName());
        }
    }
}
