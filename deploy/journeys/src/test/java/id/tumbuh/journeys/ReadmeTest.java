package id.tumbuh.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.local.Component;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every command of the README that talks to a running installation does what it says. */
@ExtendWith(Tumbuh.class)
class ReadmeTest {
    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyCommandOfTheFirstLookSucceeds(Tumbuh.Running tumbuh) throws Exception {
        List<String> blocks = BLOCK.matcher(Files.readString(Tumbuh.root().resolve("README.md")))
                .results()
                .map(block -> block.group(1))
                .toList();
        assertThat(blocks).hasSize(4);

        assertThat(run(blocks.get(0), tumbuh)).contains("RUNNING").doesNotContain("FAILED");
        assertThat(run(blocks.get(1), tumbuh))
                .contains("\"code\":\"stunting-prevalence\"")
                .contains("data: {\"specversion\"");
        assertThat(run(blocks.get(2), tumbuh)).contains("\"ref\":\"a\"").contains("\"lengthHeightForAge\"");
        assertThat(run(blocks.get(3), tumbuh)).contains("\"different\":0").doesNotContainPattern("\"different\":[1-9]");
    }

    private static String run(String commands, Tumbuh.Running tumbuh) throws IOException, InterruptedException {
        String here = commands.replace("./tumbuh token", "./tumbuh token --data '" + tumbuh.data() + "'");
        for (Component service : Component.SERVICES) {
            int usual = 8081 + Component.SERVICES.indexOf(service);
            here = here.replace(
                    "127.0.0.1:" + usual, "127.0.0.1:" + tumbuh.installation().port(service));
        }
        Path output = Files.createTempFile("readme", ".out");
        Process bash = new ProcessBuilder("bash", "-euo", "pipefail", "-c", here)
                .directory(Tumbuh.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(bash.waitFor(60, TimeUnit.SECONDS)).as(commands).isTrue();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(bash.exitValue()).as(said).isZero();
        return said;
    }
}
