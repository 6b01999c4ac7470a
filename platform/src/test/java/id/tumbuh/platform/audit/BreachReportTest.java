package id.tumbuh.platform.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import id.tumbuh.platform.access.AuditEntry;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.rules.RuleBook;
import id.tumbuh.platform.testing.LocalServers;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days long past, so that nothing another test audits lies in them. */
@QuarkusTest
@WithTestResource(RealServers.class)
class BreachReportTest {
    private static final String WINDOW =
            "\"from\": \"2020-03-01T00:00:00+07:00\", \"to\": \"2020-03-03T00:00:00+07:00\"";

    @Inject
    Database database;

    @Inject
    RuleBook rules;

    @Inject
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    private final String thief = "kader-" + UUID.randomUUID();
    private final String child = UUID.randomUUID().toString();
    private final String other = UUID.randomUUID().toString();

    /** An audit whose clock stood elsewhere; the test profile's audit of other tests is not touched. */
    @BeforeEach
    void whatTheThiefDid() {
        Jdbi.create(url, "registry_owner", LocalServers.PASSWORD).useHandle(sql -> {
            sql.execute("delete from rule where code = 'audit.fields' and version = 2");
            sql.execute("""
                    insert into rule (code, version, valid_from, value, source)
                    values ('audit.fields', 2, '2021-01-01', '{"child": {"READ": ["name", "birthDate"]}}', 'test')""");
        });
        rules.refresh();
        read("2020-02-29T16:59:59.999999Z", child, "36.04.20.2006"); // a moment before the first of March in Jakarta
        read("2020-02-29T17:00:00Z", child, "36.04.20.2006");
        read("2020-03-01T10:00:00Z", child, "36.04.20.2006");
        read("2020-03-02T16:59:59.999999Z", other, "17.02.01.2001");
        read("2020-03-02T17:00:00Z", other, "17.02.01.2001"); // the third of March
    }

    @Test
    void namesChildrenFieldsCountsAndTimesOfTheWindowAlone() {
        report("auditor", thief, "*")
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("children", equalTo(2))
                .body("entries", equalTo(3))
                .body("complete", equalTo(true))
                .body("first", equalTo("2020-02-29T17:00:00Z"))
                .body("last", equalTo("2020-03-02T16:59:59.999999Z"))
                .body("touched.find { it.objectId == '%s' }.times".formatted(child), equalTo(2))
                .body(
                        "touched.find { it.objectId == '%s' }.fields".formatted(child),
                        equalTo(List.of("name", "birthDate")))
                .body("touched.find { it.objectId == '%s' }.first".formatted(child), equalTo("2020-02-29T17:00:00Z"));
    }

    @Test
    void anAuditorOfOneKabupatenLearnsOfItsChildrenAlone() {
        report("auditor", thief, "36.04")
                .body("children", equalTo(1))
                .body("touched.objectId", equalTo(List.of(child)));
    }

    @Test
    void asCsvItHasEveryLine() {
        String csv = given().auth()
                .oauth2(TestTokens.token("admin", "*"))
                .contentType("application/json")
                .accept("text/csv")
                .body("{\"subject\": \"" + thief + "\", " + WINDOW + "}")
                .post("/v1/breach-reports")
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .extract()
                .asString();

        assertThat(csv.lines()).hasSize(3);
        assertThat(csv).contains("\"child\",\"" + child + "\",\"36.04.20.2006\",\"READ\",2,2020-02-29T17:00:00Z,");
    }

    @Test
    void whoAsksIsAuditedToo() {
        report("auditor", thief, "*").statusCode(200);

        long asked = database.read(
                Scope.everywhere(),
                sql -> sql.createQuery(
                                "select count(*) from audit_entry where action = 'REPORT_BREACH' and object_id = :subject")
                        .bind("subject", thief)
                        .mapTo(Long.class)
                        .one());
        assertThat(asked).isOne();
    }

    @Test
    void nobodysDoingsAreNotEverybodys() {
        ask("auditor", "{" + WINDOW + "}").statusCode(400).body("errors", hasSize(1));
        ask("auditor", "{\"subject\": \"x\", \"from\": \"2020-03-01T00:00:00Z\", \"to\": \"2020-03-01T00:00:00Z\"}")
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kader", "tpps", "bkkbn", "system", "partner", "opd"})
    void othersAreRefused(String role) {
        report(role, thief, "*").statusCode(403);
    }

    private static ValidatableResponse report(String role, String subject, String area) {
        return given().auth()
                .oauth2(TestTokens.token(role, area))
                .contentType("application/json")
                .body("{\"subject\": \"" + subject + "\", " + WINDOW + "}")
                .post("/v1/breach-reports")
                .then();
    }

    private static ValidatableResponse ask(String role, String body) {
        return given().auth()
                .oauth2(TestTokens.token(role, "*"))
                .contentType("application/json")
                .body(body)
                .post("/v1/breach-reports")
                .then();
    }

    private void read(String at, String object, String area) {
        AuditEntry entry = new AuditEntry(thief, "phone", "READ", "child", object, area);
        database.write(
                Scope.everywhere(),
                tx -> tx.sql()
                        .createUpdate("""
                        insert into audit_entry (at, subject, client, action, object_type, object_id, area_code)
                        values (cast(:at as timestamptz), :subject, :client, :action, :objectType, :objectId, :areaCode)""")
                        .bind("at", at)
                        .bindMethods(entry)
                        .execute());
    }
}
