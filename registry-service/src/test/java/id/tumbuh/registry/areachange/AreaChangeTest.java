package id.tumbuh.registry.areachange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.registry.RegistryTest;
import id.tumbuh.registry.screening.Screener;
import id.tumbuh.registry.screening.ScreeningRules;
import io.quarkus.logging.Log;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each test has areas of its own: what a decree has changed stays changed. */
@QuarkusTest
class AreaChangeTest extends RegistryTest {
    private static final String CHANGES = "/v1/area-changes/";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Inject
    CarryOutChanges carryOut;

    @Inject
    Database database;

    @Inject
    ScreeningRules rules;

    @Test
    void everybodyOfARecodedDesaLivesUnderTheOtherCodeFromThatDay() {
        UUID family = familyIn("11.01.01.2001", "02", "005");
        UUID child = childOf(family, "11.01.01.2001");
        UUID change = UUID.randomUUID();

        propose(
                        change,
                        "RECODED",
                        "[\"11.01.01.2001\"]",
                        "[{\"code\":\"11.01.01.2901\",\"name\":\"Keude Bakongan Uji\"}]")
                .statusCode(200)
                .body("state", equalTo("PROPOSED"))
                .body("effect.families", equalTo(1))
                .body("effect.children", equalTo(1));
        assertThat(areaOf(family)).isEqualTo("11.01.01.2001");

        apply(change);
        toTheEnd();

        assertThat(areaOf(family)).isEqualTo("11.01.01.2901");
        assertThat(tables.row("select area_code from child where id = ?", child))
                .containsEntry("area_code", "11.01.01.2901");
        assertThat(tables.announced(family))
                .as("a child made it targeted before")
                .containsExactly("family-registered", "family-changed", "family-moved");
        assertThat(tables.lastBody(family))
                .contains("\"movedFrom\":\"11.01.01.2001\"", "\"effectiveOn\":\"" + DAY + "\"");
        assertThat(tables.announced(child)).containsExactly("child-registered", "child-changed");
        assertThat(tables.row("select area_code, until::text, rw from former_residence where family_id = ?", family))
                .containsEntry("area_code", "11.01.01.2001")
                .containsEntry("until", DAY.toString())
                .containsEntry("rw", "02");
        assertThat(tables.announced(change)).containsExactly("area-changed");
        as("kader", DESA)
                .get("/v1/areas/11.01.01.2001")
                .then()
                .body("active", equalTo(false))
                .body("successors", contains("11.01.01.2901"));
        as("bkkbn", "*")
                .get(CHANGES + change)
                .then()
                .body("state", equalTo("IN_FORCE"))
                .body("effect.families", equalTo(0));
    }

    @Test
    void anAreaIsAsItWasOnTheDayBeforeAndAsItIsOnTheDay() {
        UUID change = UUID.randomUUID();
        propose(change, "RECODED", "[\"11.01.01.2002\"]", "[{\"code\":\"11.01.01.2902\",\"name\":\"Ujong Mangki\"}]");
        apply(change);
        toTheEnd();

        on("11.01.01.2002", DAY.minusDays(1)).statusCode(200).body("validTo", equalTo(DAY.toString()));
        on("11.01.01.2002", DAY).statusCode(404);
        on("11.01.01.2902", DAY.minusDays(1)).statusCode(404);
        on("11.01.01.2902", DAY).statusCode(200).body("validFrom", equalTo(DAY.toString()));
        as("kader", DESA)
                .get("/v1/areas/11.01.01/children?on=" + DAY.minusDays(1))
                .then()
                .body("code", hasItem("11.01.01.2002"))
                .body("code", not(hasItem("11.01.01.2902")));
        as("kader", DESA)
                .get("/v1/areas/11.01.01/children?on=" + DAY)
                .then()
                .body("code", hasItem("11.01.01.2902"))
                .body("code", not(hasItem("11.01.01.2002")));
        as("kader", DESA).get("/v1/areas/11.01.01?on=yesterday").then().statusCode(400);
    }

