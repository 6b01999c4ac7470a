package id.tumbuh.registry.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import id.tumbuh.registry.RegistryTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The same person in one family twice, or in two. */
@QuarkusTest
class MergeMembersTest extends RegistryTest {
    private static final String GAMBIR = "31.71.01.1001";
    private static final String CIKINI = "31.71.06.1003";
    private static final String BANDUNG = "32.04.12.2002";

    /** All that a member is, but the count of its changes. */
    private static final String CONTENT = """
            select family_id, area_code, relation, sex, birth_date, marital_status, name, encode(nik_index, 'hex') as nik, active,
                merged_into, other_names::text as other_names, encode(fingerprint, 'hex') as fingerprint
            from member where id = ?""";

    /** All that hangs on members, but the count of its changes. */
    private static final String HANGING = """
            select id::text, family_id::text, area_code, mother_id::text as first, null as second, state, ended_on, outcome,
                reported_mother_id::text as reported, merged_into::text from pregnancy where id = any(?)
            union all
            select id::text, family_id::text, area_code, bride_id::text, groom_id::text, state, ended_on, null,
                coalesce(reported_bride_id, reported_groom_id)::text, merged_into::text from couple where id = any(?) order by 1""";

    @Test
    void whatHungOnOneHangsOnTheSurvivorAndComesBack() {
        UUID here = aFamily(GAMBIR);
        UUID there = aFamily(CIKINI);
        UUID survivor = member(here, "WIFE", "P", "\"name\":\"Sari Kenari\"");
        UUID other = member(
                there,
                "WIFE",
                "P",
                "\"name\":\"Saree Kenari\",\"birthDate\":\"1998-04-12\",\"nik\":\"3171015204980001\"");
        UUID pregnancy = pregnancy(other, today().minusDays(60));
        UUID groom = member(aFamily(BANDUNG), "CHILD", "L", "\"name\":\"Bagas\"");
        UUID couple = couple(other, groom);
        Object[] hanging = {new UUID[] {pregnancy}, new UUID[] {couple}};
        List<Map<String, Object>> before = tables.rows(HANGING, hanging);
        Map<String, Object> survivorBefore = tables.row(CONTENT, survivor);
        Map<String, Object> otherBefore = tables.row(CONTENT, other);
        assertThat(targets(there)).contains("PUS_HAMIL");
        assertThat(targets(here)).doesNotContain("PUS_HAMIL");

        merge(other, survivor, 204);
        merge(other, survivor, 204);

        assertThat(tables.lastBody(pregnancy))
                .contains(
                        "\"motherId\":\"" + survivor + "\"",
                        "\"familyId\":\"" + here + "\"",
                        "\"areaCode\":\"" + GAMBIR + "\"",
                        "\"version\":2")
                .doesNotContain("mergedInto");
        assertThat(tables.lastBody(couple))
                .contains("\"brideId\":\"" + survivor + "\"", "\"familyId\":\"" + here + "\"", "\"version\":2");
        assertThat(targets(here)).contains("PUS_HAMIL");
        assertThat(targets(there)).doesNotContain("PUS_HAMIL");
        assertThat(tables.row(CONTENT, survivor))
                .containsEntry("name", "Sari Kenari")
                .containsEntry("birth_date", java.sql.Date.valueOf("1998-04-12"))
                .containsEntry("nik", otherBefore.get("nik"))
                .containsEntry("other_names", "{\"Saree Kenari\"}");
        as("kader", "31.71")
                .get("/v1/members/" + other + "/life-line")
                .then()
                .statusCode(200)
                .body("stages.id", containsInAnyOrder(couple.toString(), pregnancy.toString()));

        unmerge(other, 204);

        assertThat(tables.rows(HANGING, hanging)).isEqualTo(before);
        assertThat(tables.row(CONTENT, survivor)).isEqualTo(survivorBefore);
        assertThat(tables.row(CONTENT, other)).isEqualTo(otherBefore);
        assertThat(tables.lastBody(pregnancy))
                .contains("\"motherId\":\"" + other + "\"", "\"familyId\":\"" + there + "\"", "\"version\":3");
        assertThat(targets(there)).contains("PUS_HAMIL");
        assertThat(targets(here)).doesNotContain("PUS_HAMIL");
        unmerge(other, 409);
        assertThat(actions(other)).containsSubsequence("MERGE", "UNMERGE");
        assertThat(actions(survivor)).contains("COMPLETE");
    }

