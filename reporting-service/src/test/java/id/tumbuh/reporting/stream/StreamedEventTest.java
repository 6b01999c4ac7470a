package id.tumbuh.reporting.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.access.Scope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent of a record, whoever wrote it. */
class StreamedEventTest {
    private static final String TYPE = "id.tumbuh.measurement.child-became-stunted.v1";
    private static final String BODY = "{\"areaCode\":\"86.09.01.2001\",\"z\":-2.350}";
    private static final Path CONTRACTS = Path.of(System.getProperty("tumbuh.root"), "contracts");

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void headersOfAForeignProducerStayValuesAndChangeNothingElse() throws IOException {
        String hostile = "a\",\"type\":\"forged\"}\n\nevent: forged\ndata: {\\";
        StreamedEvent event = event(Map.of("ce_type", TYPE, "ce_id", hostile, "ce_subject", hostile), BODY);

        JsonNode read = json.readTree(event.json());
        assertThat(read.path("id").asText()).isEqualTo(hostile);
        assertThat(read.path("subject").asText()).isEqualTo(hostile);
        assertThat(read.path("type").asText()).isEqualTo(TYPE);
        assertThat(lines(event)).hasSize(3);
    }

    @Test
    void itsHeadersAreReadByWhoeverPolledItAndByNobodyAfter() throws IOException {
        ConsumerRecord<String, byte[]> record = record(Map.of("ce_type", TYPE, "ce_id", "1"), BODY);
        StreamedEvent event = new StreamedEvent(0, record);
        record.headers().remove("ce_type").remove("ce_id");

        assertThat(wish("86.09").includes(event)).isTrue();
        assertThat(json.readTree(event.json()).path("id").asText()).isEqualTo("1");
    }

    @Test
    void aBodyOnManyLinesIsSentOnOne() throws IOException {
        StreamedEvent event = event(Map.of("ce_type", TYPE), """
                {
                "areaCode": "86.09.01.2001",
                "z": -2.350,
                "event": "forged"
                }
                """);

        assertThat(lines(event)).hasSize(3);
        assertThat(lines(event).getLast()).contains("-2.350");
        assertThat(json.readTree(event.json()).at("/data/event").asText()).isEqualTo("forged");
        assertThat(wish("86.09").includes(event)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "7",
                "{\"areaCode\":\"86.09.01.2001\"",
                "{\"areaCode\":\"86.09.01.2001\"}}",
                "{\"areaCode\":\"86.09.01.2001\"} event: forged",
                "{\"areaCode\":\"86.09.01.2001\",\"a\":}",
                "{\"areaCode\":null}",
                "{\"areaCode\":\"86.9\"}",
                "{\"area\":\"86.09.01.2001\"}"
            })
    void whatIsNoObjectWithAnAreaIsNobodys(String body) {
        StreamedEvent event = event(Map.of("ce_type", TYPE), body);

        assertThat(wish("86.09").includes(event)).isFalse();
        assertThat(everything().includes(event)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "id.tumbuh.measurement.child-became-stunted",
                "id.tumbuh.reporting.indicators-changed.v1",
                "id.tumbuh.measurement.child-renamed.v1",
                "id.tumbuh.measurement.child-became-stunted\nevent: forged.v1"
            })
    void aTypeThatIsNotOfTheTopicIsNobodys(String type) {
        assertThat(everything().includes(event(Map.of("ce_type", type), BODY))).isFalse();
    }

    @Test
    void aTombstoneIsNobodys() {
        ConsumerRecord<String, byte[]> tombstone = new ConsumerRecord<>("measurement.children", 0, 0, "k", null);
        tombstone.headers().add("ce_type", TYPE.getBytes(StandardCharsets.UTF_8));

        assertThat(everything().includes(new StreamedEvent(0, tombstone))).isFalse();
    }

