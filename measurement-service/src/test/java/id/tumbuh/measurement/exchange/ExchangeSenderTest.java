package id.tumbuh.measurement.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.tumbuh.measurement.exchange.FhirStub.Mood;
import id.tumbuh.measurement.exchange.Weighings.Line;
import id.tumbuh.measurement.growth.Sex;
import id.tumbuh.measurement.roster.Registry;
import id.tumbuh.measurement.roster.Registry.Child;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.rules.RuleBook;
import id.tumbuh.platform.testing.RealServers;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@WithTestResource(RealServers.class)
class ExchangeSenderTest {

    @Inject
    DataSource dataSource;

    @Inject
    Database database;

    @Inject
    ChangedMeasurements changed;

    @Inject
    Ledger ledger;

    @Inject
    ExchangedMeasurements measurements;

    @Inject
    SatusehatCodes.Rules codes;

    @Inject
    RuleBook rules;

    @Inject
    MeterRegistry meters;

    @Inject
    Weighings weighings;

    @Inject
    Registry registry;

    private final String destination = "test-" + UUID.randomUUID();
    private FhirStub there = new FhirStub();
    private @Nullable Thread sender;

    @BeforeEach
    void fresh() {
        there = new FhirStub();
    }

    @AfterEach
    void stop() throws InterruptedException {
        stopSending();
        there.close();
    }

    @Test
    void everyMeasurementArrivesAndTheLedgerIsWhatTheDestinationHolds() {
        UUID weighed = weighings.weigh(Weighings.WHOLE + ",\"headCircumferenceCm\":44.6,\"armCircumferenceCm\":13.1");
        sending();
        awaitState(weighed, "DELIVERED");
        awaitNothingPending();

        assertLedgerIsWhatIsHeld();
        assertThat(of(weighed, ObservationKind.WEIGHT).getValueQuantity().getValue())
                .isEqualByComparingTo("8.4");
        Observation height = of(weighed, ObservationKind.LENGTH_HEIGHT_FOR_AGE);
        assertThat(height.getValueQuantity().getValue()).isEqualByComparingTo("-2.47");
        assertThat(height.getInterpretationFirstRep().getCodingFirstRep().getCode())
                .isEqualTo("444000005");
        int before = there.updates();
        UUID next = weighings.weigh(Weighings.WHOLE);
        awaitState(next, "DELIVERED");
        assertThat(there.updates()).as("only what is new is sent").isEqualTo(before + 6);
    }

    @Test
    void destinationThatGoesAwayInEveryWayLosesNothing() {
        sending();
        for (Mood mood : Mood.values()) {
            there.feels(mood);
            UUID weighed = weighings.weigh(Weighings.WHOLE);
            if (mood != Mood.WELL && mood != Mood.REFUSING_HEADS) {
                await().until(() -> attempts(weighed) >= 2);
                assertThat(weighings.line(destination, weighed).state()).isEqualTo("PENDING");
            }
            there.feels(Mood.WELL);
            awaitState(weighed, "DELIVERED");
        }
        there.goAway();
        UUID whileAway = weighings.weigh(Weighings.WHOLE);
        await().until(() -> attempts(whileAway) >= 2);
        assertThat(weighings.line(destination, whileAway).reason()).isEqualTo("UNREACHABLE");
        there.comeBack();
        awaitState(whileAway, "DELIVERED");
        awaitNothingPending();

        assertLedgerIsWhatIsHeld();
    }

    @Test
    void oneThatIsRefusedIsSetAsideWithoutATextAndTheOthersGoOn() {
        there.feels(Mood.REFUSING_HEADS);
        UUID bad = weighings.weigh(Weighings.WHOLE + ",\"headCircumferenceCm\":44.6");
        UUID good = weighings.weigh(Weighings.WHOLE);
        sending();

        awaitState(bad, "SET_ASIDE");
        awaitState(good, "DELIVERED");
        assertThat(weighings.line(destination, bad).status()).isEqualTo(422);
        assertThat(weighings.line(destination, bad).reason()).isEqualTo("business-rule");
        assertThat(there.held()).doesNotContainKey(urn(bad, ObservationKind.WEIGHT));
        assertThat(weighings.lines(destination).toString()).doesNotContain("Budi");

        weighings.drop(bad, "head_circumference_cm");
        awaitState(bad, "DELIVERED");
        assertThat(weighings.line(destination, bad).version()).isEqualTo(2);
    }

