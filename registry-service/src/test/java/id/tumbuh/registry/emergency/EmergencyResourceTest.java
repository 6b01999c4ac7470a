package id.tumbuh.registry.emergency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import id.tumbuh.platform.testing.LocalServers;
import id.tumbuh.platform.testing.TestTokens;
import id.tumbuh.registry.RegistryTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A nurse of Kota Serang (36.73) and a child of Kabupaten Serang (36.04). */
@QuarkusTest
class EmergencyResourceTest extends RegistryTest {
    private static final String KECAMATAN = "36.04.20";

    @Inject
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    private final String nurse = "nurse-" + UUID.randomUUID();
    private final UUID id = UUID.randomUUID();
    private UUID family = UUID.randomUUID();
    private UUID child = UUID.randomUUID();

    @BeforeEach
    void aChildElsewhere() {
        family = aFamily();
        child = aChildOf(family);
    }

    @Test
    void namesOfTheAreaAreReadForThreeHoursAndAuditedAndTheOwnerIsTold() {
        nurse().get("/v1/children/" + child).then().statusCode(404);

        String expires = open(KECAMATAN, id)
                .statusCode(201)
                .body("live", equalTo(true))
                .extract()
                .path("expiresAt");

        assertThat(Duration.between(Instant.now(), Instant.parse(expires)))
                .isBetween(Duration.ofMinutes(179), Duration.ofMinutes(180));
        nurse().get("/v1/children/" + child).then().statusCode(200).body("name", equalTo("Melati Contoh"));
        nurse().get("/v1/families/" + family).then().statusCode(200).body("headName", equalTo("Budi Contoh"));
        nurse().body("{\"ids\": [\"" + child + "\"]}")
                .post("/v1/children:lookup")
                .then()
                .body("children", hasSize(1));
        assertThat(tables.count(
                        "select count(*) from audit_entry where subject = ? and object_id in (?, ?)",
                        nurse,
                        child.toString(),
                        family.toString()))
                .isEqualTo(3);
        notices("36.04")
                .body("find { it.id == '%s' }.read".formatted(id), equalTo(2))
                .body("find { it.id == '%s' }.subject".formatted(id), equalTo(nurse))
                .body("find { it.id == '%s' }.reason".formatted(id), equalTo("CHILD_FOUND"));
    }

    @Test
    void nothingCanBeChangedWithIt() {
        open(KECAMATAN, id).statusCode(201);

        nurse().header("If-Match", "\"1\"")
                .body(child(child, family).replace("\"id\":\"" + child + "\",", ""))
                .put("/v1/children/" + child)
                .then()
                .statusCode(404);
        nurse().body("[" + family(UUID.randomUUID(), DESA, "PIPED") + "]")
                .post("/v1/families:batch")
                .then()
                .body("[0].problem.code", equalTo("AREA_OUTSIDE_SCOPE"));
        nurse().get("/v1/families?area=36.04").then().statusCode(200).body("", empty());
        nurse().body("""
                {"id": "%s", "childId": "%s", "purpose": "RESEARCH", "legalBasis": "CONSENT", "givenBy": "MOTHER",
                 "evidence": {"kind": "SIGNED_FORM", "reference": "A-1"}, "validFrom": "2026-01-01",
                 "validUntil": "2026-12-31"}""".formatted(UUID.randomUUID(), child))
                .post("/v1/consents")
                .then()
                .statusCode(404);
    }

    @Test
    void anotherAreaAndAnotherPersonStayOutside() {
        open("36.04.22", id).statusCode(201);

        nurse().get("/v1/children/" + child).then().statusCode(404);
        open(KECAMATAN, UUID.randomUUID()).statusCode(201);
        as("puskesmas", "36.73").get("/v1/children/" + child).then().statusCode(404);
    }

    @Test
    void whenItsTimeIsOverItIsOver() {
        open(KECAMATAN, id).statusCode(201);
        clock("interval '179 minutes 58 seconds'");
        nurse().get("/v1/children/" + child).then().statusCode(200);
        clock("interval '3 hours'");

        nurse().get("/v1/children/" + child).then().statusCode(404);
        nurse().get("/v1/emergency-access").then().body("[0].live", equalTo(false));
    }