    @Test
    void aMergerTakesTheFamiliesAndThePosyanduOfBothInPortionsThatCanBeCutShort() {
        List<UUID> families = new ArrayList<>();
        for (int number = 0; number < 7; number++) {
            families.add(familyIn("11.01.02.2001", "01", "001"));
            families.add(familyIn("11.01.02.2002", "01", "001"));
        }
        posyandu("11.01.02.2001", "Mawar");
        posyandu("11.01.02.2002", "Mawar");
        UUID change = UUID.randomUUID();
        propose(
                        change,
                        "MERGED",
                        "[\"11.01.02.2001\",\"11.01.02.2002\"]",
                        "[{\"code\":\"11.01.02.2901\",\"name\":\"Fajar Batee\"}]")
                .body("effect.families", equalTo(14))
                .body("effect.posyandu", equalTo(2));
        apply(change);
        assertThat(carryOut.step()).as("in force").isTrue();
        assertThat(carryOut.step()).as("a portion").isTrue();

        long moved = tables.count("select count(*) from family where area_code = '11.01.02.2901'");
        assertThat(moved).isEqualTo(3);

        toTheEnd();

        assertThat(families).allSatisfy(family -> {
            assertThat(areaOf(family)).isEqualTo("11.01.02.2901");
            assertThat(tables.announced(family)).containsExactly("family-registered", "family-moved");
        });
        assertThat(tables.rows("select name from posyandu where area_code = '11.01.02.2901'"))
                .extracting(row -> row.get("name"))
                .containsExactlyInAnyOrder("Mawar", "Mawar (Krueng Batee)");
        assertThat(carryOut.step()).as("nothing is left").isFalse();
    }

    /** A few thousand unless told otherwise: the figures for 100,000 are in docs/operations.md. */
    @Test
    void manyFamiliesAreRecodedOnceEachThoughTheWorkIsCutShort() {
        int many = Integer.getInteger("tumbuh.test.recoded-families", 2_000);
        for (int batch = 0; batch < many / 1_000; batch++) {
            String rows = Stream.generate(() -> family(UUID.randomUUID(), "11.02.02.2001", "PIPED"))
                    .limit(1_000)
                    .collect(Collectors.joining(",", "[", "]"));
            as("system", "11").body(rows).post("/v1/families:batch").then().statusCode(200);
        }
        UUID change = UUID.randomUUID();
        propose(change, "RECODED", "[\"11.02.02.2001\"]", "[{\"code\":\"11.02.02.2901\",\"name\":\"Desa Besar Uji\"}]")
                .body("effect.families", equalTo(many));
        apply(change);
        carryOut.step();
        Screener today = rules.today();
        long begun = System.nanoTime();
        int portions = 0;
        while (carryOut.step(500)) {
            portions++;
            if (portions == 2) {
                assertThatThrownBy(() -> database.write(Scope.everywhere(), tx -> {
                            assertThat(carryOut.step(tx, today, 500)).isTrue();
                            throw new IllegalStateException("the machine stops here");
                        }))
                        .hasMessage("the machine stops here");
            }
        }
        Log.infof(
                "%d families recoded in %d portions, %d ms",
                many, portions, Duration.ofNanos(System.nanoTime() - begun).toMillis());

        assertThat(portions).isEqualTo(many / 500);
        assertThat(tables.count("select count(*) from family where area_code = '11.02.02.2901'"))
                .isEqualTo(many);
        assertThat(tables.count("select count(*) from former_residence where area_code = '11.02.02.2001'"))
                .isEqualTo(many);
        assertThat(tables.count("select count(*) from outbox join family on family.id::text = outbox.key"
                        + " where type like '%family-moved.v1' and area_code = '11.02.02.2901'"))
                .isEqualTo(many);
    }

