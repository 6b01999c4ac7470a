package id.tumbuh.measurement.weighing;

import static id.tumbuh.measurement.roster.Registry.Child.aChild;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.measurement.roster.Registry;
import id.tumbuh.measurement.roster.Registry.Child;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class MeasurementBatchResourceTest {

    private static final String PUSKESMAS = TestTokens.token(Roles.PUSKESMAS, "36.04");

    @Inject
    Registry registry;

    @Inject
    Announced announced;

    @Inject
    Database database;

    @Test
    void measurementIsStoredAssessedAndAnnouncedTogether() {
        Child child = aChild();
        registry.says(child);
        UUID id = UUID.randomUUID();

        send(row(id, child.id(), "2025-08-12", "\"weightKg\":8.4,\"lengthHeightCm\":72.5,\"position\":\"LYING\""))
                .statusCode(200)
                .body("[0].id", equalTo(id.toString()))
                .body("[0].outcome", equalTo("CREATED"))
                .body("[0].problem", nullValue());

        var event = announced.about(id).getFirst();
        assertThat(event.name()).isEqualTo("child-measured");
        assertThat(event.topic()).isEqualTo("measurement.measurements");
        assertThat(event.partitionKey()).isEqualTo(Registry.FAMILY.toString());
        assertThat(event.sequence()).isEqualTo(1);
        JsonNode height = event.body().at("/indices/lengthHeightForAge");
        assertThat(height.get("category").asText()).isEqualTo("STUNTED");
        assertThat(event.body().get("areaCode").asText()).isEqualTo(Registry.TUNJUNG_TEJA);
        assertThat(event.body().get("ageDays").asInt()).isEqualTo(513);
        assertThat(event.body().get("ageMonths").asInt()).isEqualTo(16);
        var row = row(id);
        assertThat(row.get("stunting")).isEqualTo("STUNTED");
        assertThat((Double) row.get("z_length_height")).isBetween(-3.0, -2.0);
        assertThat(announced.about(child.id()).getFirst().name()).isEqualTo("child-became-stunted");
    }

    @Test
    void sameRowAgainChangesNothingAndOtherContentIsRefused() {
        Child child = aChild();
        registry.says(child);
        UUID id = UUID.randomUUID();
        String first = row(id, child.id(), "2025-08-12", "\"weightKg\":8.4");

        outcomes(first).contains("CREATED");
        outcomes(first).containsExactly("UNCHANGED");
        outcomes(row(id, child.id(), "2025-08-12", "\"weightKg\":8.40,\"oedema\":false"))
                .containsExactly("UNCHANGED");
        outcomes(row(id, child.id(), "2025-08-12", "\"weightKg\":8.5")).containsExactly("CONFLICT");
        outcomes(row(id, child.id(), "2025-08-13", "\"weightKg\":8.4")).containsExactly("CONFLICT");
        assertThat(announced.about(id)).hasSize(1);
    }

    @Test
    void idTwiceInOneBatchCountsOnce() {
        Child child = aChild();
        registry.says(child);
        UUID id = UUID.randomUUID();
        String row = row(id, child.id(), "2025-08-12", "\"weightKg\":8.4");

        outcomes(row, row, row(id, child.id(), "2025-08-12", "\"weightKg\":9"))
                .containsExactly("CREATED", "UNCHANGED", "CONFLICT");
        assertThat(announced.about(id)).hasSize(1);
    }

    @Test
    void oneBadRowDoesNotSpoilTheOthers() {
        Child child = aChild();
        registry.says(child);

        send(
                        row(UUID.randomUUID(), child.id(), "2025-08-12", "\"weightKg\":-1,\"position\":\"SITTING\""),
                        row(UUID.randomUUID(), child.id(), "2025-08-12", "\"weightKg\":8.4"),
                        row(UUID.randomUUID(), child.id(), "2024-03-16", "\"weightKg\":3"),
                        row(UUID.randomUUID(), child.id(), "2025-02-30", "\"weightKg\":\"8,4\""),
                        row(UUID.randomUUID(), child.id(), "2999-01-01", "\"weightKg\":1e308"),
                        row(UUID.randomUUID(), child.id(), "2025-08-12", "\"oedema\":false"),
                        "{\"id\":\"7\",\"childId\":7}",
                        "17",
                        "{}")
                .statusCode(200)
                .body(
                        "outcome",
                        contains(
                                "INVALID", "CREATED", "INVALID", "INVALID", "INVALID", "INVALID", "INVALID", "INVALID",
                                "INVALID"))
                .body("[0].problem.errors.pointer", contains("/0/weightKg", "/0/position"))
                .body("[0].problem.errors.reason", contains("OUT_OF_RANGE", "UNKNOWN_WORD"))
                .body("[2].problem.errors.reason", contains("MEASURED_BEFORE_BIRTH"))
                .body("[3].problem.errors.reason", contains("INVALID_DATE", "WRONG_TYPE"))
                .body("[4].problem.errors.reason", contains("MEASURED_IN_FUTURE", "OUT_OF_RANGE"))
                .body("[5].problem.errors.reason", contains("NOTHING_MEASURED"))
                .body("[6].problem.errors.pointer", hasItems("/6/id", "/6/childId", "/6/measuredOn"))
                .body("[6].id", nullValue())
                .body("[7].problem.errors.pointer", contains("/7"))
                .body("[8].problem.errors.reason", contains("REQUIRED", "REQUIRED", "REQUIRED"));
    }

    @Test
    void whatIsNoListOfRowsIsRefusedAsAWhole() {
        post(PUSKESMAS, "{}").statusCode(400).body("errors.reason", contains("WRONG_TYPE"));
        post(PUSKESMAS, "[{").statusCode(400).body("code", equalTo("MALFORMED_JSON"));
        post(PUSKESMAS, "[] []").statusCode(400).body("code", equalTo("MALFORMED_JSON"));
        post(PUSKESMAS, "[{\"weightKg\":NaN}]").statusCode(400).body("code", equalTo("MALFORMED_JSON"));
        post(PUSKESMAS, "[" + String.join(",", Collections.nCopies(1001, "{}")) + "]")
                .statusCode(400)
                .body("code", equalTo("TOO_MANY_ROWS"));
        post(PUSKESMAS, "[" + " ".repeat(1 << 20) + "]").statusCode(413);
        post(PUSKESMAS, "[]").statusCode(200).body("", equalTo(List.of()));
    }

    @Test
    void unknownAndForeignChildrenWaitAlike() {
        Child foreign = aChild().in(Registry.REJANG_LEBONG);
        registry.says(foreign);
        UUID ofForeign = UUID.randomUUID();
        UUID ofUnknown = UUID.randomUUID();
        String foreignRow = row(ofForeign, foreign.id(), "2025-08-12", "\"weightKg\":8.4");
        Child later = aChild();

        outcomes(foreignRow, row(ofUnknown, later.id(), "2025-08-12", "\"weightKg\":8.4"))
                .containsExactly("PENDING_CHILD", "PENDING_CHILD");
        outcomes(foreignRow).containsExactly("PENDING_CHILD");
        outcomes(row(ofForeign, foreign.id(), "2025-08-12", "\"weightKg\":9")).containsExactly("CONFLICT");

        registry.says(later);
        assertThat(announced.about(ofUnknown)).hasSize(1);
        assertThat(announced.about(ofForeign)).isEmpty();

        registry.says(foreign.movedTo(Registry.KIBIN));
        assertThat(announced.about(ofForeign)).hasSize(1);
        outcomes(foreignRow).containsExactly("UNCHANGED");
        assertThat(waiting(ofForeign)).isZero();
    }

    @Test
    void waitingMeasurementOfAChildThatNeverComesIntoScopeStaysUnseen() {
        Child elsewhere = aChild().in(Registry.REJANG_LEBONG);
        UUID id = UUID.randomUUID();
        outcomes(row(id, elsewhere.id(), "2025-08-12", "\"weightKg\":8.4")).containsExactly("PENDING_CHILD");

        registry.says(elsewhere);

        assertThat(announced.about(id)).isEmpty();
        assertThat(waiting(id)).isEqualTo(1);
    }

    @Test
    void sameIdsAtTheSameTimeAreCreatedOnce() throws Exception {
        List<Child> children = IntStream.range(0, 20).mapToObj(_ -> aChild()).toList();
        registry.says(children.toArray(Child[]::new));
        List<String> rows = new ArrayList<>();
        for (Child child : children) {
            rows.add(row(UUID.randomUUID(), child.id(), "2025-08-12", "\"weightKg\":8.4,\"lengthHeightCm\":70"));
            rows.add(row(UUID.randomUUID(), child.id(), "2025-07-12", "\"weightKg\":8.1,\"lengthHeightCm\":80"));
        }
        List<Callable<List<String>>> calls = new ArrayList<>();
        for (int call = 0; call < 8; call++) {
            List<String> shuffled = new ArrayList<>(rows);
            Collections.shuffle(shuffled, new Random(call));
            calls.add(() -> post(PUSKESMAS, "[" + String.join(",", shuffled) + "]")
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .getList("outcome", String.class));
        }

        List<String> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<String>> call : threads.invokeAll(calls)) {
                all.addAll(call.get());
            }
        }

        assertThat(all).filteredOn("CREATED"::equals).hasSize(40);
        assertThat(all).filteredOn("UNCHANGED"::equals).hasSize(280);
        for (Child child : children) {
            assertThat(announced.about(child.id()))
                    .extracting(Announced.Event::name)
                    .containsExactly("child-became-stunted");
        }
    }

    /** Without the gate some wait for ever: each side commits before the other can see it. */
    @Test
    void childAndItsMeasurementNeverPassEachOtherUnseen() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int turn = 0; turn < 40; turn++) {
                Child child = aChild();
                UUID id = UUID.randomUUID();
                String row = row(id, child.id(), "2025-08-12", "\"weightKg\":8.4");
                Future<?> measured = threads.submit(() -> send(row).statusCode(200));
                Future<?> registered = threads.submit(() -> registry.says(child));
                measured.get();
                registered.get();

                assertThat(announced.about(id)).hasSize(1);
                assertThat(waiting(id)).isZero();
            }
        }
    }

    @Test
    void rolesThatOnlyReadCanNotRecord() {
        for (String role : List.of(Roles.PARTNER, Roles.AUDITOR, Roles.OPD)) {
            post(TestTokens.token(role, "36.04"), "[]").statusCode(403);
        }
        given().urlEncodingEnabled(false)
                .contentType(ContentType.JSON)
                .body("[]")
                .post("/v1/measurements:batch")
                .then()
                .statusCode(401);
    }

    private ListAssert<String> outcomes(String... rows) {
        return assertThat(send(rows).statusCode(200).extract().jsonPath().getList("outcome", String.class));
    }

    private ValidatableResponse send(String... rows) {
        return post(PUSKESMAS, "[" + String.join(",", rows) + "]");
    }

    private static ValidatableResponse post(String token, String body) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/measurements:batch")
                .then();
    }

    private static String row(UUID id, UUID child, String measuredOn, String measures) {
        return "{\"id\":\"%s\",\"childId\":\"%s\",\"measuredOn\":\"%s\",%s,\"source\":\"POSYANDU\"}"
                .formatted(id, child, measuredOn, measures);
    }

    private Map<String, Object> row(UUID id) {
        return database.read(
                Scope.everywhere(),
                sql -> sql.createQuery("select * from measurement where id = :id")
                        .bind("id", id)
                        .mapToMap()
                        .one());
    }

    private int waiting(UUID id) {
        return database.read(
                Scope.everywhere(),
                sql -> sql.createQuery("select count(*) from pending_measurement where id = :id")
                        .bind("id", id)
                        .mapTo(Integer.class)
                        .one());
    }
}
