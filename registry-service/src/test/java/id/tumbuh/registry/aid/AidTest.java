package id.tumbuh.registry.aid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import id.tumbuh.platform.testing.TestTokens;
import id.tumbuh.registry.RegistryTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Aid for families of a desa, contraception given, and that both go when the family is erased. */
@QuarkusTest
class AidTest extends RegistryTest {
    private String desa = DESA;
    private final UUID aid = UUID.randomUUID();

    @BeforeEach
    void aDesaOfItsOwn() {
        desa = String.valueOf(tables.row("""
                select code from area where code like '36.04.__.2%' and code not in (select area_code from family)
                order by random() limit 1""").get("code"));
    }

    @Test
    void aidForTheThreePoorestAtRiskIsForThoseAndStaysForThoseWhenSentAgain() {
        UUID third = aFamily("SURFACE_WATER", 3);
        UUID first = aFamily("SURFACE_WATER", 1);
        UUID unranked = aFamily("SURFACE_WATER", 0);
        UUID second = aFamily("SURFACE_WATER", 2);
        aFamily("PIPED", 1);

        plan("\"poorest\":3").statusCode(201).body("families", equalTo(3));
        assertThat(recipients()).containsExactlyInAnyOrder(first, second, third).doesNotContain(unranked);
        UUID poorer = aFamily("SURFACE_WATER", 1);
        plan("\"poorest\":3").statusCode(200).body("families", equalTo(3));
        assertThat(recipients()).doesNotContain(poorer);
        plan("\"poorest\":4").statusCode(409).body("code", equalTo("AID_ID_TAKEN"));
    }

    @Test
    void aidIsForAllOfTheFamiliesNamedOrForNobody() {
        UUID here = aFamily("PIPED", 1);
        UUID elsewhere = aFamily();

        plan("\"families\":[\"%s\",\"%s\"]".formatted(here, elsewhere))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/families/1"))
                .body("code", equalTo("AID_FAMILY_UNKNOWN"));
        assertThat(tables.rows("select 1 from aid_event where id = ?", aid)).isEmpty();
        plan("\"families\":[]").statusCode(400);
        plan("\"families\":[\"%s\"],\"poorest\":1".formatted(here)).body("errors[0].reason", equalTo("AID_FOR_WHOM"));
        plan("\"poorest\":1001").statusCode(422).body("code", equalTo("AID_TOO_MANY"));
        plan("\"families\":[\"%s\",\"%s\"]".formatted(here, here))
                .statusCode(201)
                .body("families", equalTo(1));
    }

    @Test
    void whatWasMissedMayStillBeDeliveredAndWhatWasDeliveredStays() {
        UUID one = aFamily("SURFACE_WATER", 1);
        UUID other = aFamily("SURFACE_WATER", 2);
        plan("\"poorest\":10").statusCode(201);

        deliver(delivered(one), missed(other, "NOT_AT_HOME"), delivered(UUID.randomUUID()), missed(other, "BECAUSE"))
                .body("outcome", contains("CREATED", "CREATED", "INVALID", "INVALID"));
        deliver(delivered(one), missed(other, "NOT_AT_HOME"), missed(one, "REFUSED"))
                .body("outcome", contains("UNCHANGED", "UNCHANGED", "CONFLICT"));
        deliver(delivered(other)).body("outcome", contains("CREATED"));
        deliver(missed(other, "NOT_AT_HOME")).body("outcome", contains("CONFLICT"));

        as("tpps", desa)
                .get("/v1/aid-events?area=" + desa)
                .then()
                .body("[0].delivered", equalTo(2))
                .body("[0].missed", equalTo(0));
        as("tpps", desa)
                .get("/v1/aid-events/" + aid)
                .then()
                .header("Cache-Control", "no-store")
                .body("recipients.familyId", containsInAnyOrder(one.toString(), other.toString()));
        as("tpps", "36.73").get("/v1/aid-events/" + aid).then().statusCode(404);
        as("tpps", "36.73").get("/v1/aid-events?area=" + desa).then().body("", empty());
        as("kader", "36.73")
                .body("[]")
                .post("/v1/aid-events/" + aid + "/deliveries:batch")
                .then()
                .statusCode(404);
    }

    @Test
    void contraceptionGivenEndsTheFactorThatItIsAgainst() {
        UUID family = UUID.randomUUID();
        // too old to be without risk, and no modern method: F3b and F4
        post(
                "/v1/families:batch",
                "["
                        + family(family, desa, "PIPED")
                                .replace("1998-05-20", today().minusYears(37).toString())
                                .replace("\"latrine\"", "\"contraception\":\"NONE\",\"latrine\"")
                        + "]");
        assertThat(factors(family)).contains("NO_MODERN_CONTRACEPTION");
        UUID id = UUID.randomUUID();

        give(family, id, "IMPLANT", today().toString()).statusCode(204);
        give(family, id, "IMPLANT", today().toString()).statusCode(204);
        give(family, id, "PILL", today().toString()).statusCode(409).body("code", equalTo("AID_ID_TAKEN"));
        give(family, UUID.randomUUID(), "PILL", today().plusDays(1).toString()).statusCode(422);
        give(UUID.randomUUID(), UUID.randomUUID(), "PILL", today().toString()).statusCode(404);

        assertThat(factors(family)).doesNotContain("NO_MODERN_CONTRACEPTION");
        assertThat(tables.count("select count(*) from contraception_service where family_id = ?", family))
                .isOne();
    }

