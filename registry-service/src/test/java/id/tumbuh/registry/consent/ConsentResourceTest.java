package id.tumbuh.registry.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import id.tumbuh.registry.RegistryTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ConsentResourceTest extends RegistryTest {
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Jakarta"));
    private final UUID id = UUID.randomUUID();
    private UUID family = UUID.randomUUID();
    private UUID child = UUID.randomUUID();

    @BeforeEach
    void aChild() {
        family = aFamily();
        child = aChildOf(family);
    }

    @Test
    void aMotherAgreesAndItIsStoredToldAndAudited() {
        give(form(id, child)).statusCode(201).body("holds", equalTo(true)).header("Cache-Control", equalTo("no-store"));

        assertThat(tables.announced(id)).containsExactly("consent-given");
        assertThat(tables.lastBody(id))
                .contains("\"childId\":\"" + child + "\"", "\"familyId\":\"" + family + "\"", "\"withdrawn\":false")
                .doesNotContain("reference", "TPPS-1");
        assertThat(tables.row(
                        "select area_code from audit_entry where action = 'GIVE_CONSENT' and object_id = ?",
                        child.toString()))
                .containsEntry("area_code", DESA);
        current(child).body("id", contains(child.toString()));
    }

    @Test
    void sendingItAgainChangesNothingAndOtherContentIsRefused() {
        give(form(id, child)).statusCode(201);

        give(form(id, child)).statusCode(200);
        give(form(id, child).replace("MOTHER", "FATHER")).statusCode(409).body("code", equalTo("CONSENT_ID_TAKEN"));
        assertThat(tables.announced(id)).containsExactly("consent-given");
    }

    @Test
    void manyAreAnsweredEachAsItWouldBeAlone() {
        UUID second = UUID.randomUUID();
        UUID sister = aChildOf(family);
        String forFamily = form(UUID.randomUUID(), child)
                .replace("\"childId\": \"" + child, "\"familyId\": \"" + family)
                .replace("MOTHER", "HEAD_OF_FAMILY");
        String rows = "["
                + String.join(
                        ",",
                        form(id, child),
                        form(second, sister),
                        form(id, child),
                        form(id, child).replace("MOTHER", "FATHER"),
                        form(UUID.randomUUID(), UUID.randomUUID()),
                        form(UUID.randomUUID(), child).replace("FOSTER_PARENT", "ANYTHING"),
                        form(UUID.randomUUID(), child).replace("\"purpose\"", "\"purpos\""),
                        form(UUID.randomUUID(), child).replace("\"givenBy\": \"MOTHER\",", ""),
                        forFamily)
                + "]";

        batch(rows)
                .header("Cache-Control", equalTo("no-store"))
                .body(
                        "outcome",
                        contains(
                                "CREATED",
                                "CREATED",
                                "UNCHANGED",
                                "CONFLICT",
                                "INVALID",
                                "INVALID",
                                "INVALID",
                                "INVALID",
                                "CREATED"))
                .body("[4].problem.errors[0].pointer", equalTo("/childId"))
                .body("[4].problem.errors[0].reason", equalTo("CONSENT_SUBJECT_UNKNOWN"))
                .body("[5].problem.errors[0].pointer", equalTo("/purpose"))
                .body("[5].problem.errors[0].reason", equalTo("CONSENT_PURPOSE_UNKNOWN"))
                .body("[7].problem.errors[0].pointer", equalTo("/givenBy"));
        batch("[" + form(id, child) + "," + form(second, sister) + "]")
                .body("outcome", contains("UNCHANGED", "UNCHANGED"));

        assertThat(tables.announced(id)).containsExactly("consent-given");
        current(child).body("id", contains(child.toString()));
        current(family).body("id", contains(family.toString()));
        assertThat(tables.count(
                        "select count(*) from audit_entry where action = 'GIVE_CONSENT' and object_id = ?",
                        sister.toString()))
                .isOne();
    }

    @Test
    void ofManyThoseOfElsewhereAreNotThere() {
        as("tpps", "36.73")
                .body("[" + form(id, child) + "]")
                .post("/v1/consents:batch")
                .then()
                .body("outcome", contains("INVALID"))
                .body("[0].problem.errors[0].reason", equalTo("CONSENT_SUBJECT_UNKNOWN"));
        as("opd", "36.04").body("[]").post("/v1/consents:batch").then().statusCode(403);
        assertThat(tables.announced(id)).isEmpty();
    }

    @Test
    void aChildThatWasMergedIsConsentedForUnderTheIdItHad() {
        UUID survivor = aChildOf(aFamily());
        as("tpps", "36.04")
                .body("{\"into\":\"%s\"}".formatted(survivor))
                .post("/v1/children/" + child + ":merge")
                .then()
                .statusCode(204);

        batch("[" + form(id, child) + "]").body("outcome", contains("CREATED"));
        batch("[" + form(id, child) + "]").body("outcome", contains("UNCHANGED"));

        current(survivor).body("id", contains(survivor.toString()));
    }

    private ValidatableResponse batch(String rows) {
        return as("tpps", "36.04").body(rows).post("/v1/consents:batch").then().statusCode(200);
    }

    @Test
    void aWithdrawalEndsItAtOnceAndASecondIsNone() {
        give(form(id, child)).statusCode(201);

        withdraw("{\"by\": \"FATHER\"}")
                .statusCode(200)
                .body("holds", equalTo(false))
                .body("withdrawnBy", equalTo("FATHER"));
        current(child).body("", empty());
        withdraw("{\"by\": \"MOTHER\", \"on\": \"2026-01-01\"}")
                .statusCode(200)
                .body("withdrawnBy", equalTo("FATHER"))
                .body("withdrawnOn", equalTo(today.toString()));
        assertThat(tables.announced(id)).containsExactly("consent-given", "consent-withdrawn");
        assertThat(tables.lastBody(id)).contains("\"version\":2", "\"withdrawn\":true");
    }

    @Test
    void anUnknownChildAndOneOfElsewhereAreAnsweredAlike() {
        give(form(id, UUID.randomUUID())).statusCode(404);
        as("tpps", "36.73").body(form(id, child)).post("/v1/consents").then().statusCode(404);
        give(form(id, child)).statusCode(201);
        as("tpps", "36.73")
                .body("{\"by\": \"MOTHER\"}")
                .post("/v1/consents/" + id + ":withdraw")
                .then()
                .statusCode(404);
        as("tpps", "36.73").get("/v1/families/" + family + "/consents").then().statusCode(404);
        as("tpps", "36.73")
                .body(question(child))
                .post("/v1/consents:current")
                .then()
                .body("", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "MOTHER, HEAD_OF_FAMILY, CONSENT_GIVER_NOT_ENTITLED, /givenBy",
        "FOSTER_PARENT, ANYTHING, CONSENT_PURPOSE_UNKNOWN, /purpose",
        "\"CONSENT\", \"WISH\", CONSENT_BASIS_UNKNOWN, /legalBasis",
        "SIGNED_FORM, HEARSAY, CONSENT_EVIDENCE_UNKNOWN, /evidence/kind",
        "TPPS-1, 3604205703240001, CONSENT_REFERENCE_INVALID, /evidence/reference",
        "TPPS-1, Ibu Sari, CONSENT_REFERENCE_INVALID, /evidence/reference",
        "yayasan, Yayasan Sari, CONSENT_REFERENCE_INVALID, /partner"
    })
    void whatDoesNotCountIsRefusedWithItsField(String from, String to, String code, String pointer) {
        give(form(id, child).replace(from, to))
                .statusCode(422)
                .body("code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer))
                .body("detail", equalTo(null));
    }

    @Test
    void itHoldsForTwoYearsAtMost() {
        String two = form(id, child)
                .replace(today.plusDays(30).toString(), today.plusMonths(24).toString());
        give(two).statusCode(422).body("code", equalTo("CONSENT_TOO_LONG"));
        give(two.replace(
                        today.plusMonths(24).toString(),
                        today.plusMonths(24).minusDays(1).toString()))
                .statusCode(201);
        give(form(UUID.randomUUID(), child)
                        .replace(
                                today.plusDays(30).toString(),
                                today.minusDays(1).toString()))
                .statusCode(422)
                .body("code", equalTo("CONSENT_TIME_INVALID"));
    }

    @Test
    void aFamilySpeaksForItselfAndNotForItsChildren() {
        String forFamily = form(id, child)
                .replace("\"childId\": \"" + child, "\"familyId\": \"" + family)
                .replace("MOTHER", "HEAD_OF_FAMILY");
        give(forFamily).statusCode(201);

        current(child).body("", empty());
        current(family).body("id", contains(family.toString()));
        give(form(UUID.randomUUID(), child).replace("\"childId\"", "\"familyId\": \"" + family + "\", \"childId\""))
                .statusCode(422)
                .body("code", equalTo("CONSENT_SUBJECT_UNCLEAR"));
    }

    @Test
    void anotherPartnerAndThePogrammeItselfArePermittedNothing() {
        give(form(id, child)).statusCode(201);

        ask(question(child).replace("yayasan", "another")).body("", empty());
        ask(question(child).replace(", \"partner\": \"yayasan\"", "")).body("", empty());
        ask(question(child).replace("FOSTER_PARENT", "RESEARCH")).body("", empty());
    }

    @Test
    void aFamilysListHasEverythingAndIsAudited() {
        give(form(id, child)).statusCode(201);
        withdraw("{\"by\": \"MOTHER\"}").statusCode(200);
        give(form(UUID.randomUUID(), child)).statusCode(201);

        as("tpps", "36.04")
                .get("/v1/families/" + family + "/consents")
                .then()
                .statusCode(200)
                .body("holds", contains(true, false));
        assertThat(tables.count(
                        "select count(*) from audit_entry where action = 'READ_CONSENT' and object_id = ?",
                        family.toString()))
                .isOne();
    }

    @Test
    void itFollowsTheChildToAnotherDesa() {
        give(form(id, child)).statusCode(201);
        String moved = family(family, "36.73.01.1001", "PIPED").replace("\"id\":\"" + family + "\",", "");
        long version = tables.count("select version from family where id = ?", family);
        as("bkkbn", "*")
                .header("If-Match", "\"" + version + "\"")
                .body(moved)
                .put("/v1/families/" + family)
                .then()
                .statusCode(204);

        as("tpps", "36.73")
                .body(question(child))
                .post("/v1/consents:current")
                .then()
                .body("id", contains(child.toString()));
        as("tpps", "36.04")
                .body(question(child))
                .post("/v1/consents:current")
                .then()
                .body("", empty());
    }

    @Test
    void itHoldsForTheChildItTurnedOutToBeAndForItsOwnAgainWhenThatIsUndone() {
        UUID survivor = aChildOf(aFamily());
        give(form(id, child)).statusCode(201);

        as("tpps", "36.04")
                .body("{\"into\":\"%s\"}".formatted(survivor))
                .post("/v1/children/" + child + ":merge")
                .then()
                .statusCode(204);
        current(survivor).body("id", contains(survivor.toString()));
        current(child).body("", empty());
        assertThat(tables.lastBody(id))
                .contains("\"childId\":\"" + survivor + "\"", "\"version\":2", "\"withdrawn\":false");
        give(form(id, child)).statusCode(200);
        UUID later = UUID.randomUUID();
        give(form(later, child)).statusCode(201);
        give(form(later, child)).statusCode(200);
        assertThat(tables.lastBody(later)).contains(survivor.toString());
        withdraw("{\"by\": \"MOTHER\"}").statusCode(200);

        as("tpps", "36.04").post("/v1/children/" + child + ":unmerge").then().statusCode(204);
        current(survivor).body("", empty());
        current(child).body("id", contains(child.toString())); // the later one
        assertThat(tables.lastBody(id))
                .contains("\"childId\":\"" + child + "\"", "\"version\":4", "\"withdrawn\":true");
        assertThat(tables.announced(id))
                .containsExactly("consent-given", "consent-given", "consent-withdrawn", "consent-withdrawn");
    }

    @ParameterizedTest
    @CsvSource({"opd", "partner", "auditor", "bkkbn", "admin"})
    void whoDoesNotMeetTheFamilyRecordsNoConsent(String role) {
        as(role, "*").body(form(id, child)).post("/v1/consents").then().statusCode(403);
    }

    private String form(UUID id, UUID child) {
        return """
                {"id": "%s", "childId": "%s", "purpose": "FOSTER_PARENT", "partner": "yayasan", "legalBasis": "CONSENT",
                 "givenBy": "MOTHER", "evidence": {"kind": "SIGNED_FORM", "reference": "TPPS-1"},
                 "validFrom": "%s", "validUntil": "%s"}""".formatted(id, child, today, today.plusDays(30));
    }

    private static String question(UUID id) {
        return "{\"ids\": [\"" + id + "\"], \"purpose\": \"FOSTER_PARENT\", \"partner\": \"yayasan\"}";
    }

    private static ValidatableResponse give(String form) {
        return as("kader", DESA).body(form).post("/v1/consents").then();
    }

    private ValidatableResponse withdraw(String body) {
        return as("kader", DESA)
                .body(body)
                .post("/v1/consents/" + id + ":withdraw")
                .then();
    }

    private static ValidatableResponse current(UUID id) {
        return ask(question(id)).statusCode(200);
    }

    private static ValidatableResponse ask(String question) {
        return as("tpps", "36.04").body(question).post("/v1/consents:current").then();
    }
}
