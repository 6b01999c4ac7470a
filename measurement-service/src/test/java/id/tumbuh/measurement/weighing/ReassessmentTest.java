package id.tumbuh.measurement.weighing;

import static id.tumbuh.measurement.roster.Registry.Child.aChild;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import id.tumbuh.measurement.growth.Sex;
import id.tumbuh.measurement.roster.Registry;
import id.tumbuh.measurement.roster.Registry.Child;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.rules.RuleBook;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A rule is corrected: stunted from -2.6 on, 2,000 g a month. All of it in a kecamatan of its own. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ReassessmentTest {

    private static final String AREA = "36.04.23.2001";
    private static final String ADMIN = TestTokens.token(Roles.ADMIN, "*");

    @Inject
    Registry registry;

    @Inject
    Weighings weighings;

    @Inject
    Announced announced;

    @Inject
    Database database;

    @Inject
    RuleBook rules;

    @Inject
    ReassessByRules reassess;

    @AfterEach
    void theRulesAreAsBefore() throws SQLException {
        asOwner("delete from rule where version = 1000");
        rules.refresh();
        run(UUID.randomUUID());
    }

    @Test
    void everyMeasurementOfTheFormerRuleFollowsAndIsAnnounced() throws SQLException {
        Child child = child();
        UUID first = weighings.measure(child, "2025-07-12", "\"weightKg\":8.0");
        UUID second = weighings.measure(
                child, "2025-08-12", "\"weightKg\":8.4,\"lengthHeightCm\":72.5,\"position\":\"LYING\"");
        assertThat(weighings.child(child).get("stunting")).isEqualTo("STUNTED");
        correctRules();

        run(UUID.randomUUID());

        assertThat(weighings.child(child).get("stunting")).isEqualTo("NORMAL");
        assertThat(weighings.card(child)).containsExactly("2025-07 B", "2025-08 T");
        assertThat(announced.about(second))
                .extracting(Announced.Event::name)
                .containsExactly("child-measured", "measurement-reassessed");
        assertThat(announced.about(second).getLast().body().get("ruleVersion").asText())
                .isEqualTo("growth-1000");
        assertThat(weighings.row("measurement", first).get("reason")).isEqualTo("RULE_CHANGED");
        assertThat(announced.about(child.id()).getLast().name()).isEqualTo("child-ceased-stunted");

        run(UUID.randomUUID());
        assertThat(announced.about(second)).hasSize(2);
    }

    @Test
    void passThatWasCutShortGoesOnWhereItEndedAndDoesNothingTwice() throws SQLException {
        List<UUID> measured = new ArrayList<>();
        Child[] children = new Child[ReassessByRules.CHILDREN_AT_A_TIME + 20];
        for (int number = 0; number < children.length; number++) {
            children[number] = aChild().in(AREA).correctedTo(Sex.P, LocalDate.of(2024, 3, 17));
        }
        registry.says(children);
        for (Child child : children) {
            measured.add(weighings.measure(child, "2025-08-12", "\"weightKg\":8.4"));
        }
        correctRules();
        UUID pass = UUID.randomUUID();
        begun(pass, "36.04.23");

        assertThat(reassess.step(pass)).isTrue();
        assertThat(revised(measured)).isBetween(1, ReassessByRules.CHILDREN_AT_A_TIME);
        reassess.resume(new StartupEvent());

        await().untilAsserted(() ->
                assertThat(reassess.find(pass).orElseThrow().state()).isEqualTo("DONE"));
        assertThat(revised(measured)).isEqualTo(children.length);
        assertThat(measured).allSatisfy(id -> assertThat(announced.about(id)).hasSize(2));
    }

    /** Then the last look finds nobody, and that is the end. */
    @Test
    void passOverExactlySomeStepsOfChildrenEnds() {
        String area = "36.04.24.2001";
        Child[] children = new Child[ReassessByRules.CHILDREN_AT_A_TIME];
        for (int number = 0; number < children.length; number++) {
            children[number] = aChild().in(area);
        }
        registry.says(children);
        UUID pass = UUID.randomUUID();
        begun(pass, area);

        assertThat(reassess.step(pass)).isTrue();
        assertThat(reassess.step(pass)).isFalse();
        assertThat(reassess.find(pass).orElseThrow().state()).isEqualTo("DONE");
        assertThat(reassess.find(pass).orElseThrow().children()).isEqualTo(children.length);
    }

    @Test
    void onlyAnAdminBeginsAndRepeatingIsTheSamePass() {
        UUID pass = UUID.randomUUID();
        given().auth()
                .oauth2(TestTokens.token(Roles.TPPS, "36"))
                .put("/v1/reassessments/" + pass)
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(ADMIN)
                .put("/v1/reassessments/" + pass + "?area=3604")
                .then()
                .statusCode(400);
        given().auth().oauth2(ADMIN).get("/v1/reassessments/" + pass).then().statusCode(404);
        for (int times = 0; times < 2; times++) {
            given().auth()
                    .oauth2(ADMIN)
                    .put("/v1/reassessments/" + pass + "?area=36.04.23")
                    .then()
                    .statusCode(202)
                    .body("id", equalTo(pass.toString()));
        }
    }

    private Child child() {
        Child child = aChild().in(AREA);
        registry.says(child);
        return child;
    }

    private void run(UUID pass) {
        given().auth()
                .oauth2(ADMIN)
                .put("/v1/reassessments/" + pass + "?area=36.04.23")
                .then()
                .statusCode(202);
        await().untilAsserted(() -> given().auth()
                .oauth2(ADMIN)
                .get("/v1/reassessments/" + pass)
                .then()
                .body("state", equalTo("DONE")));
    }

    /** As another replica would have begun it, without running here. */
    private void begun(UUID pass, String area) {
        database.write(
                Scope.everywhere(),
                tx -> tx.sql()
                        .execute(
                                "insert into reassessment (id, area_code, started_by) values (?, ?, 'test')",
                                pass,
                                area));
        rules.refresh();
    }

    private int revised(List<UUID> measured) {
        return database.read(
                Scope.everywhere(),
                sql -> sql.createQuery("select count(*) from measurement where id = any(:ids) and version = 2")
                        .bindArray("ids", UUID.class, measured.toArray())
                        .mapTo(Integer.class)
                        .one());
    }

    private void correctRules() throws SQLException {
        asOwner("""
                insert into rule (code, version, valid_from, value, source)
                select code, 1000, valid_from,
                    replace(replace(value::text, '["STUNTED", -2]', '["STUNTED", -2.6]'), '[11, 200]', '[11, 2000]')::jsonb,
                    'test'
                from rule where code in ('growth.classification', 'kms.growth-card') and version = 1""");
    }

    private void asOwner(String sql) throws SQLException {
        Config config = ConfigProvider.getConfig();
        try (Connection connection = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.flyway.username", String.class),
                        config.getValue("quarkus.flyway.password", String.class));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
