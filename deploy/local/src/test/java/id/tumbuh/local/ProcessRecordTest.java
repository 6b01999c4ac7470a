package id.tumbuh.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRecordTest {

    @TempDir
    Path folder;

    private Process ours;

    @BeforeEach
    void startAProcessOfOurs() throws IOException {
        ours = new ProcessBuilder("sh", "-c", "sleep 300 & wait", ProcessRecord.MARK).start();
    }

    @AfterEach
    void endIt() {
        ours.descendants().forEach(ProcessHandle::destroyForcibly);
        ours.destroyForcibly().onExit().join();
    }

    @Test
    void aRunningProcessIsFoundAgainByItsRecord() throws IOException {
        ProcessRecord.of(ours.toHandle(), "8081").write(folder, "registry");

        ProcessRecord record = ProcessRecord.read(folder, "registry").orElseThrow();

        assertThat(record.ports()).isEqualTo("8081");
        assertThat(record.running()).map(ProcessHandle::pid).contains(ours.pid());
    }

    @Test
    void aStrangerThatWasGivenTheNumberIsNotOurs() throws IOException {
        ProcessRecord record = ProcessRecord.of(ours.toHandle(), "-");

        ProcessRecord earlier =
                new ProcessRecord(record.pid(), record.startedAt().minus(Duration.ofMinutes(1)), record.ports());

        assertThat(earlier.running()).as("same number, other start").isEmpty();
        Process stranger = new ProcessBuilder("sleep", "300").start();
        try {
            assertThat(ProcessRecord.of(stranger.toHandle(), "-").running())
                    .as("same number and start, other program")
                    .isEmpty();
        } finally {
            stranger.destroyForcibly().onExit().join();
        }
    }

    @Test
    void anEndedProcessIsNotRunning() {
        ProcessRecord record = ProcessRecord.of(ours.toHandle(), "-");

        endIt();

        assertThat(record.running()).isEmpty();
    }

    @Test
    void halfARecordCountsAsNone() throws IOException {
        Files.writeString(folder.resolve("registry.process"), "12\n");
        Files.writeString(folder.resolve("reporting.process"), "12; kill\n0\n-\n");

        assertThat(ProcessRecord.read(folder, "registry")).isEmpty();
        assertThat(ProcessRecord.read(folder, "reporting")).isEmpty();
        assertThat(ProcessRecord.read(folder, "measurement")).isEmpty();
    }

    @Test
    void pidFileOfAPostgresThatIsGoneOrElsewhereNamesNoProcess() throws IOException {
        assertThat(Postmaster.of(folder)).isEmpty();
        for (String content : new String[] {
            "", "x\n" + folder, ours.pid() + "\n" + folder + "\n", ours.pid() + "\n/elsewhere\n", ours.pid() + "\n"
        }) {
            Files.writeString(folder.resolve("postmaster.pid"), content);
            assertThat(Postmaster.of(folder)).as(content).isEmpty();
        }
    }
}
