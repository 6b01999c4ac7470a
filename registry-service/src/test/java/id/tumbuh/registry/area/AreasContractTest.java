package id.tumbuh.registry.area;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.tumbuh.platform.access.AreaLevel;
import id.tumbuh.registry.Contracts;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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

    @Test
    void aChangeIsWrittenAsItsExample() throws IOException {
        var change = new AreaChange(
                UUID.fromString("0198c1a0-0000-7000-8000-00000000a001"),
                Succession.Kind.SPLIT,
                LocalDate.of(2026, 7, 1),
                "Perda Contoh 3/2026",
                List.of("36.04.20.2006"),
                List.of(
                        new AreaChange.Successor("36.04.20.2006", null, null),
                        new AreaChange.Successor("36.04.20.2010", "Bojong Menteng Utara", null)));

        AreaChanged event = AreaChanged.of(change, change.successions());

        assertThat(event.type()).isEqualTo("id.tumbuh.registry.area-changed.v1");
        assertThat(JSON.readTree(JsonMapper.builder()
                        .addModule(new JavaTimeModule())
                        .build()
                        .writeValueAsBytes(event)))
                .isEqualTo(Contracts.example("area-changed"));
    }
}
