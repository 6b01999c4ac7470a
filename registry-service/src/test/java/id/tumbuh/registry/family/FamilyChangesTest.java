package id.tumbuh.registry.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import id.tumbuh.registry.RegistryTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Families over time: who belongs to them, where they live, what is known of them, and that others are told. */
@QuarkusTest
class FamilyChangesTest extends RegistryTest {
    private static final String ELSEWHERE = "36.04.20.2001";
    private final String lastMonth = today().minusMonths(1).toString();

    @Test
    void aMoveHasADayAndLeavesTheOldHomeBehind() {
        UUID family = aFamily();
        UUID child = aChildOf(family);

        change(family, "move", move(ELSEWHERE, lastMonth)).statusCode(204);

        assertThat(tables.row("select area_code, rw, resident_since::text from family where id = ?", family))
                .containsEntry("area_code", ELSEWHERE)
                .containsEntry("rw", "07")
                .containsEntry("resident_since", lastMonth);
        assertThat(tables.row("select area_code, until::text from former_residence where family_id = ?", family))
                .containsEntry("area_code", DESA)
                .containsEntry("until", lastMonth);
        assertThat(tables.announced(family)).endsWith("family-moved");
        assertThat(tables.lastBody(family))
                .contains("\"effectiveOn\":\"" + lastMonth, "\"movedFrom\":\"" + DESA, "\"areaCode\":\"" + ELSEWHERE);
        assertThat(tables.lastBody(child)).contains("\"areaCode\":\"" + ELSEWHERE);
    }

    @Test
    void theSameMoveAgainIsNoChangeAndAnEarlierOneIsRefused() {
        UUID family = aFamily();
        change(family, "move", move(ELSEWHERE, lastMonth)).statusCode(204);

        change(family, "move", move(ELSEWHERE, lastMonth)).statusCode(204);
        change(family, "move", move(DESA, today().plusDays(1).toString()))
                .statusCode(422)
                .body("code", equalTo("DATE_IN_FUTURE"));
        change(
                        family,
                        "move",
                        move(DESA, LocalDate.parse(lastMonth).minusDays(1).toString()))
                .statusCode(422)
                .body("code", equalTo("DATE_BEFORE_THE_LAST"));
        change(family, "move", move("36.73.01.1001", lastMonth))
                .statusCode(422)
                .body("code", equalTo("AREA_OUTSIDE_SCOPE"));

        assertThat(tables.announced(family)).filteredOn("family-moved"::equals).hasSize(1);
    }

    @Test
    void membersBecomeAFamilyOfTheirOwn() {
        UUID family = aFamily();
        UUID stays = aMember(family, "HEAD", "L", "1970-02-03", "3604200302700001");
        UUID goes = aMember(family, "CHILD", "P", "2001-05-06", "3604204605010002");
        UUID baby = aChildOf(family);
        UUID own = UUID.randomUUID();

        String split = split(own, lastMonth, goes, baby);
        change(family, "split", split).statusCode(204);
        change(family, "split", split).statusCode(204);

        membersOf(own).body("id", containsInAnyOrder(goes.toString(), baby.toString()));
        membersOf(family).body("id", contains(stays.toString()));
        as("kader", DESA)
                .get("/v1/families/" + family + "/members?on="
                        + LocalDate.parse(lastMonth).minusDays(1))
                .then()
                .body("id", containsInAnyOrder(stays.toString(), goes.toString(), baby.toString()))
                .body("find { it.id == '%s' }.leftBy".formatted(goes), equalTo("SPLIT"))
                .body("find { it.id == '%s' }.until".formatted(goes), equalTo(lastMonth));
        assertThat(tables.announced(own)).startsWith("family-registered");
        assertThat(tables.announced(family)).contains("family-split");
        assertThat(tables.lastBody(baby)).contains("\"familyId\":\"" + own);
        // sealed with the key of the family they belong to: a correction opens and keeps it
        as("kader", DESA).get("/v1/children/" + baby).then().body("nikKnown", equalTo(true));
        assertThat(tables.row("select targeted from family where id = ?", own)).containsEntry("targeted", true);
    }

