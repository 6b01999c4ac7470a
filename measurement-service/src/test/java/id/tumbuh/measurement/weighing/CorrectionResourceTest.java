package id.tumbuh.measurement.weighing;

import static id.tumbuh.measurement.roster.Registry.Child.aChild;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import id.tumbuh.measurement.growth.Sex;
import id.tumbuh.measurement.roster.Registry;
import id.tumbuh.measurement.roster.Registry.Child;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A girl born in March 2024: from column 11 of her card on, 200 g a month are enough. */
@QuarkusTest
@WithTestResource(RealServers.class)
class CorrectionResourceTest {

    private static final String LYING = ",\"position\":\"LYING\"";

    @Inject
    Registry registry;

    @Inject
    Announced announced;

    @Inject
    Weighings weighings;

    private final Child child = aChild();

    @BeforeEach
    void theChildIsKnown() {
        registry.says(child);
    }

    @Test
    void correctionStandsAndWhatWasBelievedStaysInTheHistory() {
        UUID id = weighings.measure(child, "2025-08-12", "\"weightKg\":8.4,\"lengthHeightCm\":72.5" + LYING);

        weighings
                .correct(id, 1, child, "2025-08-13", "\"weightKg\":8.9,\"lengthHeightCm\":76.5" + LYING)
                .statusCode(200)
                .header("ETag", "\"2\"")
                .header("Cache-Control", "no-store")
                .body("version", equalTo(2))
                .body("measuredOn", equalTo("2025-08-13"))
                .body("indices.lengthHeightForAge.category", equalTo("NORMAL"));

        assertThat(announced.about(id))
                .extracting(Announced.Event::name)
                .containsExactly("child-measured", "measurement-corrected");
        var before = weighings.row("measurement_revision", id);
        assertThat(before.get("weight_kg")).isEqualTo(8.4);
        assertThat(before.get("recorded_by")).isEqualTo("puskesmas-tester");
        var now = weighings.row("measurement", id);
        assertThat(now.get("reason")).isEqualTo("TYPING_MISTAKE");
        assertThat(now.get("staff_corrected")).isEqualTo(true);
        assertThat(weighings.child(child).get("stunting")).isEqualTo("NORMAL");
    }

    @Test
    void sameCorrectionOnceMoreChangesNothingAndAnOlderReadingIsRefused() {
        UUID id = weighings.measure(child, "2025-08-12", "\"weightKg\":8.4");
        weighings.correct(id, 1, child, "2025-08-12", "\"weightKg\":8.9").statusCode(200);

        weighings
                .correct(id, 1, child, "2025-08-12", "\"weightKg\":8.9")
                .statusCode(200)
                .header("ETag", "\"2\"");
        weighings
                .correct(id, 1, child, "2025-08-12", "\"weightKg\":9.1")
                .statusCode(412)
                .body("code", equalTo("PRECONDITION_FAILED"));

        assertThat(announced.about(id)).hasSize(2);
    }

    @Test
    void phoneThatSendsItsRowAgainAfterACorrectionHearsThatItArrived() {
        UUID id = UUID.randomUUID();
        weighings.send(id, child, "2025-08-12", "\"weightKg\":8.4").body("[0].outcome", equalTo("CREATED"));
        weighings.correct(id, 1, child, "2025-08-12", "\"weightKg\":8.9").statusCode(200);

        weighings.send(id, child, "2025-08-12", "\"weightKg\":8.4").body("[0].outcome", equalTo("UNCHANGED"));

        assertThat(weighings.row("measurement", id).get("weight_kg")).isEqualTo(8.9);
    }

