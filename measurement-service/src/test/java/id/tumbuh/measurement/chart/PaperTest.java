package id.tumbuh.measurement.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tumbuh.platform.http.ProblemException;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PaperTest {

    private static final Picture EMPTY = new Picture(Language.ID, "", "", List.of());

    @Test
    void whoFindsAllPlacesTakenIsToldToComeAgain() throws IOException {
        Paper paper =
                new Paper(config(Map.of("tumbuh.chart.papers-at-a-time", "1", "tumbuh.chart.longest-wait", "1ms")));

        byte[] printed = paper.print(EMPTY, picture -> {
            assertThatThrownBy(() -> paper.print(picture, _ -> new byte[0]))
                    .isInstanceOfSatisfying(ProblemException.class, busy -> {
                        assertThat(busy.problem().code().status()).isEqualTo(503);
                        assertThat(busy.problem().retryAfterSeconds()).isPositive();
                    });
            return new byte[7];
        });

        assertThat(printed).hasSize(7);
        assertThat(paper.print(EMPTY, _ -> new byte[1])).hasSize(1);
    }

    @Test
    void placeIsGivenBackWhenPrintingFails() throws IOException {
        Paper paper =
                new Paper(config(Map.of("tumbuh.chart.papers-at-a-time", "1", "tumbuh.chart.longest-wait", "1ms")));

        assertThatThrownBy(() -> paper.print(EMPTY, _ -> {
                    throw new IOException("broken");
                }))
                .isInstanceOf(IOException.class);

        assertThat(paper.print(EMPTY, _ -> new byte[1])).hasSize(1);
    }

    @Test
    void defaultsAreThoseOfTheReadme() {
        ChartConfig config = config(Map.of());

        assertThat(config.papersAtATime()).isEqualTo(4);
        assertThat(config.longestWait()).isEqualTo(Duration.ofSeconds(5));
    }

    private static ChartConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(ChartConfig.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(ChartConfig.class);
    }
}
