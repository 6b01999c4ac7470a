package id.tumbuh.registry.lifeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import id.tumbuh.registry.RegistryTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One life: a couple plans to marry, marries, expects a child and has it. */
@QuarkusTest
class LifeLineTest extends RegistryTest {
    private final LocalDate today = today();
    private final LocalDate lastPeriod = today.minusDays(300);
    private final LocalDate birth = today.minusDays(22);

    @Test
    void theThreadRunsFromTheCoupleToTheChild() {
        UUID hers = aFamily();
        UUID his = aFamily();
        UUID bride = aMember(hers, "CHILD", "P", "2001-05-06");
        UUID groom = aMember(his, "CHILD", "L", "1999-05-06");
        UUID couple = aCouple(bride, groom, today.minusDays(500));
        UUID own = UUID.randomUUID();

        change("couples", couple, "marry", """
                {"weddingOn":"%s","family":{"id":"%s","area":"%s"}}""".formatted(today.minusDays(400), own, DESA))
                .statusCode(204);
        assertThat(tables.announced(couple)).containsExactly("couple-registered", "couple-changed", "couple-married");
        as("kader", DESA)
                .get("/v1/families/" + own + "/members")
                .then()
                .body("relation", contains("HEAD", "WIFE"))
                .body("maritalStatus", contains("MARRIED", "MARRIED"))
                .body("joinedBy", contains("MARRIED", "MARRIED"));
        assertThat(targetsOf(own)).isEqualTo("{PUS}");

        UUID pregnancy = aPregnancy(bride);
        assertThat(targetsOf(own)).isEqualTo("{PUS,PUS_HAMIL}");
        as("kader", DESA)
                .get("/v1/members/" + bride + "/life-line")
                .then()
                .body("stages.stage", contains("CATIN", "PREGNANCY"))
                .body("stages[0].outcome", equalTo("MARRIED"))
                .body("stages[1].expectedOn", equalTo(lastPeriod.plusDays(280).toString()))
                .body("stages[1].until", nullValue());

        UUID child = UUID.randomUUID();
        change("pregnancies", pregnancy, "end", birthOf(child)).statusCode(204);
        change("pregnancies", pregnancy, "end", birthOf(child)).statusCode(204);

        assertThat(targetsOf(own)).isEqualTo("{PUS,BADUTA}");
        assertThat(tables.announced(child)).containsExactly("child-registered");
        assertThat(tables.lastBody(pregnancy)).contains("\"childIds\":[\"" + child + "\"]", "LIVE_BIRTH");
        as("kader", DESA)
                .get("/v1/children/" + child + "/life-line")
                .then()
                .body("stages.stage", contains("CATIN", "PREGNANCY", "CHILD"))
                .body("stages.id", contains(couple.toString(), pregnancy.toString(), child.toString()))
                .body("stages[2].from", equalTo(birth.toString()))
                .body("stages[2].firstDays.begin", equalTo(birth.minusDays(270).toString()))
                .body("stages[2].firstDays.end", equalTo(birth.plusDays(730).toString()))
                .body("stages[2].firstDays.day", equalTo(270 + 22 + 1));
        assertThat(tables.count(
                        "select count(*) from audit_entry where object_id = ? and action = 'READ'", child.toString()))
                .isOne();
    }

    @Test
    void aBirthIsToldWithAllOfItsChildrenOrNotAtAll() {
        UUID family = aFamily();
        UUID mother = aMember(family, "WIFE", "P", "1995-05-06");
        UUID pregnancy = aPregnancy(mother);
        UUID stranger = aChildOf(aFamily());
        UUID child = UUID.randomUUID();

        change(
                        "pregnancies",
                        pregnancy,
                        "end",
                        birthOf(child).replace("]}", "],\"registeredChildren\":[\"" + stranger + "\"]}"))
                .statusCode(422)
                .body("code", equalTo("NOT_BORN_OF_IT"));
        change("pregnancies", pregnancy, "end", "{\"endedOn\":\"%s\",\"outcome\":\"LIVE_BIRTH\"}".formatted(birth))
                .statusCode(422)
                .body("code", equalTo("OUTCOME_AND_CHILDREN_DISAGREE"));
        change("pregnancies", pregnancy, "end", birthOf(child).replace("LIVE_BIRTH", "MISCARRIAGE"))
                .statusCode(422)
                .body("code", equalTo("OUTCOME_AND_CHILDREN_DISAGREE"));
        change(
                        "pregnancies",
                        pregnancy,
                        "end",
                        birthOf(child)
                                .replace(
                                        birth.toString(),
                                        lastPeriod.plusDays(139).toString()))
                .statusCode(422)
                .body("code", equalTo("DATES_DISAGREE"));
        assertThat(tables.rows("select 1 from child where id = ?", child)).isEmpty();

        change("pregnancies", pregnancy, "end", birthOf(child)).statusCode(204);
        change("pregnancies", pregnancy, "end", "{\"endedOn\":\"%s\",\"outcome\":\"STILLBIRTH\"}".formatted(birth))
                .statusCode(409)
                .body("code", equalTo("PREGNANCY_ENDED"));
    }

