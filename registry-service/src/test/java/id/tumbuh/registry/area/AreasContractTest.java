package id.tumbuh.registry.area;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.access.AreaLevel;
import id.tumbuh.registry.Contracts;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class AreasContractTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theEventIsWrittenAsItsExample() throws IOException {
        var event = new AreasPublished(
                "36.04",
                "Kabupaten Serang",
                AreaLevel.KABUPATEN_KOTA,
                "36",
                "Banten",
                1,
                List.of(
                        new AreaList.Entry("36.04.20", "Tunjung Teja"),
                        new AreaList.Entry("36.04.20.2006", "Bojong Menteng")));

        assertThat(event.type()).isEqualTo("id.tumbuh.registry.areas-published.v1");
        assertThat(JSON.readTree(JSON.writeValueAsBytes(event))).isEqualTo(Contracts.example("areas-published"));
    }
}
