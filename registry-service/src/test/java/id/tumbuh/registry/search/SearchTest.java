package id.tumbuh.registry.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.registry.RegistryTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each story searches a desa of its own, or names that nobody else bears. */
@QuarkusTest
class SearchTest extends RegistryTest {
    private static final String ELSEWHERE = "36.04.20.2001";

    @Inject
    IndexNames index;

    @Inject
    Database database;

    @BeforeEach
    void namesOfOtherStoriesAreFindable() {
        indexed();
    }

    @ParameterizedTest(name = "\"{1}\" finds {0}: {2}")
    @CsvSource({
        "Zulkarnaen Wiryadipura, zulkarnaen wiryadipura, true",
        "Zulkarnaen Wiryadipura, WIRYADIPURA, true", // one word of several, whatever the case
        "Zulkarnaen Wiryadipura, wiryadipura zulkarnaen, true", // the order matters nothing
        "Zulkarnaen Wiryadipura, zulkarnain wirjadipoera, true", // the old spelling
        "H. Zulkarnaen Wiryadipura S.Pd., zulkarnaen wiryadipura, true", // titles tell nothing
        "Muhammad Zulkarnaen, moh zulkarnaen, true",
        "Zulkarnaen Wiryadipura, zulkarnaen wiryadipora, true",
        "Zulkarnaen Wiryadipura, zulkarnaem wiryadipura, true", // a slip at the end of a word
        "Zulkarnaen Wiryadipura, sulkarnaen wiryadipura, true", // at its beginning
        "Zulkarnaen Wiryadipura, zulkarnaen kusumawardana, false",
        "Zulkarnaen Wiryadipura, bintang wiryadipura, false"
    })
    void aNameIsFoundHoweverItIsWrittenAndNoOther(String name, String sought, boolean found) {
        UUID family = headedBy(name, DESA);
        indexed();

        search("{\"name\":\"%s\",\"area\":\"36.04\",\"limit\":100}".formatted(sought))
                .body("families.id", found ? hasItem(family.toString()) : not(hasItem(family.toString())));
    }

    @Test
    void whoBearsTheNameExactlyComesFirstAndEverybodyOfAFamilyCounts() {
        UUID near = headedBy("Kandrawati Lembayung", DESA);
        UUID exact = headedBy("Seseorang Lain", DESA);
        childOf(exact, "Kandrawulan Lembayung");
        UUID third = headedBy("Orang Lain", DESA);
        post("/v1/members:batch", """
                [{"id":"%s","familyId":"%s","relation":"WIFE","sex":"P","name":"Kandrawulan Lembayung"}]""".formatted(UUID.randomUUID(), third));
        indexed();

        search("{\"name\":\"kandrawulan lembayung\",\"area\":\"36.04.20\"}")
                .body("families[0].id", not(equalTo(near.toString())))
                .body("families.id", containsInAnyOrder(exact.toString(), third.toString(), near.toString()))
                .body(
                        "families.find { it.id == '%s' }.matched[0].name".formatted(exact),
                        equalTo("Kandrawulan Lembayung"))
                .body("families.find { it.id == '%s' }.matched[0].likeness".formatted(exact), equalTo(1.0f));
        assertThat(tables.count(
                        "select count(*) from audit_entry where action = 'SEARCH' and object_id = ?", exact.toString()))
                .isOne();
    }

    @Test
    void aNameIsFoundWhereItsFamilyIsAndNoLongerUnderTheOldOne() {
        UUID family = headedBy("Danumaya Pertiwi", DESA);
        indexed();
        as("system", "36.04")
                .header("If-Match", "\"1\"")
                .body("{\"area\":\"%s\",\"headName\":\"Senandika Pertiwi\"}".formatted(ELSEWHERE))
                .put("/v1/families/" + family)
                .then()
                .statusCode(204);
        indexed();

        search("{\"name\":\"danumaya\",\"area\":\"36.04\"}").body("families", empty());
        search("{\"name\":\"senandika\",\"area\":\"%s\"}".formatted(DESA)).body("families", empty());
        search("{\"name\":\"senandika\",\"area\":\"%s\"}".formatted(ELSEWHERE))
                .body("families.id", contains(family.toString()));
        as("tpps", "36.73")
                .body("{\"name\":\"senandika\",\"area\":\"36.04\"}")
                .post("/v1/families:search")
                .then()
                .statusCode(200)
                .body("families", empty());
    }

