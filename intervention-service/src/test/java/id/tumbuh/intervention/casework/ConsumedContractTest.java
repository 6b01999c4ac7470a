package id.tumbuh.intervention.casework;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.intervention.circumstance.Cause;
import id.tumbuh.intervention.circumstance.Fact;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.circumstance.PregnancyCheck;
import id.tumbuh.intervention.circumstance.RiskFactor;
import id.tumbuh.intervention.circumstance.Stunting;
import id.tumbuh.intervention.circumstance.Weighing;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.messaging.ReceivedEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What this service reads is what registry and measurement show in their contracts. */
class ConsumedContractTest {
    private static final Path CONTRACTS = Path.of(System.getProperty("tumbuh.root"), "contracts");
    private static final AreaCode AREA = new AreaCode("36.04.20.2006");
    private static final Home HOME = new Home(UUID.fromString("0198c1a0-0000-7000-8000-000000000001"), AREA);
    private static final UUID CHILD = UUID.fromString("0198c1a0-0000-7000-8000-000000000002");

    /** 17:00 in London is already the next day in Jakarta. */
    private static final Instant TIME = Instant.parse("2026-06-14T17:00:00Z");

    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);

    @ParameterizedTest
    @CsvSource({
        "child-became-stunted, STUNTED SEVERELY_STUNTED",
        "child-stunting-severity-changed, STUNTED SEVERELY_STUNTED",
        "child-ceased-stunted, NORMAL"
    })
    void howAChildGrows(String event, String stunting) throws IOException {
        Fact fact = GrowthConsumer.fact(example("measurement", "measurement.children", event));

        assertThat(fact).isInstanceOfSatisfying(Fact.Growth.class, growth -> {
            assertThat(growth.childId()).isEqualTo(CHILD);
            assertThat(growth.version()).isPositive();
            assertThat(growth.day()).isEqualTo(DAY);
            assertThat(growth.place()).isEqualTo(HOME);
            assertThat(stunting.split(" ")).contains(growth.stunting().name());
            assertThat(growth.stunting() == Stunting.NORMAL || growth.measured())
                    .isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({"child-registered, 1, 2024-03-17", "child-changed, 2, 2024-03-07"})
    void whereAChildLives(String event, long version, LocalDate born) throws IOException {
        assertThat(RegistryConsumer.fact(example("registry", RegistryConsumer.CHILDREN, event)))
                .isEqualTo(new Fact.Residence(CHILD, version, DAY, HOME, born, true, false));
    }

    @Test
    void whatPutsAFamilyAtRisk() throws IOException {
        assertThat(RegistryConsumer.fact(example("registry", RegistryConsumer.FAMILIES, "family-flagged-at-risk")))
                .isEqualTo(new Fact.Risks(
                        HOME.familyId(),
                        2,
                        DAY,
                        AREA,
                        Set.of(new RiskFactor("UNSAFE_WATER"), new RiskFactor("UNSAFE_SANITATION")),
                        2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"family-registered", "family-changed", "family-risk-cleared"})
    void everyEventOfAFamilyCarriesItsRisks(String event) throws IOException {
        assertThat(RegistryConsumer.fact(example("registry", RegistryConsumer.FAMILIES, event)))
                .isInstanceOfSatisfying(
                        Fact.Risks.class, risks -> assertThat(risks.place()).isEqualTo(AREA));
    }

    @ParameterizedTest
    @CsvSource({"pregnancy-confirmed, true", "pregnancy-changed, true", "pregnancy-ended, false"})
    void whetherAPregnancyGoesOn(String event, boolean goesOn) throws IOException {
        assertThat(RegistryConsumer.fact(example("registry", RegistryConsumer.PREGNANCIES, event)))
                .isInstanceOfSatisfying(Fact.Carried.class, carried -> {
                    assertThat(carried.place()).isEqualTo(HOME);
                    assertThat(carried.goesOn()).isEqualTo(goesOn);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"child-measured", "measurement-corrected", "measurement-reassessed", "measurement-voided"})
    void whatAWeighingShows(String event) throws IOException {
        Weighing weighing = example("measurement", "measurement.measurements", event)
                .read(WeighingConsumer.Measured.class)
                .weighing();

        assertThat(weighing.childId()).isEqualTo(CHILD);
        assertThat(weighing.home()).isEqualTo(HOME);
        assertThat(weighing.voided()).isEqualTo(event.equals("measurement-voided"));
        assertThat(weighing.lengthForAge()).isNotNull();
        if (event.equals("child-measured")) {
            assertThat(weighing.mark()).isEqualTo("T");
            assertThat(weighing.causes()).containsExactly(Cause.NOT_GAINED_TWICE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pregnancy-checked", "pregnancy-check-corrected", "pregnancy-check-voided"})
    void whatACheckOfAPregnantWomanShows(String event) throws IOException {
        PregnancyCheck check = example("measurement", "measurement.pregnancy-checks", event)
                .read(PregnancyCheckConsumer.Checked.class)
                .check();

        assertThat(check.home()).isEqualTo(HOME);
        assertThat(check.voided()).isEqualTo(event.equals("pregnancy-check-voided"));
        if (event.equals("pregnancy-checked")) {
            assertThat(check.causes()).containsExactlyInAnyOrder(Cause.CHRONIC_ENERGY_DEFICIENCY_RISK, Cause.ANAEMIA);
        }
    }

    private static ReceivedEvent example(String service, String topic, String event) throws IOException {
        return new ReceivedEvent(
                UUID.randomUUID(),
                "id.tumbuh." + service + "." + event + ".v1",
                topic,
                0,
                0,
                "key",
                1,
                TIME,
                null,
                Files.readAllBytes(
                        CONTRACTS.resolve(service).resolve(event + ".v1").resolve("example.json")));
    }
}