    @Test
    void correctionChangesTheSameResourcesAndTakesBackWhatIsGone() {
        UUID id = UUID.randomUUID();
        Child child = Child.aChild();
        registry.says(child);
        registry.imports(
                id, 1, child.id(), "2025-08-12", ",\"weightKg\":8.4,\"lengthHeightCm\":72.5,\"position\":\"LYING\"");
        sending();
        awaitState(id, "DELIVERED");
        awaitNothingPending();
        int resources = there.held().size();

        registry.imports(id, 2, child.id(), "2025-08-12", ",\"weightKg\":8.9");
        awaitDelivered(id, 2);

        assertThat(there.held()).hasSize(resources);
        assertThat(of(id, ObservationKind.WEIGHT).getStatus()).isEqualTo(ObservationStatus.AMENDED);
        assertThat(of(id, ObservationKind.WEIGHT).getValueQuantity().getValue()).isEqualByComparingTo("8.9");
        for (ObservationKind gone : Set.of(
                ObservationKind.LENGTH_HEIGHT,
                ObservationKind.LENGTH_HEIGHT_FOR_AGE,
                ObservationKind.WEIGHT_FOR_LENGTH_HEIGHT,
                ObservationKind.BMI_FOR_AGE)) {
            assertThat(of(id, gone).getStatus()).isEqualTo(ObservationStatus.ENTEREDINERROR);
        }
        assertLedgerIsWhatIsHeld();
    }

    @Test
    void correctedBirthDateSendsTheScoresAgain() {
        Child child = Child.aChild();
        UUID id = weighings.weigh(child, "2025-08-12", Weighings.WHOLE);
        sending();
        awaitState(id, "DELIVERED");

        registry.says(child.correctedTo(Sex.L, LocalDate.of(2024, 2, 17)));
        awaitDelivered(id, 2);

        assertThat(of(id, ObservationKind.LENGTH_HEIGHT_FOR_AGE)
                        .getInterpretationFirstRep()
                        .getCodingFirstRep()
                        .getCode())
                .isEqualTo("OI000011");
    }

    @Test
    void voidedOneIsInErrorThereAndOneNeverToldStaysUntold() {
        UUID told = weighings.weigh(Weighings.WHOLE);
        sending();
        awaitState(told, "DELIVERED");
        weighings.voidIt(told);
        await().until(() -> of(told, ObservationKind.WEIGHT).getStatus() == ObservationStatus.ENTEREDINERROR);
        awaitState(told, "DELIVERED");
        assertThat(of(told, ObservationKind.LENGTH_HEIGHT_FOR_AGE).getStatus())
                .isEqualTo(ObservationStatus.ENTEREDINERROR);

        there.goAway();
        UUID untold = weighings.weigh(Weighings.WHOLE);
        stopQuietly();
        weighings.voidIt(untold);
        there.comeBack();
        sending();
        await().until(() -> !Set.of("", "PENDING")
                .contains(weighings.line(destination, untold).state()));
        UUID onlySkin = weighings.weigh("\"tricepsMm\":8.1");
        awaitState(onlySkin, "NOTHING_TO_SEND");
        assertThat(there.held()).doesNotContainKey(urn(onlySkin, ObservationKind.WEIGHT));
    }

    @Test
    void oneThatCanNotBeWrittenIsSetAsideAlone() {
        LocalDate nobodysDay = LocalDate.of(2025, 1, 7);
        SatusehatCodes.Rules silentOnADay = new SatusehatCodes.Rules(rules) {
            @Override
            SatusehatCodes on(LocalDate day) {
                if (day.equals(nobodysDay)) {
                    throw new IllegalStateException("no codes that day");
                }
                return super.on(day);
            }
        };
        UUID bad = weighings.weigh(Child.aChild(), nobodysDay.toString(), Weighings.WHOLE);
        UUID good = weighings.weigh(Weighings.WHOLE);
        sender = start(new TestExchange(destination, there.endpoint(), null, 100), silentOnADay);

        awaitState(bad, "SET_ASIDE");
        awaitState(good, "DELIVERED");
        assertThat(weighings.line(destination, bad).reason()).isEqualTo("UNWRITABLE_IllegalStateException");
    }

