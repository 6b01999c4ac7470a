package id.tumbuh.registry.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.tumbuh.registry.Contracts;
import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConsentContractTest {
    private static final UUID FAMILY = UUID.fromString("0198c1a0-0000-7000-8000-000000000001");
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @Test
    void eachEventIsWrittenAsItsExample() throws IOException {
        assertWritten("consent-given", ConsentEvent.of(consent(null, 1)));
        assertWritten(
                "consent-withdrawn",
                ConsentEvent.of(consent(new Consent.Withdrawal(LocalDate.of(2026, 12, 24), "FATHER"), 2)));
    }

    @Test
    void aConsentHoldsFromItsFirstDayToItsLastUnlessItWasWithdrawn() {
        StoredConsent given = consent(null, 1);

        assertThat(given.holdsOn(LocalDate.of(2026, 10, 31))).isFalse();
        assertThat(given.holdsOn(LocalDate.of(2026, 11, 1))).isTrue();
        assertThat(given.holdsOn(LocalDate.of(2027, 10, 31))).isTrue();
        assertThat(given.holdsOn(LocalDate.of(2027, 11, 1))).isFalse();
        assertThat(consent(new Consent.Withdrawal(LocalDate.of(2026, 12, 24), "FATHER"), 2)
                        .holdsOn(LocalDate.of(2026, 12, 25)))
                .isFalse();
    }

    private static StoredConsent consent(Consent.@Nullable Withdrawal withdrawal, long version) {
        return new StoredConsent(
                new Consent(
                        UUID.fromString("0198c1a0-0000-7000-8000-000000000081"),
                        new ConsentSubject.OfChild(UUID.fromString("0198c1a0-0000-7000-8000-000000000002")),
                        "FOSTER_PARENT",
                        "yayasan-contoh",
                        "CONSENT",
                        "MOTHER",
                        new Consent.Evidence("SIGNED_FORM", "TPPS-36.04/2026/117"),
                        LocalDate.of(2026, 11, 1),
                        LocalDate.of(2027, 10, 31)),
                FAMILY,
                "36.04.20.2006",
                "kader-7",
                OffsetDateTime.parse("2026-11-01T09:00:00+07:00"),
                withdrawal,
                null,
                version);
    }

    private static void assertWritten(String name, ConsentEvent event) throws IOException {
        assertThat(event.type()).isEqualTo("id.tumbuh.registry." + name + ".v1");
        assertThat(event.partitionKey()).isEqualTo(FAMILY.toString());
        assertThat(JSON.readTree(JSON.writeValueAsBytes(event))).isEqualTo(Contracts.example(name));
    }
}
