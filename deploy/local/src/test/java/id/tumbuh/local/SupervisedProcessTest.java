package id.tumbuh.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedProcessTest {

    @TempDir
    Path folder;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private SupervisedProcess process;

    @BeforeEach
    void start() throws IOException {
        Path log = folder.resolve("registry.log");
        Launch launch = new Launch(Component.REGISTRY, List.of("sleep", "300"), Map.of(), log, log);
        process = new SupervisedProcess(
                launch, new Readiness.Announced(folder.resolve("none")), folder.resolve("run"), "8081", told::add);
        process.start();
    }

    @AfterEach
    void stop() throws IOException {
        process.stop(Duration.ofSeconds(10));
    }

    @Test
    void aKilledProcessComesBackUnderANewRecordWithOneLineThatNamesItsLog() throws IOException {
        long first = process.running().orElseThrow().pid();

        process.kill();

        await().untilAsserted(() -> assertThat(process.running()).isPresent());
        long second = process.running().orElseThrow().pid();
        assertThat(second).isNotEqualTo(first);
        await().untilAsserted(() -> assertThat(ProcessRecord.read(folder.resolve("run"), "registry"))
                .map(ProcessRecord::pid)
                .contains(second));
        assertThat(told).singleElement().asString().contains("registry ended", "status 137", "registry.log");
    }

    @Test
    void aStoppedProcessStaysDownAndLeavesNoRecord() throws IOException {
        ProcessHandle running = process.running().orElseThrow();

        process.stop(Duration.ofSeconds(10));

        assertThat(Processes.runs(running)).isFalse();
        assertThat(process.running()).isEmpty();
        assertThat(ProcessRecord.read(folder.resolve("run"), "registry")).isEmpty();
        assertThat(told).isEmpty();
    }
}
