package id.tumbuh.intervention.placement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import id.tumbuh.intervention.TestDatabase;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.delivery.Promises;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** In the kabupaten 68.04, each test in a desa. */
@QuarkusTest
@WithTestResource(RealServers.class)
class CommitManyTest {
    private static final String KABUPATEN = "68.04";
    private static int desa = 2001;

    @Inject
    Promises promises;

    @Inject
    TestDatabase database;

    private final AreaCode area = new AreaCode(KABUPATEN + ".10." + desa++);

    private record Held(UUID placement, Home home) {}

    @Test
    void eachIsAnsweredAsItWouldBeAloneAndSentAgainChangesNothing() {
        Held one = held();
        Held two = held();
        Held late = held();
        database.write(
                "update placement set held_until = clock_timestamp() - interval '1 second' where id = ?",
                late.placement());
        Held promised = held();
        Promises.move(promised.placement(), promised.home(), "commit", 1, "{\"from\":\"2026-08-01\",\"days\":30}");
        List<String> rows = List.of(
                row(one.placement(), 1, ""),
                row(two.placement(), 7, ""),
                row(late.placement(), 1, ""),
                row(promised.placement(), 2, ""),
                row(UUID.randomUUID(), 1, ""),
                row(two.placement(), 1, ",\"days\":0"),
                "{\"id\":\"%s\"}".formatted(two.placement()),
                row(two.placement(), 1, ",\"nik\":\"3604205703240001\""),
                row(two.placement(), 1, ""),
                row(two.placement(), 1, ""));

        commit(rows)
                .body(
                        "outcome",
                        contains(
                                "COMMITTED",
                                "STALE",
                                "REFUSED",
                                "REFUSED",
                                "REFUSED",
                                "INVALID",
                                "INVALID",
                                "INVALID",
                                "COMMITTED",
                                "UNCHANGED"))
                .body(
                        "problem.code.findAll { it != null }",
                        contains(
                                "PRECONDITION_FAILED",
                                "PLACEMENT_ENDED",
                                "PLACEMENT_NOT_HELD",
                                "PLACEMENT_UNKNOWN",
                                "INVALID_REQUEST",
                                "INVALID_REQUEST",
                                "INVALID_REQUEST"))
                .body("[5].problem.errors[0].pointer", equalTo("/days"))
                .body("[6].problem.errors[0].pointer", equalTo("/version"))
                .body("[0].version", equalTo(2));
        commit(List.of(row(one.placement(), 1, ""), row(two.placement(), 2, "")))
                .body("outcome", contains("UNCHANGED", "UNCHANGED"));

        assertThat(told(one)).containsExactly("placement-held 1", "placement-committed 2");
        assertThat(told(two)).containsExactly("placement-held 1", "placement-committed 2");
        assertThat(told(late)).containsExactly("placement-held 1", "placement-ended 2");
        assertThat(database.rows("select 1 from delivery where placement_id = ?", one.placement()))
                .isNotEmpty();
        assertThat(database.rows(
                        "select 1 from audit_entry where action = 'COMMIT' and object_id = ?",
                        one.placement().toString()))
                .hasSize(1);
    }

    @Test
    void whatLiesElsewhereIsNotThere() {
        Held one = held();

        given().auth()
                .oauth2(TestTokens.token(Roles.TPPS, "68.05"))
                .contentType(ContentType.JSON)
                .body("[" + row(one.placement(), 1, "") + "]")
                .post("/v1/placements:commit")
                .then()
                .body("problem.code", contains("PLACEMENT_UNKNOWN"));
        given().auth()
                .oauth2(TestTokens.token(Roles.KADER, KABUPATEN))
                .contentType(ContentType.JSON)
                .body("[]")
                .post("/v1/placements:commit")
                .then()
                .statusCode(403);
    }

    /** In opposite orders, so that they would wait in a circle if each locked as it was sent. */
    @Test
    void ofManyBatchesAtOnceEachPromisesOnce() throws Exception {
        List<Held> holds = Stream.generate(this::held).limit(12).toList();
        CyclicBarrier start = new CyclicBarrier(6);
        List<Future<List<String>>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int batch = 0; batch < 6; batch++) {
                List<Held> order = batch % 2 == 0 ? holds : holds.reversed();
                answers.add(threads.submit(() -> {
                    start.await();
                    return commit(order.stream()
                                    .map(one -> row(one.placement(), 1, ""))
                                    .toList())
                            .extract()
                            .path("outcome");
                }));
            }
        }
        List<String> all = new ArrayList<>();
        for (Future<List<String>> answer : answers) {
            all.addAll(answer.get());
        }

        assertThat(all.stream().collect(Collectors.groupingBy(outcome -> outcome, Collectors.counting())))
                .containsOnlyKeys("COMMITTED", "UNCHANGED")
                .containsEntry("COMMITTED", 12L);
        assertThat(holds)
                .allSatisfy(one -> assertThat(told(one)).containsExactly("placement-held 1", "placement-committed 2"));
    }

    @Test
    void moreThanAThousandRowsAreRefused() {
        given().auth()
                .oauth2(TestTokens.token(Roles.TPPS, KABUPATEN))
                .contentType(ContentType.JSON)
                .body(Stream.generate(() -> "{}").limit(1_001).collect(Collectors.joining(",", "[", "]")))
                .post("/v1/placements:commit")
                .then()
                .body("code", equalTo("TOO_MANY_ROWS"));
    }

    private Held held() {
        Home home = new Home(UUID.randomUUID(), area);
        return new Held(promises.hold(UUID.randomUUID(), home), home);
    }

    private List<String> told(Held one) {
        return database.announced(one.home().familyId()).stream()
                .filter(event -> event.startsWith("placement"))
                .toList();
    }

    private static ValidatableResponse commit(List<String> rows) {
        return given().auth()
                .oauth2(TestTokens.token(Roles.TPPS, KABUPATEN))
                .contentType(ContentType.JSON)
                .body("[" + String.join(",", rows) + "]")
                .post("/v1/placements:commit")
                .then()
                .statusCode(200);
    }

    private static String row(UUID placement, int version, String rest) {
        return "{\"id\":\"%s\",\"version\":%d%s}".formatted(placement, version, rest);
    }
}
