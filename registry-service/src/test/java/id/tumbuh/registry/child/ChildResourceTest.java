package id.tumbuh.registry.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import id.tumbuh.registry.RegistryTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChildResourceTest extends RegistryTest {
    private static final String BATCH = "/v1/children:batch";

    @Test
    void everyRowIsAnsweredAndABadOneStopsNoOther() {
        UUID family = aFamily();
        UUID good = UUID.randomUUID();
        String rows = String.join(
                ",",
                child(good, family),
                child(UUID.randomUUID(), UUID.randomUUID()),
                child(UUID.randomUUID(), family).replace("2024-03-17", "2024-02-30"),
                child(UUID.randomUUID(), family).replace("2024-03-17", "2999-01-01"),
                child(UUID.randomUUID(), family).replace("3604205703240001", "02022***********"),
                child(UUID.randomUUID(), family).replace("3604205703240001", "3604205703240000"),
                child(UUID.randomUUID(), family).replace("\"sex\"", "\"area\":\"36.04.20.2001\",\"sex\""),
                child(UUID.randomUUID(), family).replace("\"sex\"", "\"posyanduId\":\"" + good + "\",\"sex\""));

        post(BATCH, "[" + rows + "]")
                .statusCode(200)
                .body("[0].outcome", equalTo("CREATED"))
                .body("[0].warnings", nullValue())
                .body("[1].problem.code", equalTo("FAMILY_UNKNOWN"))
                .body("[2].problem.errors[0].reason", equalTo("INVALID_DATE"))
                .body("[2].problem.errors[0].pointer", equalTo("/birthDate"))
                .body("[3].problem.code", equalTo("BIRTH_DATE_IN_FUTURE"))
                .body("[4].problem.code", equalTo("NIK_MASKED"))
                .body("[5].problem.code", equalTo("NIK_INVALID"))
                .body("[6].problem.code", equalTo("AREA_NOT_FAMILYS"))
                .body("[7].problem.code", equalTo("POSYANDU_UNKNOWN"))
                .body(not(containsString("02022")));

        assertThat(tables.announced(good)).containsExactly("child-registered");
    }

    @Test
    void aNikThatSaysOtherwiseIsAWarning() {
        UUID family = aFamily();
        String boy = child(UUID.randomUUID(), family).replace("\"P\"", "\"L\"").replace("2024-03-17", "2024-03-18");

        post(BATCH, "[" + boy + "]")
                .body("[0].outcome", equalTo("CREATED"))
                .body("[0].warnings", contains("NIK_BIRTH_DATE_DIFFERS", "NIK_SEX_DIFFERS"));
    }

    @Test
    void theSameRowAgainIsNoChangeAndOtherContentAConflict() {
        UUID family = aFamily();
        UUID id = UUID.randomUUID();
        String row = child(id, family);
        String other = row.replace("Melati", "Mawar");

        post(BATCH, "[" + row + "," + row + "," + other + "]")
                .body("outcome", contains("CREATED", "UNCHANGED", "CONFLICT"));
        post(BATCH, "[" + other + "," + row + "]").body("outcome", contains("CONFLICT", "UNCHANGED"));

        assertThat(tables.announced(id)).hasSize(1);
        assertThat(tables.announced(family)).containsExactly("family-registered", "family-changed");
        assertThat(tables.lastBody(family)).contains("\"targetCategories\":[\"PUS\",\"BALITA\"]");
    }

    @Test
    void aCorrectedBirthDateIsANewVersionForEverybody() {
        UUID family = aFamily();
        UUID id = aChildOf(family);
        String corrected =
                child(id, family).replace("2024-03-17", "2024-03-07").replace(",\"nik\":\"3604205703240001\"", "");

        put(id, "\"1\"", corrected, 204);
        put(id, "\"1\"", corrected, 204);
        put(id, "\"1\"", child(id, family).replace("\"P\"", "\"L\""), 412);

        assertThat(tables.announced(id)).containsExactly("child-registered", "child-changed");
        assertThat(tables.lastBody(id)).contains("\"birthDate\":\"2024-03-07\"", "\"version\":2");
        as("kader", DESA)
                .get("/v1/children/" + id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("nikKnown", equalTo(true))
                .body("name", equalTo("Melati Contoh"))
                .body(not(containsString("3604205703240001")));
    }

    @Test
    void aChildGivenToAnotherFamilyLivesThere() {
        UUID from = aFamily();
        UUID id = aChildOf(from);
        UUID to = UUID.randomUUID();
        post("/v1/families:batch", "[" + family(to, "36.04.20.2001", "PIPED") + "]");

        put(id, "\"1\"", child(id, to), 204);

        assertThat(tables.row("select area_code from child where id = ?", id))
                .containsEntry("area_code", "36.04.20.2001");
        assertThat(tables.row("select child_births::text from family where id = ?", from))
                .containsEntry("child_births", "{}");
        assertThat(tables.row("select child_births::text from family where id = ?", to))
                .containsEntry("child_births", "{2024-03-17}");
        assertThat(tables.row("select family_id, left_by from former_membership where person_id = ?", id))
                .containsEntry("family_id", from)
                .containsEntry("left_by", "CORRECTED");
        as("kader", "36.04.20.2001")
                .get("/v1/children/" + id)
                .then()
                .statusCode(200)
                .body("nikKnown", equalTo(true));
    }

    @Test
    void aReadingIsAuditedAndWhatIsNotYoursIsNotThere() {
        UUID id = aChildOf(aFamily());

        as("kader", DESA).get("/v1/children/" + id).then().statusCode(200);
        as("kader", "36.04.20.2001").get("/v1/children/" + id).then().statusCode(404);
        as("kader", DESA).get("/v1/children/" + UUID.randomUUID()).then().statusCode(404);
        as("partner", DESA).get("/v1/children/" + id).then().statusCode(403);
        as("bkkbn", "36").get("/v1/children/" + id).then().statusCode(403);

        assertThat(tables.rows(
                        "select subject, client, area_code from audit_entry where object_id = ? and action = 'READ'",
                        id.toString()))
                .singleElement()
                .satisfies(entry -> assertThat(entry)
                        .containsEntry("subject", "kader-tester")
                        .containsEntry("client", "test-client")
                        .containsEntry("area_code", DESA));
    }

    @Test
    void namesAreLookedUpForOnesOwnChildrenAndEachIsAudited() {
        UUID one = aChildOf(aFamily());
        UUID two = aChildOf(aFamily());
        String body = "{\"ids\":[\"%s\",\"%s\",\"%s\"]}".formatted(one, two, UUID.randomUUID());

        as("tpk", "36.04.20")
                .body(body)
                .post("/v1/children:lookup")
                .then()
                .statusCode(200)
                .body("children.id", containsInAnyOrder(one.toString(), two.toString()))
                .body("children[0].name", equalTo("Melati Contoh"))
                .body("children[0].motherName", equalTo("Sari Contoh"))
                .body("children[0].rt", equalTo("005"));
        as("tpk", "36.73").body(body).post("/v1/children:lookup").then().body("children", hasSize(0));
        as("opd", "36.04").body(body).post("/v1/children:lookup").then().statusCode(403);
        as("tpk", "36.04")
                .body("{\"ids\":[]}")
                .post("/v1/children:lookup")
                .then()
                .statusCode(400);

        assertThat(tables.count(
                        "select count(*) from audit_entry where action = 'READ' and object_id = ?", two.toString()))
                .isOne();
    }

    @Test
    void aChildIsFoundByItsNikOrByNameInsideAnArea() {
        UUID family = aFamily();
        UUID id = UUID.randomUUID();
        post(
                BATCH,
                "["
                        + child(id, family)
                                .replace("3604205703240001", "3604205703240777")
                                .replace("Melati", "Kenanga") + "]");

        search("{\"nik\":\"3604205703240777\"}").body("children.id", contains(id.toString()));
        search("{\"name\":\"kenanga\",\"area\":\"36.04.20\"}").body("children.id", contains(id.toString()));
        search("{\"name\":\"kenanga\",\"area\":\"36.04.21\"}").body("children", hasSize(0));
        search("{\"nik\":\"02022***********\"}").statusCode(422).body("code", equalTo("NIK_MASKED"));
        search("{\"name\":\"kenanga\"}").statusCode(422);
        search("{}").statusCode(422).body("code", equalTo("SEARCH_EMPTY"));
        as("puskesmas", "36.73")
                .body("{\"nik\":\"3604205703240777\"}")
                .post("/v1/children:search")
                .then()
                .body("children", hasSize(0));
    }

    private static io.restassured.response.ValidatableResponse search(String body) {
        return as("puskesmas", "36.04").body(body).post("/v1/children:search").then();
    }

    private static void put(UUID id, String version, String body, int status) {
        as("puskesmas", "36.04")
                .header("If-Match", version)
                .body(body)
                .put("/v1/children/" + id)
                .then()
                .statusCode(status);
    }
}
