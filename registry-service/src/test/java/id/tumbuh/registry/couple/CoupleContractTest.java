package id.tumbuh.registry.couple;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.registry.Contracts;
import id.tumbuh.registry.couple.CoupleEvent.Fact;
import java.io.IOException;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CoupleContractTest {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());
    private static final AreaCode DESA = new AreaCode("36.04.20.2006");

    @Test
    void eachEventIsWrittenAsItsExample() throws IOException {
        KnownCouple registered = marryingOn("2026-04-18");
        assertWritten("couple-registered", CoupleEvent.of(Fact.REGISTERED, registered));
        assertWritten(
                "couple-changed",
                CoupleEvent.of(
                        Fact.CHANGED, registered.with(marryingOn("2026-04-25").content())));
        assertWritten(
                "couple-married",
                CoupleEvent.of(
                        Fact.MARRIED,
                        registered.in(id(9), DESA).ended(CoupleState.MARRIED, LocalDate.of(2026, 4, 18))));
        assertWritten(
                "couple-called-off",
                CoupleEvent.of(Fact.CALLED_OFF, registered.ended(CoupleState.CALLED_OFF, LocalDate.of(2026, 3, 1))));
    }

    private static KnownCouple marryingOn(String day) {
        return new KnownCouple(
                new NewCouple(id(8), id(4), null, LocalDate.of(2026, 1, 12), LocalDate.parse(day)),
                id(1),
                DESA,
                CoupleState.PLANNED,
                null,
                1,
                KnownCouple.Twice.NOT);
    }

    private static UUID id(int last) {
        return UUID.fromString("0198c1a0-0000-7000-8000-00000000000" + last);
    }

    private static void assertWritten(String name, CoupleEvent event) throws IOException {
        assertThat(event.type()).isEqualTo("id.tumbuh.registry." + name + ".v1");
        assertThat(JSON.readTree(JSON.writeValueAsBytes(event))).isEqualTo(Contracts.example(name));
    }
}
