package id.tumbuh.reporting.area;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import id.tumbuh.reporting.Given;
import id.tumbuh.reporting.Measured;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Desa and kecamatan that are split, merged and given other codes: figures of before and after add up, and say where the others are. */
@QuarkusTest
@WithTestResource(RealServers.class)
class AreaChangesTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final LocalDate BEFORE = LocalDate.of(2024, 7, 10);
    private static final LocalDate AFTER = LocalDate.of(2024, 10, 9);

    @Inject
    Given given;

    @Inject
    Database database;

    @Test
    void aSplitDesaKeepsItsMonthsAndItsPartsHaveTheirOwn() {
        String kecamatan = "56.01.01";
        String whole = "56.01.01.2001";
        List<String> parts = List.of("56.01.01.2005", "56.01.01.2006");
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        given.announced(
                Given.areas("56.01", "Mekar"),
                Given.child(one, 1, whole, "P", LocalDate.of(2023, 5, 5), true),
                Given.child(other, 1, whole, "L", LocalDate.of(2023, 5, 5), true),
                Measured.of(one, BEFORE, whole).height("STUNTED").event(),
                Measured.of(other, BEFORE, whole).event());
        awaitWeighed(kecamatan, BEFORE, 2);

        given.announced(
                changed("56.01", "SPLIT", LocalDate.of(2024, 9, 1), Map.of(whole, parts)),
                list("56.01", 2, kecamatan, parts),
                Given.child(one, 2, parts.get(0), "P", LocalDate.of(2023, 5, 5), true),
                Given.child(other, 2, parts.get(1), "L", LocalDate.of(2023, 5, 5), true),
                Measured.of(one, AFTER, parts.get(0)).height("STUNTED").event(),
                Measured.of(other, AFTER, parts.get(1)).event());
        awaitWeighed(kecamatan, AFTER, 2);
        awaitChildren(whole, 0);

        assertThat(numerators(kecamatan, BEFORE)).containsEntry(whole, 2L).containsEntry(parts.get(0), 0L);
        assertAddsUp(kecamatan, BEFORE);
        assertThat(numerators(kecamatan, AFTER))
                .doesNotContainKey(whole)
                .containsEntry(parts.get(0), 1L)
                .containsEntry(parts.get(1), 1L);
        assertAddsUp(kecamatan, AFTER);
        assertThat(coverage(whole, BEFORE).getList("successions.successor.code"))
                .isEqualTo(parts);
        assertThat(coverage(parts.get(0), BEFORE).getString("successions[0].predecessor.code"))
                .isEqualTo(whole);
        cockpit(whole)
                .body(containsString("Wilayah ini berakhir 1 September 2024 (Perda Contoh 3/2024)"))
                .body(containsString(
                        "sesudahnya pada penerusnya: <a href=\"?area=56.01.01.2005&amp;lang=id\">Desa 2005</a>"));
        cockpit(parts.get(0))
                .body(containsString("Angka sebelum itu ada pada wilayah asalnya"))
                .body(containsString(">Sukamaju</a>"));
        cockpit(kecamatan).body(not(containsString(whole)), containsString(parts.get(1)));
        cockpit(kecamatan + "&month=2024-07").body(containsString(whole));
    }

    /** A posyandu that had not heard of it yet: what is counted under the old code is shown under it, or the parts would not add up. */
    @Test
    void whatIsToldLateUnderTheOldCodeIsNotLost() {
        String kecamatan = "56.02.01";
        String old = "56.02.01.2001";
        UUID child = UUID.randomUUID();
        given.announced(
                Given.areas("56.02", "Gabung"),
                changed(
                        "56.02",
                        "MERGED",
                        LocalDate.of(2024, 9, 1),
                        Map.of(old, List.of("56.02.01.2002"), "56.02.01.2002", List.of("56.02.01.2002"))));
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(coverage("56.02.01.2002", AFTER).getList("successions")).hasSize(2);
            cockpit(kecamatan).body(not(containsString(old)), containsString("56.02.01.2002"));
        });

        given.announced(Measured.of(child, AFTER, old).event());
        awaitWeighed(kecamatan, AFTER, 1);

        assertThat(numerators(kecamatan, AFTER)).containsEntry(old, 1L);
        assertAddsUp(kecamatan, AFTER);
        cockpit("56.02.01.2002")
                .body(containsString("wilayah ini mencakup wilayah lain; angka sebelum itu ada di sana"))
                .body(containsString(">Sukamaju</a>"));
    }

    @Test
    void aKecamatanUnderAnotherCodeTakesItsDesaAlong() {
        UUID child = UUID.randomUUID();
        given.announced(
                Given.areas("56.03", "Pindah"),
                Given.child(child, 1, "56.03.02.2001", "P", LocalDate.of(2023, 5, 5), true),
                Measured.of(child, BEFORE, "56.03.02.2001").event());
        awaitWeighed("56.03", BEFORE, 1);
        given.announced(
                changed(
                        "56.03",
                        "RECODED",
                        LocalDate.of(2024, 9, 1),
                        Map.of(
                                "56.03.02", List.of("56.03.07"),
                                "56.03.02.2001", List.of("56.03.07.2001"),
                                "56.03.02.2002", List.of("56.03.07.2002"))),
                list("56.03", 2, "56.03.07", List.of("56.03.07.2001", "56.03.07.2002")),
                Given.child(child, 2, "56.03.07.2001", "P", LocalDate.of(2023, 5, 5), true),
                Measured.of(child, AFTER, "56.03.07.2001").event());
        awaitWeighed("56.03", AFTER, 1);
        awaitChildren("56.03.02", 0);

        assertThat(numerators("56.03", BEFORE)).containsEntry("56.03.02", 1L);
        assertAddsUp("56.03", BEFORE);
        assertThat(numerators("56.03", AFTER)).doesNotContainKey("56.03.02").containsEntry("56.03.07", 1L);
        assertAddsUp("56.03", AFTER);
        cockpit("56.03.02").body(containsString("lang=id\">Desa 07</a>"));
    }

    /** One that keeps its code has not ended, and a change that is still to come has ended nobody. */
    @Test
    void whoGoesOnStaysOnTheList() {
        given.announced(
                Given.areas("56.04", "Tetap"),
                changed(
                        "56.04",
                        "SPLIT",
                        LocalDate.of(2024, 9, 1),
                        Map.of("56.04.01.2001", List.of("56.04.01.2001", "56.04.01.2007"))),
                changed(
                        "56.04",
                        "RECODED",
                        LocalDate.of(2999, 1, 1),
                        Map.of("56.04.01.2002", List.of("56.04.01.2008"))));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(coverage("56.04.01.2002", AFTER).getList("successions"))
                        .hasSize(1));

        cockpit("56.04.01").body(containsString("56.04.01.2001"), containsString("56.04.01.2002"));
        cockpit("56.04.01.2001").body(containsString("sebagian wilayah ini berdiri sendiri"));
        cockpit("56.04.01.2002").body(not(containsString("berakhir")));
    }

    @Test
    void toldTwiceItIsOneChange() {
        Announcement once = changed(
                "56.05", "RECODED", LocalDate.of(2024, 9, 1), Map.of("56.05.01.2001", List.of("56.05.01.2009")));
        given.announced(Given.areas("56.05", "Dua"), once, once);
        given.announced(changed(
                "56.05", "RECODED", LocalDate.of(2024, 9, 2), Map.of("56.05.01.2002", List.of("56.05.01.2008"))));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(coverage("56.05.01.2002", AFTER).getList("successions"))
                        .hasSize(1));

        assertThat(coverage("56.05.01.2001", AFTER).getList("successions")).hasSize(1);
    }

    private static Announcement changed(
            String kabupaten, String kind, LocalDate on, Map<String, List<String>> successions) {
        UUID id = UUID.randomUUID();
        String pairs = successions.entrySet().stream()
                .flatMap(one -> one.getValue().stream()
                        .map(to -> "{\"predecessor\":\"%s\",\"successor\":\"%s\"}".formatted(one.getKey(), to)))
                .collect(Collectors.joining(","));
        return Given.event("registry.areas", "registry.area-changed", id.toString(), id.toString(), 1, """
                {"changeId":"%s","version":1,"kind":"%s","effectiveOn":"%s","source":"Perda Contoh 3/2024","predecessors":["%s"],
                "successors":[],"successions":[%s]}""".formatted(
                        id, kind, on, kabupaten, pairs));
    }

    /** The list that follows a change: those of before are not in it any more. */
    private static Announcement list(String kabupaten, long version, String kecamatan, List<String> desa) {
        String areas = desa.stream()
                .map(code -> "{\"code\":\"%s\",\"name\":\"Desa %s\"}".formatted(code, code.substring(9)))
                .collect(Collectors.joining(","));
        return Given.event("registry.areas", "registry.areas-published", kabupaten, kabupaten, version, """
                {"code":"%s","name":"Contoh","level":"KABUPATEN_KOTA","parentCode":"56","parentName":"Contoh","version":%d,
                "areas":[{"code":"%s","name":"Desa %s"},%s]}""".formatted(
                        kabupaten, version, kecamatan, kecamatan.substring(6), areas));
    }

    private static void assertAddsUp(String area, LocalDate day) {
        JsonPath answer = coverage(area, day);
        for (String side : List.of("numerator", "denominator")) {
            assertThat(answer.getList("rows." + side, Long.class).stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .as(side)
                    .isEqualTo(answer.getLong(side));
        }
    }

    private static Map<String, Long> numerators(String area, LocalDate day) {
        JsonPath answer = coverage(area, day);
        List<String> areas = answer.getList("rows.key", String.class);
        List<Long> counts = answer.getList("rows.numerator", Long.class);
        return IntStream.range(0, areas.size()).boxed().collect(Collectors.toMap(areas::get, counts::get));
    }

    private static void awaitWeighed(String area, LocalDate day, int weighed) {
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(coverage(area, day).getInt("numerator")).isEqualTo(weighed));
    }

    private void awaitChildren(String area, long children) {
        await().atMost(SOON).until(() -> childrenOf(area) == children);
    }

    private long childrenOf(String area) {
        return database.read(
                Scope.everywhere(),
                sql -> sql.createQuery(
                                "select coalesce(sum(children), 0) from population_counter where area_code = :area")
                        .bind("area", area)
                        .mapTo(Long.class)
                        .one());
    }

    private static JsonPath coverage(String area, LocalDate day) {
        return given().auth()
                .oauth2(TestTokens.token("tpps", "56"))
                .get("/v1/indicators/weighing-coverage?area=" + area + "&month="
                        + day.toString().substring(0, 7))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static ValidatableResponse cockpit(String area) {
        return given().auth()
                .oauth2(TestTokens.token("tpps", "56"))
                .get("/?area=" + area)
                .then()
                .statusCode(200);
    }
}
