package id.tumbuh.reporting.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.platform.messaging.WholeTopic;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import id.tumbuh.reporting.Given;
import id.tumbuh.reporting.Measured;
import id.tumbuh.reporting.growth.Recomputation;
import id.tumbuh.reporting.indicator.Figures;
import id.tumbuh.reporting.indicator.Sums;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Over the real broker: the figures after an erasure are those of a world in which the child never was. */
@QuarkusTest
@WithTestResource(RealServers.class)
class EraseCopiesTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final LocalDate DAY = LocalDate.of(2024, 7, 10);

    @Inject
    Database database;

    @Inject
    Given given;

    @Inject
    Figures figures;

    @Inject
    Recomputation recomputation;

    @Inject
    WholeTopic topics;

    private final UUID child = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final UUID erasure = UUID.randomUUID();

    @Test
    void figuresGoDownByTheDifferenceAndTheServiceConfirmsWithCounts() {
        UUID posyandu = UUID.randomUUID();
        Measured first =
                Measured.of(child, DAY, "78.01.01.2001").height("STUNTED").at(posyandu);
        Measured second = Measured.of(child, DAY.plusDays(3), "78.01.01.2001")
                .height("STUNTED")
                .at(posyandu);
        given.announced(
                Given.child(child, 1, "78.01.01.2001", "L", LocalDate.of(2023, 5, 1), true),
                Given.child(other, 1, "78.01.01.2001", "L", LocalDate.of(2023, 5, 1), true),
                first.event(),
                second.event(),
                Measured.of(other, DAY, "78.01.01.2001").height("STUNTED").event(),
                Given.status(child, 1, "78.01.01.2001", "STUNTED"),
                Given.status(other, 1, "78.01.01.2001", "STUNTED"));
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(sums("78.01").stunted()).isEqualTo(2);
            assertThat(rows("stunting_case", child)).isOne();
            assertThat(rows("child", child)).isOne();
        });

        given.announced(erased());

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(confirmations())
                                .containsExactly(
                                        "{\"child\":1,\"couple\":0,\"delivery\":0,\"family\":0,\"need\":0,\"referral\":0,\"stunting_case\":1,\"weighing\":2}"));
        assertThat(sums("78.01").stunted()).isOne();
        assertThat(sums("78.01").weighed()).isOne();
        for (String table : List.of("child", "weighing", "child_month", "stunting_case")) {
            assertThat(rows(table, child)).as(table).isZero();
            assertThat(rows(table, other)).as(table).isPositive();
        }
        assertThat(recomputation.compare().equal()).isTrue();
    }

    @Test
    void whatWasToldBeforeAndArrivesAfterBringsNobodyBack() {
        given.announced(erased());
        await().atMost(SOON).untilAsserted(() -> assertThat(confirmations()).hasSize(1));

        given.announced(
                Given.child(child, 1, "78.02.01.2001", "L", LocalDate.of(2023, 5, 1), true),
                Measured.of(child, DAY, "78.02.01.2001").height("STUNTED").event(),
                Given.status(child, 1, "78.02.01.2001", "STUNTED"),
                // in the same topics, so that the first are through when these are
                Given.child(other, 1, "78.02.01.2002", "L", LocalDate.of(2023, 5, 1), true),
                Measured.of(other, DAY, "78.02.01.2002").event(),
                Given.status(other, 1, "78.02.01.2002", "STUNTED"));

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(sums("78.02").weighed()).isOne();
            assertThat(rows("stunting_case", other)).isOne();
            assertThat(rows("child", other)).isOne();
        });
        for (String table : List.of("child", "weighing", "child_month", "stunting_case")) {
            assertThat(rows(table, child)).as(table).isZero();
        }
    }

    @Test
    void toldTwiceAndReplayedItIsConfirmedOnceWithItsFirstCounts() {
        given.announced(Given.child(child, 1, "78.03.01.2001", "L", LocalDate.of(2023, 5, 1), true));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(rows("child", child)).isOne());

        given.announced(erased(), erased());
        await().atMost(SOON).untilAsserted(() -> assertThat(confirmations()).hasSize(1));
        RestAssured.given()
                .auth()
                .oauth2(TestTokens.token("tpps", "*"))
                .post("/v1/erasures:replay")
                .then()
                .statusCode(403);
        RestAssured.given()
                .auth()
                .oauth2(TestTokens.token("admin", "*"))
                .post("/v1/erasures:replay")
                .then()
                .statusCode(200)
                .body("erasures", greaterThanOrEqualTo(2));

        assertThat(confirmations())
                .containsExactly(
                        "{\"child\":1,\"couple\":0,\"delivery\":0,\"family\":0,\"need\":0,\"referral\":0,\"stunting_case\":0,\"weighing\":0}");
        assertThat(recomputation.compare().equal()).isTrue();
    }

    private Announcement erased() {
        return new Announcement(
                "registry.erasures",
                "id.tumbuh.registry.child-erased.v1",
                erasure.toString(),
                child.toString(),
                1,
                """
                {"erasureId":"%s","version":1,"familyId":"%s","areaCode":"78.01.01.2001","childIds":["%s"],"otherIds":[],
                "erasedOn":"2026-12-24"}""".formatted(erasure, UUID.randomUUID(), child).getBytes(StandardCharsets.UTF_8));
    }

    /** Counts of the confirmations of the erasure, as they are on the topic. */
    private List<String> confirmations() {
        List<String> found = new ArrayList<>();
        topics.read(
                "reporting.erasures",
                events -> events.stream()
                        .filter(event -> event.key().equals(erasure.toString()))
                        .map(event -> new String(event.body(), StandardCharsets.UTF_8))
                        .map(body -> body.replaceAll(".*\"counts\":(\\{[^}]*}).*", "$1"))
                        .map(EraseCopiesTest::sorted)
                        .forEach(found::add));
        return found;
    }

    private static String sorted(String counts) {
        return counts.substring(1, counts.length() - 1)
                .lines()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .sorted()
                .collect(Collectors.joining(",", "{", "}"));
    }

    private long rows(String table, UUID id) {
        return database.read(
                Scope.everywhere(),
                sql -> sql.createQuery("select count(*) from " + table + " where child_id = :id")
                        .bind("id", id)
                        .mapTo(Long.class)
                        .one());
    }

    private Sums sums(String area) {
        return database.read(Scope.everywhere(), sql -> figures.sums(sql, List.of(area), YearMonth.from(DAY)))
                .getOrDefault(area, Sums.NONE);
    }
}
