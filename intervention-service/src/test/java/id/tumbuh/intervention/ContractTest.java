package id.tumbuh.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import id.tumbuh.intervention.need.NeedEvent;
import id.tumbuh.intervention.need.NeedReason;
import id.tumbuh.intervention.need.Severity;
import id.tumbuh.intervention.referral.ReferralEvent;
import id.tumbuh.intervention.referral.ReferralReason;
import id.tumbuh.platform.messaging.IntegrationEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What this service announces is exactly what its contracts show. */
class ContractTest {
    private static final Path CONTRACTS = Path.of(System.getProperty("tumbuh.root"), "contracts", "intervention");
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final UUID FAMILY = UUID.fromString("0198c1a0-0000-7000-8000-000000000001");
    private static final LocalDate OPENED = LocalDate.of(2026, 6, 15);
    private static final LocalDate CLOSED = LocalDate.of(2026, 9, 14);

    static List<IntegrationEvent> events() {
        return List.of(
                need(1, Severity.STUNTED, NeedEvent.State.OPEN, NeedReason.CHILD_STUNTED),
                need(2, Severity.SEVERELY_STUNTED, NeedEvent.State.OPEN, NeedReason.SEVERITY_CHANGED),
                need(3, Severity.SEVERELY_STUNTED, NeedEvent.State.CLOSED, NeedReason.NO_LONGER_STUNTED),
                referral(1, ReferralEvent.State.OPEN, ReferralReason.STUNTED_CHILD_AT_RISK),
                referral(2, ReferralEvent.State.CLOSED, ReferralReason.RISK_FACTOR_GONE));
    }

    @ParameterizedTest
    @MethodSource("events")
    void theEventIsExactlyItsExample(IntegrationEvent event) throws IOException {
        assertThat(JSON.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(event)
                        .replace(" : ", ": "))
                .isEqualToNormalizingNewlines(
                        Files.readString(folder(event).resolve("example.json")).strip());
    }

    @ParameterizedTest
    @MethodSource("events")
    void theExampleSatisfiesItsSchema(IntegrationEvent event) throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(folder(event).resolve("schema.json")), InputFormat.JSON);

        assertThat(schema.validate(Files.readString(folder(event).resolve("example.json")), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void theSchemaKnowsEveryReason(IntegrationEvent event) throws IOException {
        JsonNode reasons =
                JSON.readTree(folder(event).resolve("schema.json").toFile()).at("/properties/reason/enum");
        Enum<?>[] all = event instanceof NeedEvent ? NeedReason.values() : ReferralReason.values();

        assertThat(reasons)
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(Stream.of(all).map(Enum::name).toList());
    }

    @Test
    void everyContractHasItsEvent() throws IOException {
        try (Stream<Path> folders = Files.list(CONTRACTS)) {
            Set<String> names = folders.map(folder -> folder.getFileName().toString())
                    .filter(folder -> !folder.equals("erasure-confirmed.v1")) // of the platform, which tests it
                    .filter(folder -> !folder.startsWith("case-audit-")) // of caseaudit, which tests them
                    .collect(Collectors.toSet());

            assertThat(names)
                    .isEqualTo(events().stream()
                            .map(event -> folder(event).getFileName().toString())
                            .collect(Collectors.toSet()));
        }
    }

    private static Path folder(IntegrationEvent event) {
        return CONTRACTS.resolve(event.type().substring("id.tumbuh.intervention.".length()));
    }

    private static NeedEvent need(long version, Severity severity, NeedEvent.State state, NeedReason reason) {
        return new NeedEvent(
                UUID.fromString("25b7dffe-e49c-3a3f-bc4d-5d1a4b6c0001"),
                version,
                UUID.fromString("0198c1a0-0000-7000-8000-000000000002"),
                FAMILY,
                "36.04.20.2006",
                severity,
                state,
                OPENED,
                state == NeedEvent.State.OPEN ? null : CLOSED,
                reason);
    }

    private static ReferralEvent referral(long version, ReferralEvent.State state, ReferralReason reason) {
        return new ReferralEvent(
                UUID.fromString("7c1c5a0e-9f0b-3d52-8f9e-2a6f3b7d0001"),
                version,
                FAMILY,
                "36.04.20.2006",
                "UNSAFE_WATER",
                "PUPR",
                state,
                OPENED,
                state == ReferralEvent.State.OPEN ? null : CLOSED,
                reason);
    }
}