    @Test
    void nobodyGoesWhenSomebodyNamedIsNoMember() {
        UUID family = aFamily();
        UUID baby = aChildOf(family);
        UUID own = UUID.randomUUID();

        change(family, "split", split(own, lastMonth, baby, UUID.randomUUID()))
                .statusCode(422)
                .body("code", equalTo("NOT_OF_THE_FAMILY"));

        assertThat(tables.rows("select 1 from family where id = ?", own)).isEmpty();
        membersOf(family).body("id", contains(baby.toString()));
    }

    @Test
    void anIdThatIsTakenWhereNobodySeesItStopsTheSplitAndTheObservation() {
        UUID family = aFamily();
        UUID baby = aChildOf(family);
        UUID elsewhere = UUID.randomUUID();
        as("system", "36.73")
                .body("[" + family(elsewhere, "36.73.01.1001", "PIPED") + "]")
                .post("/v1/families:batch")
                .then()
                .body("[0].outcome", equalTo("CREATED"));
        UUID observation = UUID.randomUUID();
        as("tpk", "36.73")
                .body("{\"id\":\"%s\",\"observedOn\":\"%s\",\"facts\":{\"latrine\":\"NONE\"}}"
                        .formatted(observation, lastMonth))
                .post("/v1/families/" + elsewhere + "/observations")
                .then()
                .statusCode(204);

        change(family, "split", split(elsewhere, lastMonth, baby, baby))
                .statusCode(409)
                .body("code", equalTo("ID_TAKEN"));
        observe(family, observation, lastMonth, "{\"latrine\":\"NONE\"}")
                .statusCode(409)
                .body("code", equalTo("ID_TAKEN"));

        membersOf(family).body("id", contains(baby.toString()));
        as("kader", DESA).get("/v1/children/" + baby).then().body("nikKnown", equalTo(true));
    }

    @Test
    void aMergedFamilyStandsForTheOtherUntilTheMergeIsUndone() {
        UUID family = aFamily();
        UUID child = aChildOf(family);
        UUID twice = UUID.randomUUID();
        post("/v1/families:batch", "[" + family(twice, DESA, "RAIN") + "]");
        UUID other = aChildOf(twice);
        UUID wife = aMember(twice, "WIFE", "P", "1999-01-02", "3604204201990003");
        assertThat(riskOf(twice)).containsEntry("at_risk", true);

        change(twice, "merge", merge(family)).statusCode(204);
        change(twice, "merge", merge(family)).statusCode(204);

        membersOf(family).body("id", containsInAnyOrder(child.toString(), other.toString(), wife.toString()));
        assertThat(riskOf(twice)).containsEntry("at_risk", false).containsEntry("merged_into", family);
        // what was observed of the duplicate, later the same day, is about the family
        assertThat(riskOf(family)).containsEntry("at_risk", true);
        assertThat(tables.lastBody(twice)).contains("\"mergedInto\":\"" + family);
        assertThat(tables.lastBody(other)).contains("\"familyId\":\"" + family);

        // who still knows the duplicate's id may go on using it
        UUID late = aChildOf(twice);
        assertThat(tables.row("select family_id from child where id = ?", late)).containsEntry("family_id", family);
        change(twice, "merge", merge(UUID.randomUUID())).statusCode(404);
        as("system", "36.04")
                .header("If-Match", version(twice))
                .body(family(twice, DESA, "PIPED"))
                .put("/v1/families/" + twice)
                .then()
                .statusCode(409)
                .body("code", equalTo("FAMILY_MERGED"));

        change(twice, "unmerge", "{}").statusCode(204);

        membersOf(twice).body("id", containsInAnyOrder(other.toString(), wife.toString()));
        membersOf(family).body("id", containsInAnyOrder(child.toString(), late.toString()));
        assertThat(riskOf(twice)).containsEntry("at_risk", true).containsEntry("merged_into", null);
        assertThat(riskOf(family)).containsEntry("at_risk", false);
        assertThat(tables.announced(twice)).contains("family-merged", "family-merge-undone");
        assertThat(tables.lastBody(other)).contains("\"familyId\":\"" + twice);
        change(twice, "unmerge", "{}").statusCode(409).body("code", equalTo("FAMILY_NOT_MERGED"));
    }

