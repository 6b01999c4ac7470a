package id.tumbuh.registry.pregnancy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.registry.Contracts;
import id.tumbuh.registry.pregnancy.PregnancyEvent.Fact;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PregnancyContractTest {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    @Test
    void eachEventIsWrittenAsItsExample() throws IOException {
        KnownPregnancy confirmed = expectedOn("2026-09-06");
        assertWritten("pregnancy-confirmed", PregnancyEvent.of(Fact.CONFIRMED, confirmed));
        KnownPregnancy changed = confirmed.with(expectedOn("2026-09-10").content());
        assertWritten("pregnancy-changed", PregnancyEvent.of(Fact.CHANGED, changed));
        KnownPregnancy ended = changed.with(confirmed.content())
                .endedBy(new KnownPregnancy.End(LocalDate.of(2026, 9, 5), Outcome.LIVE_BIRTH), List.of(id(2)));
        assertWritten(
                "pregnancy-ended",
                PregnancyEvent.of(
                        Fact.ENDED,
                        new KnownPregnancy(
                                ended.content(),
                                ended.family(),
                                ended.area(),
                                ended.ended(),
                                ended.children(),
                                3,
                                KnownPregnancy.Twice.NOT)));
    }

    private static KnownPregnancy expectedOn(String day) {
        return new KnownPregnancy(
                new NewPregnancy(
                        id(6), id(4), LocalDate.of(2026, 1, 12), LocalDate.of(2025, 11, 30), LocalDate.parse(day)),
                id(1),
                new AreaCode("36.04.20.2006"),
                null,
                List.of(),
                1,
                KnownPregnancy.Twice.NOT);
    }

    private static UUID id(int last) {
        return UUID.fromString("0198c1a0-0000-7000-8000-00000000000" + last);
    }

    private static void assertWritten(String name, PregnancyEvent event) throws IOException {
        assertThat(event.type()).isEqualTo("id.tumbuh.registry." + name + ".v1");
        assertThat(event.partitionKey()).isEqualTo(id(1).toString());
        assertThat(JSON.readTree(JSON.writeValueAsBytes(event))).isEqualTo(Contracts.example(name));
    }
}