    @Test
    void withdrawnMeasurementCountsNowhereAndACorrectionBringsItBack() {
        UUID id = weighings.measure(child, "2025-08-12", "\"weightKg\":8.4,\"lengthHeightCm\":72.5" + LYING);
        assertThat(weighings.child(child).get("stunting")).isEqualTo("STUNTED");

        weighings.withdraw(id, 1).statusCode(200).body("voided", equalTo(true));
        weighings.withdraw(id, 1).statusCode(200).header("ETag", "\"2\"");
        assertThat(weighings.child(child).get("stunting")).isEqualTo("NORMAL");
        assertThat(weighings.card(child)).isEmpty();
        weighings
                .correct(id, 2, child, "2025-08-12", "\"weightKg\":8.4,\"lengthHeightCm\":72.5" + LYING)
                .statusCode(200)
                .body("voided", equalTo(false));

        assertThat(weighings.child(child).get("stunting")).isEqualTo("STUNTED");
        assertThat(announced.about(id))
                .extracting(Announced.Event::name)
                .containsExactly("child-measured", "measurement-voided", "measurement-corrected");
        assertThat(announced.about(child.id()))
                .extracting(Announced.Event::name)
                .containsExactly("child-became-stunted", "child-ceased-stunted", "child-became-stunted");
    }

    @Test
    void marksOfTheMonthsAfterFollowACorrection() {
        weighings.measure(child, "2025-05-10", "\"weightKg\":8.0");
        UUID june = weighings.measure(child, "2025-06-10", "\"weightKg\":8.3");
        UUID july = weighings.measure(child, "2025-07-10", "\"weightKg\":8.4");
        UUID august = weighings.measure(child, "2025-08-10", "\"weightKg\":8.5");
        assertThat(weighings.card(child)).containsExactly("2025-05 B", "2025-06 N", "2025-07 T", "2025-08 TT");
        assertThat(weighings.child(child).get("faltering")).isEqualTo("TWICE_NOT_GAINED");

        weighings.correct(june, 1, child, "2025-06-10", "\"weightKg\":8.1").statusCode(200);

        assertThat(weighings.card(child)).containsExactly("2025-05 B", "2025-06 T", "2025-07 N", "2025-08 T");
        assertThat(announced.about(july))
                .extracting(Announced.Event::name)
                .containsExactly("child-measured", "measurement-reassessed");
        assertThat(announced
                        .about(july)
                        .getLast()
                        .body()
                        .at("/growthCard/gainGrams")
                        .asInt())
                .isEqualTo(300);
        assertThat(announced
                        .about(august)
                        .getLast()
                        .body()
                        .at("/growthCard/twiceNotGained")
                        .asBoolean())
                .isFalse();
        assertThat(announced.about(child.id()))
                .extracting(Announced.Event::name)
                .containsExactly("growth-faltered", "growth-recovered");
        assertThat(weighings.row("measurement", july).get("reason")).isEqualTo("CARD_CHANGED");
    }

    @Test
    void lateWeighingOfAMonthTakesThePlaceOnTheCard() {
        weighings.measure(child, "2025-07-10", "\"weightKg\":8.0");
        UUID first = weighings.measure(child, "2025-08-10", "\"weightKg\":8.0");
        UUID second = weighings.measure(child, "2025-08-20", "\"weightKg\":8.2");

        assertThat(weighings.card(child)).containsExactly("2025-07 B", "2025-08 N");
        assertThat(weighings.row("measurement", first).get("growth_mark")).isNull();
        assertThat(announced.about(first).getLast().body().has("growthCard")).isFalse();
        assertThat(announced
                        .about(second)
                        .getLast()
                        .body()
                        .at("/growthCard/mark")
                        .asText())
                .isEqualTo("N");
    }

    @Test
    void historyComingInOneBatchBackwardsGivesTheSameCard() {
        String rows = Stream.of(row("08-10", 8.5), row("06-10", 8.1), row("07-10", 8.4), row("05-10", 8.0))
                .collect(Collectors.joining(",", "[", "]"));
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Weighings.PUSKESMAS)
                .contentType(ContentType.JSON)
                .body(rows)
                .post("/v1/measurements:batch")
                .then()
                .statusCode(200);

