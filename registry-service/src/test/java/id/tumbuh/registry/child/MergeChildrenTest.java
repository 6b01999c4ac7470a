package id.tumbuh.registry.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import id.tumbuh.registry.RegistryTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MergeChildrenTest extends RegistryTest {
    /** All that a child is, but the count of its changes. */
    private static final String CONTENT = """
            select family_id, area_code, posyandu_id, sex, birth_date, name, mother_name, father_name, encode(nik_index, 'hex') as nik, birth_order,
                birth_weight_grams, birth_length_cm, active, merged_into,
                encode(fingerprint, 'hex') as fingerprint
            from child where id = ?""";

    @Test
    void theSurvivorIsCompletedAndTheOtherIsFollowedNoLonger() {
        UUID one = register("\"birthWeightGrams\":3100,\"fatherName\":\"Karta Contoh\"");
        UUID other = register("\"name\":\"By Ny Sari\"");

        merge(one, other, 204);

        as("kader", DESA)
                .get("/v1/children/" + other)
                .then()
                .body("name", equalTo("Melati Contoh"))
                .body("fatherName", equalTo("Karta Contoh"))
                .body("birthWeightGrams", equalTo(3100))
                .body("mergedInto", nullValue());
        as("kader", DESA)
                .get("/v1/children/" + one)
                .then()
                .body("active", equalTo(false))
                .body("mergedInto", equalTo(other.toString()));
        assertThat(tables.lastBody(one))
                .contains("\"active\":false", "\"mergedInto\":\"" + other + "\"", "\"version\":2");
        assertThat(tables.lastBody(other))
                .contains("\"active\":true", "\"version\":2")
                .doesNotContain("mergedInto");
        assertThat(actions(one)).contains("MERGE");
        assertThat(actions(other)).contains("COMPLETE");
    }

    @Test
    void undoingRestoresBothExactlyAndKeepsWhatWasCorrectedSince() {
        UUID one = register("\"birthWeightGrams\":3100,\"fatherName\":\"Karta Contoh\"");
        UUID other = register("\"name\":\"By Ny Sari\"");
        Map<String, Object> oneBefore = tables.row(CONTENT, one);
        Map<String, Object> otherBefore = tables.row(CONTENT, other);

        merge(one, other, 204);
        unmerge(one, 204);

        assertThat(tables.row(CONTENT, one)).isEqualTo(oneBefore);
        assertThat(tables.row(CONTENT, other)).isEqualTo(otherBefore);
        assertThat(tables.lastBody(one))
                .contains("\"active\":true", "\"version\":3")
                .doesNotContain("mergedInto");
        unmerge(one, 409);

        merge(one, other, 204);
        correct(other, "\"name\":\"Mawar Contoh\",\"birthWeightGrams\":3100,\"fatherName\":\"Karta Contoh\"");
        unmerge(one, 204);
        assertThat(tables.row(CONTENT, other))
                .containsEntry("name", "Mawar Contoh")
                .containsEntry("birth_weight_grams", null)
                .containsEntry("father_name", null);
    }

    @Test
    void aNikIsSealedAnewUnderTheFamilyOfTheSurvivor() {
        UUID one = UUID.randomUUID();
        post("/v1/children:batch", "[" + child(one, aFamily()).replace("3604205703240001", "3604205703240555") + "]");
        UUID other = register("\"name\":\"Melati Contoh\"");

        merge(one, other, 204);

        as("kader", DESA).get("/v1/children/" + other).then().body("nikKnown", equalTo(true));
        as("kader", DESA)
                .body("{\"nik\":\"3604205703240555\"}")
                .post("/v1/children:search")
                .then()
                .body("children.id", equalTo(List.of(other.toString())));
        unmerge(one, 204);
        as("kader", DESA).get("/v1/children/" + other).then().body("nikKnown", equalTo(false));
    }

    @Test
    void whatIsRefusedChangesNothing() {
        UUID one = register("\"name\":\"Melati\"");
        UUID other = register("\"name\":\"Melati\"");
        UUID third = register("\"name\":\"Melati\"");

        merge(one, one, 422);
        merge(one, UUID.randomUUID(), 422);
        merge(UUID.randomUUID(), one, 404);
        merge(one, other, 204);
        merge(one, other, 204);
        merge(one, third, 409);
        merge(other, one, 409);
        merge(third, one, 409);
        as("puskesmas", DESA)
                .body("{}")
                .post("/v1/children/" + one + ":merge")
                .then()
                .statusCode(400);
        as("kader", DESA)
                .body("{\"into\":\"%s\"}".formatted(other))
                .post("/v1/children/" + third + ":merge")
                .then()
                .statusCode(403);
        as("puskesmas", "36.04.20.2001")
                .body("{\"into\":\"%s\"}".formatted(other))
                .post("/v1/children/" + third + ":merge")
                .then()
                .statusCode(404);
        as("puskesmas", "36.73").post("/v1/children/" + one + ":unmerge").then().statusCode(404);
        as("puskesmas", DESA)
                .header("If-Match", "\"2\"")
                .body(content(aFamily(), "\"name\":\"Mawar\""))
                .put("/v1/children/" + one)
                .then()
                .statusCode(409)
                .body("code", equalTo("CHILD_MERGED"));

        assertThat(tables.announced(one)).hasSize(2);
        assertThat(tables.announced(other)).hasSize(1);
        assertThat(tables.announced(third)).hasSize(1);
    }

    @Test
    void aSystemThatSendsAMergedChildAgainIsToldThatNothingIsNew() {
        UUID family = aFamily();
        UUID one = UUID.randomUUID();
        String row = "[" + child(one, family).replace("3604205703240001", "3604205703240556") + "]";
        post("/v1/children:batch", row);

        merge(one, register("\"name\":\"Melati Contoh\""), 204);

        post("/v1/children:batch", row).body("[0].outcome", equalTo("UNCHANGED"));
    }

    @Test
    void aFamilyCountsTheChildrenThatAreLeft() {
        UUID family = aFamily();
        UUID one = UUID.randomUUID();
        post("/v1/children:batch", "[" + child(one, family).replace(",\"nik\":\"3604205703240001\"", "") + "]");

        merge(one, register("\"name\":\"Melati Contoh\""), 204);
        assertThat(categories(family)).doesNotContain("BALITA");

        unmerge(one, 204);
        assertThat(categories(family)).contains("BALITA");
    }

    @Test
    void aFamilyThatMovesTakesItsMergedChildAlong() {
        UUID family = aFamily();
        UUID one = UUID.randomUUID();
        UUID other = register("\"name\":\"Melati Contoh\"");
        post("/v1/children:batch", "[" + child(one, family).replace(",\"nik\":\"3604205703240001\"", "") + "]");
        merge(one, other, 204);

        as("puskesmas", "36.04")
                .header(
                        "If-Match",
                        "\""
                                + tables.row("select version from family where id = ?", family)
                                        .get("version") + "\"")
                .body(family(family, "36.04.20.2001", "PIPED"))
                .put("/v1/families/" + family)
                .then()
                .statusCode(204);

        assertThat(tables.lastBody(one))
                .contains("36.04.20.2001", "\"mergedInto\":\"" + other + "\"", "\"active\":false");
    }

    /** Whatever was merged and undone in whatever order: children that stand for themselves are as they were reported. */
    @Test
    void undoingAllMergesInAnyOrderLeavesNoTrace() {
        Random random = new Random(20_261);
        for (int round = 0; round < 12; round++) {
            List<UUID> children = List.of(
                    register("\"name\":\"By Ny Sari\""),
                    register("\"name\":\"Melati\",\"fatherName\":\"Karta\""),
                    register("\"birthWeightGrams\":3100,\"name\":\"Melati Putri\""),
                    register("\"fatherName\":\"Karta C\",\"birthOrder\":2,\"name\":\"Bayi\""),
                    register("\"birthWeightGrams\":3000,\"birthLengthCm\":49.5,\"name\":\"Mlati\""));
            List<Map<String, Object>> before =
                    children.stream().map(id -> tables.row(CONTENT, id)).toList();
            List<UUID> merged = new ArrayList<>();
            List<UUID> standing = new ArrayList<>(children);
            for (int merges = 0; merges < 4; merges++) {
                UUID child = standing.remove(random.nextInt(standing.size()));
                merge(child, standing.get(random.nextInt(standing.size())), 204);
                merged.add(child);
            }
            Collections.shuffle(merged, random);
            merged.forEach(child -> unmerge(child, 204));

            assertThat(children.stream().map(id -> tables.row(CONTENT, id)).toList())
                    .as("round " + round)
                    .isEqualTo(before);
        }
    }

    /** A merge undone is as if only the others had happened. */
    @Test
    void undoingOneOfSeveralMergesLeavesWhatTheOthersGave() {
        UUID survivor = register("\"name\":\"By Ny Sari\"");
        UUID first = register("\"name\":\"Melati\"");
        UUID second = register("\"name\":\"Melati Putri\",\"birthOrder\":2");
        UUID top = register("\"name\":\"By Ny S\"");
        merge(first, survivor, 204);
        merge(second, survivor, 204);
        merge(survivor, top, 204);
        assertThat(tables.row(CONTENT, top)).containsEntry("name", "Melati").containsEntry("birth_order", 2);

        unmerge(first, 204);

        assertThat(tables.row(CONTENT, survivor)).containsEntry("name", "Melati Putri");
        assertThat(tables.row(CONTENT, top))
                .containsEntry("name", "Melati Putri")
                .containsEntry("birth_order", 2);

        unmerge(second, 204);

        assertThat(tables.row(CONTENT, survivor)).containsEntry("name", "By Ny Sari");
        assertThat(tables.row(CONTENT, top)).containsEntry("name", "By Ny S").containsEntry("birth_order", null);
    }

    private static UUID register(String fields) {
        UUID id = UUID.randomUUID();
        String row = content(aFamily(), fields).replaceFirst("\\{", "{\"id\":\"" + id + "\",");
        post("/v1/children:batch", "[" + row + "]").body("[0].outcome", equalTo("CREATED"));
        return id;
    }

    private static String content(UUID family, String fields) {
        return "{\"familyId\":\"%s\",\"sex\":\"P\",\"birthDate\":\"2024-03-17\",\"motherName\":\"Sari Contoh\",%s%s}"
                .formatted(family, fields.contains("\"name\"") ? "" : "\"name\":\"Melati Contoh\",", fields);
    }

    private void correct(UUID id, String fields) {
        Map<String, Object> row = tables.row("select family_id, version from child where id = ?", id);
        as("puskesmas", "36.04")
                .header("If-Match", "\"" + row.get("version") + "\"")
                .body(content(UUID.fromString(String.valueOf(row.get("family_id"))), fields))
                .put("/v1/children/" + id)
                .then()
                .statusCode(204);
    }

    private String categories(UUID family) {
        return String.valueOf(
                tables.row("select target_categories::text as categories from family where id = ?", family)
                        .get("categories"));
    }

    private List<Object> actions(UUID id) {
        return tables.rows("select action from audit_entry where object_id = ? order by id", id.toString()).stream()
                .map(row -> row.get("action"))
                .toList();
    }

    private static void merge(UUID child, UUID into, int status) {
        as("puskesmas", "36.04")
                .body("{\"into\":\"%s\",\"reason\":\"Dua posyandu\"}".formatted(into))
                .post("/v1/children/" + child + ":merge")
                .then()
                .statusCode(status);
    }

    private static void unmerge(UUID child, int status) {
        as("puskesmas", "36.04")
                .post("/v1/children/" + child + ":unmerge")
                .then()
                .statusCode(status);
    }
}
