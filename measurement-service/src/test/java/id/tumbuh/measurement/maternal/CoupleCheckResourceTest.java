package id.tumbuh.measurement.maternal;

import static id.tumbuh.measurement.maternal.Checks.ELSEWHERE;
import static id.tumbuh.measurement.maternal.Checks.PUSKESMAS;
import static id.tumbuh.measurement.maternal.Checks.as;
import static id.tumbuh.measurement.maternal.Checks.couple;
import static id.tumbuh.measurement.maternal.Checks.withReason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import id.tumbuh.measurement.weighing.Announced;
import id.tumbuh.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(RealServers.class)
class CoupleCheckResourceTest {

    private static final String ALL_RED = """
            "bride":{"ageYears":16,"weightKg":38,"heightCm":155,"armCircumferenceCm":20,"haemoglobinGramsPerDl":9,\
            "smokes":true,"exposedToSmoke":true},"groom":{"ageYears":19,"smokes":true}""";
    private static final String GREEN = """
            "bride":{"birthDate":"2000-08-12","weightKg":50,"heightCm":155,"armCircumferenceCm":25,\
            "haemoglobinGramsPerDl":12.5,"smokes":false,"exposedToSmoke":false},\
            "groom":{"birthDate":"1999-01-31","smokes":false},"weddingOn":"2025-12-01\"""";

    @Inject
    Checks checks;

    @Inject
    Announced announced;

    @Test
    void redIsTakenCorrectedAndReadLikeAnythingElse() {
        UUID id = UUID.randomUUID();
        UUID couple = UUID.randomUUID();

        Checks.send("couple", PUSKESMAS, couple(id, couple, ALL_RED))
                .statusCode(200)
                .body("[0].outcome", equalTo("CREATED"))
                .body("[0].finding.result", equalTo("RED"))
                .body("[0].finding.criteria.state.unique()", contains("CONCERN"))
                .body("[0].finding.advice[0]", containsString("tidak menghalangi pernikahan"));
        as(PUSKESMAS)
                .header("If-Match", "\"1\"")
                .body(withReason(couple(id, couple, ALL_RED.replace("38", "39")), "MEASURED_AGAIN"))
                .put("/v1/couple-checks/" + id)
                .then()
                .statusCode(200)
                .body("finding.result", equalTo("RED"));
        as(PUSKESMAS)
                .get("/v1/couples/" + couple + "/checks")
                .then()
                .statusCode(200)
                .body("$", hasSize(1))
                .body("[0].finding.result", equalTo("RED"));
        as(PUSKESMAS)
                .header("If-Match", "\"2\"")
                .delete("/v1/couple-checks/" + id + "?reason=RECORDED_TWICE")
                .then()
                .statusCode(200);
        assertThat(announced.about(id))
                .extracting(Announced.Event::name)
                .containsExactly("couple-checked", "couple-check-corrected", "couple-check-voided");
        assertThat(announced.about(id)).allSatisfy(event -> {
            assertThat(event.topic()).isEqualTo("measurement.couple-checks");
            assertThat(event.partitionKey()).isEqualTo(couple.toString());
        });
    }

    @Test
    void birthDatesGiveAnAgeAndAreKeptNowhere() {
        UUID id = UUID.randomUUID();

        Checks.send("couple", PUSKESMAS, couple(id, UUID.randomUUID(), GREEN))
                .body("[0].finding.result", equalTo("GREEN"))
                .body("[0].finding.daysUntilWedding", equalTo(111));

        as(PUSKESMAS)
                .get("/v1/couple-checks/" + id)
                .then()
                .body("bride.ageYears", equalTo(25))
                .body("groom.ageYears", equalTo(26));
        assertThat(announced.about(id).getFirst().body().toString()).doesNotContain("2000-", "1999-");
        assertThat(Checks.outcomes("couple", PUSKESMAS, couple(id, UUID.randomUUID(), GREEN)))
                .containsExactly("CONFLICT");
    }

