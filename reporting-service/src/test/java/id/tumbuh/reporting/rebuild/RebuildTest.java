package id.tumbuh.reporting.rebuild;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import id.tumbuh.reporting.Given;
import id.tumbuh.reporting.growth.Recomputation;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A kabupaten of six children, four of them stunted, and three families; all other tests have left theirs, too. */
@QuarkusTest
@WithTestResource(RealServers.class)
class RebuildTest {
    private static final String KABUPATEN = "77.01";
    private static final String DESA = "77.01.01.2001";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static int children;

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    DataSource dataSource;

    @Inject
    Recomputation recomputation;

    @BeforeEach
    void everybodyIsCounted() {
        if (children == 0) {
            children = 6;
            given.announced(Given.areas(KABUPATEN, "Contoh"));
            for (int number = 0; number < children; number++) {
                UUID child = new UUID(77, number);
                given.announced(
                        Given.child(child, 1, DESA, "P", LocalDate.of(2024, 1, 5), true),
                        Given.status(child, 1, DESA, number < 4 ? "STUNTED" : "NORMAL"),
                        Given.family(child, 1, DESA, true, number < 3 ? List.of("UNSAFE_WATER") : List.of()));
            }
        }
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(amount("select stunted from case_counter where area_code = '77.01'"))
                    .isEqualTo(4);
            assertThat(amount("select children from population_counter where area_code = '77.01'"))
                    .isEqualTo(children);
            assertThat(amount(
                            "select amount from month_counter where area_code = '77.01' and measure = 'families.at-risk'"
                                    + " order by month limit 1"))
                    .isEqualTo(3);
        });
    }

    @Test
    void aWrongCounterIsFoundAndGoneOnceWhatWasBuiltIsRead() {
        Map<String, Integer> before = built(false).getMap("differences");
        // those of this test: others give areas to a consumer without a topic
        long areas = amount("select count(*) from area where code like '77.01%' or code = 'ID'");
        assertThat(areas).isGreaterThan(1);

        execute("update case_counter set stunted = stunted + 1 where area_code in ('77.01', '77.01.01')");
        JsonPath found = built(false);
        assertThat(found.getString("state")).isEqualTo("DIFFERENT");
        // what the two sides hold of each of the two areas
        assertThat(found.getInt("differences.case_counter")).isEqualTo(before.getOrDefault("case_counter", 0) + 4);
        assertThat(found.getLong("events")).isPositive();
        assertThat(amount("select stunted from case_counter where area_code = '77.01'"))
                .isEqualTo(5);

        long announced = amount("select count(*) from announced_figure");
        assertThat(built(true).getString("state")).isEqualTo("REPLACED");
        assertThat(amount("select stunted from case_counter where area_code = '77.01'"))
                .isEqualTo(4);
        assertThat(amount("select count(*) from announced_figure")).isEqualTo(announced);
        assertThat(amount("select count(*) from area where code like '77.01%' or code = 'ID'"))
                .isEqualTo(areas);
        assertThat(recomputation.compare().equal()).isTrue();

        JsonPath again = built(false);
        assertThat(again.getMap("differences")).isEmpty();
        assertThat(again.getString("state")).isEqualTo("SAME");
    }

    @Test
    void whatIsReadAfterTheExchangeIsAsGuardedAndGoesOnCounting() {
        built(true);

        UUID child = new UUID(77, 100);
        given.announced(
                Given.child(child, 1, "77.01.02.2001", "L", LocalDate.of(2024, 2, 5), true),
                Given.status(child, 1, "77.01.02.2001", "STUNTED"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(amount("select stunted from case_counter where area_code = '77.01.02'"))
                        .isEqualTo(1));
        long seen = database.read(
                Scope.of(List.of(new AreaCode("77.01.02"))),
                sql -> sql.createQuery("select count(*) from stunting_case")
                        .mapTo(Long.class)
                        .one());
        assertThat(seen).isOne();

        given.announced(
                Given.child(child, 2, "77.01.02.2001", "L", LocalDate.of(2024, 2, 5), false),
                Given.status(child, 2, "77.01.02.2001", "NORMAL"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(amount("select stunted from case_counter where area_code = '77.01.02'"))
                        .isZero());
        assertThat(amount("select count(*) from pg_tables where schemaname = 'rebuilt'"))
                .isZero();
    }

    @Test
    void onlyOneIsBuiltAtATime() throws SQLException {
        try (Connection other = dataSource.getConnection();
                var statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(" + RebuildProjections.BUILDER + ")");
            try {
                given().auth()
                        .oauth2(TestTokens.token("admin", "*"))
                        .post("/v1/projections:rebuild")
                        .then()
                        .statusCode(409);
            } finally {
                statement.execute("select pg_advisory_unlock(" + RebuildProjections.BUILDER + ")");
            }
        }
    }

    private static JsonPath built(boolean replace) {
        String location = given().auth()
                .oauth2(TestTokens.token("admin", "*"))
                .post("/v1/projections:rebuild?replace=" + replace)
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(
                        () -> assertThat(run(location).getString("state")).isNotEqualTo("RUNNING"));
        JsonPath run = run(location);
        assertThat(run.getString("failure")).isNull();
        return run;
    }

    private static JsonPath run(String location) {
        return given().auth()
                .oauth2(TestTokens.token("auditor", "*"))
                .get(location)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private long amount(String question) {
        return database.read(
                Scope.everywhere(),
                sql -> sql.createQuery(question).mapTo(Long.class).findOne().orElse(0L));
    }

    private void execute(String statement) {
        database.write(Scope.everywhere(), tx -> tx.sql().execute(statement));
    }
}
