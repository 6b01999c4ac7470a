package id.tumbuh.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ChoreWorkerTest {
    private final List<String> done = new ArrayList<>();

    @Test
    void eachChoreHasItsTurnThoughAnotherFails() {
        ChoreWorker worker = new ChoreWorker(List.of(failing(), steps("b", 2), steps("c", 1)), config());

        assertThat(worker.round()).isTrue();
        assertThat(worker.round()).isFalse();
        assertThat(done).containsExactly("b", "c", "b", "c");
    }

    private Chore failing() {
        return chore("a", () -> {
            throw new IllegalStateException("broken");
        });
    }

    /** Has more to do until it was called so often. */
    private Chore steps(String name, int steps) {
        int[] left = {steps};
        return chore(name, () -> {
            done.add(name);
            return --left[0] > 0;
        });
    }

    private static Chore chore(String name, java.util.function.BooleanSupplier step) {
        return new Chore() {
            @Override
            public String name() {
                return name.toLowerCase(Locale.ROOT);
            }

            @Override
            public boolean step() {
                return step.getAsBoolean();
            }
        };
    }

    private static WorkConfig config() {
        return new WorkConfig() {
            @Override
            public boolean enabled() {
                return true;
            }

            @Override
            public Duration poll() {
                return Duration.ofSeconds(1);
            }
        };
    }
}