    @Test
    void unknownIsNotGreen() {
        Checks.send(
                        "couple",
                        PUSKESMAS,
                        couple(
                                UUID.randomUUID(),
                                UUID.randomUUID(),
                                GREEN.replace("\"exposedToSmoke\":false", "\"exposedToSmoke\":null")))
                .body("[0].finding.result", equalTo("INCOMPLETE"))
                .body("[0].finding.criteria.reason", hasItem("Terpapar asap rokok: belum diperiksa"))
                .body("[0].finding.advice", hasItem("Lengkapi pemeriksaan yang belum dilakukan"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"bride\":{\"weightKg\":19.9}|/bride/weightKg|OUT_OF_RANGE",
                "\"bride\":{\"heightCm\":1e308}|/bride/heightCm|OUT_OF_RANGE",
                "\"bride\":{\"armCircumferenceCm\":-1}|/bride/armCircumferenceCm|OUT_OF_RANGE",
                "\"bride\":{\"haemoglobinGramsPerDl\":25.01}|/bride/haemoglobinGramsPerDl|OUT_OF_RANGE",
                "\"bride\":{\"ageYears\":9}|/bride/ageYears|OUT_OF_RANGE",
                "\"groom\":{\"ageYears\":111}|/groom/ageYears|OUT_OF_RANGE",
                "\"groom\":{\"ageYears\":\"25\"}|/groom/ageYears|WRONG_TYPE",
                "\"groom\":{\"smokes\":\"no\"}|/groom/smokes|WRONG_TYPE",
                "\"groom\":[]|/groom|WRONG_TYPE",
                "\"groom\":{\"ageYears\":25,\"birthDate\":\"2000-01-01\"}|/groom/ageYears|AGE_GIVEN_TWICE",
                "\"bride\":{\"birthDate\":\"2015-08-13\"}|/bride/birthDate|OUT_OF_RANGE",
                "\"bride\":{\"birthDate\":\"2030-01-01\"}|/bride/birthDate|OUT_OF_RANGE",
                "\"bride\":{\"ageYears\":25},\"weddingOn\":\"2030-08-13\"|/weddingOn|OUT_OF_RANGE",
                "\"bride\":{},\"groom\":{}||NOTHING_CHECKED",
                "\"bride\":null||NOTHING_CHECKED",
            })
    void fieldOutsideOfItsLimitsIsNamed(String rest, String pointer, String reason) {
        Checks.send("couple", PUSKESMAS, couple(UUID.randomUUID(), UUID.randomUUID(), rest))
                .statusCode(200)
                .body("outcome", contains("INVALID"))
                .body("[0].problem.errors.pointer", contains("/0" + (pointer == null ? "" : pointer)))
                .body("[0].problem.errors.reason", contains(reason));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"bride\":{\"birthDate\":\"2015-08-12\"}",
                "\"groom\":{\"ageYears\":10}",
                "\"groom\":{\"ageYears\":110}",
                "\"bride\":{\"ageYears\":25},\"weddingOn\":\"2030-08-12\"",
                "\"groom\":{\"smokes\":false}"
            })
    void valueOnItsLimitIsTaken(String rest) {
        assertThat(Checks.outcomes("couple", PUSKESMAS, couple(UUID.randomUUID(), UUID.randomUUID(), rest)))
                .containsExactly("CREATED");
    }

    @Test
    void coupleOfAnotherAreaLooksLikeNone() {
        UUID id = UUID.randomUUID();
        UUID couple = UUID.randomUUID();
        Checks.outcomes("couple", PUSKESMAS, couple(id, couple, GREEN));

        as(ELSEWHERE).get("/v1/couple-checks/" + id).then().statusCode(404);
        as(ELSEWHERE).get("/v1/couples/" + couple + "/checks").then().statusCode(404);
        assertThat(Checks.outcomes("couple", ELSEWHERE, couple(id, couple, GREEN)))
                .containsExactly("INVALID");
        assertThat(checks.revisions("couple_check", id)).isEmpty();
    }
}
