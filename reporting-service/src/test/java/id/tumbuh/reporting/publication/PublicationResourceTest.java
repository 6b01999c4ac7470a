package id.tumbuh.reporting.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import id.tumbuh.platform.testing.LocalServers;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import id.tumbuh.reporting.Given;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Snapshots that stay, what officers, partners and everybody see of them, and what happens when somebody changes one. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PublicationResourceTest {
    private static final String ROW = "figures.find { it.area == '%s' && it.indicator == 'stunting-prevalence' }.";

    @Inject
    Given given;

    @Inject
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Test
    void aSnapshotIsMadeOnceAndReadExactlyByItsOwnArea() {
        PublishedKabupaten kabupaten = measured("85.01", "Contoh");
        UUID id = UUID.randomUUID();

        kabupaten.published(id, null).statusCode(201).body("revision", equalTo(1));
        kabupaten.published(id, null).statusCode(200);
        kabupaten.published(id, "lain").statusCode(409).body("code", equalTo("CONFLICT"));
        kabupaten
                .read("tpps", id)
                .statusCode(200)
                .body("hash", matchesPattern("[0-9a-f]{64}"))
                .body(ROW.formatted("85.01") + "numerator", equalTo(12))
                .body(ROW.formatted("85.01.01") + "numerator", equalTo(11))
                .body(ROW.formatted("85.01.02") + "value", equalTo(3.3333f))
                .body("figures.area.unique()", contains("85.01", "85.01.01", "85.01.02"))
                .body("changes", hasSize(0));
    }

    @Test
    void nobodyElsePublishesOrReadsIt() {
        PublishedKabupaten kabupaten = measured("85.02", "Contoh");
        UUID id = UUID.randomUUID();
        kabupaten.published(id, null).statusCode(201);

        new PublishedKabupaten("85.11", "Lain").read("tpps", id).statusCode(404);
        new PublishedKabupaten("85.11", "Lain")
                .ordered("{\"id\":\"%s\",\"area\":\"85.02\",\"month\":\"2024-07\"}".formatted(UUID.randomUUID()))
                .statusCode(403);
        given().get("/v1/publications/" + id).then().statusCode(401);
        given().get("/v1/publications?area=85.02").then().statusCode(401);
        given().auth()
                .oauth2(TestTokens.token("kader", "85.02"))
                .contentType("application/json")
                .body("{}")
                .post("/v1/publications")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest(name = "{0} of {1} with month {2} is refused: {3}")
    @CsvSource({
        "85.03.01.2001, 2024-07, /area, BELOW_KECAMATAN",
        "Serang, 2024-07, /area, INVALID_AREA",
        "85.03, 2200-01, /month, MONTH_AHEAD"
    })
    void aWrongOrderIsAnsweredWithItsField(String area, YearMonth month, String pointer, String reason) {
        new PublishedKabupaten("85.03", "Contoh")
                .ordered("{\"id\":\"%s\",\"area\":\"%s\",\"month\":\"%s\"}".formatted(UUID.randomUUID(), area, month))
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].reason", equalTo(reason));
    }

    @ParameterizedTest(name = "{0} is refused")
    @ValueSource(
            strings = {
                "anak dengan NIK 3604200101200001",
                "KK 3604 2001 0120 0001",
                "hubungi 081234567890",
                "hubungi 0812-3456-789",
                "WA +62 812 345 6789",
                "telepon (0254) 200 123",
                "telepon 0254-200123"
            })
    void wordsForEverybodyHoldNoNumberOfAPerson(String words) {
        for (String field : List.of("note", "reason")) {
            ordered(field, words, ",\"forEverybody\":true")
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/" + field))
                    .body("errors[0].reason", equalTo("TEXT_NAMES_SOMEBODY"))
                    .body(not(containsString(words)));
        }
    }

    @ParameterizedTest(name = "{0} is allowed")
    @ValueSource(
            strings = {
                "Penimbangan 08-07-2024, 15 posyandu",
                "Revisi 2024-07-11 dan 2024-08-12",
                "110.431 anak, 5.408 stunting",
                "Wilayah 36.04.20.2006, cakupan 0,81"
            })
    void datesCountsAndCodesAreNoNumbersOfAPerson(String words) {
        ordered("note", words, ",\"forEverybody\":true").statusCode(409).body("code", equalTo("NOTHING_TO_PUBLISH"));
    }

    @Test
    void wordsForEverybodyAreConfirmedToBeForEverybody() {
        for (String field : List.of("note", "reason")) {
            for (String confirmed : List.of("", ",\"forEverybody\":false")) {
                ordered(field, "Penimbangan Juli", confirmed)
                        .statusCode(400)
                        .body("errors[0].pointer", equalTo("/forEverybody"))
                        .body("errors[0].reason", equalTo("TEXT_NOT_CONFIRMED"));
            }
        }
        new PublishedKabupaten("85.12", "Kosong")
                .ordered("{\"id\":\"%s\",\"area\":\"85.12\",\"month\":\"2024-07\"}".formatted(UUID.randomUUID()))
                .statusCode(409);
    }

    private static ValidatableResponse ordered(String field, String words, String more) {
        return new PublishedKabupaten("85.12", "Kosong")
                .ordered("{\"id\":\"%s\",\"area\":\"85.12\",\"month\":\"2024-07\",\"%s\":\"%s\"%s}"
                        .formatted(UUID.randomUUID(), field, words, more));
    }

    @Test
    void anAreaWithoutFiguresHasNothingToPublish() {
        new PublishedKabupaten("85.12", "Kosong")
                .published(UUID.randomUUID(), null)
                .statusCode(409)
                .body("code", equalTo("NOTHING_TO_PUBLISH"));
    }

    @Test
    void aRevisionNeedsAReasonAndTellsWhatChanged() {
        PublishedKabupaten kabupaten = measured("85.04", "Contoh");
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        String before = kabupaten
                .published(first, null)
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("publishedAt");
        kabupaten.oneMore(given);

        kabupaten.published(second, null).statusCode(409).body("code", equalTo("REVISION_NEEDS_REASON"));
        kabupaten
                .published(second, "Posyandu mengirim ulang")
                .statusCode(201)
                .body("revision", equalTo(2))
                .body(
                        "changes.find { it.area == '85.04' && it.indicator == 'stunting-prevalence' }.old.numerator",
                        equalTo(12))
                .body(
                        "changes.find { it.area == '85.04' && it.indicator == 'stunting-prevalence' }.now.numerator",
                        equalTo(13))
                .body("changes.area", everyItem(not("85.04.02")));
        kabupaten
                .figure("tpps", "&asOf=" + before)
                .body("numerator", equalTo(12))
                .body("publication", equalTo(first.toString()));
        kabupaten
                .figure("tpps", "&asOf=2200-01-01T00:00:00Z")
                .body("numerator", equalTo(13))
                .body("rows", hasSize(2));
        kabupaten.figure("tpps", "&asOf=2020-01-01T00:00:00Z").statusCode(404);
        kabupaten.figure("tpps", "&asOf=kemarin").statusCode(400).body("errors[0].pointer", equalTo("/asOf"));
        kabupaten.read("tpps", first).body(ROW.formatted("85.04") + "numerator", equalTo(12));
        given().auth()
                .oauth2(TestTokens.token("partner", "85.04"))
                .get("/v1/publications?area=85.04&month=2024-07")
                .then()
                .body("revision", contains(2, 1))
                .body("figures", everyItem(nullValue()));
    }

    @Test
    void aPartnerIsToldWhatEverybodyIsTold() {
        PublishedKabupaten kabupaten = measured("85.05", "Contoh");
        UUID id = UUID.randomUUID();
        kabupaten.figure("partner", "").statusCode(404);
        kabupaten.published(id, null).statusCode(201);

        kabupaten
                .figure("partner", "")
                .statusCode(200)
                .body("numerator", equalTo(10))
                .body("denominator", equalTo(70))
                .body("value", equalTo(14.3f))
                .body("rows.numerator", contains(nullValue(), nullValue()))
                .body("rows.denominator", contains(40, 30));
        kabupaten.figure("partner", "&by=sex").statusCode(400);
        kabupaten
                .read("partner", id)
                .body(ROW.formatted("85.05") + "numerator", equalTo(10))
                .body(ROW.formatted("85.05.02") + "numerator", nullValue());
    }

    @Test
    void everybodyDownloadsWhatIsNotHidden() {
        PublishedKabupaten kabupaten = measured("85.06", "=Contoh");
        kabupaten.published(UUID.randomUUID(), null).statusCode(201);

        var answer = given().get("/public/figures.csv?area=85.06&month=2024-07")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Cache-Control", containsString("public"))
                .body(
                        containsString("85.06,'=Contoh,stunting-prevalence,10,70,14.3,100.0,false"),
                        containsString("85.06.01,'=Contoh Utara,stunting-prevalence,,40,,100.0,true"),
                        not(containsString("85.06.01.2001")))
                .extract();
        given().header("If-None-Match", answer.header("ETag"))
                .get("/public/figures.csv?area=85.06&month=2024-07")
                .then()
                .statusCode(304);
        given().get("/public/figures.csv?area=85.06.02")
                .then()
                .statusCode(200)
                .body(containsString("85.06.02,"), not(containsString("85.06.01,")));
        given().get("/public/figures.csv?area=85.06.02.2001").then().statusCode(404);
        given().get("/public/figures.csv?area=85.06&month=2024-06").then().statusCode(404);
        given().get("/public/figures.csv?area=Serang").then().statusCode(400);
        given().get("/public/dictionary.csv")
                .then()
                .statusCode(200)
                .body(containsString("stunting-prevalence,Prevalensi stunting (data rutin),"));
    }

    @Test
    void aRowChangedBehindTheBackOfTheServiceIsNamed() {
        PublishedKabupaten kabupaten = measured("85.07", "Contoh");
        UUID id = UUID.randomUUID();
        kabupaten.published(id, null).statusCode(201);
        JsonPath sound = verified(id);
        assertThat(sound.getBoolean("intact")).isTrue();
        assertThat(sound.getString("computed")).isEqualTo(sound.getString("hash"));

        tamper(
                "update published_figure set numerator = 3 where publication_id = ? and area_code = '85.07.01'"
                        + " and indicator = 'wasting'",
                id);
        tamper(
                "delete from public_figure where publication_id = ? and area_code = '85.07.02'"
                        + " and indicator = 'underweight'",
                id);

        JsonPath changed = verified(id);
        assertThat(changed.getBoolean("intact")).isFalse();
        assertThat(changed.getList("faults.row", String.class))
                .containsExactly("85.07.01/wasting", "85.07.02/underweight");
        assertThat(changed.getList("faults.what", String.class)).containsExactly("CHANGED", "MISSING");
    }

    @Test
    void aDateChangedBehindTheBackOfTheServiceIsNoticed() {
        PublishedKabupaten kabupaten = measured("85.08", "Contoh");
        UUID id = UUID.randomUUID();
        kabupaten.published(id, null).statusCode(201);
        tamper("update publication set note = 'lain' where id = ?", id);

        assertThat(verified(id).getList("faults.row", String.class)).containsExactly("publication");
    }

    private PublishedKabupaten measured(String code, String name) {
        PublishedKabupaten kabupaten = new PublishedKabupaten(code, name);
        kabupaten.measured(given);
        return kabupaten;
    }

    private static JsonPath verified(UUID id) {
        return given().auth()
                .oauth2(TestTokens.token("auditor", "*"))
                .post("/v1/publications/" + id + ":verify")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void tamper(String statement, UUID id) {
        Jdbi.create(url, "reporting_owner", LocalServers.PASSWORD).useTransaction(sql -> {
            sql.execute("select set_config('app.wilayah', '*', true)");
            assertThat(sql.execute(statement, id)).isEqualTo(1);
        });
    }
}
