package id.tumbuh.platform.access;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in, and what they then see. The operation called is any that only one role may call. */
@QuarkusTest
@WithTestResource(RealServers.class)
class AccessTest {
    private static final String OPERATION = "/v1/quarantine";
    private static final TestTokens.Claims ADMIN = TestTokens.claims(Roles.ADMIN, "*");

    @Inject
    Database database;

    @Inject
    DataSource dataSource;

    @BeforeEach
    void twoKabupatenWithAPlaceEach() {
        database.write(Scope.everywhere(), tx -> tx.sql().execute("""
                insert into place (id, area_code) values ('serang', '36.04.20.2006'), ('rejang-lebong', '17.02.01.2001')
                on conflict do nothing"""));
    }

    /** The policy has two ways, for one area and for several: both agree with the scope, for every area of every level. */
    @Test
    void theDatabaseAllowsWhatTheScopeAllows() {
        List<AreaCode> areas = List.of(
                new AreaCode("36"),
                new AreaCode("36.04"),
                new AreaCode("36.04.20"),
                new AreaCode("36.04.20.2006"),
                new AreaCode("36.04.21"),
                new AreaCode("36.73"),
                new AreaCode("17"),
                new AreaCode("17.02.01.2001"));
        List<Scope> scopes = new ArrayList<>(List.of(Scope.everywhere(), Scope.of(List.of())));
        for (AreaCode one : areas) {
            scopes.add(Scope.of(List.of(one)));
            areas.forEach(other -> scopes.add(Scope.of(List.of(one, other))));
        }
        for (Scope scope : scopes) {
            for (AreaCode area : areas) {
                boolean allowed = database.read(
                        scope,
                        sql -> sql.createQuery("select app_in_scope(:area)")
                                .bind("area", area.value())
                                .mapTo(Boolean.class)
                                .one());

                assertThat(allowed).as("%s in %s", area, scope).isEqualTo(scope.allows(area));
            }
        }
    }

    @Test
    void aValidTokenGetsIn() {
        given().auth().oauth2(TestTokens.signed(ADMIN)).get(OPERATION).then().statusCode(200);
    }

    @Test
    void noTokenGetsAChallenge() {
        given().get(OPERATION).then().statusCode(401).header("WWW-Authenticate", startsWith("Bearer"));
    }

    @Test
    void aForgedTokenStaysOutside() {
        List<String> forged = new ArrayList<>();
        forged.add(TestTokens.signedByAStranger(ADMIN));
        forged.add(TestTokens.signed(ADMIN.withIssuer("https://elsewhere.example")));
        forged.add(TestTokens.signed(ADMIN.withAudience("another-system")));
        forged.add(TestTokens.signed(ADMIN.expiredSince(Duration.ofMinutes(1))));
        forged.add(unsigned(TestTokens.signed(ADMIN)));
        forged.add(withOtherWilayah(TestTokens.token(Roles.ADMIN, "36.04")));

        for (String token : forged) {
            assertThat(given().auth().oauth2(token).get(OPERATION).statusCode()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kader", "tpps", "partner", "bkkbn", ""})
    void anotherRoleIsRefused(String role) {
        given().auth().oauth2(TestTokens.token(role, "*")).get(OPERATION).then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/quarantine;x=1",
                "/v1//quarantine",
                "/v1/%71uarantine",
                "/v1/quarantine%2F",
                "/v1/quarantine/"
            })
    void noSpellingOfThePathAvoidsTheCheck(String path) {
        int status = given().urlEncodingEnabled(false).get(path).statusCode();

        assertThat(status).isIn(401, 403, 404);
    }

    @Test
    void anEncodedColonIsAColonAndNoWayAroundTheCheck() {
        for (String path : List.of("/v1/quarantine/999999%3Areplay", "/v1/quarantine/999999%3areplay")) {
            given().urlEncodingEnabled(false).post(path).then().statusCode(401);
            given().urlEncodingEnabled(false)
                    .auth()
                    .oauth2(TestTokens.signed(ADMIN))
                    .post(path)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("NOT_FOUND"));
        }
    }

    @Test
    void aProblemSpeaksTheCallersLanguage() {
        given().auth()
                .oauth2(TestTokens.signed(ADMIN))
                .post("/v1/quarantine/999999:replay")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("NOT_FOUND"))
                .body("title", equalTo("Tidak ditemukan"));
        given().auth()
                .oauth2(TestTokens.signed(ADMIN))
                .header("Accept-Language", "en-GB,id;q=0.5")
                .post("/v1/quarantine/999999:replay")
                .then()
                .body("title", equalTo("Not found"));
    }