    @Test
    void anErasedFamilyLeavesNeitherAidNorVisitsNorWhoAccompaniedIt() {
        UUID family = aFamily("SURFACE_WATER", 1);
        UUID team = UUID.randomUUID();
        UUID visit = UUID.randomUUID();
        plan("\"poorest\":1").statusCode(201);
        give(family, UUID.randomUUID(), "PILL", today().toString()).statusCode(204);
        post(
                "/v1/companion-teams:batch",
                "[{\"id\":\"%s\",\"area\":\"%s\",\"number\":1,\"members\":[]}]".formatted(team, desa));
        as("tpps", desa)
                .post("/v1/companion-assignments:propose?dryRun=false&area=" + desa)
                .then()
                .body("assigned", equalTo(1));
        post("/v1/companion-visits:batch", """
                [{"id":"%s","teamId":"%s","targetKind":"FAMILY","targetId":"%s","visitedOn":"%s","outcome":"DONE"}]""".formatted(visit, team, family, today()))
                .body("[0].outcome", equalTo("CREATED"));
        Object assignment = tables.row("select id from companion_assignment where family_id = ?", family)
                .get("id");
        UUID erasure = UUID.randomUUID();

        person("siti")
                .body("{\"id\":\"%s\",\"reason\":\"REQUESTED_BY_SUBJECT\",\"requestReference\":\"H-1\"}"
                        .formatted(erasure))
                .post("/v1/families/" + family + ":erase")
                .then()
                .statusCode(202);
        person("budi").post("/v1/erasures/" + erasure + ":approve").then().statusCode(200);

        for (String table :
                new String[] {"aid_recipient", "contraception_service", "companion_assignment", "companion_visit"}) {
            assertThat(tables.rows("select 1 from " + table + " where family_id = ?", family))
                    .as(table)
                    .isEmpty();
        }
        assertThat(tables.count(
                        "select count(*) from outbox where body is null and key in (?, ?)",
                        visit.toString(),
                        String.valueOf(assignment)))
                .isEqualTo(2);
        post("/v1/companion-visits:batch", """
                [{"id":"%s","teamId":"%s","targetKind":"FAMILY","targetId":"%s","visitedOn":"%s","outcome":"DONE"}]""".formatted(visit, team, family, today()))
                .body("[0].problem.errors[0].reason", equalTo("TARGET_UNKNOWN"));
    }

    private java.util.List<UUID> recipients() {
        return tables.rows("select family_id from aid_recipient where aid_id = ?", aid).stream()
                .map(row -> (UUID) row.get("family_id"))
                .toList();
    }

    private String factors(UUID family) {
        return String.valueOf(tables.row("select risk_factors::text as factors from family where id = ?", family)
                .get("factors"));
    }

    /** @param rank 0 for none */
    private UUID aFamily(String water, int rank) {
        UUID id = UUID.randomUUID();
        String row = family(id, desa, water);
        String ranked = rank == 0
                ? row.replace("\"welfareRank\":2,", "")
                : row.replace("\"welfareRank\":2", "\"welfareRank\":" + rank);
        post("/v1/families:batch", "[" + ranked + "]").body("[0].outcome", equalTo("CREATED"));
        return id;
    }

    private ValidatableResponse plan(String whom) {
        return as("tpps", "36.04")
                .body("""
                {"id":"%s","area":"%s","kind":"GROCERIES","giverKind":"COMPANY","giver":"pt-contoh","heldOn":"%s",%s}""".formatted(aid, desa, today(), whom))
                .post("/v1/aid-events")
                .then();
    }

    private ValidatableResponse deliver(String... rows) {
        return as("kader", desa)
                .body("[" + String.join(",", rows) + "]")
                .post("/v1/aid-events/" + aid + "/deliveries:batch")
                .then()
                .statusCode(200);
    }

    private static String delivered(UUID family) {
        return "{\"id\":\"%s\",\"outcome\":\"DELIVERED\"}".formatted(family);
    }

    private static String missed(UUID family, String reason) {
        return "{\"id\":\"%s\",\"outcome\":\"MISSED\",\"reason\":\"%s\"}".formatted(family, reason);
    }

    private ValidatableResponse give(UUID family, UUID id, String method, String on) {
        return as("puskesmas", desa)
                .body("{\"id\":\"%s\",\"method\":\"%s\",\"givenOn\":\"%s\"}".formatted(id, method, on))
                .post("/v1/families/" + family + "/contraception-services")
                .then();
    }

    private static RequestSpecification person(String subject) {
        TestTokens.Claims some = TestTokens.claims("tpps", "36.04");
        return RestAssured.given()
                .auth()
                .oauth2(TestTokens.signed(new TestTokens.Claims(
                        some.issuer(), some.audience(), subject, "tpps", some.wilayah(), some.expires())))
                .contentType("application/json")
                .urlEncodingEnabled(false)
                .header("Accept-Language", "en");
    }
}