        assertThat(weighings.card(child)).containsExactly("2025-05 B", "2025-06 T", "2025-07 N", "2025-08 T");
    }

    private String row(String day, double kg) {
        return "{\"id\":\"%s\",\"childId\":\"%s\",\"measuredOn\":\"2025-%s\",\"weightKg\":%s}"
                .formatted(UUID.randomUUID(), child.id(), day, kg);
    }

    @Test
    void measurementOfTheWrongChildIsGivenToTheRightOne() {
        Child twin = aChild();
        registry.says(twin);
        UUID id = weighings.measure(child, "2025-08-12", "\"weightKg\":8.4,\"lengthHeightCm\":72.5" + LYING);

        weighings
                .correct(id, 1, twin, "2025-08-12", "\"weightKg\":8.4,\"lengthHeightCm\":72.5" + LYING)
                .statusCode(200)
                .body("childId", equalTo(twin.id().toString()))
                .body("version", equalTo(3));

        var events = announced.about(id);
        assertThat(events)
                .extracting(Announced.Event::name)
                .containsExactly("child-measured", "measurement-voided", "measurement-corrected");
        assertThat(events).extracting(Announced.Event::sequence).containsExactly(1L, 2L, 3L);
        assertThat(events.get(1).body().get("childId").asText())
                .isEqualTo(child.id().toString());
        assertThat(events.get(2).body().get("childId").asText())
                .isEqualTo(twin.id().toString());
        assertThat(weighings.child(child).get("stunting")).isEqualTo("NORMAL");
        assertThat(weighings.child(twin).get("stunting")).isEqualTo("STUNTED");
    }

    @Test
    void whatStaffGaveToTheRightChildStaysThereWhenTheWrongOneIsMerged() {
        Child twin = aChild();
        Child third = aChild();
        registry.says(twin, third);
        UUID id = weighings.measure(child, "2025-08-12", "\"weightKg\":8.4");
        weighings.correct(id, 1, twin, "2025-08-12", "\"weightKg\":8.4").statusCode(200);

        registry.says(child.found(third));

        assertThat(weighings.row("measurement", id).get("child_id")).isEqualTo(twin.id());
        assertThat(weighings.card(third)).isEmpty();
    }

    @Test
    void historyOfWhatChangedHandsMovesAndIsErasedWithTheChildItIsOf() {
        Child twin = aChild();
        registry.says(twin);
        UUID id = weighings.measure(child, "2025-08-12", "\"weightKg\":8.4");
        weighings.correct(id, 1, twin, "2025-08-12", "\"weightKg\":8.4").statusCode(200);

        registry.says(twin.movedTo(Registry.REJANG_LEBONG));
        assertThat(weighings.row("measurement_revision", id).get("area_code")).isEqualTo(Registry.REJANG_LEBONG);

        registry.erases(twin.id());
        assertThat(weighings.count("measurement", id)).isZero();
        assertThat(weighings.count("measurement_revision", id)).isZero();
    }

    @Test
    void twoChildrenFoundToBeOneShareTheirMeasurementsUntilTheyAreNot() {
        Child other = aChild();
        registry.says(other);
        weighings.measure(child, "2025-07-10", "\"weightKg\":8.0");
        UUID id = weighings.measure(other, "2025-08-10", "\"weightKg\":8.1,\"lengthHeightCm\":72.5" + LYING);

        registry.says(other.found(child));

        assertThat(weighings.card(child)).containsExactly("2025-07 B", "2025-08 T");
        assertThat(weighings.card(other)).isEmpty();
        assertThat(weighings.child(child).get("stunting")).isEqualTo("STUNTED");
        assertThat(weighings.child(other).get("stunting")).isEqualTo("NORMAL");
        UUID late = weighings.measure(other, "2025-09-10", "\"weightKg\":8.2");
        assertThat(weighings.card(child)).containsExactly("2025-07 B", "2025-08 T", "2025-09 TT");

        registry.says(other.found(child).found(null));

        assertThat(weighings.card(child)).containsExactly("2025-07 B");
        assertThat(weighings.card(other)).containsExactly("2025-08 B", "2025-09 T");
        assertThat(weighings.child(child).get("stunting")).isEqualTo("NORMAL");
        assertThat(weighings.child(other).get("stunting")).isEqualTo("STUNTED");
        assertThat(announced.about(id).getLast().body().get("childId").asText())
                .isEqualTo(other.id().toString());
        assertThat(announced.about(late).getLast().sequence()).isEqualTo(3);
    }

    @Test
    void whoAnswersForTheMergedRecordWeighsTheChildWhereverItLives() {
        Child survivor = aChild().in(Registry.REJANG_LEBONG);
        registry.says(survivor);
        registry.says(child.found(survivor));
        UUID id = UUID.randomUUID();

        weighings.send(id, child, "2025-07-10", "\"weightKg\":8.0").body("[0].outcome", equalTo("CREATED"));
        weighings.send(id, child, "2025-07-10", "\"weightKg\":8.0").body("[0].outcome", equalTo("CREATED"));

        assertThat(weighings.card(survivor)).containsExactly("2025-07 B");
        assertThat(weighings.count("pending_measurement", id)).isZero();
        registry.says(child.found(survivor).found(null));
        assertThat(weighings.card(child)).containsExactly("2025-07 B");
        assertThat(weighings.card(survivor)).isEmpty();
    }

    @Test
    void aMergedRecordOfAnotherAreaIsNobodysToWeigh() {
        Child survivor = aChild().in(Registry.REJANG_LEBONG);
        Child foreign = aChild().in(Registry.REJANG_LEBONG);
        registry.says(survivor);
        registry.says(foreign.found(survivor));
        UUID id = UUID.randomUUID();

        weighings.send(id, foreign, "2025-07-10", "\"weightKg\":8.0").body("[0].outcome", equalTo("PENDING_CHILD"));

        assertThat(weighings.card(survivor)).isEmpty();
    }

    @Test
    void mergeIntoAChildThatIsNotHereYetWaitsForIt() {
        Child late = aChild();
        weighings.measure(child, "2025-07-10", "\"weightKg\":8.0");
        registry.says(child.found(late));
        assertThat(weighings.card(child)).containsExactly("2025-07 B");

        registry.says(late);

        assertThat(weighings.card(late)).containsExactly("2025-07 B");
        assertThat(weighings.card(child)).isEmpty();
    }

    @Test
    void measurementOfAChildElsewhereIsTakenInWhenThatChildIsFoundToBeOneHere() {
        Child elsewhere = aChild().in("17.02.01.2001");
        registry.says(elsewhere);
        UUID id = UUID.randomUUID();
        weighings.send(id, elsewhere, "2025-08-10", "\"weightKg\":8.1").body("[0].outcome", equalTo("PENDING_CHILD"));

        registry.says(elsewhere.found(child));

        assertThat(weighings.card(child)).containsExactly("2025-08 B");
        assertThat(announced.about(id)).hasSize(1);
    }

    @Test
    void correctedBirthMonthMovesTheColumnsOfTheCard() {
        weighings.measure(child, "2025-07-10", "\"weightKg\":8.0");
        weighings.measure(child, "2025-08-10", "\"weightKg\":8.25");
        assertThat(weighings.card(child)).containsExactly("2025-07 B", "2025-08 N");

        registry.says(child.correctedTo(Sex.P, LocalDate.of(2025, 2, 17)));

        assertThat(weighings.card(child)).containsExactly("2025-07 B", "2025-08 T");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"weightKg\":-1 | /weightKg | OUT_OF_RANGE",
                "\"weightKg\":1e308 | /weightKg | OUT_OF_RANGE",
                "\"weightKg\":0 | /weightKg | OUT_OF_RANGE",
                "\"weightKg\":1000.1 | /weightKg | OUT_OF_RANGE",
                "\"weightKg\":\"8,4\" | /weightKg | WRONG_TYPE",
                "\"weightKg\":8.4,\"position\":\"SITTING\" | /position | UNKNOWN_WORD",
                "\"weightKg\":8.4,\"posyanduId\":\"x\" | /posyanduId | NOT_AN_ID",
                "\"weightKg\":8.4,\"reason\":\"TYPO BY BUDI\" | /reason | NO_REASON_OF_STAFF",
                "\"weightKg\":8.4,\"reason\":\"RULE_CHANGED\" | /reason | NO_REASON_OF_STAFF",
                "\"oedema\":false | '' | NOTHING_MEASURED"
            })
    void wrongFieldIsNamedAndNeverEchoed(String measures, String pointer, String reason) {
        UUID id = weighings.measure(child, "2025-08-12", "\"weightKg\":8.4");

        weighings
                .correct(id, 1, child, "2025-08-12", measures)
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].reason", equalTo(reason))
                .body(not(containsString("BUDI")));
        assertThat(announced.about(id)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"2024-03-16, 400, MEASURED_BEFORE_BIRTH", "2999-01-01, 400, MEASURED_IN_FUTURE"})
    void dayBeforeTheBirthOrToComeIsRefused(String day, int status, String reason) {
        UUID id = weighings.measure(child, "2025-08-12", "\"weightKg\":8.4");

        weighings
                .correct(id, 1, child, day, "\"weightKg\":8.4")
                .statusCode(status)
                .body("errors[0].pointer", equalTo("/measuredOn"))
                .body("errors[0].reason", equalTo(reason));
    }

    @Test
    void correctionWithoutTheReadVersionOrByStrangersIsRefused() {
        UUID id = weighings.measure(child, "2025-08-12", "\"weightKg\":8.4");
        String body = "{\"childId\":\"%s\",\"measuredOn\":\"2025-08-12\",\"weightKg\":9,\"reason\":\"OTHER\"}"
                .formatted(child.id());

        given().auth()
                .oauth2(Weighings.PUSKESMAS)
                .contentType(ContentType.JSON)
                .body(body)
                .put("/v1/measurements/" + id)
                .then()
                .statusCode(428);
        String elsewhere = TestTokens.token(Roles.PUSKESMAS, "17.02");
        weighings
                .correct(elsewhere, id, 1, child, "2025-08-12", "\"weightKg\":9")
                .statusCode(404);
        weighings
                .correct(UUID.randomUUID(), 1, child, "2025-08-12", "\"weightKg\":9")
                .statusCode(404);
        weighings
                .correct(TestTokens.token(Roles.PARTNER, "36.04"), id, 1, child, "2025-08-12", "\"weightKg\":9")
                .statusCode(403);
        weighings
                .correct(id, 1, aChild(), "2025-08-12", "\"weightKg\":9")
                .statusCode(422)
                .body("code", equalTo("CHILD_UNKNOWN"));
        weighings
                .correct(id, 1, child, "2025-08-12", "\"weightKg\":9,\"x\":\"" + "y".repeat(20_000) + "\"")
                .statusCode(413);
        assertThat(announced.about(id)).hasSize(1);
    }

    @Test
    void sentRowThatCanHardlyBeIsTakenAndSaidSo() {
        weighings
                .send(UUID.randomUUID(), child, "2025-08-12", "\"weightKg\":72.5,\"lengthHeightCm\":8.4")
                .body("[0].outcome", equalTo("CREATED"))
                .body("[0].warnings[0].reason", equalTo("WEIGHT_AND_HEIGHT_SWAPPED"))
                .body("[0].warnings[0].pointer", equalTo("/0/weightKg"));
        weighings
                .send(UUID.randomUUID(), child, "2025-08-13", "\"weightKg\":8.4,\"lengthHeightCm\":189")
                .body("[0].outcome", equalTo("CREATED"))
                .body("[0].warnings[0].reason", equalTo("IMPLAUSIBLE"))
                .body("[0].warnings[0].pointer", equalTo("/0/lengthHeightCm"));
        weighings
                .send(UUID.randomUUID(), child, "2025-08-14", "\"weightKg\":8.4,\"lengthHeightCm\":72.5")
                .body("[0].warnings", nullValue());
    }
}
