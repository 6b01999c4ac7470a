package id.tumbuh.intervention.calendar;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import id.tumbuh.intervention.TestDatabase;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.Cursor;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test in a desa of its own in 36.72.01 and 36.73.01. */
@QuarkusTest
@WithTestResource(RealServers.class)
class CalendarResourceTest {
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Jakarta"));
    private static final CalendarEntry.Title TITLE =
            new CalendarEntry.Title("Rembuk stunting kota", "Rembuk of the kota");

    @Inject
    TestDatabase database;

    @Inject
    Database transactions;

    @Test
    void aWeighingDayIsPutMovedAndEnded() {
        String desa = "36.72.01.1001";
        UUID id = UUID.randomUUID();
        put("puskesmas", "36.72.01", id, null, weighing(desa, 10))
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"");
        put("puskesmas", "36.72.01", id, null, weighing(desa, 10))
                .then()
                .statusCode(204)
                .header("ETag", "\"1\"");
        assertThat(event(desa, id).getSequence().getValue()).isZero();
        assertThat(event(desa, id).getRecurrenceRule().getValue().getByMonthDay())
                .containsExactly(10);

        put("puskesmas", "36.72.01", id, null, weighing(desa, 12)).then().statusCode(428);
        put("puskesmas", "36.72.01", id, "\"7\"", weighing(desa, 12)).then().statusCode(412);
        put("puskesmas", "36.72.01", id, "\"1\"", weighing(desa, 12))
                .then()
                .statusCode(204)
                .header("ETag", "\"2\"");
        assertThat(event(desa, id).getSequence().getValue()).isEqualTo(1);
        assertThat(event(desa, id).getRecurrenceRule().getValue().getByMonthDay())
                .containsExactly(12);