    @Test
    void aMotherExpectsOneAtATime() {
        UUID mother = aMember(aFamily(), "WIFE", "P", "1995-05-06");
        UUID father = aMember(aFamily(), "HEAD", "L", "1995-05-06");
        UUID pregnancy = aPregnancy(mother);
        String row = pregnancy(pregnancy, mother);

        post(
                        "/v1/pregnancies:batch",
                        "[%s,%s,%s,%s]"
                                .formatted(
                                        row,
                                        pregnancy(UUID.randomUUID(), mother),
                                        pregnancy(UUID.randomUUID(), father),
                                        pregnancy(UUID.randomUUID(), UUID.randomUUID())))
                .body("outcome", contains("UNCHANGED", "INVALID", "INVALID", "INVALID"))
                .body("[1].problem.code", equalTo("PREGNANT_ALREADY"))
                .body("[2].problem.code", equalTo("NO_MOTHER"))
                .body("[3].problem.code", equalTo("MEMBER_UNKNOWN"));
        assertThat(tables.announced(pregnancy)).containsExactly("pregnancy-confirmed");
    }

    @Test
    void aPlanToMarryMayComeToNothing() {
        UUID bride = aMember(aFamily(), "CHILD", "P", "2001-05-06");
        UUID couple = aCouple(bride, null, today.minusDays(100));
        post("/v1/couples:batch", "[" + couple(UUID.randomUUID(), bride, null, today) + "]")
                .body("[0].problem.code", equalTo("WEDDING_PLANNED_ALREADY"));

        change("couples", couple, "call-off", "{}").statusCode(204);
        change("couples", couple, "call-off", "{}").statusCode(204);

        change("couples", couple, "marry", "{\"weddingOn\":\"%s\",\"familyId\":\"%s\"}".formatted(today, aFamily()))
                .statusCode(409)
                .body("code", equalTo("COUPLE_SETTLED"));
        assertThat(tables.announced(couple)).containsExactly("couple-registered", "couple-called-off");
        aCouple(bride, null, today);
    }

    @Test
    void theNewlyWedMayJoinAFamilyThatIsThere() {
        UUID hers = aFamily();
        UUID his = aFamily();
        UUID bride = aMember(hers, "CHILD", "P", "2001-05-06");
        UUID groom = aMember(his, "CHILD", "L", "1999-05-06");
        UUID couple = aCouple(bride, groom, today.minusDays(100));

        change("couples", couple, "marry", "{\"weddingOn\":\"%s\",\"familyId\":\"%s\"}".formatted(today, his))
                .statusCode(204);

        as("kader", DESA)
                .get("/v1/families/" + his + "/members")
                .then()
                .body("relation", contains("CHILD", "CHILD_IN_LAW"));
        assertThat(tables.row("select family_id from couple where id = ?", couple))
                .containsEntry("family_id", his);
    }

    @Test
    void whoMovesTakesThePregnancyAlong() {
        UUID family = aFamily();
        UUID mother = aMember(family, "WIFE", "P", "1995-05-06");
        UUID pregnancy = aPregnancy(mother);

        change("families", family, "move", """
                {"area":"36.04.20.2001","effectiveOn":"%s"}""".formatted(today)).statusCode(204);

        assertThat(tables.lastBody(pregnancy)).contains("\"areaCode\":\"36.04.20.2001\"", "\"version\":2");
        as("kader", DESA).get("/v1/pregnancies/" + pregnancy).then().statusCode(404);
        as("kader", "36.04.20.2001").get("/v1/pregnancies/" + pregnancy).then().statusCode(200);
    }

    private String targetsOf(UUID family) {
        return String.valueOf(tables.row("select target_categories::text as targets from family where id = ?", family)
                .get("targets"));
    }

    private ValidatableResponse change(String kind, UUID id, String verb, String body) {
        String table = kind.equals("families") ? "family" : kind.equals("couples") ? "couple" : "pregnancy";
        Object version =
                tables.row("select version from " + table + " where id = ?", id).get("version");
        return as("system", "36.04")
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .post("/v1/" + kind + "/" + id + ":" + verb)
                .then();
    }

    private static UUID aMember(UUID family, String relation, String sex, String born) {
        UUID id = UUID.randomUUID();
        post("/v1/members:batch", """
                [{"id":"%s","familyId":"%s","relation":"%s","sex":"%s","birthDate":"%s","name":"Contoh Anggota"}]""".formatted(id, family, relation, sex, born))
                .body("[0].outcome", equalTo("CREATED"));
        return id;
    }

    private static UUID aCouple(UUID bride, @org.jspecify.annotations.Nullable UUID groom, LocalDate day) {
        UUID id = UUID.randomUUID();
        post("/v1/couples:batch", "[" + couple(id, bride, groom, day) + "]").body("[0].outcome", equalTo("CREATED"));
        return id;
    }

    private static String couple(UUID id, UUID bride, @org.jspecify.annotations.Nullable UUID groom, LocalDate day) {
        String his = groom == null ? "" : "\"groomId\":\"" + groom + "\",";
        return """
                {"id":"%s","brideId":"%s",%s"registeredOn":"%s"}""".formatted(id, bride, his, day);
    }

    private UUID aPregnancy(UUID mother) {
        UUID id = UUID.randomUUID();
        post("/v1/pregnancies:batch", "[" + pregnancy(id, mother) + "]").body("[0].outcome", equalTo("CREATED"));
        return id;
    }

    private String pregnancy(UUID id, UUID mother) {
        return """
                {"id":"%s","motherId":"%s","confirmedOn":"%s","lastPeriodOn":"%s"}""".formatted(id, mother, lastPeriod.plusDays(50), lastPeriod);
    }

    private String birthOf(UUID child) {
        return """
                {"endedOn":"%s","outcome":"LIVE_BIRTH","children":[{"id":"%s","sex":"P","birthWeightGrams":2950}]}""".formatted(birth, child);
    }
}
