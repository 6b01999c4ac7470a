package id.tumbuh.measurement.weighing;

import static id.tumbuh.measurement.roster.Registry.Child.aChild;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.tumbuh.measurement.growth.Sex;
import id.tumbuh.measurement.roster.Registry;
import id.tumbuh.measurement.roster.Registry.Child;
import id.tumbuh.platform.access.AreaCode;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What happens to a child's measurements and status while the registry and the imports speak. */
@QuarkusTest
@WithTestResource(RealServers.class)
class GrowthOfAChildTest {

    /** z of a girl born on 17 March 2024, measured lying on 12 August 2025: about -2.5, -3.5 and -1. */
    private static final String STUNTED = "72.5";

    private static final String SEVERELY_STUNTED = "69.5";
    private static final String NORMAL = "76.5";
    private static final String SERANG = TestTokens.token(Roles.TPPS, "36.04");

    @Inject
    Registry registry;

    @Inject
    Announced announced;

    @Inject
    Database database;

    @Test
    void correctedBirthDateOrSexAssessesEverythingAgain() {
        Child child = aChild();
        registry.says(child);
        UUID first = measure(child, "2025-07-12", "71");
        UUID second = measure(child, "2025-08-12", STUNTED);

        registry.says(child.correctedTo(Sex.P, LocalDate.of(2024, 8, 17)));

        for (UUID id : List.of(first, second)) {
            var events = announced.about(id);
            assertThat(events)
                    .extracting(Announced.Event::name)
                    .containsExactly("child-measured", "measurement-reassessed");
            assertThat(events.getLast().sequence()).isEqualTo(2);
            assertThat(events.getLast().body().get("version").asInt()).isEqualTo(2);
            assertThat(count("measurement_revision", id)).isEqualTo(1);
        }
        assertThat(announced.about(second).getLast().body().get("ageDays").asInt())
                .isEqualTo(360);
        assertThat(statusEvents(child)).containsExactly("child-became-stunted 1", "child-ceased-stunted 2");
    }

    @Test
    void birthDateCorrectedToAfterTheMeasurementLeavesNothingToSay() {
        Child child = aChild();
        registry.says(child);
        UUID id = measure(child, "2025-08-12", STUNTED);

        registry.says(child.correctedTo(Sex.P, LocalDate.of(2025, 9, 1)));

        assertThat(announced.about(id).getLast().body().get("indices").size()).isZero();
        assertThat(statusEvents(child)).containsExactly("child-became-stunted 1", "child-ceased-stunted 2");
    }

    @Test
    void oldAndRepeatedWordOfTheRegistryChangesNothing() {
        Child child = aChild().ofVersion(5);
        registry.says(child);
        UUID id = measure(child, "2025-08-12", STUNTED);

        registry.says(child);
        registry.says(child.correctedTo(Sex.L, LocalDate.of(2020, 1, 1)).ofVersion(4));

        assertThat(announced.about(id)).hasSize(1);
    }

    @Test
    void pastMeasurementsCountWhereTheChildThenLivedAndAccessFollowsTheChild() {
        Child child = aChild();
        registry.says(child);
        UUID before = measure(child, "2025-05-12", "71");

        registry.says(Instant.parse("2025-06-15T02:00:00Z"), child.movedTo(Registry.REJANG_LEBONG));

        String rejangLebong = TestTokens.token(Roles.TPPS, "17.02");
        UUID late = measure(rejangLebong, child, "2025-06-10", "71.5");
        UUID after = measure(rejangLebong, child, "2025-08-12", STUNTED);
        assertThat(area(before)).isEqualTo(Registry.TUNJUNG_TEJA);
        assertThat(area(late)).isEqualTo(Registry.TUNJUNG_TEJA);
        assertThat(area(after)).isEqualTo(Registry.REJANG_LEBONG);
        assertThat(announced.about(before)).hasSize(1);
        history(rejangLebong, child).statusCode(200).body("", hasSize(3));
        history(SERANG, child).statusCode(404);
    }

    @Test
    void statusIsAnnouncedOnlyWhenItChanges() {
        Child child = aChild();
        registry.says(child);
        measure(child, "2025-08-12", STUNTED);
        measure(child, "2025-08-13", STUNTED);
        measure(child, "2025-08-11", NORMAL);
        measure(child, "2025-08-20", SEVERELY_STUNTED);
        measure(child, "2025-08-21", "150");
        measure(child, "2025-08-22", NORMAL);

        assertThat(statusEvents(child))
                .containsExactly(
                        "child-became-stunted 1", "child-stunting-severity-changed 2", "child-ceased-stunted 3");
    }

