package id.tumbuh.reporting.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import id.tumbuh.reporting.Given;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same events as history: by the same cursors, under the same rules, from the real broker. */
@QuarkusTest
@WithTestResource(RealServers.class)
class EventsResourceTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String TOKEN = TestTokens.token(Roles.TPPS, "86");

    private final Map<String, String> starts = new HashMap<>();

    @TestHTTPResource("/v1/stream")
    @SuppressWarnings("NullAway.Init") // injected
    String stream;

    @Inject
    Given given;

    @Inject
    Truncated truncated;

    @BeforeEach
    void theTopicsAreThere() {
        await().atMost(SOON)
                .untilAsserted(() -> as(TOKEN).get("/v1/events?area=86").then().statusCode(200));
    }

    @Test
    void pagesHaveEveryEventOnceWhateverTheirSize() {
        List<String> announced = announced("86.01.01.2001", 25);
        for (int limit : new int[] {1, 7, 25, 1000}) {
            List<String> seen = new ArrayList<>();
            String after = start("86.01");
            int pages = 0;
            while (seen.size() < announced.size()) {
                JsonPath page = page("86.01", after, limit);
                assertThat(page.getList("events")).hasSizeLessThanOrEqualTo(limit);
                seen.addAll(subjects(page));
                after = page.getString("next");
                assertThat(++pages).isLessThan(100);
            }
            assertThat(seen).containsExactlyInAnyOrderElementsOf(announced);
            assertThat(subjects(page("86.01", after, 1000))).isEmpty();
        }
    }

    @Test
    void aPageLinksToTheNextWhileThereIsMoreAndTheLastToNone() {
        announced("86.02.01.2001", 3);
        Response first = get("86.02", start("86.02"), 1);
        String next = first.getHeader("Link");
        assertThat(next).contains("rel=\"next\"").contains("after=").contains("area=86.02");
        assertThat(first.getHeader("Cache-Control")).isEqualTo("no-store");

        Response last = get("86.02", get("86.02", start("86.02"), 1000).path("next"), 1000);
        assertThat(last.getHeader("Link")).isNull();
        assertThat(last.<List<?>>path("events")).isEmpty();
    }

    @Test
    void aCursorOfTheStreamGoesOnInTheHistoryAndTheOtherWayRound() {
        List<String> announced = announced("86.03.01.2001", 12);
        List<String> seen = new ArrayList<>();
        JsonPath page = page("86.03", start("86.03"), 5);
        seen.addAll(subjects(page));
        String cursor = page.getString("next");
        try (Subscriber subscriber = Subscriber.to(stream + "?area=86.03", TOKEN, cursor)) {
            await().atMost(SOON).until(() -> subscriber.received.size() == 7);
            subscriber.received.subList(0, 3).forEach(it -> seen.add(subject(it.data())));
            cursor = subscriber.received.get(2).id();
        }
        JsonPath rest = page("86.03", cursor, 1000);
        seen.addAll(subjects(rest));
        assertThat(seen).containsExactlyInAnyOrderElementsOf(announced);

        String fourth = rest.getString("events[1].id");
        try (Subscriber subscriber = Subscriber.to(stream + "?area=86.03", TOKEN, fourth)) {
            await().atMost(SOON).until(() -> subscriber.received.size() == 2);
            // of different partitions either may come first
            assertThat(subscriber.received.stream().map(it -> it.data()).toList())
                    .extracting(EventsResourceTest::subject)
                    .containsExactlyInAnyOrderElementsOf(subjects(rest).subList(2, 4));
            assertThat(subscriber.received.stream().map(it -> it.event()).toList())
                    .containsExactlyInAnyOrderElementsOf(
                            rest.<String>getList("events.event").subList(2, 4));
        }
    }

    @Test
    void aCursorOlderThanWhatIsKeptIsAnsweredWithTheOldestThatWorksAndTheStreamTellsOfAGap() {
        String before = start("86.04");
        given.announced(faltering("86.04.01.2001"), faltering("86.04.01.2001"));
        await().atMost(SOON).until(() -> subjects(page("86.04", before, 10)).size() == 2);
        crowd("86.05.01.2001", 250); // more than the tail holds
        truncated.toItsEnd("measurement.faltering");
        Announcement kept = faltering("86.04.01.2001");
        given.announced(kept);

        String oldest = as(TOKEN)
                .queryParam("area", "86.04")
                .queryParam("after", before)
                .get("/v1/events")
                .then()
                .statusCode(410)
                .contentType("application/problem+json")
                .body("code", equalTo("CURSOR_OLDER_THAN_KEPT"))
                .body("type", equalTo("urn:tumbuh:problem:cursor-older-than-kept"))
                .header("Link", notNullValue())
                .extract()
                .path("oldest");
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(subjects(page("86.04", oldest, 1000))).containsExactly(kept.key()));
        try (Subscriber late = Subscriber.to(stream + "?area=86.04", TOKEN, before)) {
            await().atMost(SOON).until(() -> late.received.size() == 2);
            assertThat(late.received.getFirst().event()).isEqualTo("gap");
            assertThat(late.received.getFirst().data()).isEqualTo("{\"reason\":\"CURSOR_OLDER_THAN_KEPT\"}");
            assertThat(subject(late.received.getLast().data())).isEqualTo(kept.key());

            assertThat(subjects(page("86.04", late.received.getFirst().id(), 10)))
                    .containsExactly(kept.key());
        }
        as(TOKEN).get("/v1/events?area=86.04").then().statusCode(200); // from the oldest there is
    }

    @Test
    void sinceBeginsAtAMoment() {
        announced("86.06.01.2001", 2);
        as(TOKEN)
                .get("/v1/events?area=86.06&since=2020-01-01T00:00:00Z&limit=1000")
                .then()
                .statusCode(200);
        as(TOKEN)
                .get("/v1/events?area=86.06&since=2099-01-01T00:00:00Z")
                .then()
                .statusCode(200)
                .body("events.size()", equalTo(0));
    }

    @Test
    void nobodySeesWhatIsNotTheirs() {
        announced("86.07.01.2001", 2);
        announced("86.08.01.2001", 2);
        String own = TestTokens.token(Roles.TPPS, "86.07");

        String after = start("86.07");
        JsonPath page = as(own).queryParam("after", after)
                .queryParam("limit", 1000)
                .get("/v1/events")
                .jsonPath();
        assertThat(page.getList("events.data.data.areaCode", String.class)).allMatch(it -> it.startsWith("86.07."));
        as(own).get("/v1/events?area=86.08").then().statusCode(404);
        as(own).get("/v1/events?area=86").then().statusCode(404);
        given().get("/v1/events?area=86.07").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {Roles.PARTNER, Roles.KADER, Roles.TPK})
    void partnersAndCompanionsSeeNoEvents(String role) {
        String token = TestTokens.token(role, "86");
        as(token).get("/v1/events?area=86").then().statusCode(403);
        as(token).get("/v1/stream?area=86").then().statusCode(403);
    }

    @Test
    void eachRoleHearsOfItsOwnTopics() {
        String desa = "86.09.01.2001";
        String after = start("86.09");
        UUID id = UUID.randomUUID();
        given.announced(
                Given.status(id, 1, desa, "STUNTED"),
                event("measurement.quality", "measurement.measuring-quality-assessed", id.toString(), """
                        {"posyanduId":"%s","month":"2024-07","version":1,"areaCode":"%s","months":6,"measured":0,
                        "verdict":"TOO_FEW","indicators":[],"ruleVersion":"quality-1"}""".formatted(
                                id, desa)),
                Given.companion(id, 1, id, desa, LocalDate.of(2024, 7, 1), null),
                Given.placement(id, 1, id, id, desa, LocalDate.of(2024, 7, 1), null),
                event("intervention.deliveries", "intervention.delivery-made", desa),
                event("intervention.case-audits", "intervention.case-audit-stage-reached", desa));
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(page("86.09", after, 100).getList("events")).hasSize(6));

        assertThat(types(Roles.TPPS, after)).hasSize(6);
        assertThat(types(Roles.AUDITOR, after))
                .containsExactlyInAnyOrder(
                        "measurement.measuring-quality-assessed", "intervention.case-audit-stage-reached");
        assertThat(types(Roles.OPD, after))
                .containsExactlyInAnyOrder("measurement.child-became-stunted", "intervention.delivery-made");
        assertThat(types(Roles.PUSKESMAS, after))
                .doesNotContain("intervention.placement-committed")
                .hasSize(5);
        assertThat(types(Roles.SYSTEM, after))
                .containsExactlyInAnyOrder("measurement.child-became-stunted", "registry.companion-assigned");
        for (String url : List.of("/v1/events", "/v1/stream")) {
            as(TestTokens.token(Roles.AUDITOR, "86"))
                    .get(url + "?types=measurement.child-became-stunted,measurement.child-measured")
                    .then()
                    .statusCode(403)
                    .body("errors[0].pointer", equalTo("/types"))
                    .body("errors[0].reason", equalTo("TYPE_NOT_FOR_YOUR_ROLE"));
        }
    }

    @Test
    void ofSeveralTypesARoleHearsOfItsOwn() {
        String desa = "86.11.01.2001";
        String after = start("86.11");
        given.announced(
                Given.status(UUID.randomUUID(), 1, desa, "STUNTED"),
                event("intervention.case-audits", "intervention.case-audit-changed", desa));
        await().atMost(SOON)
                .until(() -> page("86.11", after, 100).getList("events").size() == 2);

        as(TestTokens.token(Roles.AUDITOR, "86"))
                .queryParams(Map.of("area", "86.11", "after", after))
                .queryParam("types", "intervention.case-audit-changed,measurement.child-became-stunted")
                .get("/v1/events")
                .then()
                .statusCode(200)
                .body("events.event", equalTo(List.of("intervention.case-audit-changed")));
    }

    @ParameterizedTest
    @CsvSource({
        "area=86.1, /area, INVALID_AREA",
        "area=serang, /area, INVALID_AREA",
        "types=measurement.child-grew, /types, UNKNOWN_EVENT_TYPE",
        "'types=measurement.child-measured,', /types, UNKNOWN_EVENT_TYPE",
        "types=registry.child-registered, /types, UNKNOWN_EVENT_TYPE",
        "since=yesterday, /since, INVALID_DATE"
    })
    void whatIsAskedForWronglyIsNamed(String query, String pointer, String reason) {
        for (String url : List.of("/v1/events", "/v1/stream")) {
            as(TOKEN)
                    .get(url + "?" + query)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("INVALID_REQUEST"))
                    .body("errors[0].pointer", equalTo(pointer))
                    .body("errors[0].reason", equalTo(reason));
        }
    }

    @Test
    void whatNoCursorIsIsAProblem() {
        as(TOKEN)
                .get("/v1/events?after=nonsense")
                .then()
                .statusCode(400)
                .contentType(startsWith("application/problem+json"))
                .body("code", equalTo("INVALID_CURSOR"));
    }

    private List<String> types(String role, String after) {
        return as(TestTokens.token(role, "86"))
                .queryParams(Map.of("area", "86.09", "after", after, "limit", 1000))
                .get("/v1/events")
                .jsonPath()
                .getList("events.event", String.class);
    }

    private List<String> announced(String desa, int events) {
        String after = start(desa);
        List<String> keys = crowd(desa, events);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(page(desa, after, 1000).getList("events")).hasSize(events));
        starts.put(desa.substring(0, 5), after);
        return keys;
    }

    private List<String> crowd(String desa, int events) {
        List<Announcement> crowd = IntStream.range(0, events)
                .mapToObj(it -> Given.status(UUID.randomUUID(), 1, desa, "STUNTED"))
                .toList();
        given.announced(crowd);
        return crowd.stream().map(Announcement::key).toList();
    }

    /** Where a test began to announce; else where the topics end now. */
    private String start(String area) {
        String known = starts.get(area);
        return known != null
                ? known
                : as(TOKEN)
                        .get("/v1/events?since=2099-01-01T00:00:00Z&area=" + area)
                        .jsonPath()
                        .getString("next");
    }

    private JsonPath page(String area, String after, int limit) {
        return get(area, after, limit).jsonPath();
    }

    private Response get(String area, String after, int limit) {
        return as(TOKEN)
                .queryParams(Map.of("area", area, "after", after, "limit", limit))
                .get("/v1/events");
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    private static List<String> subjects(JsonPath page) {
        return page.getList("events.data.subject", String.class);
    }

    private static String subject(String data) {
        return JsonPath.from(data).getString("subject");
    }

    private static Announcement faltering(String desa) {
        return event("measurement.faltering", "measurement.growth-faltered", desa);
    }

    private static Announcement event(String topic, String type, String desa) {
        return event(topic, type, UUID.randomUUID().toString(), "{\"areaCode\":\"" + desa + "\",\"version\":1}");
    }

    private static Announcement event(String topic, String type, String key, String body) {
        return Given.event(topic, type, key, key, 1, body);
    }
}