    @Test
    void anAreaIsItsOwnAndThatOfThoseAboveItAndOfNobodyElse() {
        StreamedEvent event = event(Map.of("ce_type", TYPE), BODY);
        for (String own : List.of("86", "86.09", "86.09.01", "86.09.01.2001")) {
            assertThat(wish(own).includes(event)).as(own).isTrue();
        }
        for (String foreign : List.of("85", "86.08", "86.09.02", "86.09.01.2002")) {
            assertThat(wish(foreign).includes(event)).as(foreign).isFalse();
        }
    }

    @Test
    void everyTypeOfAStreamedTopicIsInTheContractsAndTheOtherWayRound() throws IOException {
        String asyncapi = Files.readString(CONTRACTS.resolve("asyncapi.yaml"));
        for (StreamedTopic topic : StreamedTopic.values()) {
            int start = asyncapi.indexOf("    address: " + topic.topic() + "\n");
            assertThat(start).as(topic.topic()).isPositive();
            Set<String> announced =
                    new TreeSet<>(Pattern.compile("#/components/messages/([a-z.-]+)'|^ {4}address", Pattern.MULTILINE)
                            .matcher(asyncapi)
                            .region(start + 12, asyncapi.length())
                            .results()
                            .takeWhile(it -> it.group(1) != null)
                            .map(StreamedEventTest::message)
                            .toList());
            assertThat(announced).isEqualTo(new TreeSet<>(topic.types()));
        }
    }

    @Test
    void eachRoleHearsOfWhatItMayReadAndPartnersAndCompanionsOfNothing() {
        assertThat(StreamedTopic.readableBy(Set.of(Roles.PARTNER, Roles.KADER, Roles.TPK)))
                .isEmpty();
        assertThat(StreamedTopic.readableBy(Set.of(Roles.AUDITOR)))
                .containsExactlyInAnyOrder(
                        StreamedTopic.QUALITY,
                        StreamedTopic.CASE_AUDITS,
                        StreamedTopic.INDICATORS,
                        StreamedTopic.EVALUATIONS);
        assertThat(StreamedTopic.readableBy(Set.of(Roles.OPD)))
                .doesNotContain(StreamedTopic.CASE_AUDITS, StreamedTopic.PLACEMENTS, StreamedTopic.COMPANIONS);
        assertThat(StreamedTopic.readableBy(Set.of(Roles.TPPS))).containsExactlyInAnyOrder(StreamedTopic.values());
        assertThat(StreamedTopic.readableBy(Set.of(Roles.BKKBN))).containsExactlyInAnyOrder(StreamedTopic.values());
    }

    @Test
    void whatAnAuditorHearsOfNamesNoChildAndNoFamily() throws IOException {
        for (StreamedTopic topic : StreamedTopic.readableBy(Set.of(Roles.AUDITOR))) {
            for (String type : topic.types()) {
                JsonNode example = json.readTree(CONTRACTS
                        .resolve(type.replace('.', '/') + ".v1/example.json")
                        .toFile());
                assertThat(example.findValue("childId")).as(type).isNull();
                assertThat(example.findValue("familyId")).as(type).isNull();
                assertThat(example.findValue("pregnancyId")).as(type).isNull();
            }
        }
    }

    private static String message(MatchResult found) {
        return found.group(1);
    }

    private static List<String> lines(StreamedEvent event) {
        return new String(event.frame(new Position(new long[] {1})), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static Wish wish(String area) {
        return new Wish(
                area, Set.of(), Set.of(StreamedTopic.values()), Scope.of(List.of(new AreaCode(area))), Instant.MAX);
    }

    private static Wish everything() {
        return new Wish("ID", Set.of(), Set.of(StreamedTopic.values()), Scope.everywhere(), Instant.MAX);
    }

    private static StreamedEvent event(Map<String, String> headers, String body) {
        return new StreamedEvent(0, record(headers, body));
    }

    private static ConsumerRecord<String, byte[]> record(Map<String, String> headers, String body) {
        ConsumerRecord<String, byte[]> record =
                new ConsumerRecord<>("measurement.children", 0, 0, "k", body.getBytes(StandardCharsets.UTF_8));
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