    @Test
    void anUndoneMergeFindsItsPersonsWhereverTheirFamilyWasMergedTo() {
        UUID first = aFamily();
        UUID child = aChildOf(first);
        UUID second = aFamily();
        UUID third = aFamily();
        change(first, "merge", merge(second)).statusCode(204);
        change(second, "merge", merge(third)).statusCode(204);
        membersOf(third).body("id", contains(child.toString()));

        change(first, "unmerge", "{}").statusCode(204);
        change(second, "unmerge", "{}").statusCode(204);

        membersOf(first).body("id", contains(child.toString()));
        membersOf(second).body("id", empty());
        membersOf(third).body("id", empty());
    }

    @Test
    void nobodyMergesWithItselfIntoAMergedFamilyOrIntoOneOutOfReach() {
        UUID family = aFamily();
        UUID merged = aFamily();
        change(merged, "merge", merge(family)).statusCode(204);

        change(family, "merge", merge(family)).statusCode(422).body("code", equalTo("MERGE_WITH_ITSELF"));
        change(aFamily(), "merge", merge(merged)).statusCode(409).body("code", equalTo("FAMILY_MERGED"));
        as("tpps", "36.73")
                .header("If-Match", version(family))
                .body(merge(aFamily()))
                .post("/v1/families/" + family + ":merge")
                .then()
                .statusCode(404);
        as("system", "36.04")
                .header("If-Match", "\"99\"")
                .body(merge(aFamily()))
                .post("/v1/families/" + family + ":merge")
                .then()
                .statusCode(412);
    }

    @Test
    void ofTwoObservationsTheLaterDayHoldsWhicheverComesFirst() {
        UUID family = UUID.randomUUID();
        String row =
                family(family, DESA, "PIPED").replace("\"conditions\"", "\"observedOn\":\"2025-01-10\",\"conditions\"");
        post("/v1/families:batch", "[" + row + "]").body("[0].outcome", equalTo("CREATED"));

        observe(family, UUID.randomUUID(), "2025-06-01", "{\"drinkingWater\":\"RAIN\",\"welfareRank\":1}")
                .statusCode(204);
        assertThat(riskOf(family)).containsEntry("at_risk", true);
        UUID late = UUID.randomUUID();
        observe(family, late, "2025-03-01", "{\"drinkingWater\":\"BOREHOLE\",\"latrine\":\"NONE\"}")
                .statusCode(204);
        observe(family, late, "2025-03-01", "{\"drinkingWater\":\"BOREHOLE\",\"latrine\":\"NONE\"}")
                .statusCode(204);
        observe(family, late, "2025-03-01", "{\"latrine\":\"SEPTIC_TANK\"}")
                .statusCode(409)
                .body("code", equalTo("ID_TAKEN"));

        as("kader", DESA)
                .get("/v1/families/" + family)
                .then()
                .body("conditions.drinkingWater", equalTo("RAIN"))
                .body("conditions.latrine", equalTo("NONE"))
                .body("welfareRank", equalTo(1))
                .body("observed.drinkingWater.on", equalTo("2025-06-01"))
                .body("observed.latrine.on", equalTo("2025-03-01"))
                .body("observed.latrine.source", equalTo("VERVAL_KRS"))
                .body("observed.wifeBirthDate.on", equalTo("2025-01-10"))
                .body("reasons.code", contains("F1", "F2"))
                .body("reasons[0].text", equalTo("The main source of drinking water is not safe"));

        observe(family, UUID.randomUUID(), "2025-07-01", "{\"latrine\":null}").statusCode(204);
        as("kader", DESA)
                .get("/v1/families/" + family)
                .then()
                .body("conditions.latrine", nullValue())
                .body("observed.latrine", nullValue());
        as("kader", DESA)
                .get("/v1/families/" + family + "/observations")
                .then()
                .body("observedOn", contains("2025-01-10", "2025-03-01", "2025-06-01", "2025-07-01"));
    }

