package id.tumbuh.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogViewTest {

    @TempDir
    Path folder;

    @Test
    void onlyWholeLinesThatCameSinceTheLastTimeAreSeen() throws IOException {
        Path log = folder.resolve("registry.log");
        Files.writeString(log, "before\n");
        LogView view = LogView.fromTheEnd(log);
        append(log, "first\nsec");

        assertThat(view.newLines()).containsExactly("first");
        append(log, "ond\n");
        assertThat(view.newLines()).containsExactly("second");
        assertThat(view.newLines()).isEmpty();
    }

    @Test
    void aLogThatBeganAnewIsReadFromItsStart() throws IOException {
        Path log = folder.resolve("registry.log");
        Files.writeString(log, "a long line from before\n");
        LogView view = LogView.fromTheEnd(log);

        Files.writeString(log, "anew\n");

        assertThat(view.newLines()).containsExactly("anew");
    }

    @Test
    void aLateReaderBeginsAtTheStartOfALine() throws IOException {
        Path log = folder.resolve("registry.log");
        Files.writeString(log, "one\ntwo\nthree\n");

        assertThat(LogView.shortlyBeforeTheEnd(log, 8).newLines()).containsExactly("three");
        assertThat(LogView.shortlyBeforeTheEnd(log, 800).newLines()).containsExactly("one", "two", "three");
        assertThat(LogView.shortlyBeforeTheEnd(folder.resolve("none"), 8).newLines())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`2026-01-01 08:00:00,123 WARN  [id.tu.Relay] (main) waits`, true",
                "`2026-01-01 08:00:00,123 ERROR [id.tu.Relay] (main) broke`, true",
                "`2026-01-01T08:00:00.123 SEVERE [kafka] broke`, true",
                "`{\"timestamp\":\"x\",\"level\":\"ERROR\",\"message\":\"x\"}`, true",
                "`2026-01-01 08:00:00,123 INFO  [id.tu.Relay] (main) no ERROR here`, false",
                "`\tat id.tumbuh.X(X.java:1)`, false",
            })
    void warningsAreToldFromTheRest(String line, boolean warning) {
        assertThat(LogView.WARNING.test(line)).isEqualTo(warning);
    }

    private static void append(Path log, String text) throws IOException {
        Files.writeString(log, text, StandardOpenOption.APPEND);
    }
}