    /** Two systems registered one pregnancy, and one plan to marry. */
    @Test
    void onePregnancyOfOneWomanStandsAndTheOtherStandsForIt() {
        UUID survivor = member(aFamily(GAMBIR), "WIFE", "P", "\"name\":\"Sari\"");
        UUID other = member(aFamily(CIKINI), "WIFE", "P", "\"name\":\"Sari\"");
        UUID own = pregnancy(survivor, today().minusDays(60));
        UUID twice = pregnancy(other, today().minusDays(50));
        UUID plan = couple(survivor, null);
        UUID planTwice = couple(other, null);
        Object[] hanging = {new UUID[] {own, twice}, new UUID[] {plan, planTwice}};
        List<Map<String, Object>> before = tables.rows(HANGING, hanging);

        merge(other, survivor, 204);

        assertThat(tables.lastBody(twice))
                .contains(
                        "\"mergedInto\":\"" + own + "\"",
                        "\"outcome\":\"NO_PREGNANCY\"",
                        "\"motherId\":\"" + survivor + "\"");
        assertThat(tables.lastBody(planTwice)).contains("\"mergedInto\":\"" + plan + "\"", "\"state\":\"CALLED_OFF\"");
        assertThat(tables.announced(own)).hasSize(1);
        as("system", "31")
                .header("If-Match", "\"2\"")
                .body("{\"endedOn\":\"%s\",\"outcome\":\"STILLBIRTH\"}".formatted(today()))
                .post("/v1/pregnancies/" + twice + ":end")
                .then()
                .statusCode(409)
                .body("code", equalTo("PREGNANCY_MERGED"));

        unmerge(other, 204);

        assertThat(tables.rows(HANGING, hanging)).isEqualTo(before);
        assertThat(tables.lastBody(twice))
                .contains("\"endedOn\":null", "\"outcome\":null")
                .doesNotContain("mergedInto");
        assertThat(tables.lastBody(planTwice)).contains("\"state\":\"PLANNED\"");
    }

    /** Whatever was merged and undone in whatever order: those who stand for themselves are as they were reported. */
    @Test
    void undoingAllMergesInAnyOrderLeavesNoTrace() {
        Random random = new Random(31_71);
        for (int round = 0; round < 6; round++) {
            List<UUID> members = List.of(
                    member(aFamily(GAMBIR), "WIFE", "P", "\"name\":\"Sari\""),
                    member(aFamily(CIKINI), "WIFE", "P", "\"name\":\"Saree\",\"nik\":\"3171015204980011\""),
                    member(aFamily(GAMBIR), "WIFE", "P", "\"birthDate\":\"1998-04-12\""),
                    member(aFamily(GAMBIR), "CHILD", "P", "\"name\":\"Sari K\",\"maritalStatus\":\"SINGLE\""),
                    member(aFamily(CIKINI), "WIFE", "P", "\"birthDate\":\"1998-04-13\",\"maritalStatus\":\"MARRIED\""));
            UUID[] pregnancies = members.stream()
                    .limit(4)
                    .map(id -> pregnancy(id, today().minusDays(60)))
                    .toArray(UUID[]::new);
            UUID[] couples =
                    members.stream().skip(2).map(id -> couple(id, null)).toArray(UUID[]::new);
            List<Map<String, Object>> hanging = tables.rows(HANGING, pregnancies, couples);
            List<Map<String, Object>> before =
                    members.stream().map(id -> tables.row(CONTENT, id)).toList();
            List<UUID> merged = new ArrayList<>();
            List<UUID> standing = new ArrayList<>(members);
            for (int merges = 0; merges < 4; merges++) {
                UUID member = standing.remove(random.nextInt(standing.size()));
                merge(member, standing.get(random.nextInt(standing.size())), 204);
                merged.add(member);
            }
            assertThat(tables.count("select count(*) from pregnancy where state = 'ONGOING' and id = any(?)", (Object)
                            pregnancies))
                    .isOne();
            Collections.shuffle(merged, random);
            merged.forEach(member -> unmerge(member, 204));

            assertThat(members.stream().map(id -> tables.row(CONTENT, id)).toList())
                    .as("round " + round)
                    .isEqualTo(before);
            assertThat(tables.rows(HANGING, pregnancies, couples))
                    .as("round " + round)
                    .isEqualTo(hanging);
        }
    }

