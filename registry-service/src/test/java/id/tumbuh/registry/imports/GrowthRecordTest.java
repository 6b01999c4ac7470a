package id.tumbuh.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.tumbuh.registry.Contracts;
import id.tumbuh.registry.imports.eppgbm.EppgbmRow;
import id.tumbuh.registry.imports.eppgbm.PositionTaken;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GrowthRecordTest {
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final UUID CHILD = UUID.fromString("0198c1a0-0000-7000-8000-000000000002");
    private static final UUID FAMILY = UUID.fromString("0198c1a0-0000-7000-8000-000000000001");
    private static final UUID POSYANDU = UUID.fromString("0198c1a0-0000-7000-8000-000000000003");
    private static final UUID IMPORT = UUID.fromString("0198c1a0-0000-7000-8000-000000000005");

    @Test
    void theEventIsWrittenAsItsExample() throws IOException {
        var event = new GrowthRecordReceived(
                UUID.fromString("0198c1a0-0000-7000-8000-000000000004"),
                1,
                CHILD,
                FAMILY,
                LocalDate.of(2025, 8, 12),
                POSYANDU,
                new BigDecimal("8.4"),
                new BigDecimal("72.5"),
                PositionTaken.LYING,
                new BigDecimal("13.1"),
                "EPPGBM",
                IMPORT,
                new GrowthRecordReceived.ImportedZ(
                        new BigDecimal("-1.61"), new BigDecimal("-2.94"), new BigDecimal("-0.32")));

        assertThat(JSON.readTree(JSON.writeValueAsBytes(event))).isEqualTo(Contracts.example("growth-record-received"));
        assertThat(event.type()).isEqualTo("id.tumbuh.registry.growth-record-received.v1");
        assertThat(event.key()).isEqualTo("0198c1a0-0000-7000-8000-000000000004");
        assertThat(event.partitionKey()).isEqualTo(FAMILY.toString());
    }

    @Test
    void aChildHasOneRecordADayWhateverItSays() {
        GrowthRecord record = record("8.4", 12);

        assertThat(record.id())
                .isEqualTo(record("9.1", 12).id())
                .isNotEqualTo(record("8.4", 13).id());
        assertThat(record.id().version()).isEqualTo(5);
        assertThat(record.id().variant()).isEqualTo(2);
        // a file imported before an upgrade is recognised after it
        assertThat(record.id()).isEqualTo(UUID.fromString("ab150acf-06f4-5e20-9a88-126d4a17ff43"));
    }

    @Test
    void contentDependsOnWhatWasMeasuredAndNotOnTheImport() {
        assertThat(record("8.4", 12).content()).isEqualTo(record("8.4", 12).content());
        assertThat(record("8.4", 12).content()).isNotEqualTo(record("8.5", 12).content());
    }

    private static GrowthRecord record(String kilograms, int day) {
        return new GrowthRecord(
                CHILD,
                FAMILY,
                POSYANDU,
                new EppgbmRow.Measured(
                        LocalDate.of(2025, 8, day),
                        new BigDecimal(kilograms),
                        new BigDecimal("72.5"),
                        PositionTaken.LYING,
                        null,
                        new EppgbmRow.PrintedZ(null, null, null)));
    }
}