    @Test
    void aSplitLeavesFamiliesUntilEachIsAssigned() {
        UUID northern = familyIn("11.01.02.2003", "01", "001");
        UUID corner = familyIn("11.01.02.2003", "1", "2");
        UUID southern = familyIn("11.01.02.2003", "02", "001");
        UUID nowhere = familyIn("11.01.02.2003", "09", "001");
        UUID change = UUID.randomUUID();
        propose(change, """
                {"kind":"SPLIT","effectiveOn":"%s","source":"Perda Contoh 3/2026","predecessors":["11.01.02.2003"],
                 "successors":[{"code":"11.01.02.2003"},{"code":"11.01.02.2903","name":"Pasi Kuala Utara","share":0.4}],
                 "assignments":[{"rw":"01","successor":"11.01.02.2903"},{"rw":"01","rt":"002","successor":"11.01.02.2003"},
                                {"rw":"2","successor":"11.01.02.2003"}]}""".formatted(DAY))
                .statusCode(200)
                .body("effect.families", equalTo(0))
                .body("effect.familiesToAssign", equalTo(4));
        apply(change);
        toTheEnd();

        assertThat(areaOf(northern)).isEqualTo("11.01.02.2903");
        assertThat(areaOf(corner)).isEqualTo("11.01.02.2003");
        assertThat(areaOf(southern)).isEqualTo("11.01.02.2003");
        assertThat(tables.announced(southern)).containsExactly("family-registered");
        as("puskesmas", "11.01.02")
                .get(CHANGES + change + "/unassigned")
                .then()
                .statusCode(200)
                .body("familyId", contains(nowhere.toString()));
        as("puskesmas", "36.04").get(CHANGES + change + "/unassigned").then().statusCode(404);

        String assignment = "{\"successor\":\"11.01.02.2903\",\"families\":[\"" + nowhere + "\"]}";
        as("puskesmas", "11.01.02")
                .body(assignment)
                .post(CHANGES + change + ":assign")
                .then()
                .statusCode(200)
                .body("families", equalTo(1))
                .body("left", equalTo(0));
        as("puskesmas", "11.01.02")
                .body(assignment)
                .post(CHANGES + change + ":assign")
                .then()
                .statusCode(200)
                .body("families", equalTo(0));
        assertThat(areaOf(nowhere)).isEqualTo("11.01.02.2903");
        assertThat(tables.announced(nowhere)).containsExactly("family-registered", "family-moved");
        as("puskesmas", "11.01.02")
                .body("{\"successor\":\"11.01.02.2004\",\"rw\":\"01\"}")
                .post(CHANGES + change + ":assign")
                .then()
                .statusCode(422);
    }

    @Test
    void theSameChangeAgainIsTheSameAndAnotherOneUnderItsIdIsRefused() {
        UUID change = UUID.randomUUID();
        String to = "[{\"code\":\"11.01.02.2905\",\"name\":\"Pulo Ie Uji\"}]";
        propose(change, "RECODED", "[\"11.01.02.2005\"]", to).statusCode(200);
        propose(change, "RECODED", "[\"11.01.02.2005\"]", to).statusCode(200);
        propose(change, "RECODED", "[\"11.01.02.2006\"]", to).statusCode(409);
        apply(change);
        apply(change);
        toTheEnd();
        apply(change);
        propose(change, "RECODED", "[\"11.01.02.2005\"]", to).statusCode(200).body("state", equalTo("IN_FORCE"));
        toTheEnd();

        assertThat(tables.announced(change)).containsExactly("area-changed");
        UUID late = familyIn("11.01.02.2005", "01", "001");
        toTheEnd();
        assertThat(areaOf(late)).as("came later under the old code").isEqualTo("11.01.02.2905");
    }

    @Test
    void aChangeOfTomorrowWaitsForItsDay() {
        UUID change = UUID.randomUUID();
        propose(
                        change,
                        body(
                                "RENAMED",
                                today().plusDays(1),
                                "[\"11.01.02.2006\"]",
                                "[{\"code\":\"11.01.02.2006\",\"name\":\"Nanti\"}]"))
                .statusCode(200);
        apply(change);
        toTheEnd();

        as("kader", DESA).get("/v1/areas/11.01.02.2006").then().body("name", equalTo("Jambo Manyang"));
        as("bkkbn", "*").get(CHANGES + change).then().body("state", equalTo("SCHEDULED"));
    }

    @Test
    void aNameOfBeforeIsFoundAndSoIsAnAreaThatWentIntoAnother() {
        UUID renamed = UUID.randomUUID();
        propose(
                renamed,
                "RENAMED",
                "[\"11.01.02.2007\"]",
                "[{\"code\":\"11.01.02.2007\",\"name\":\"Simpang Tujuh Uji\"}]");
        apply(renamed);
        UUID recoded = UUID.randomUUID();
        propose(
                recoded,
                "RECODED",
                "[\"11.01.02.2008\"]",
                "[{\"code\":\"11.01.02.2908\",\"name\":\"Bukit Manis Uji\"}]");
        apply(recoded);
        toTheEnd();

        as("kader", DESA)
                .queryParam("q", "limau+purut")
                .get("/v1/areas")
                .then()
                .body("find { it.code == '11.01.02.2908' }.formerly", equalTo("Limau Purut"));
        as("kader", DESA)
                .queryParam("q", "simpang+empat")
                .queryParam("limit", 1000)
                .get("/v1/areas")
                .then()
                .body("find { it.code == '11.01.02.2007' }.formerly", equalTo("Simpang Empat"));
        as("kader", DESA)
                .get("/v1/areas/11.01.02.2007/lineage")
                .then()
                .body("names.name", contains("Simpang Empat", "Simpang Tujuh Uji"))
                .body("changes[0].source", equalTo("Perda Contoh 3/2026"));
    }