    @Test
    void whoStillKnowsTheMergedRecordMayGoOnUsingIt() {
        UUID survivor = member(aFamily(GAMBIR), "CHILD", "P", "\"name\":\"Sari\"");
        UUID family = aFamily(CIKINI);
        UUID other = UUID.randomUUID();
        String row = "[" + row(other, family, "CHILD", "P", "\"name\":\"Sari\"") + "]";
        send("members", row).body("[0].outcome", equalTo("CREATED"));
        merge(other, survivor, 204);

        send("members", row).body("[0].outcome", equalTo("UNCHANGED"));
        UUID pregnancy = pregnancy(other, today().minusDays(60));
        UUID couple = couple(other, null);
        send("pregnancies", "[" + pregnancyRow(pregnancy, other, today().minusDays(60)) + "]")
                .body("[0].outcome", equalTo("UNCHANGED"));
        assertThat(tables.lastBody(pregnancy)).contains(survivor.toString()).doesNotContain(other.toString());
        as("system", "31")
                .header("If-Match", "\"1\"")
                .body(pregnancyRow(pregnancy, other, today().minusDays(55)))
                .put("/v1/pregnancies/" + pregnancy)
                .then()
                .statusCode(204);
        as("system", "31")
                .header("If-Match", "\"2\"")
                .body(row(other, family, "CHILD", "P", "\"name\":\"Sarie\""))
                .put("/v1/members/" + other)
                .then()
                .statusCode(409)
                .body("code", equalTo("MEMBER_MERGED"));

        unmerge(other, 204);

        // it was reported of the other, who is somebody else again
        assertThat(tables.lastBody(pregnancy)).contains(other.toString(), family.toString());
        assertThat(tables.lastBody(couple)).contains(other.toString(), family.toString());
    }

    @Test
    void aFamilyKnowsUntilWhenAndInTheSameFamilyNobodyStandsTwice() {
        UUID family = aFamily(GAMBIR);
        UUID head = member(family, "HEAD", "L", "\"name\":\"Bagas\"");
        UUID twice = member(family, "HEAD", "L", "\"name\":\"Bagus\"");
        LocalDate since = today().minusDays(10);

        as("puskesmas", "31.71")
                .body("{\"into\":\"%s\",\"effectiveOn\":\"%s\"}".formatted(head, today().plusDays(1)))
                .post("/v1/members/" + twice + ":merge")
                .then()
                .statusCode(422);
        as("puskesmas", "31.71")
                .body("{\"into\":\"%s\",\"effectiveOn\":\"%s\"}".formatted(head, since))
                .post("/v1/members/" + twice + ":merge")
                .then()
                .statusCode(204);

        of(family, today()).body("id", contains(head.toString()));
        of(family, since).body("id", contains(head.toString()));
        of(family, since.minusDays(1))
                .body("id", containsInAnyOrder(head.toString(), twice.toString()))
                .body("findAll { it.mergedInto == '%s' }".formatted(head), hasSize(1));
    }

    @Test
    void whatIsRefusedChangesNothing() {
        UUID one = member(aFamily(GAMBIR), "WIFE", "P", "\"name\":\"Sari\"");
        UUID other = member(aFamily(GAMBIR), "WIFE", "P", "\"name\":\"Sari\"");
        UUID third = member(aFamily(GAMBIR), "WIFE", "P", "\"name\":\"Sari\"");
        UUID man = member(aFamily(GAMBIR), "HEAD", "L", "\"name\":\"Bagas\"");
        UUID elsewhere = member(aFamily(BANDUNG), "WIFE", "P", "\"name\":\"Sari\"");

        merge(one, one, 422);
        merge(one, man, 422);
        merge(one, UUID.randomUUID(), 422);
        merge(one, elsewhere, 422);
        merge(UUID.randomUUID(), one, 404);
        merge(one, other, 204);
        merge(one, third, 409);
        merge(third, one, 409);
        as("kader", "31.71")
                .body("{\"into\":\"%s\"}".formatted(other))
                .post("/v1/members/" + third + ":merge")
                .then()
                .statusCode(403);
        as("puskesmas", "32.04").post("/v1/members/" + one + ":unmerge").then().statusCode(404);
        as("puskesmas", "31.71")
                .body("{}")
                .post("/v1/members/" + third + ":merge")
                .then()
                .statusCode(400);

        assertThat(tables.count(
                        "select count(*) from member where merged_into is not null and id in (?, ?, ?, ?)",
                        other,
                        third,
                        man,
                        elsewhere))
                .isZero();
    }

