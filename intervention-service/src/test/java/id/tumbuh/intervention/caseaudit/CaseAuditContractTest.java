package id.tumbuh.intervention.caseaudit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.tumbuh.platform.messaging.IntegrationEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is announced of case audits is exactly what its contracts show; {@code ContractsTest} holds examples to schemas. */
class CaseAuditContractTest {
    private static final Path CONTRACTS = Path.of(System.getProperty("tumbuh.root"), "contracts", "intervention");
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final UUID FAMILY = UUID.fromString("0198c1a0-0000-7000-8000-000000000001");
    private static final UUID CASE = UUID.fromString("0198c1a0-0000-7000-8000-0000000000d2");
    private static final String NUMBER = "AKS-36.04-2026-2-0012";

    static List<IntegrationEvent> events() {
        return List.of(
                event(5, CaseAuditStage.REVIEWED, LocalDate.of(2026, 9, 14), List.of(), 0, true),
                event(9, CaseAuditStage.FOLLOW_UP, LocalDate.of(2026, 10, 5), List.of("DINKES", "PUPR"), 2, false),
                new CaseAuditReminded(
                        UUID.fromString("0198c1a0-0000-7000-8000-0000000000d4"),
                        1,
                        CASE,
                        NUMBER,
                        CaseAuditGroup.BADUTA,
                        "36.04.20.2006",
                        CaseAuditStage.FOLLOW_UP,
                        UUID.fromString("0198c1a0-0000-7000-8000-0000000000d3"),
                        "PUPR",
                        ReminderLevel.OVERDUE,
                        LocalDate.of(2026, 11, 30),
                        FAMILY));
    }

    @ParameterizedTest
    @MethodSource("events")
    void theEventIsExactlyItsExample(IntegrationEvent event) throws IOException {
        assertThat(JSON.readTree(JSON.writeValueAsBytes(event)))
                .isEqualTo(JSON.readTree(folder(event).resolve("example.json").toFile()));
        assertThat(event.topic()).isEqualTo("intervention.case-audits");
    }

    /** Whoever may read the topic learns neither the person nor the family. */
    @ParameterizedTest
    @MethodSource("events")
    void theFamilyKeepsTheOrderAndIsNotInTheBody(IntegrationEvent event) throws IOException {
        assertThat(event.partitionKey()).isEqualTo(FAMILY.toString());
        assertThat(JSON.writeValueAsString(event)).doesNotContain(FAMILY.toString());
    }

    @Test
    void theSchemaKnowsEveryWord() throws IOException {
        for (String event : List.of("case-audit-stage-reached.v1", "case-audit-changed.v1")) {
            JsonNode properties = JSON.readTree(
                            CONTRACTS.resolve(event).resolve("schema.json").toFile())
                    .path("properties");
            assertThat(words(properties.at("/stage/enum"))).isEqualTo(names(CaseAuditStage.values()));
            assertThat(words(properties.at("/group/enum"))).isEqualTo(names(CaseAuditGroup.values()));
            assertThat(words(properties.at("/reasons/items/enum"))).isEqualTo(names(CaseAuditReason.values()));
        }
    }

    private static List<String> words(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toList();
    }

    private static Path folder(IntegrationEvent event) {
        return CONTRACTS.resolve(event.type().substring("id.tumbuh.intervention.".length()));
    }

    private static CaseAuditEvent event(
            long version,
            CaseAuditStage stage,
            LocalDate reachedOn,
            List<String> fields,
            int followUps,
            boolean stageReached) {
        return new CaseAuditEvent(
                CASE,
                version,
                UUID.fromString("0198c1a0-0000-7000-8000-0000000000d1"),
                NUMBER,
                CaseAuditGroup.BADUTA,
                "36.04.20.2006",
                stage,
                reachedOn,
                60,
                List.of(CaseAuditReason.SEVERELY_STUNTED, CaseAuditReason.FIRST_THOUSAND_DAYS),
                fields,
                followUps,
                followUps == 0 ? 0 : 1,
                null,
                null,
                stageReached,
                FAMILY);
    }
}