    @Test
    void aWholeKecamatanTakesItsDesaAlong() {
        UUID family = familyIn("11.02.01.2001", "01", "001");
        UUID change = UUID.randomUUID();
        propose(change, "RECODED", "[\"11.02.01\"]", "[{\"code\":\"11.02.91\",\"name\":\"Lawe Alas\"}]")
                .statusCode(200)
                .body("effect.families", equalTo(1));
        apply(change);
        toTheEnd();

        assertThat(areaOf(family)).isEqualTo("11.02.91.2001");
        as("kader", DESA).get("/v1/areas/11.02.91.2001").then().body("name", equalTo("Engkeran"));
        assertThat(tables.lastBody("11.02")).contains("11.02.91.2001").doesNotContain("11.02.01.2001");
        mapping("2026-01-01", "2026-12-31", "11.02.01")
                .body("rows.find { it.oldCode == '11.02.01.2001' }.newCode", equalTo("11.02.91.2001"));
    }

    @Test
    void changesOverYearsAreOneMapping() {
        String last = "[{\"code\":\"11.01.03.2903\",\"name\":\"Suaq Bakung Tiga\"}]";
        UUID first = UUID.randomUUID();
        propose(
                first,
                body(
                        "RECODED",
                        LocalDate.of(2021, 7, 1),
                        "[\"11.01.03.2001\"]",
                        "[{\"code\":\"11.01.03.2902\",\"name\":\"Suaq Bakung Dua\"}]"));
        apply(first);
        toTheEnd();
        UUID second = UUID.randomUUID();
        propose(second, body("RECODED", LocalDate.of(2023, 7, 1), "[\"11.01.03.2902\"]", last))
                .statusCode(200);
        apply(second);
        toTheEnd();

        mapping("2020-01-01", "2024-01-01", "11.01.03")
                .body("rows", hasSize(1))
                .body("rows[0].oldCode", equalTo("11.01.03.2001"))
                .body("rows[0].newCode", equalTo("11.01.03.2903"))
                .body("rows[0].share", equalTo("WHOLE"));
        mapping("2021-06-30", "2021-07-01", "11.01.03").body("rows.newCode", contains("11.01.03.2902"));
        mapping("2021-07-01", "2023-06-30", "11.01.03").body("rows", empty());
        mapping("2023-06-30", "2023-07-01", "11.01.03").body("rows.oldCode", contains("11.01.03.2902"));
        as("kader", DESA)
                .get("/v1/area-mappings?from=2024-01-01&to=2020-01-01")
                .then()
                .statusCode(400);
        as("kader", DESA)
                .get("/v1/areas/11.01.03.2902/lineage")
                .then()
                .body("changes.successor", contains("11.01.03.2902", "11.01.03.2903"));
        propose(
                        UUID.randomUUID(),
                        body(
                                "RECODED",
                                LocalDate.of(2024, 7, 1),
                                "[\"11.01.03.2903\"]",
                                "[{\"code\":\"11.01.03.2001\"}]"))
                .statusCode(409)
                .body("code", equalTo("AREA_ENDED"));
    }

    @ParameterizedTest(name = "{3}: {0} {1} {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "RECODED; [\"11.01.99.2001\"]; [{\"code\":\"11.01.03.2950\",\"name\":\"X\"}]; AREA_UNKNOWN",
                "RECODED; [\"11.01.03.2004\"]; [{\"code\":\"11.01.77\",\"name\":\"X\"}]; AREA_LEVELS_DIFFER",
                "RECODED; [\"11.01.03.2004\"]; [{\"code\":\"11.01.77.2001\",\"name\":\"X\"}]; AREA_PARENT_UNKNOWN",
                "RECODED; [\"11.01.03.2004\"]; [{\"code\":\"11.01.03.2004\"}]; AREA_CHANGE_SHAPE",
                "SPLIT; [\"11.01.03.2004\"]; [{\"code\":\"11.01.03.2950\",\"name\":\"X\"}]; AREA_CHANGE_SHAPE",
                "MERGED; [\"11.01.03.2004\"]; [{\"code\":\"11.01.03.2950\",\"name\":\"X\"}]; AREA_CHANGE_SHAPE",
                "RENAMED; [\"11.01.03.2004\"]; [{\"code\":\"11.01.03.2004\"}]; AREA_CHANGE_SHAPE"
            })
    void whatCannotBeIsRefused(String kind, String from, String to, String code) {
        propose(UUID.randomUUID(), kind, from, to).statusCode(422).body("code", equalTo(code));
    }