        for (int twice = 0; twice < 2; twice++) {
            as("puskesmas", "36.72.01")
                    .delete("/v1/weighing-schedules/{id}", id)
                    .then()
                    .statusCode(204);
        }
        assertThat(event(desa, id).getStatus().isCancelled()).isTrue();
        assertThat(event(desa, id).getSequence().getValue()).isEqualTo(2);
        put("puskesmas", "36.72.01", id, "\"3\"", weighing(desa, 10))
                .then()
                .statusCode(409)
                .body("code", equalTo("SCHEDULE_ENDED"));
        assertThat(database.rows(
                        "select 1 from audit_entry where object_type = 'weighing-schedule' and object_id = ?",
                        id.toString()))
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"dayOfMonth\": 29', PATTERN_INVALID",
        "'\"dayOfMonth\": 0', PATTERN_INVALID",
        "'\"nth\": 5, \"weekday\": \"MONDAY\"', PATTERN_INVALID",
        "'\"nth\": 2', PATTERN_INVALID",
        "'\"dayOfMonth\": 3, \"nth\": 2, \"weekday\": \"MONDAY\"', PATTERN_INVALID"
    })
    void aDayThatSomeMonthsLackIsRefused(String pattern, String code) {
        put("puskesmas", "36.72.01", UUID.randomUUID(), null, weighing("36.72.01.1002", pattern))
                .then()
                .statusCode(422)
                .body("code", equalTo(code));
    }

    @Test
    void aPlaceWithANumberOfAPersonIsRefusedWithoutRepeatingIt() {
        String body = weighing("36.72.01.1002", 10).replace("Posyandu Melati 2", "Ibu 081234567890");

        String answer = put("puskesmas", "36.72.01", UUID.randomUUID(), null, body)
                .then()
                .statusCode(422)
                .body("code", equalTo("PLACE_INVALID"))
                .body("errors[0].pointer", equalTo("/place"))
                .extract()
                .asString();
        assertThat(answer).doesNotContain("0812");
    }

    @Test
    void nobodySchedulesElsewhere() {
        UUID id = UUID.randomUUID();
        put("puskesmas", "36.73.01", id, null, weighing("36.72.01.1002", 10))
                .then()
                .statusCode(404)
                .body("code", equalTo("AREA_UNKNOWN"));
        put("puskesmas", "36.72.01", id, null, weighing("36.72.01.1002", 10))
                .then()
                .statusCode(201);
        put("puskesmas", "36.73.01", id, "\"1\"", weighing("36.73.01.1001", 10))
                .then()
                .statusCode(409)
                .body("code", equalTo("SCHEDULE_ID_TAKEN"));
        as("puskesmas", "36.73.01")
                .delete("/v1/weighing-schedules/{id}", id)
                .then()
                .statusCode(404);
    }

    @Test
    void whatAFeaturePutsIsSeenBelowAndAboveAndNotBeside() {
        var source = new CalendarEntry.Source("test", UUID.randomUUID().toString());
        put(source, "36.72", today.plusDays(3));

        assertThat(days("tpps", "36.72.01", "36.72.01.1003", "REMBUK")).contains(source.uid());
        assertThat(days("tpps", "36", "36", "REMBUK")).contains(source.uid());
        assertThat(days("tpps", "36.73", "36.73", "REMBUK")).doesNotContain(source.uid());
        assertThat(days("tpps", "36.73", "36.72", "REMBUK")).doesNotContain(source.uid());
        assertThat(days("opd", "36.72", "36.72", "REMBUK")).contains(source.uid());
        assertThat(days("kader", "36.72", "36.72", "REMBUK")).doesNotContain(source.uid());
    }

    @Test
    void puttingTheSameChangesNothingAndTakingAwayIsToldOnce() {
        var source = new CalendarEntry.Source("test", UUID.randomUUID().toString());

        assertThat(put(source, "36.72", today.plusDays(3))).isTrue();
        assertThat(put(source, "36.72", today.plusDays(3))).isFalse();
        assertThat(put(source, "36.72", today.plusDays(4))).isTrue();
        assertThat(remove(source)).isTrue();
        assertThat(remove(source)).isFalse();
        assertThat(put(source, "36.72", today.plusDays(4))).isTrue();
        assertThat(database.row("select sequence, cancelled from calendar_entry where id = ?", source.uid()))
                .containsEntry("sequence", 3)
                .containsEntry("cancelled", false);
    }

    @Test
    void theRulesPutTheMeasuringMonthsAndTheEightActionsThere() {
        int year = today.getYear();
        as("tpps", "36.72")
                .get("/v1/calendar?area=36.72&from={y}-01-01&to={y}-12-31&kinds=MEASURING", year, year)
                .then()
                .statusCode(200)
                .body("from", equalTo(List.of(year + "-02-01", year + "-08-01")))
                .body("[1].to", equalTo(year + "-08-31"))
                .body("[0].title", equalTo("Pengukuran serentak Februari " + year))
                .body("[0].feature", equalTo("rule.measuring"));
        as("tpps", "36.72")
                .header("Accept-Language", "en")
                .get("/v1/calendar?area=36.72&from={y}-01-01&to={y}-12-31&kinds=CONVERGENCE", year, year)
                .then()
                .body("size()", equalTo(8))
                .body("find { it.title.startsWith('Action 3') }.from", equalTo(year + "-03-01"));
    }

    @Test
    void theListGoesOnFromPageToPageWithoutGapOrRepeat() {
        String desa = "36.72.01.1004";
        for (int day = 1; day <= 3; day++) {
            put("puskesmas", "36.72.01", UUID.randomUUID(), null, weighing(desa, day))
                    .then()
                    .statusCode(201);
        }
        String all = "/v1/calendar?area=" + desa + "&kinds=WEIGHING&from=" + today + "&to=" + today.plusDays(399);
        List<String> whole = rows(as("kader", "36.72.01").get(all));
        List<String> paged = new ArrayList<>();
        String next = all + "&limit=7";
        while (next != null) {
            Response page = as("kader", "36.72.01").urlEncodingEnabled(false).get(next);
            page.then().statusCode(200);
            paged.addAll(rows(page));
            String link = page.header("Link");
            next = link == null ? null : link.replaceAll("^<https?://[^/]+(/[^>]*)>.*$", "$1");
        }

        assertThat(whole).hasSizeBetween(36, 42).isEqualTo(paged);
        assertThat(new HashSet<>(whole)).hasSameSizeAs(whole);
    }

    @ParameterizedTest
    @CsvSource({
        "'from=2026-01-01&to=2026-01-31', /area, REQUIRED",
        "'area=36.72&to=2026-01-31', /from, REQUIRED",
        "'area=36.72&from=2026-01-01&to=2027-02-06', /to, OUT_OF_RANGE",
        "'area=36.72&from=2026-01-02&to=2026-01-01', /to, OUT_OF_RANGE",
        "'area=36.72&from=1.1.2026&to=2026-01-01', /from, INVALID_DATE",
        "'area=36.72&from=2026-01-01&to=2026-01-02&kinds=PARTY', /kinds, KIND_UNKNOWN",
        "'area=36.72&from=2026-01-01&to=2026-01-02&limit=0', /limit, OUT_OF_RANGE"
    })
    void aWrongParameterIsPointedAt(String query, String pointer, String reason) {
        as("tpps", "36.72")
                .get("/v1/calendar?" + query)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].reason", equalTo(reason));
        as("tpps", "36.72")
                .get("/v1/calendar?area=36.72&from=2026-01-01&to=2027-02-05")
                .then()
                .statusCode(200);
    }

    @Test
    void aCursorThatIsNotOursIsRefused() {
        as("tpps", "36.72")
                .get("/v1/calendar?area=36.72&from=2026-01-01&to=2026-01-02&after="
                        + Cursor.after("one").encoded())
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_CURSOR"));
    }

    @Test
    void aReaderThatIsUpToDateIsToldSo() {
        put(new CalendarEntry.Source("test", UUID.randomUUID().toString()), "36.72.02", today.plusDays(5));
        Response first = as("tpps", "36.72").get("/v1/calendar.ics?area=36.72.02&kinds=REMBUK");
        first.then().statusCode(200).contentType("text/calendar;charset=UTF-8");

        as("tpps", "36.72")
                .header("If-None-Match", first.header("ETag"))
                .get("/v1/calendar.ics?area=36.72.02&kinds=REMBUK")
                .then()
                .statusCode(304);
        as("tpps", "36.72")
                .header("If-Modified-Since", first.header("Last-Modified"))
                .get("/v1/calendar.ics?area=36.72.02&kinds=REMBUK")
                .then()
                .statusCode(304);
        put(new CalendarEntry.Source("test", UUID.randomUUID().toString()), "36.72.02", today.plusDays(6));
        as("tpps", "36.72")
                .header("If-None-Match", first.header("ETag"))
                .get("/v1/calendar.ics?area=36.72.02&kinds=REMBUK")
                .then()
                .statusCode(200);
    }

    @Test
    void aFeedIsReadWithoutATokenAndOfItsAreaAndKindsOnly() {
        var seen = new CalendarEntry.Source("test", UUID.randomUUID().toString());
        var foreign = new CalendarEntry.Source("test", UUID.randomUUID().toString());
        put(seen, "36.72.03", today.plusDays(5));
        put(foreign, "36.73.03", today.plusDays(5));
        UUID weighing = UUID.randomUUID();
        put("puskesmas", "36.72", weighing, null, weighing("36.72.03.1001", 5))
                .then()
                .statusCode(201);

        String address = feed("tpps", "36.72", UUID.randomUUID(), "36.72.03", "\"REMBUK\"")
                .then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .extract()
                .path("address");
        List<String> uids =
                Biweekly.parse(given().get(address)
                                .then()
                                .statusCode(200)
                                .extract()
                                .asString())
                        .first()
                        .getEvents()
                        .stream()
                        .map(event -> event.getUid().getValue())
                        .toList();

        assertThat(uids).contains(seen.uid() + "@tumbuh.id");
        assertThat(uids)
                .doesNotContain(
                        foreign.uid() + "@tumbuh.id",
                        WeighingSchedule.source(weighing).uid() + "@tumbuh.id");
        assertThat(address).matches("/v1/calendar-feeds/[A-Za-z0-9_-]{43}\\.ics");
    }

    @Test
    void theSecretOfAFeedIsKeptNowhere() {
        UUID id = UUID.randomUUID();
        String address = feed("tpps", "36.72", id, "36.72", "\"REMBUK\"")
                .then()
                .extract()
                .path("address");
        String secret = address.replaceAll(".*/(.*)\\.ics", "$1");

        assertThat(database.rows("select 1 from calendar_feed as f where f::text like ?", "%" + secret + "%"))
                .isEmpty();
        assertThat(database.row("select secret_hash from calendar_feed where id = ?", id))
                .containsEntry("secret_hash", new FeedSecret(secret).hash());
        feed("tpps", "36.72", id, "36.72", "\"REMBUK\"")
                .then()
                .statusCode(200)
                .body("containsKey('address')", equalTo(false));
        feed("tpps", "36.72", id, "36.72", "\"WEIGHING\"")
                .then()
                .statusCode(409)
                .body("code", equalTo("FEED_ID_TAKEN"));
    }

    @Test
    void aRevokedFeedIsNotThereAnyMore() {
        UUID id = UUID.randomUUID();
        String address =
                feed("opd", "36.72", id, "36.72", "\"REMBUK\"").then().extract().path("address");
        given().get(address).then().statusCode(200);
        as("kader", "36.72").delete("/v1/calendar-feeds/{id}", id).then().statusCode(404);
        as("tpps", "36.73").delete("/v1/calendar-feeds/{id}", id).then().statusCode(404);
        as("opd", "36.72").delete("/v1/calendar-feeds/{id}", id).then().statusCode(204);

        given().get(address).then().statusCode(404).body("code", equalTo("FEED_UNKNOWN"));
        as("opd", "36.72").delete("/v1/calendar-feeds/{id}", id).then().statusCode(404);
    }

    @Test
    void anExpiredFeedIsNotThereAnyMore() {
        UUID id = UUID.randomUUID();
        String address =
                feed("opd", "36.72", id, "36.72", "\"REMBUK\"").then().extract().path("address");
        given().get(address).then().statusCode(200);
        expire(id);

        given().get(address).then().statusCode(404).body("code", equalTo("FEED_UNKNOWN"));
    }

    @Test
    void aFeedOfAnotherAreaIsNotMade() {
        feed("tpps", "36.72.01", UUID.randomUUID(), "36.72", "\"REMBUK\"")
                .then()
                .statusCode(404)
                .body("code", equalTo("AREA_UNKNOWN"));
        feed("kader", "36.72", UUID.randomUUID(), "36.72", "\"REMBUK\"")
                .then()
                .statusCode(422)
                .body("code", equalTo("NOTHING_TO_SEE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"partner", "system", ""})
    void otherRolesAreRefused(String role) {
        as(role, "36.72").get("/v1/calendar.ics?area=36.72").then().statusCode(403);
        as(role, "36.72")
                .get("/v1/calendar?area=36.72&from=2026-01-01&to=2026-01-02")
                .then()
                .statusCode(403);
        feed(role, "36.72", UUID.randomUUID(), "36.72", "\"REMBUK\"").then().statusCode(403);
        put(role, "36.72", UUID.randomUUID(), null, weighing("36.72.01.1002", 10))
                .then()
                .statusCode(403);
    }

    private boolean put(CalendarEntry.Source source, String area, LocalDate day) {
        var entry = new CalendarEntry(
                source, CalendarKind.REMBUK, new AreaCode(area), TITLE, new Timing.Days(day, day.plusDays(1)));
        return transactions.write(Scope.everywhere(), tx -> Calendar.put(tx, entry));
    }

    private boolean remove(CalendarEntry.Source source) {
        return transactions.write(Scope.everywhere(), tx -> Calendar.remove(tx, source));
    }

    private void expire(UUID feed) {
        transactions.write(
                Scope.everywhere(),
                tx -> tx.sql()
                        .createUpdate("update calendar_feed set created_at = :then, expires_at = :now where id = :id")
                        .bind("then", Instant.now().minusSeconds(60).atOffset(ZoneOffset.UTC))
                        .bind("now", Instant.now().atOffset(ZoneOffset.UTC))
                        .bind("id", feed)
                        .execute());
    }

    private VEvent event(String area, UUID schedule) {
        String text = as("puskesmas", "36.72.01")
                .get("/v1/calendar.ics?area={area}&kinds=WEIGHING", area)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return Biweekly.parse(text).first().getEvents().stream()
                .filter(event -> event.getUid()
                        .getValue()
                        .equals(WeighingSchedule.source(schedule).uid() + "@tumbuh.id"))
                .findFirst()
                .orElseThrow();
    }

    private List<UUID> days(String role, String wilayah, String area, String kinds) {
        return as(role, wilayah)
                .get("/v1/calendar?area=" + area + "&from=" + today + "&to=" + today.plusDays(30) + "&kinds=" + kinds)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("id", UUID.class);
    }

    private static List<String> rows(Response response) {
        List<String> ids = response.jsonPath().getList("id");
        List<String> days = response.jsonPath().getList("from");
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < ids.size(); row++) {
            rows.add(days.get(row) + " " + ids.get(row));
        }
        return rows;
    }

    private static Response feed(String role, String wilayah, UUID id, String area, String kinds) {
        return as(role, wilayah)
                .contentType("application/json")
                .body("{\"id\": \"%s\", \"area\": \"%s\", \"kinds\": [%s]}".formatted(id, area, kinds))
                .post("/v1/calendar-feeds");
    }

    private static Response put(String role, String wilayah, UUID id, @Nullable String version, String body) {
        RequestSpecification request =
                as(role, wilayah).contentType("application/json").body(body);
        return (version == null ? request : request.header("If-Match", version)).put("/v1/weighing-schedules/{id}", id);
    }

    private static String weighing(String desa, int day) {
        return weighing(desa, "\"dayOfMonth\": " + day);
    }

    private static String weighing(String desa, String pattern) {
        return """
                {"posyanduId": "0198c1a0-0000-7000-8000-000000000003", "area": "%s", "place": "Posyandu Melati 2", %s,
                 "startsOn": "2026-01-01", "from": "08:00", "to": "11:00"}""".formatted(desa, pattern);
    }

    private static RequestSpecification as(String role, String wilayah) {
        return given().auth().oauth2(TestTokens.token(role, wilayah));
    }
}