    @Test
    void aBodyOverTheLimitIsRefusedBeforeItIsRead() {
        given().auth()
                .oauth2(TestTokens.signed(ADMIN))
                .contentType("application/json")
                .body(new byte[1_048_577])
                .post("/v1/quarantine/1:replay")
                .then()
                .statusCode(413)
                .body("code", equalTo("BODY_TOO_LARGE"));
        given().auth()
                .oauth2(TestTokens.signed(ADMIN))
                .contentType("application/json")
                .body(new byte[1_048_576])
                .post("/v1/quarantine/1:replay")
                .then()
                .statusCode(not(equalTo(413)));
    }

    @Test
    void aScopeSeesItsOwnAreasOnly() {
        assertThat(places(Scope.of(List.of(new AreaCode("36.04"))))).containsExactly("serang");
        assertThat(places(Scope.of(List.of(new AreaCode("36"), new AreaCode("17.02.01.2001")))))
                .containsExactlyInAnyOrder("serang", "rejang-lebong");
        assertThat(places(Scope.of(List.of(new AreaCode("36.73"))))).isEmpty();
        assertThat(places(Scope.of(List.of()))).isEmpty();
    }

    @Test
    void aConnectionOfThePoolCarriesNoScopeToItsNextUser() throws SQLException {
        // More rounds than the pool has connections: each is used again after a transaction that could see everything.
        for (int round = 0; round < 20; round++) {
            assertThat(places(Scope.everywhere())).hasSize(2);
            try (Connection reused = dataSource.getConnection();
                    var rows = reused.createStatement().executeQuery("select count(*) from place")) {
                rows.next();
                assertThat(rows.getInt(1)).isZero();
            }
        }
    }

    @Test
    void nothingCanBeWrittenOutsideTheScope() {
        Scope serang = Scope.of(List.of(new AreaCode("36.04")));

        assertThatThrownBy(() -> database.write(
                        serang,
                        tx -> tx.sql().execute("insert into place (id, area_code) values ('x', '17.02.01.2001')")))
                .rootCause()
                .hasMessageContaining("row-level security");
        int changed = database.write(
                serang, tx -> tx.sql().execute("update place set id = id where area_code = '17.02.01.2001'"));
        assertThat(changed).isZero();
    }

    @Test
    void theApplicationCanNotChangeTheAudit() {
        database.write(Scope.everywhere(), tx -> {
            tx.audit(new AuditEntry("tester", null, "READ", "place", "serang", "36.04.20.2006"));
            return null;
        });

        for (String change : List.of("update audit_entry set subject = 'x'", "delete from audit_entry")) {
            assertThatThrownBy(() ->
                            database.write(Scope.everywhere(), tx -> tx.sql().execute(change)))
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    private List<String> places(Scope scope) {
        return database.read(
                scope,
                sql -> sql.createQuery("select id from place")
                        .mapTo(String.class)
                        .list());
    }

    private static String unsigned(String token) {
        return encoded("{\"alg\":\"none\"}") + "." + parts(token).get(1) + ".";
    }

    private static String withOtherWilayah(String token) {
        List<String> parts = parts(token);
        String claims = new String(Base64.getUrlDecoder().decode(parts.get(1)), UTF_8).replace("\"36.04\"", "\"*\"");
        return parts.get(0) + "." + encoded(claims) + "." + parts.get(2);
    }

    private static List<String> parts(String token) {
        return List.of(token.split("\\.", -1));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
