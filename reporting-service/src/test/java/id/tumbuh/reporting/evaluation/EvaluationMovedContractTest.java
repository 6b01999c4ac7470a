package id.tumbuh.reporting.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.tumbuh.reporting.indicator.Period;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationMovedContractTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    @ParameterizedTest
    @CsvSource({"SUBMITTED, 2, 36.04, 1", "RETURNED, 3, 36, 1", "ACCEPTED, 5, 36, 2"})
    void theEventIsWrittenExactlyAsItsExample(
            EvaluationView.Action action, long version, String office, int submissions) throws IOException {
        List<Step> steps = new ArrayList<>();
        for (int number = 1; number <= submissions; number++) {
            steps.add(step(EvaluationView.Action.SUBMITTED, "36.04"));
        }
        if (action != EvaluationView.Action.SUBMITTED) {
            steps.add(step(action, office));
        }
        EvaluationMoved event = EvaluationMoved.of(Evaluation.of(
                new EvaluationKey("36.04", Period.of("2026-S1").orElseThrow()),
                version,
                EvaluationView.Stage.valueOf(action.name()),
                new Evaluation.Texts("kendala", "tindak lanjut"),
                steps));
        String name = "evaluation-" + action.name().toLowerCase(Locale.ROOT) + ".v1";
        Path example = Path.of(System.getProperty("tumbuh.root"), "contracts", "reporting", name, "example.json");

        assertThat(JSON.readTree(JSON.writeValueAsBytes(event))).isEqualTo(JSON.readTree(Files.readString(example)));
        assertThat(event.type()).isEqualTo("id.tumbuh.reporting." + name);
        assertThat(event.key()).isEqualTo("36.04/2026-S1");
        assertThat(event.sequence()).isEqualTo(version);
        assertThat(JSON.writeValueAsString(event)).doesNotContain("kendala", "catatan", "subjek");
    }

    private static Step step(EvaluationView.Action action, String office) {
        return new Step(1, action, Instant.parse("2026-07-10T03:00:00Z"), office, "subjek", "catatan", HASH);
    }
}