    @Test
    void aNameThatManyBearComesInPagesWithoutARepeat() {
        List<String> all = new ArrayList<>();
        for (int each = 0; each < 5; each++) {
            all.add(headedBy("Gentayangan Samudra", DESA).toString());
        }
        indexed();

        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            var page = search("{\"name\":\"gentayangan samudra\",\"area\":\"36.04\",\"limit\":2%s}"
                            .formatted(after == null ? "" : ",\"after\":\"" + after + "\""))
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("families.id"));
            after = page.getString("next");
        } while (after != null);
        assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void aNumberFindsItsFamilyAloneAndIsNeverAnswered() {
        UUID family = UUID.randomUUID();
        post("/v1/families:batch", """
                [{"id":"%s","area":"%s","cardNumber":"3604201703248831"}]""".formatted(family, DESA));
        post("/v1/members:batch", """
                [{"id":"%s","familyId":"%s","relation":"WIFE","sex":"P","nik":"3604204305988832"}]""".formatted(UUID.randomUUID(), family));

        search("{\"cardNumber\":\"3604201703248831\"}").body("families.id", contains(family.toString()));
        search("{\"nik\":\"3604204305988832\"}")
                .body("families.id", contains(family.toString()))
                .body(not(org.hamcrest.Matchers.containsString("3604204305988832")));
        search("{\"nik\":\"3604204305988839\"}").body("families", empty());
        refused("{\"nik\":\"36042043*******9\"}", 422, "NIK_MASKED");
        refused("{\"nik\":\"12\"}", 422, "NIK_INVALID");
    }

    @Test
    void familiesOfAPlaceAreFilteredAndComeByUrgency() {
        String desa = "36.04.22.2003";
        UUID poorest = inPlace(desa, "03", "RAIN", 1);
        UUID richer = inPlace(desa, "3", "RAIN", 6);
        UUID safe = inPlace(desa, "4", "PIPED", 1);
        UUID stunted = inPlace(desa, "03", "RAIN", 9);
        database.write(
                Scope.everywhere(),
                tx -> tx.sql()
                        .execute(
                                "update family set priority = 'HIGH', priority_reason = 'CHILD_STUNTED' where id = ?",
                                stunted));

        search("{\"area\":\"%s\",\"atRisk\":true,\"order\":\"URGENCY\"}".formatted(desa))
                .body("families.id", contains(stunted.toString(), poorest.toString(), richer.toString()));
        search("{\"area\":\"%s\",\"rt\":\"3\",\"welfareRankAtMost\":6}".formatted(desa))
                .body("families.id", containsInAnyOrder(poorest.toString(), richer.toString()));
        search("{\"area\":\"%s\",\"riskFactor\":\"UNSAFE_WATER\",\"stuntedChild\":true}".formatted(desa))
                .body("families.id", contains(stunted.toString()));
        search("{\"area\":\"%s\",\"atRisk\":false}".formatted(desa)).body("families.id", contains(safe.toString()));
        search("{\"area\":\"%s\",\"targetCategory\":\"BALITA\"}".formatted(desa))
                .body("families", empty());

        String next = search("{\"area\":\"%s\",\"order\":\"URGENCY\",\"atRisk\":true,\"limit\":2}".formatted(desa))
                .body("families", hasSize(2))
                .body("next", notNullValue())
                .extract()
                .path("next");
        search("{\"area\":\"%s\",\"order\":\"URGENCY\",\"atRisk\":true,\"limit\":2,\"after\":\"%s\"}"
                        .formatted(desa, next))
                .body("families.id", contains(richer.toString()))
                .body("next", nullValue());
    }

    @Test
    void whatCanMeanNothingIsRefusedWithItsPlace() {
        refused("{\"name\":\"budi\"}", 422, "SEARCH_TOO_WIDE");
        refused("{\"name\":\"budi\",\"area\":\"36\"}", 422, "SEARCH_TOO_WIDE");
        refused("{\"name\":\"bu\",\"area\":\"36.04\"}", 422, "SEARCH_EMPTY");
        refused("{\"rw\":\"1\",\"area\":\"36.04\"}", 422, "SEARCH_NEEDS_DESA");
        refused("{\"area\":\"36.04\",\"limit\":101}", 400, "INVALID_REQUEST");
        refused("{\"area\":\"36.04\",\"after\":\"x\"}", 400, "INVALID_CURSOR");
        refused("{\"name\":\"budi santoso\",\"area\":\"36.04\",\"after\":\"x\"}", 400, "INVALID_CURSOR");
        refused("{\"area\":\"36.04\",\"colour\":\"red\"}", 422, "FIELD_UNKNOWN");
        as("bkkbn", "36")
                .body("{\"area\":\"36.04\"}")
                .post("/v1/families:search")
                .then()
                .statusCode(403);
    }

    @Test
    void whoWasRegisteredTwiceIsFoundByEitherNameAndIsOne() {
        UUID family = headedBy("Bagas", DESA);
        UUID survivor = memberOf(family, "Cempaka Kusumaningrum");
        UUID other = memberOf(headedBy("Bagas", DESA), "Cempaka Sastrowardoyo");
        indexed();
        search("{\"area\":\"36.04\",\"name\":\"sastrowardoyo\"}")
                .body("families[0].matched.id", contains(other.toString()));

        as("tpps", "36.04")
                .body("{\"into\":\"%s\"}".formatted(survivor))
                .post("/v1/members/" + other + ":merge")
                .then()
                .statusCode(204);
        indexed();

        for (String name : List.of("sastrowardoyo", "kusumaningrum", "cempaka sastrowardoyo")) {
            search("{\"area\":\"36.04\",\"name\":\"%s\"}".formatted(name))
                    .body("families.id", contains(family.toString()))
                    .body("families[0].matched.id", contains(survivor.toString()));
        }
        as("tpps", "36.04").post("/v1/members/" + other + ":unmerge").then().statusCode(204);
        indexed();
        search("{\"area\":\"36.04\",\"name\":\"sastrowardoyo\"}")
                .body("families[0].matched.id", contains(other.toString()));
    }

    private static UUID memberOf(UUID family, String name) {
        UUID id = UUID.randomUUID();
        post("/v1/members:batch", """
                [{"id":"%s","familyId":"%s","relation":"WIFE","sex":"P","name":"%s"}]""".formatted(id, family, name)).body("[0].outcome", equalTo("CREATED"));
        return id;
    }

    private void indexed() {
        while (index.step()) {
            assertThat(tables.count("select count(*) from name_to_index")).isNotNegative();
        }
    }

    private static ValidatableResponse search(String body) {
        return as("tpps", "36.04").body(body).post("/v1/families:search").then().statusCode(200);
    }

    private static void refused(String body, int status, String code) {
        as("tpps", "36.04")
                .body(body)
                .post("/v1/families:search")
                .then()
                .statusCode(status)
                .body("code", equalTo(code));
    }

    private static UUID headedBy(String name, String desa) {
        UUID id = UUID.randomUUID();
        post("/v1/families:batch", """
                [{"id":"%s","area":"%s","headName":"%s"}]""".formatted(id, desa, name)).body("[0].outcome", equalTo("CREATED"));
        return id;
    }

    private static void childOf(UUID family, String name) {
        post("/v1/children:batch", """
                [{"id":"%s","familyId":"%s","sex":"P","birthDate":"2024-03-17","name":"%s"}]""".formatted(UUID.randomUUID(), family, name))
                .body("[0].outcome", equalTo("CREATED"));
    }

    private static UUID inPlace(String desa, String rt, String water, int rank) {
        UUID id = UUID.randomUUID();
        String row = family(id, desa, water)
                .replace("\"005\"", "\"" + rt + "\"")
                .replace("\"welfareRank\":2", "\"welfareRank\":" + rank);
        post("/v1/families:batch", "[" + row + "]").body("[0].outcome", equalTo("CREATED"));
        return id;
    }
}