    @Test
    void onlyWhoAnswersForAllOfItMayProposeIt() {
        String change = body("RECODED", DAY, "[\"11.01.03.2005\"]", "[{\"code\":\"11.01.03.2955\",\"name\":\"Uji\"}]");
        as("kader", "11.01.03")
                .body(change)
                .put(CHANGES + UUID.randomUUID())
                .then()
                .statusCode(403);
        as("bkkbn", "36").body(change).put(CHANGES + UUID.randomUUID()).then().statusCode(422);
        as("bkkbn", "*").get(CHANGES + UUID.randomUUID()).then().statusCode(404);
        as("bkkbn", "*").post(CHANGES + UUID.randomUUID() + ":apply").then().statusCode(404);
    }

    @Test
    void aLocalNameIsFoundUntilItIsTakenBack() {
        String path = "/v1/areas/11.01.03.2006/aliases/Kampung%20Contoh%20Jaya";
        as("tpps", "11.01").put(path).then().statusCode(204);
        as("tpps", "11.01").put(path).then().statusCode(204);
        as("kader", DESA)
                .queryParam("q", "contoh+jaya")
                .get("/v1/areas")
                .then()
                .body("code", containsInAnyOrder("11.01.03.2006"))
                .body("[0].alias", equalTo("Kampung Contoh Jaya"));
        as("tpps", "36.04").delete(path).then().statusCode(404);
        as("kader", "11.01").delete(path).then().statusCode(403);
        as("tpps", "11.01").delete(path).then().statusCode(204);
        as("tpps", "11.01").delete(path).then().statusCode(404);
        as("kader", DESA)
                .queryParam("q", "contoh+jaya")
                .get("/v1/areas")
                .then()
                .body("alias", not(hasItem("Kampung Contoh Jaya")));
    }

    private void toTheEnd() {
        for (int step = 0; step < 1_000; step++) {
            if (!carryOut.step()) {
                return;
            }
        }
        throw new AssertionError("it does not end");
    }

    private static ValidatableResponse on(String code, LocalDate day) {
        return as("kader", DESA).get("/v1/areas/" + code + "?on=" + day).then();
    }

    private static ValidatableResponse mapping(String from, String to, String within) {
        return as("kader", DESA)
                .get("/v1/area-mappings?from=" + from + "&to=" + to + "&within=" + within)
                .then()
                .statusCode(200);
    }

    private static String body(String kind, LocalDate on, String from, String to) {
        return """
                {"kind":"%s","effectiveOn":"%s","source":"Perda Contoh 3/2026","predecessors":%s,"successors":%s}""".formatted(kind, on, from, to);
    }

    private static ValidatableResponse propose(UUID id, String kind, String from, String to) {
        return propose(id, body(kind, DAY, from, to));
    }

    private static ValidatableResponse propose(UUID id, String body) {
        return as("bkkbn", "*").body(body).put(CHANGES + id).then();
    }

    private static void apply(UUID id) {
        as("bkkbn", "*").post(CHANGES + id + ":apply").then().statusCode(202);
    }

    private String areaOf(UUID family) {
        return String.valueOf(
                tables.row("select area_code from family where id = ?", family).get("area_code"));
    }

    private static UUID familyIn(String desa, String rw, String rt) {
        UUID id = UUID.randomUUID();
        String family = family(id, desa, "PIPED")
                .replace("\"rw\":\"02\"", "\"rw\":\"" + rw + "\"")
                .replace("\"rt\":\"005\"", "\"rt\":\"" + rt + "\"");
        as("system", "11")
                .body("[" + family + "]")
                .post("/v1/families:batch")
                .then()
                .statusCode(200)
                .body("[0].outcome", equalTo("CREATED"));
        return id;
    }

    private static UUID childOf(UUID family, String area) {
        UUID id = UUID.randomUUID();
        String child = child(id, family).replace(",\"nik\":\"3604205703240001\"", "");
        as("system", area.substring(0, 2))
                .body("[" + child + "]")
                .post("/v1/children:batch")
                .then()
                .statusCode(200)
                .body("[0].outcome", equalTo("CREATED"));
        return id;
    }

    private static void posyandu(String desa, String name) {
        as("system", "11")
                .body("[{\"id\":\"%s\",\"area\":\"%s\",\"name\":\"%s\"}]".formatted(UUID.randomUUID(), desa, name))
                .post("/v1/posyandu:batch")
                .then()
                .body("[0].outcome", equalTo("CREATED"));
    }
}