    @Test
    void whatWasCorrectedSinceStaysWhenAMergeIsUndone() {
        UUID family = aFamily(GAMBIR);
        UUID survivor = member(family, "WIFE", "P", "\"name\":\"Sari\"");
        UUID other = member(aFamily(CIKINI), "WIFE", "P", "\"birthDate\":\"1998-04-12\",\"maritalStatus\":\"MARRIED\"");
        merge(other, survivor, 204);
        as("puskesmas", "31.71")
                .header(
                        "If-Match",
                        "\""
                                + tables.row("select version from member where id = ?", survivor)
                                        .get("version") + "\"")
                .body(row(
                        survivor,
                        family,
                        "WIFE",
                        "P",
                        "\"name\":\"Sari\",\"birthDate\":\"1998-04-13\",\"maritalStatus\":\"MARRIED\""))
                .put("/v1/members/" + survivor)
                .then()
                .statusCode(204);

        unmerge(other, 204);

        assertThat(tables.row(CONTENT, survivor))
                .containsEntry("birth_date", java.sql.Date.valueOf("1998-04-13"))
                .containsEntry("marital_status", null);
    }

    private ValidatableResponse of(UUID family, LocalDate day) {
        return as("kader", "31.71")
                .get("/v1/families/" + family + "/members?on=" + day)
                .then()
                .statusCode(200);
    }

    private static UUID aFamily(String desa) {
        UUID id = UUID.randomUUID();
        // without a wife declared: what is screened is what the members say
        send("families", "[{\"id\":\"%s\",\"area\":\"%s\"}]".formatted(id, desa))
                .body("[0].outcome", equalTo("CREATED"));
        return id;
    }

    private static UUID member(UUID family, String relation, String sex, String fields) {
        UUID id = UUID.randomUUID();
        send("members", "[" + row(id, family, relation, sex, fields) + "]").body("[0].outcome", equalTo("CREATED"));
        return id;
    }

    private static String row(UUID id, UUID family, String relation, String sex, String fields) {
        return "{\"id\":\"%s\",\"familyId\":\"%s\",\"relation\":\"%s\",\"sex\":\"%s\",%s}"
                .formatted(id, family, relation, sex, fields);
    }

    private static UUID pregnancy(UUID mother, LocalDate confirmed) {
        UUID id = UUID.randomUUID();
        send("pregnancies", "[" + pregnancyRow(id, mother, confirmed) + "]").body("[0].outcome", equalTo("CREATED"));
        return id;
    }

    private static String pregnancyRow(UUID id, UUID mother, LocalDate confirmed) {
        return "{\"id\":\"%s\",\"motherId\":\"%s\",\"confirmedOn\":\"%s\"}".formatted(id, mother, confirmed);
    }

    private static UUID couple(UUID bride, @Nullable UUID groom) {
        UUID id = UUID.randomUUID();
        String his = groom == null ? "" : "\"groomId\":\"" + groom + "\",";
        send(
                        "couples",
                        "[{\"id\":\"%s\",\"brideId\":\"%s\",%s\"registeredOn\":\"%s\"}]"
                                .formatted(id, bride, his, today()))
                .body("[0].outcome", equalTo("CREATED"));
        return id;
    }

    private static ValidatableResponse send(String what, String rows) {
        return as("system", "31", "32")
                .body(rows)
                .post("/v1/" + what + ":batch")
                .then()
                .statusCode(200);
    }

    private static void merge(UUID member, UUID into, int status) {
        as("puskesmas", "31.71")
                .body("{\"into\":\"%s\"}".formatted(into))
                .post("/v1/members/" + member + ":merge")
                .then()
                .statusCode(status);
    }

    private static void unmerge(UUID member, int status) {
        as("puskesmas", "31.71")
                .post("/v1/members/" + member + ":unmerge")
                .then()
                .statusCode(status);
    }

    private String targets(UUID family) {
        return String.valueOf(tables.row("select target_categories::text as targets from family where id = ?", family)
                .get("targets"));
    }

    private List<String> actions(UUID id) {
        return tables.rows("select action from audit_entry where object_id = ? order by id", id.toString()).stream()
                .map(row -> String.valueOf(row.get("action")))
                .toList();
    }
}
