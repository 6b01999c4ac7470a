package id.tumbuh.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ImportConfigTest {

    @Test
    void theDefaultsAreThese() {
        ImportConfig config = new SmallRyeConfigBuilder()
                .withMapping(ImportConfig.class)
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withConverter(Duration.class, 100, new DurationConverter())
                .build()
                .getConfigMapping(ImportConfig.class);

        assertThat(config.enabled()).isTrue();
        assertThat(config.batchRows()).isEqualTo(500);
        assertThat(config.largestFile().asLongValue()).isEqualTo(64L * 1024 * 1024);
        assertThat(config.largestText().asLongValue()).isEqualTo(1024L * 1024 * 1024);
        assertThat(config.lease()).isEqualTo(Duration.ofSeconds(15));
        assertThat(config.poll()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.keep()).isEqualTo(Duration.ofDays(90));
    }
}
