package id.tumbuh.registry;

import static io.restassured.RestAssured.given;

import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** A running registry with its areas, on real servers. */
@QuarkusTest
@WithTestResource(RealServers.class)
public abstract class RegistryTest {
    public static final String DESA = "36.04.20.2006";

    @Inject
    protected TestDatabase tables;

    @BeforeEach
    void areasAreThere() {
        tables.awaitAreas();
    }

    protected static RequestSpecification as(String role, String... wilayah) {
        return given().auth()
                .oauth2(TestTokens.token(role, wilayah))
                .contentType(ContentType.JSON)
                .urlEncodingEnabled(false) // it would write %3A for the colon of :batch
                .header("Accept-Language", "en");
    }

    /** The day by the calendar that the registry decides by. */
    protected static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Jakarta"));
    }

    protected static ValidatableResponse post(String path, String body) {
        return as("system", "36.04").body(body).post(path).then();
    }

    protected static String family(UUID id, String desa, String water) {
        return """
                {"id":"%s","area":"%s","rw":"02","rt":"005","headName":"Budi Contoh","welfareRank":2,
                 "conditions":{"drinkingWater":"%s","latrine":"SEPTIC_TANK","wifeBirthDate":"1998-05-20"}}""".formatted(id, desa, water);
    }

    protected static String child(UUID id, UUID family) {
        return """
                {"id":"%s","familyId":"%s","sex":"P","birthDate":"2024-03-17","name":"Melati Contoh",
                 "motherName":"Sari Contoh","nik":"3604205703240001"}""".formatted(id, family);
    }

    protected static UUID aFamily() {
        UUID id = UUID.randomUUID();
        post("/v1/families:batch", "[" + family(id, DESA, "PIPED") + "]").statusCode(200);
        return id;
    }

    protected static UUID aChildOf(UUID family) {
        UUID id = UUID.randomUUID();
        post("/v1/children:batch", "[" + child(id, family) + "]").statusCode(200);
        return id;
    }
}
