package id.tumbuh.measurement.weighing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.tumbuh.measurement.assessment.MeasurementProblem;
import id.tumbuh.platform.http.ProblemException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class BatchAdmissionTest {

    @Test
    void oneMoreThanWorkAndWaitIsSentAwayWithAWordWhenToComeAgain() throws Exception {
        BatchAdmission admission = new BatchAdmission(
                config(Map.of(
                        "tumbuh.measurement.batches-at-a-time", "1",
                        "tumbuh.measurement.batches-waiting", "0",
                        "tumbuh.measurement.longest-wait", "10s")),
                new SimpleMeterRegistry());
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> first = threads.submit(() -> admission.admit(() -> {
                inside.countDown();
                await(leave);
                return "done";
            }));
            inside.await();

            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> admission.admit(() -> "never"))
                    .satisfies(busy -> {
                        assertThat(busy.problem().code()).isEqualTo(MeasurementProblem.TOO_BUSY);
                        assertThat(busy.problem().retryAfterSeconds()).isPositive();
                    });

            leave.countDown();
            assertThat(first.get()).isEqualTo("done");
            assertThat(admission.admit(() -> "next")).isEqualTo("next");
        }
    }

    @Test
    void defaultsAreTheDocumentedOnes() {
        WeighingConfig config = config(Map.of());

        assertThat(config.batchesAtATime()).isEqualTo(8);
        assertThat(config.batchesWaiting()).isEqualTo(64);
        assertThat(config.longestWait()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.largestBatch().asLongValue()).isEqualTo(1 << 20);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static WeighingConfig config(Map<String, String> values) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withMapping(WeighingConfig.class)
                .withConverter(MemorySize.class, 200, new MemorySizeConverter())
                .withConverter(Duration.class, 200, new DurationConverter())
                .withDefaultValues(values)
                .build();
        return config.getConfigMapping(WeighingConfig.class);
    }
}