    @Test
    void observationsAreReadAsStrictlyAsRegistrations() {
        UUID family = aFamily();
        String today = today().toString();

        observe(family, UUID.randomUUID(), today, "{\"drinkingWater\":\"TEA\"}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/facts/drinkingWater"))
                .body(not(org.hamcrest.Matchers.containsString("TEA")));
        observe(family, UUID.randomUUID(), today, "{\"colour\":\"RED\"}").statusCode(422);
        observe(family, UUID.randomUUID(), today, "{\"welfareRank\":11}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/facts/welfareRank"));
        observe(family, UUID.randomUUID(), today().plusDays(2).toString(), "{\"latrine\":\"NONE\"}")
                .statusCode(422)
                .body("code", equalTo("DATE_IN_FUTURE"));
        observe(UUID.randomUUID(), UUID.randomUUID(), today, "{\"latrine\":\"NONE\"}")
                .statusCode(404);
        as("kader", DESA).get("/v1/families/" + family + "/observations").then().body("$", hasSize(1));
    }

    @Test
    void aCorrectionOlderThanWhatIsKnownIsSentAsAnObservation() {
        UUID family = aFamily();
        String old =
                family(family, DESA, "RAIN").replace("\"conditions\"", "\"observedOn\":\"2020-01-10\",\"conditions\"");

        as("system", "36.04")
                .header("If-Match", version(family))
                .body(old)
                .put("/v1/families/" + family)
                .then()
                .statusCode(422)
                .body("code", equalTo("OBSERVED_LATER"));
    }

    private ValidatableResponse change(UUID family, String verb, String body) {
        return as("system", "36.04")
                .header("If-Match", version(family))
                .body(body)
                .post("/v1/families/" + family + ":" + verb)
                .then();
    }

    private String version(UUID family) {
        return "\""
                + tables.row("select version from family where id = ?", family).get("version") + "\"";
    }

    private Map<String, Object> riskOf(UUID family) {
        return tables.row("select at_risk, merged_into from family where id = ?", family);
    }

    private static ValidatableResponse membersOf(UUID family) {
        return as("kader", DESA)
                .get("/v1/families/" + family + "/members")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse observe(UUID family, UUID id, String day, String facts) {
        return as("tpk", DESA)
                .body("""
                        {"id":"%s","observedOn":"%s","source":"VERVAL_KRS","facts":%s}""".formatted(id, day, facts))
                .post("/v1/families/" + family + "/observations")
                .then();
    }

    private static UUID aMember(UUID family, String relation, String sex, String born, String nik) {
        UUID id = UUID.randomUUID();
        post("/v1/members:batch", """
                [{"id":"%s","familyId":"%s","relation":"%s","sex":"%s","birthDate":"%s","nik":"%s","name":"Contoh Anggota"}]""".formatted(id, family, relation, sex, born, nik))
                .body("[0].outcome", equalTo("CREATED"));
        return id;
    }

    private static String move(String area, String day) {
        return """
                {"area":"%s","rw":"07","rt":"001","effectiveOn":"%s"}""".formatted(area, day);
    }

    private static String split(UUID into, String day, UUID... persons) {
        return """
                {"family":{"id":"%s","area":"%s","rw":"02","rt":"006"},"persons":["%s","%s"],"effectiveOn":"%s"}""".formatted(into, DESA, persons[0], persons[1], day);
    }

    private String merge(UUID into) {
        return """
                {"into":"%s","effectiveOn":"%s","reason":"SAME_CARD"}""".formatted(into, lastMonth);
    }
}