    @Test
    void orderOfArrivalNeverMattersInTheDatabaseEither() {
        Random random = new Random(5408);
        for (int history = 0; history < 6; history++) {
            List<String> heights = new ArrayList<>();
            for (int day = 0; day < 6; day++) {
                heights.add(List.of(STUNTED, SEVERELY_STUNTED, NORMAL).get(random.nextInt(3)));
            }
            String expected = heights.getLast().equals(STUNTED)
                    ? "STUNTED"
                    : heights.getLast().equals(NORMAL) ? "NORMAL" : "SEVERELY_STUNTED";
            for (int permutation = 0; permutation < 5; permutation++) {
                Child child = aChild();
                registry.says(child);
                List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5));
                Collections.shuffle(order, random);
                order.forEach(day -> measure(child, "2025-08-1" + day, heights.get(day)));
                assertThat(stunting(child)).as(heights + " as " + order).isEqualTo(expected);
                assertThat(announced.about(child.id()))
                        .extracting(Announced.Event::sequence)
                        .isEqualTo(LongStream.rangeClosed(
                                        1, announced.about(child.id()).size())
                                .boxed()
                                .toList());
            }
        }
    }

    @Test
    void importedRecordIsMeasuredOnceAndItsOwnScoresStandBeside() {
        Child child = aChild();
        registry.says(child);
        UUID id = UUID.randomUUID();
        String record = ",\"weightKg\":8.4,\"lengthHeightCm\":72.5,\"importedZ\":{\"lengthHeightForAge\":-1.99}";

        registry.imports(id, 1, child.id(), "2025-08-12", record);
        registry.imports(id, 1, child.id(), "2025-08-12", record);

        assertThat(announced.about(id)).extracting(Announced.Event::name).containsExactly("child-measured");
        assertThat(announced.about(id).getFirst().body().get("positionAssumed").asBoolean())
                .isTrue();
        assertThat(value("imported_z_length_height", id)).isEqualTo(-1.99);
        assertThat(value("z_length_height", id))
                .asInstanceOf(InstanceOfAssertFactories.DOUBLE)
                .isLessThan(-2.0);
    }

    @Test
    void newerImportCorrectsAndAnOlderOneDoesNot() {
        Child child = aChild();
        registry.says(child);
        UUID id = UUID.randomUUID();

        registry.imports(id, 1, child.id(), "2025-08-12", ",\"lengthHeightCm\":" + STUNTED);
        registry.imports(id, 3, child.id(), "2025-08-12", ",\"lengthHeightCm\":" + NORMAL);
        registry.imports(id, 2, child.id(), "2025-08-12", ",\"lengthHeightCm\":" + SEVERELY_STUNTED);

        assertThat(announced.about(id))
                .extracting(Announced.Event::name)
                .containsExactly("child-measured", "measurement-corrected");
        assertThat(count("measurement_revision", id)).isEqualTo(1);
        assertThat(statusEvents(child)).containsExactly("child-became-stunted 1", "child-ceased-stunted 2");
    }

    @Test
    void importNeverOverwritesWhatStaffCorrected() {
        Child child = aChild();
        registry.says(child);
        UUID id = UUID.randomUUID();
        registry.imports(id, 1, child.id(), "2025-08-12", ",\"lengthHeightCm\":" + STUNTED);
        database.write(
                Scope.everywhere(),
                tx -> tx.sql().execute("update measurement set staff_corrected = true where id = ?", id));

        registry.imports(id, 2, child.id(), "2025-08-12", ",\"lengthHeightCm\":" + NORMAL);

        assertThat(announced.about(id)).hasSize(1);
    }

    @Test
    void importBeforeItsChildWaitsAndTheNewestVersionIsTaken() {
        Child child = aChild();
        UUID id = UUID.randomUUID();
        registry.imports(id, 1, child.id(), "2025-08-12", ",\"lengthHeightCm\":" + STUNTED);
        registry.imports(id, 2, child.id(), "2025-08-12", ",\"lengthHeightCm\":" + NORMAL);
        assertThat(announced.about(id)).isEmpty();

        registry.says(child);

        assertThat(announced.about(id)).hasSize(1);
        assertThat(value("length_height_cm", id)).isEqualTo(76.5);
    }

    @Test
    void importDatedBeforeTheBirthWaitsForTheBirthDateToBeCorrected() {
        Child child = aChild();
        registry.says(child);
        UUID id = UUID.randomUUID();
        registry.imports(id, 1, child.id(), "2024-02-12", ",\"lengthHeightCm\":50");
        assertThat(announced.about(id)).isEmpty();

        registry.says(child.correctedTo(Sex.P, LocalDate.of(2024, 2, 1)));

        assertThat(announced.about(id)).hasSize(1);
    }

    @Test
    void erasedChildLeavesNothingButTombstones() {
        Child child = aChild();
        registry.says(child);
        UUID id = measure(child, "2025-08-12", STUNTED);

        registry.erases(child.id());

        assertThat(announced.about(id).getLast().body().isNull()).isTrue();
        assertThat(announced.about(child.id()).getLast().body().isNull()).isTrue();
        assertThat(count("measurement", id)).isZero();
        history(SERANG, child).statusCode(404);
    }

    @Test
    void historyIsPagedNewestFirstAndEveryReadingIsAudited() {
        Child child = aChild();
        registry.says(child);
        for (int month = 1; month <= 5; month++) {
            measure(child, "2025-0" + month + "-12", "70");
        }

        ValidatableResponse first = given().auth()
                .oauth2(SERANG)
                .get("/v1/children/" + child.id() + "/measurements?limit=2")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .header("Link", containsString("rel=\"next\""))
                .body("measuredOn", contains("2025-05-12", "2025-04-12"))
                .body("[0].indices.weightForAge.z", nullValue());
        String link = first.extract().header("Link");
        String next = link.substring(link.indexOf('<') + 1, link.indexOf('>'));
        given().auth()
                .oauth2(SERANG)
                .urlEncodingEnabled(false)
                .get(next)
                .then()
                .statusCode(200)
                .body("measuredOn", contains("2025-03-12", "2025-02-12"));
        given().auth()
                .oauth2(SERANG)
                .get("/v1/children/" + child.id() + "/measurements?after=nonsense")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_CURSOR"));

        Integer readings = database.read(
                Scope.everywhere(),
                sql -> sql.createQuery(
                                "select count(*) from audit_entry where action = 'READ' and object_id = :id and subject = 'tpps-tester'")
                        .bind("id", child.id().toString())
                        .mapTo(Integer.class)
                        .one());
        assertThat(readings).isEqualTo(2);
    }

    @Test
    void singleMeasurementHasItsRevisionAsTagAndIsHiddenFromOthers() {
        Child child = aChild();
        registry.says(child);
        UUID id = measure(child, "2025-08-12", STUNTED);

        given().auth()
                .oauth2(SERANG)
                .get("/v1/measurements/" + id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("indices.lengthHeightForAge.category", equalTo("STUNTED"));
        for (String unknown : List.of(id.toString(), UUID.randomUUID().toString(), "7")) {
            given().auth()
                    .oauth2(TestTokens.token(Roles.TPPS, "17.02"))
                    .get("/v1/measurements/" + unknown)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("NOT_FOUND"));
        }
        given().auth()
                .oauth2(TestTokens.token(Roles.PARTNER, "36.04"))
                .get("/v1/measurements/" + id)
                .then()
                .statusCode(403);
    }

    @Test
    void rowsOfASiblingKabupatenStayUnseenOnAReusedConnection() {
        Child serang = aChild();
        Child lebak = aChild().in("36.02.06.2008");
        registry.says(serang, lebak);
        measure(serang, "2025-08-12", STUNTED);
        measure(TestTokens.token(Roles.TPPS, "36.02"), lebak, "2025-08-12", STUNTED);
        for (int turn = 0; turn < 30; turn++) {
            Scope scope = Scope.of(List.of(new AreaCode(turn % 2 == 0 ? "36.04" : "36.02")));
            UUID own = turn % 2 == 0 ? serang.id() : lebak.id();
            UUID other = turn % 2 == 0 ? lebak.id() : serang.id();
            assertThat(visible(scope, own)).isEqualTo(1);
            assertThat(visible(scope, other)).isZero();
        }
        assertThat(visible(Scope.of(List.of()), serang.id())).isZero();
    }

    private int visible(Scope scope, UUID child) {
        return database.read(
                scope,
                sql -> sql.createQuery("""
                                select count(*) from measurement m join child c on c.id = m.child_id where c.id = :id""")
                        .bind("id", child)
                        .mapTo(Integer.class)
                        .one());
    }

    private UUID measure(Child child, String day, String cm) {
        return measure(SERANG, child, day, cm);
    }

    private static UUID measure(String token, Child child, String day, String cm) {
        UUID id = UUID.randomUUID();
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body("[{\"id\":\"%s\",\"childId\":\"%s\",\"measuredOn\":\"%s\",\"lengthHeightCm\":%s}]"
                        .formatted(id, child.id(), day, cm))
                .post("/v1/measurements:batch")
                .then()
                .statusCode(200)
                .body("[0].outcome", equalTo("CREATED"));
        return id;
    }

    private static ValidatableResponse history(String token, Child child) {
        return given().auth()
                .oauth2(token)
                .get("/v1/children/" + child.id() + "/measurements")
                .then();
    }

    private List<String> statusEvents(Child child) {
        return announced.about(child.id()).stream()
                .map(event -> event.name() + " " + event.sequence())
                .toList();
    }

    private String area(UUID id) {
        return announced.about(id).getLast().body().get("areaCode").asText();
    }

    private @Nullable Object value(String column, UUID id) {
        Map<String, Object> row = database.read(
                Scope.everywhere(),
                sql -> sql.createQuery("select * from measurement where id = :id")
                        .bind("id", id)
                        .mapToMap()
                        .one());
        return row.get(column);
    }

    private String stunting(Child child) {
        return database.read(
                Scope.everywhere(),
                sql -> sql.createQuery("select stunting from child where id = :id")
                        .bind("id", child.id())
                        .mapTo(String.class)
                        .one());
    }

    private int count(String table, UUID id) {
        return database.read(
                Scope.everywhere(),
                sql -> sql.createQuery("select count(*) from " + table + " where id = :id")
                        .bind("id", id)
                        .mapTo(Integer.class)
                        .one());
    }
}