    @Test
    void tokenIsReadAgainForEveryRequest(@TempDir Path folder) throws IOException {
        Path token = folder.resolve("token");
        Files.writeString(token, "first\n");
        UUID one = weighings.weigh(Weighings.WHOLE);
        sending(new TestExchange(destination, there.endpoint(), token, 100));
        awaitState(one, "DELIVERED");
        Files.writeString(token, "second\n");
        UUID two = weighings.weigh(Weighings.WHOLE);
        awaitState(two, "DELIVERED");

        assertThat(there.tokens().getFirst()).isEqualTo("Bearer first");
        assertThat(there.tokens().getLast()).isEqualTo("Bearer second");
    }

    @Test
    void oneSenderADatabaseWhoeverElseIsThere() throws InterruptedException {
        UUID one = weighings.weigh(Weighings.WHOLE);
        sending();
        awaitState(one, "DELIVERED");
        awaitNothingPending();
        try (FhirStub elsewhere = new FhirStub()) {
            String second = "test-" + UUID.randomUUID();
            Thread waiting = start(new TestExchange(second, elsewhere.endpoint(), null, 100));
            UUID two = weighings.weigh(Weighings.WHOLE);
            awaitState(two, "DELIVERED");
            assertThat(elsewhere.requests()).isZero();

            stopSending();
            await().until(() -> elsewhere.held().containsKey(urn(two, ObservationKind.WEIGHT)));
            waiting.interrupt();
            waiting.join();
        }
    }

    @Test
    void erasedChildLeavesNoLine() {
        Child child = Child.aChild();
        UUID id = weighings.weigh(child, "2025-08-12", Weighings.WHOLE);
        sending();
        awaitState(id, "DELIVERED");

        registry.says(child.movedTo(Registry.KIBIN));
        assertThat(weighings.line(destination, id).area()).isEqualTo(Registry.KIBIN);
        registry.erases(child.id());

        assertThat(weighings.line(destination, id)).isEqualTo(Line.NONE);
    }

    private void sending() {
        sending(new TestExchange(destination, there.endpoint(), null, 100));
    }

    private void sending(ExchangeConfig config) {
        sender = start(config);
    }

    private Thread start(ExchangeConfig config) {
        return start(config, codes);
    }

    private Thread start(ExchangeConfig config, SatusehatCodes.Rules words) {
        ExchangeSender exchange =
                new ExchangeSender(config, dataSource, database, changed, ledger, measurements, words, meters);
        return Thread.ofVirtual().start(() -> exchange.run(config.endpoint().orElseThrow()));
    }

    private void stopSending() throws InterruptedException {
        Thread running = sender;
        if (running != null) {
            running.interrupt();
            running.join();
        }
    }

    private void stopQuietly() {
        try {
            stopSending();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private void awaitState(UUID measurement, String state) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() ->
                        state.equals(weighings.line(destination, measurement).state()));
    }

    private void awaitDelivered(UUID measurement, int version) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            Line line = weighings.line(destination, measurement);
            return line.version() == version && line.state().equals("DELIVERED");
        });
    }

    private void awaitNothingPending() {
        Predicate<Line> pending = line -> line.state().equals("PENDING");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> weighings.lines(destination).stream().noneMatch(pending));
    }

    private int attempts(UUID measurement) {
        return weighings.line(destination, measurement).attempts();
    }

    private void assertLedgerIsWhatIsHeld() {
        Set<String> noted = weighings.lines(destination).stream()
                .flatMap(line ->
                        ObservationKind.read(line.sentKinds()).stream().map(kind -> urn(line.measurement(), kind)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(new TreeSet<>(there.held().keySet())).isEqualTo(noted).isNotEmpty();
    }

    private Observation of(UUID measurement, ObservationKind kind) {
        Observation held = there.held().get(urn(measurement, kind));
        return Objects.requireNonNull(held);
    }

    private static String urn(UUID measurement, ObservationKind kind) {
        return "urn:uuid:" + kind.identifier(measurement);
    }
}
