package id.tumbuh.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import id.tumbuh.intervention.circumstance.Cause;
import id.tumbuh.intervention.delivery.DeliveryEvent;
import id.tumbuh.intervention.delivery.DeliveryEvents;
import id.tumbuh.intervention.homevisit.HomeVisitEvents;
import id.tumbuh.intervention.need.Item;
import id.tumbuh.intervention.need.NeedEvent;
import id.tumbuh.intervention.need.NeedReason;
import id.tumbuh.intervention.placement.EndReason;
import id.tumbuh.intervention.placement.PlacementEvent;
import id.tumbuh.intervention.programme.ProgrammeExamples;
import id.tumbuh.intervention.referral.ReferralEvent;
import id.tumbuh.intervention.referral.ReferralExamples;
import id.tumbuh.intervention.referral.ReferralReason;
import id.tumbuh.intervention.rembuk.CommitmentExamples;
import id.tumbuh.platform.messaging.IntegrationEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What this service announces is exactly what its contracts show. */
class ContractTest {
    private static final Path CONTRACTS = Path.of(System.getProperty("tumbuh.root"), "contracts", "intervention");
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final DefaultPrettyPrinter PRINTER =
            new DefaultPrettyPrinter().withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
    private static final UUID FAMILY = UUID.fromString("0198c1a0-0000-7000-8000-000000000001");
    private static final LocalDate OPENED = LocalDate.of(2026, 6, 15);
    private static final LocalDate CLOSED = LocalDate.of(2026, 9, 14);

    static List<IntegrationEvent> events() {
        List<IntegrationEvent> events = new ArrayList<>(needs());
        events.addAll(ReferralExamples.all());
        events.addAll(ProgrammeExamples.all());
        events.addAll(CommitmentExamples.all());
        return events;
    }

    private static List<IntegrationEvent> needs() {
        return List.of(
                need(1, "STUNTED", NeedEvent.State.OPEN, NeedReason.CAUSE_FOUND),
                need(2, "SEVERELY_STUNTED", NeedEvent.State.OPEN, NeedReason.CAUSES_CHANGED),
                need(3, "SEVERELY_STUNTED", NeedEvent.State.CLOSED, NeedReason.CAUSES_GONE),
                placement(1, PlacementEvent.State.HELD, null),
                placement(2, PlacementEvent.State.COMMITTED, LocalDate.of(2026, 11, 12)),
                placement(3, PlacementEvent.State.COMMITTED, LocalDate.of(2027, 2, 10)),
                placement(4, PlacementEvent.State.ENDED, LocalDate.of(2027, 2, 10)),
                DeliveryEvents.missed(),
                DeliveryEvents.made(),
                DeliveryEvents.refused(),
                HomeVisitEvents.asked(),
                HomeVisitEvents.withdrawn());
    }

    @ParameterizedTest
    @MethodSource("events")
    void theEventIsExactlyItsExample(IntegrationEvent event) throws IOException {
        assertThat(JSON.writer(PRINTER).writeValueAsString(event).replace(" : ", ": "))
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

    static List<IntegrationEvent> eventsWithAReason() {
        return events().stream()
                .filter(event ->
                        event instanceof NeedEvent || event instanceof ReferralEvent || event instanceof DeliveryEvent)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("eventsWithAReason")
    void theSchemaKnowsEveryReason(IntegrationEvent event) throws IOException {
        JsonNode reasons =
                JSON.readTree(folder(event).resolve("schema.json").toFile()).at("/properties/reason/enum");
        Enum<?>[] all = switch (event) {
            case NeedEvent _ -> NeedReason.values();
            case PlacementEvent _ -> EndReason.values();
            case DeliveryEvent _ -> DeliveryEvents.reasons();
            default -> ReferralReason.values();
        };

        assertThat(reasons)
                .filteredOn(reason -> !reason.isNull())
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

    private static NeedEvent need(long version, String cause, NeedEvent.State state, NeedReason reason) {
        return new NeedEvent(
                UUID.fromString("25b7dffe-e49c-3a3f-bc4d-5d1a4b6c0001"),
                version,
                UUID.fromString("0198c1a0-0000-7000-8000-000000000002"),
                null,
                FAMILY,
                "36.04.20.2006",
                List.of(new Cause(cause), new Cause("UNSAFE_WATER")),
                List.of(new Item(Item.Kind.FOOD, 180, 2_700_000), new Item(Item.Kind.WATER, null, 3_000_000)),
                cause.equals("STUNTED") ? 76 : 96,
                true,
                3,
                "need-1.1.1",
                state,
                OPENED,
                state == NeedEvent.State.OPEN ? null : CLOSED,
                reason);
    }

    private static PlacementEvent placement(long version, PlacementEvent.State state, @Nullable LocalDate to) {
        boolean ended = state == PlacementEvent.State.ENDED;
        return new PlacementEvent(
                UUID.fromString("0198c1a0-0000-7000-8000-0000000000e1"),
                version,
                UUID.fromString("25b7dffe-e49c-3a3f-bc4d-5d1a4b6c0001"),
                UUID.fromString("0198c1a0-0000-7000-8000-0000000000d1"),
                UUID.fromString("0198c1a0-0000-7000-8000-000000000002"),
                null,
                FAMILY,
                "36.04.20.2006",
                List.of(Item.Kind.FOOD),
                state,
                state == PlacementEvent.State.HELD ? Instant.parse("2026-08-18T02:00:00Z") : null,
                to == null ? null : LocalDate.of(2026, 8, 15),
                to,
                ended ? EndReason.NEED_CLOSED : null,
                ended ? LocalDate.of(2027, 1, 20) : null,
                version == 3);
    }
}
