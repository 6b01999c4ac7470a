package id.tumbuh.reporting.rebuild;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import id.tumbuh.reporting.Given;
import id.tumbuh.reporting.Measured;
import id.tumbuh.reporting.growth.Recomputation;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What happens to a building in the middle of it. Each test keeps the builder waiting for its turn, when everything is built and nothing
 * exchanged, by sharing the lock as a consumer does.
 */
@QuarkusTest
@WithTestResource(RealServers.class)
class RebuildFaultTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final LocalDate DAY = LocalDate.of(2024, 7, 10);
    private static final List<String> OF_A_CHILD = List.of("child", "weighing", "child_month", "stunting_case");

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    DataSource dataSource;

    @Inject
    Leftovers leftovers;

    @Inject
    Recomputation recomputation;

    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private final UUID third = UUID.randomUUID();

    @BeforeEach
    void threeStuntedChildren() {
        for (UUID child : List.of(first, second, third)) {
            given.announced(
                    Given.child(child, 1, "54.01.01.2001", "P", LocalDate.of(2023, 5, 5), true),
                    Measured.of(child, DAY, "54.01.01.2001").height("STUNTED").event(),
                    Given.status(child, 1, "54.01.01.2001", "STUNTED"));
        }
        await().atMost(SOON).untilAsserted(() -> {
            for (String table : OF_A_CHILD) {
                assertThat(rows("public." + table, first, second, third))
                        .as(table)
                        .isEqualTo(3);
            }
        });
    }

    /** Two are erased for all readers when their rows are built and the builder has not yet got its turn; the third while it waits for it. */
    @Test
    void whoIsErasedWhileItIsBuiltIsNotBackAfterTheExchange() throws SQLException {
        String location;
        long before = cases();
        try (Connection pause = dataSource.getConnection()) {
            pause.setAutoCommit(false);
            location = begun();
            builderPauses(pause);
            for (String table : OF_A_CHILD) {
                assertThat(rows("rebuilt." + table, first, second))
                        .as("is built of them: " + table)
                        .isEqualTo(2);
            }

            given.announced(erased(first), erased(second));
            await().atMost(SOON).untilAsserted(() -> {
                for (String table : OF_A_CHILD) {
                    assertThat(rows("public." + table, first, second)).as(table).isZero();
                }
            });
            for (String table : OF_A_CHILD) {
                assertThat(rows("rebuilt." + table, first, second)).as(table).isEqualTo(2);
            }
            assertThat(cases()).isEqualTo(before - 2);
            try (Holding _ = sharing()) {
                pause.rollback();
                builderWaits();
                given.announced(erased(third));
            }
        }

        assertThat(ended(location).getString("state")).isEqualTo("REPLACED");
        for (String table : OF_A_CHILD) {
            assertThat(rows("public." + table, first, second)).as(table).isZero();
        }
        await().atMost(SOON).untilAsserted(() -> {
            for (String table : OF_A_CHILD) {
                assertThat(rows("public." + table, third)).as(table).isZero();
            }
        });
        assertThat(cases()).isEqualTo(before - 3);
        assertThat(recomputation.compare().equal()).isTrue();
        assertThat(ended(begun()).getString("state")).isEqualTo("REPLACED");
        assertThat(rows("public.child", first, second, third)).isZero();
    }

    /** Everything can be written and read, and nothing analysed: the builder stops there once it has read all events. */
    private void builderPauses(Connection pause) throws SQLException {
        await().atMost(SOON).until(() -> tables() > 0);
        try (var statement = pause.createStatement()) {
            statement.execute("lock table rebuilt.case_counter in share update exclusive mode");
        }
        await().atMost(Duration.ofMinutes(2))
                .until(() -> amount("select count(*) from pg_locks where not granted"
                                + " and relation = cast('rebuilt.case_counter' as regclass)")
                        > 0);
    }

    @Test
    void aBuilderThatLosesItsDatabaseLeavesNoTableAndNoLockAndReadersAsTheyWere() throws SQLException {
        String location;
        long before = cases();
        try (Holding _ = sharing()) {
            location = begun();
            ends(builderWaits());
            ends(holder());
            assertThat(ended(location).getString("state")).isEqualTo("FAILED");
        }

        assertThat(run(location).getString("failure")).isEqualTo("SQLSTATE 57P01");
        assertThat(tables()).isZero();
        assertThat(holders()).isZero();
        assertThat(cases()).isEqualTo(before);
        assertThat(ended(begun()).getString("state")).isEqualTo("REPLACED");
        assertThat(cases()).isEqualTo(before);
    }

    @Test
    void whatAKilledBuilderLeftIsGoneWithTheNextStart() throws SQLException {
        String killed;
        try (Holding _ = building()) {
            killed = leftByAKilledOne();
            leftovers.clear();
            assertThat(tables()).as("somebody builds").isPositive();
            assertThat(run(killed).getString("state")).isEqualTo("RUNNING");
        }

        leftovers.clear();

        assertThat(tables()).isZero();
        assertThat(run(killed).getString("state")).isEqualTo("FAILED");
        assertThat(run(killed).getString("failure")).isEqualTo("STOPPED");
        leftovers.clear();
        assertThat(holders()).isZero();
    }

    @Test
    void whatAKilledBuilderLeftIsNotInWhatTheNextOneBuilds() throws SQLException {
        long before = cases();
        String killed;
        try (Holding _ = building()) {
            killed = leftByAKilledOne();
            execute("insert into rebuilt.case_counter (area_code, stunted, severely_stunted) values ('54.01', 999, 0)");
        }

        assertThat(ended(begun()).getString("state")).isEqualTo("REPLACED");

        assertThat(run(killed).getString("failure")).isEqualTo("STOPPED");
        assertThat(cases()).isEqualTo(before);
        assertThat(tables()).isZero();
    }

    @Test
    void aBuilderThatLostItsLockWritesNothingMoreOnceAnotherBuilds() throws SQLException {
        String late;
        String next;
        try (Holding _ = sharing()) {
            late = begun();
            builderWaits();
            ends(holder());
            await().atMost(SOON).until(() -> holders() == 0);
            next = begun();
            assertThat(run(late).getString("failure")).isEqualTo("STOPPED");
        }

        assertThat(ended(next).getString("state")).isEqualTo("REPLACED");
        assertThat(run(late).getString("state")).isEqualTo("FAILED");
        assertThat(run(late).getMap("differences")).isNull();
        await().atMost(SOON).until(() -> tables() == 0);
        assertThat(holders()).isZero();
    }

    /** A session with a lock of its own, which goes with it also when the test fails: the pool would keep both. */
    private record Holding(Connection connection, String unlock) implements AutoCloseable {
        static Holding of(DataSource dataSource, String kind, long lock) throws SQLException {
            Connection connection = dataSource.getConnection();
            execute(connection, "select pg_advisory_lock%s(%d)".formatted(kind, lock));
            return new Holding(connection, "select pg_advisory_unlock%s(%d)".formatted(kind, lock));
        }

        private static void execute(Connection connection, String sql) throws SQLException {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        @Override
        public void close() throws SQLException {
            try (connection) {
                execute(connection, unlock);
            }
        }
    }

    /** Shares the lock of those who apply events. */
    private Holding sharing() throws SQLException {
        return Holding.of(dataSource, "_shared", Exchange.LOCK);
    }

    /** Has the lock of a builder. */
    private Holding building() throws SQLException {
        return Holding.of(dataSource, "", RebuildProjections.BUILDER);
    }

    /** The session of the builder that has built everything and waits for its turn. */
    private int builderWaits() {
        await().atMost(Duration.ofMinutes(2)).until(() -> waiting() > 0);
        return waiting();
    }

    private int waiting() {
        return session("not granted and mode = 'ExclusiveLock'", Exchange.LOCK);
    }

    private int holder() {
        return session("granted", RebuildProjections.BUILDER);
    }

    private long holders() {
        return amount("select count(*) from pg_locks where locktype = 'advisory' and granted"
                + " and (cast(classid as bigint) << 32) | cast(objid as bigint) = " + RebuildProjections.BUILDER);
    }

    private int session(String which, long lock) {
        return (int) amount("select pid from pg_locks where locktype = 'advisory' and " + which
                + " and (cast(classid as bigint) << 32) | cast(objid as bigint) = " + lock + " limit 1");
    }

    private void ends(int session) {
        assertThat(session).isPositive();
        execute("select pg_terminate_backend(" + session + ")");
    }

    private String leftByAKilledOne() {
        UUID id = UUID.randomUUID();
        execute("insert into rebuild (id, state, replace, asked_by) values ('" + id + "', 'RUNNING', true, 'killed')");
        execute("select rebuild_begin()");
        return "/v1/projections/rebuilds/" + id;
    }

    private static Announcement erased(UUID child) {
        UUID erasure = UUID.randomUUID();
        return new Announcement(
                "registry.erasures",
                "id.tumbuh.registry.child-erased.v1",
                erasure.toString(),
                child.toString(),
                1,
                """
                {"erasureId":"%s","version":1,"familyId":"%s","areaCode":"54.01.01.2001","childIds":["%s"],"otherIds":[],
                "erasedOn":"2026-12-24"}""".formatted(erasure, UUID.randomUUID(), child).getBytes(StandardCharsets.UTF_8));
    }

    private static String begun() {
        return given().auth()
                .oauth2(TestTokens.token("admin", "*"))
                .post("/v1/projections:rebuild?replace=true")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
    }

    private static JsonPath ended(String location) {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(
                        () -> assertThat(run(location).getString("state")).isNotEqualTo("RUNNING"));
        return run(location);
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

    /** As a reader is told. */
    private static long cases() {
        return given().auth()
                .oauth2(TestTokens.token("tpps", "54.01"))
                .get("/v1/cases/summary?area=54.01")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("stunted");
    }

    private long tables() {
        return amount("select count(*) from pg_tables where schemaname = 'rebuilt'");
    }

    private long rows(String table, UUID... children) {
        return database.read(
                Scope.everywhere(),
                sql -> sql.createQuery("select count(distinct child_id) from " + table + " where child_id = any(:ids)")
                        .bindArray("ids", UUID.class, (Object[]) children)
                        .mapTo(Long.class)
                        .one());
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