    @Test
    void theOwnerEndsItAtOnceAndOthersCant() {
        open(KECAMATAN, id).statusCode(201);
        as("tpps", "36.02")
                .post("/v1/emergency-access/" + id + ":revoke")
                .then()
                .statusCode(404);
        as("tpps", "36.04")
                .post("/v1/emergency-access/" + id + ":revoke")
                .then()
                .statusCode(200)
                .body("live", equalTo(false));

        nurse().get("/v1/children/" + child).then().statusCode(404);
        as("tpps", "36.04")
                .post("/v1/emergency-access/" + id + ":revoke")
                .then()
                .statusCode(200)
                .body("revokedBy", equalTo("tpps-tester"));
        assertThat(tables.count(
                        "select count(*) from audit_entry where action = 'REVOKE' and object_id = ?", id.toString()))
                .isOne();
    }

    @Test
    void theNoticeIsTheOwnersAndIsAcknowledgedOnce() {
        open(KECAMATAN, id).statusCode(201);

        notices("36.02").body("findAll { it.id == '%s' }".formatted(id), empty());
        as("tpps", "36.02").post("/v1/notices/" + id + ":acknowledge").then().statusCode(404);
        as("tpps", "36.04.20")
                .post("/v1/notices/" + id + ":acknowledge")
                .then()
                .statusCode(200)
                .body("acknowledgedBy", equalTo("tpps-tester"));
        as("bkkbn", "*")
                .post("/v1/notices/" + id + ":acknowledge")
                .then()
                .statusCode(200)
                .body("acknowledgedBy", equalTo("tpps-tester"));
    }

    @Test
    void sendingItAgainOpensNoSecondOneAndThreeAreEnough() {
        open(KECAMATAN, id).statusCode(201);
        open(KECAMATAN, id).statusCode(201).body("id", equalTo(id.toString()));
        open("36.04.22", id).statusCode(409).body("code", equalTo("EMERGENCY_ID_TAKEN"));
        open("36.04.22", UUID.randomUUID()).statusCode(201);
        open(DESA, UUID.randomUUID()).statusCode(201);
        open("36.04.20.2001", UUID.randomUUID()).statusCode(409).body("code", equalTo("EMERGENCY_TOO_MANY"));
        nurse().get("/v1/emergency-access").then().body("", hasSize(3));
    }

    @ParameterizedTest
    @CsvSource({
        "36.04, CHILD_FOUND, RS-1, EMERGENCY_AREA_TOO_WIDE",
        "36.73.01, CHILD_FOUND, RS-1, EMERGENCY_NOT_NEEDED",
        "36.04.99, CHILD_FOUND, RS-1, EMERGENCY_AREA_UNKNOWN",
        "36.04.20, CURIOSITY, RS-1, EMERGENCY_REASON_UNKNOWN",
        "36.04.20, CHILD_FOUND, 3604205703240001, EMERGENCY_REFERENCE_INVALID"
    })
    void whatIsNoEmergencyIsRefused(String area, String reason, String reference, String code) {
        nurse().body("{\"id\": \"%s\", \"area\": \"%s\", \"reason\": \"%s\", \"reference\": \"%s\"}"
                        .formatted(id, area, reason, reference))
                .post("/v1/emergency-access")
                .then()
                .statusCode(422)
                .body("code", equalTo(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"opd", "bkkbn", "system", "partner", "auditor", "admin"})
    void whoReadsNoNamesOpensNothing(String role) {
        as(role, "36.73").body("{}").post("/v1/emergency-access").then().statusCode(403);
    }

    private ValidatableResponse open(String area, UUID access) {
        return nurse().body(
                        "{\"id\": \"%s\", \"area\": \"%s\", \"reason\": \"CHILD_FOUND\", \"reference\": \"RSUD/2026/77\"}"
                                .formatted(access, area))
                .post("/v1/emergency-access")
                .then();
    }

    private static ValidatableResponse notices(String area) {
        return as("tpps", area).get("/v1/notices?area=" + area).then().statusCode(200);
    }

    private RequestSpecification nurse() {
        TestTokens.Claims some = TestTokens.claims("puskesmas", "36.73");
        return given().auth()
                .oauth2(TestTokens.signed(new TestTokens.Claims(
                        some.issuer(), some.audience(), nurse, some.role(), some.wilayah(), some.expires())))
                .contentType("application/json")
                .urlEncodingEnabled(false)
                .header("Accept-Language", "en");
    }

    /** As if it had been opened that long ago. */
    private void clock(String ago) {
        Jdbi.create(url, "registry_owner", LocalServers.PASSWORD).useHandle(sql -> {
            sql.execute("set app.wilayah = '*'");
            sql.execute(
                    "update emergency_access set granted_at = clock_timestamp() - " + ago
                            + ", expires_at = clock_timestamp() - " + ago + " + interval '3 hours' where id = ?",
                    id);
        });
    }
}
