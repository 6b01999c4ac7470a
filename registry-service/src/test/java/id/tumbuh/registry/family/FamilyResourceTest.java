package id.tumbuh.registry.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import id.tumbuh.registry.RegistryTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FamilyResourceTest extends RegistryTest {
    private static final String BATCH = "/v1/families:batch";

    @Test
    void everyRowIsAnsweredAndABadOneStopsNoOther() {
        UUID good = UUID.randomUUID();
        UUID elsewhere = UUID.randomUUID();
        String rows = String.join(
                ",",
                family(good, DESA, "PIPED"),
                family(elsewhere, "36.73.01.1001", "PIPED"),
                family(UUID.randomUUID(), "36.04.20", "PIPED"),
                family(UUID.randomUUID(), "36.04.20.9999", "PIPED"),
                family(UUID.randomUUID(), DESA, "TEA"),
                "{\"area\":\"36.04.20.2006\"}",
                "{\"id\":\"" + UUID.randomUUID() + "\",\"area\":\"36.04.20.2006\",\"adress\":\"x\"}",
                "7");

        post(BATCH, "[" + rows + "]")
                .statusCode(200)
                .body(
                        "outcome",
                        contains(
                                "CREATED", "INVALID", "INVALID", "INVALID", "INVALID", "INVALID", "INVALID", "INVALID"))
                .body("[0].id", equalTo(good.toString()))
                .body("[0].problem", nullValue())
                .body("[1].problem.code", equalTo("AREA_OUTSIDE_SCOPE"))
                .body("[1].problem.title", equalTo("The area is outside of your responsibility"))
                .body("[2].problem.code", equalTo("AREA_NOT_DESA"))
                .body("[3].problem.code", equalTo("AREA_UNKNOWN"))
                .body("[4].problem.errors[0].pointer", equalTo("/conditions/drinkingWater"))
                .body("[5].problem.errors[0].reason", equalTo("REQUIRED"))
                .body("[6].problem.code", equalTo("FIELD_UNKNOWN"))
                .body(not(containsString("adress")))
                .body("[7].problem.code", equalTo("INVALID_REQUEST"));

        assertThat(tables.announced(good)).containsExactly("family-registered");
        assertThat(tables.count("select count(*) from audit_entry where object_id = ?", good.toString()))
                .isOne();
        assertThat(tables.rows("select 1 from family where id = ?", elsewhere)).isEmpty();
    }

    @Test
    void theSameRowAgainIsNoChangeAndOtherContentAConflict() {
        UUID id = UUID.randomUUID();
        String row = family(id, DESA, "PIPED");

        post(BATCH, "[" + row + "," + row + "," + family(id, DESA, "RAIN") + "]")
                .body("outcome", contains("CREATED", "UNCHANGED", "CONFLICT"));
        post(BATCH, "[" + row + "," + family(id, DESA, "RAIN") + "]")
                .body("outcome", contains("UNCHANGED", "CONFLICT"))
                .body("[1].problem.status", equalTo(409));

        assertThat(tables.announced(id)).hasSize(1);
    }

    @Test
    void aThousandRowsAreTakenAndNotOneMore() {
        String thousand = IntStream.range(0, 1000)
                .mapToObj(_ -> family(UUID.randomUUID(), DESA, "RAIN"))
                .collect(Collectors.joining(",", "[", "]"));

        post(BATCH, thousand).statusCode(200).body("outcome", everyItem(equalTo("CREATED")));
        post(BATCH, "[" + "7,".repeat(1000) + "7]").statusCode(400).body("code", equalTo("TOO_MANY_ROWS"));
        post(BATCH, "{}").statusCode(400);
        post(BATCH, "[{").statusCode(400).body("code", equalTo("MALFORMED_JSON"));
    }

    @Test
    void identitiesAreSealedInTheTableAndTheCardIsNeverAnswered() {
        UUID id = UUID.randomUUID();
        String row = """
                [{"id":"%s","area":"%s","cardNumber":"3604201703240009","phone":"081200000009","address":"Jl. Contoh 9"}]""".formatted(id, DESA);

        post(BATCH, row).body("[0].outcome", equalTo("CREATED"));

        Map<String, Object> stored = tables.row("select * from family where id = ?", id);
        assertThat(stored.get("card_index")).isNotNull();
        assertThat(new String((byte[]) stored.get("card_sealed"), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("3604201703240009");
        as("kader", DESA)
                .get("/v1/families/" + id)
                .then()
                .statusCode(200)
                .body("phone", equalTo("081200000009"))
                .body("cardNumberKnown", equalTo(true))
                .header("Cache-Control", equalTo("no-store"))
                .body(not(containsString("3604201703240009")));
    }

    @Test
    void aCorrectionNamesTheVersionItWasMadeOn() {
        UUID id = aFamily();

        correct(id, null, family(id, DESA, "RAIN"), 428);
        correct(id, "\"7\"", family(id, DESA, "RAIN"), 412);
        correct(id, "\"1\"", family(id, DESA, "RAIN"), 204);
        correct(id, "\"1\"", family(id, DESA, "RAIN"), 204);
        correct(id, "\"1\"", family(id, DESA, "PIPED"), 412);
        correct(id, "\"2\"", family(id, DESA, "PIPED"), 204);
        correct(id, "\"3\"", family(id, DESA, "TEA"), 400);

        assertThat(tables.announced(id))
                .containsExactly("family-registered", "family-flagged-at-risk", "family-risk-cleared");
        assertThat(tables.row("select version, at_risk from family where id = ?", id))
                .containsEntry("version", 3L)
                .containsEntry("at_risk", false);
    }

    @Test
    void aCorrectionKeepsTheIdentityItLeavesOut() {
        UUID id = UUID.randomUUID();
        post(BATCH, "[{\"id\":\"%s\",\"area\":\"%s\",\"cardNumber\":\"3604201703240009\"}]".formatted(id, DESA));

        correct(id, "\"1\"", family(id, DESA, "PIPED"), 204);

        assertThat(tables.row("select card_index from family where id = ?", id).get("card_index"))
                .isNotNull();
    }

    @Test
    void childrenGoWhereTheirFamilyGoes() {
        UUID family = aFamily();
        UUID child = aChildOf(family);

        correct(family, "\"2\"", family(family, "36.04.20.2001", "PIPED"), 204);

        assertThat(tables.row("select area_code, version from child where id = ?", child))
                .containsEntry("area_code", "36.04.20.2001")
                .containsEntry("version", 2L);
        assertThat(tables.announced(family)).containsExactly("family-registered", "family-changed", "family-moved");
        assertThat(tables.lastBody(family)).contains("\"movedFrom\":\"36.04.20.2006\"");
        assertThat(tables.announced(child)).containsExactly("child-registered", "child-changed");
        assertThat(tables.lastBody(child)).contains("\"areaCode\":\"36.04.20.2001\"", "\"version\":2");
    }

    @Test
    void nobodyMovesAFamilyOutOfItsOwnArea() {
        UUID family = aFamily();

        as("system", "36.04")
                .header("If-Match", "\"1\"")
                .body(family(family, "36.73.01.1001", "PIPED"))
                .put("/v1/families/" + family)
                .then()
                .statusCode(422)
                .body("code", equalTo("AREA_OUTSIDE_SCOPE"));
    }

    @Test
    void theListOfAnAreaComesInPagesWithoutNames() {
        IntStream.range(0, 3).forEach(_ -> postIn("36.03.02.2001"));

        var first = as("opd", "36.03").get("/v1/families?area=36.03.02.2001&limit=2");
        first.then().statusCode(200).body("$", hasSize(2)).body(not(containsString("Contoh")));
        String next = first.header("Link").replaceAll(".*<(.*)>.*", "$1");
        as("opd", "36.03").get(next).then().body("$", hasSize(1));
        as("opd", "36.04").get("/v1/families").then().statusCode(400);
        as("opd", "36.04").get("/v1/families?area=36.04&after=AAAA").then().statusCode(400);
        as("opd", "36.04").get("/v1/families?area=36.73").then().body("$", hasSize(0));
    }

    /** Nobody else registers families in this kabupaten. */
    private static void postIn(String desa) {
        as("system", "36.03")
                .body("[" + family(UUID.randomUUID(), desa, "PIPED") + "]")
                .post(BATCH)
                .then()
                .statusCode(200)
                .body("[0].outcome", equalTo("CREATED"));
    }

    private static void correct(UUID id, @org.jspecify.annotations.Nullable String version, String body, int status) {
        var request = as("system", "36.04").body(body);
        (version == null ? request : request.header("If-Match", version))
                .put("/v1/families/" + id)
                .then()
                .statusCode(status);
    }
}
