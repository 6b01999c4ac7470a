package id.tumbuh.registry.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.registry.RegistryTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DuplicateTest extends RegistryTest {
    private static final String KOTA = "36.73.01.1001";
    private static final String MARK_LETTERS = "bdgklmnprstw";

    @Inject
    SamePersonConsumer consumer;

    @Inject
    JoinBeyondDoubt join;

    @Inject
    Scans scans;

    @Inject
    Database database;

    /** Names that no other test's child has. */
    private final String mark = mark();

    @Test
    void aPairAcrossTwoKabupatenIsTheBusinessOfBothAndGivenUpByItsOwnOnly() {
        UUID serang = register(DESA, "Kirana", "");
        UUID kota = register(KOTA, "Kirane", "");
        told(serang, kota);
        UUID pair = pair(serang, kota);

        assertThat(listed("36.04", "OPEN")).contains(pair.toString());
        assertThat(listed("36.73", "OPEN")).contains(pair.toString());
        as("puskesmas", "36.04")
                .get("/v1/duplicates?area=36.04&limit=1")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("[0].persons", equalTo(null))
                .body("[0].evidence.code", hasItem("SEX_SAME"));
        as("puskesmas", "36.73")
                .get("/v1/duplicates/" + pair)
                .then()
                .statusCode(200)
                .body("persons.name", containsInAnyOrder(mark + " Kirana", mark + " Kirane"))
                .body("persons.area", containsInAnyOrder(DESA, KOTA))
                .body("evidence.text", hasItem("The birth date is the same."));
        as("puskesmas", "36.01").get("/v1/duplicates/" + pair).then().statusCode(404);
        as("kader", DESA).get("/v1/duplicates/" + pair).then().statusCode(403);
        assertThat(tables.rows(
                        "select object_id from audit_entry where subject = 'puskesmas-tester' and action = 'READ' and object_id in (?, ?)",
                        serang.toString(),
                        kota.toString()))
                .hasSize(2);

        merge(pair, serang, "36.04", 403); // the record of the kota is not Serang's to give up
        merge(pair, UUID.randomUUID(), "36.04", 422);
        merge(pair, kota, "36.01", 404);
        merge(pair, kota, "36.04", 204);
        merge(pair, kota, "36.04", 204);

        assertThat(state(pair)).isEqualTo("MERGED");
        assertThat(tables.row("select merged_into from child where id = ?", serang))
                .containsEntry("merged_into", kota);
        as("puskesmas", "36.04")
                .post("/v1/duplicates/" + pair + ":different")
                .then()
                .statusCode(409);
        as("puskesmas", "36.73")
                .post("/v1/children/" + serang + ":unmerge")
                .then()
                .statusCode(404);
        as("puskesmas", "36.04")
                .post("/v1/children/" + serang + ":unmerge")
                .then()
                .statusCode(204);
        told(serang);
        assertThat(state(pair)).isEqualTo("UNDONE");
    }

    @Test
    void differentIsRememberedUntilOneOfThemSaysSomethingElse() {
        UUID one = register(DESA, "Kirana", "");
        UUID other = register(KOTA, "Kirane", "");
        told(one, other);
        UUID pair = pair(one, other);

        for (int twice = 0; twice < 2; twice++) {
            as("tpps", "36.73")
                    .post("/v1/duplicates/" + pair + ":different")
                    .then()
                    .statusCode(204);
        }
        told(one);
        told(other, one);

        assertThat(state(pair)).isEqualTo("DIFFERENT");
        assertThat(listed("36.73", "OPEN")).doesNotContain(pair.toString());
        assertThat(listed("36.73", "DIFFERENT")).contains(pair.toString());

        correct(other, KOTA, "Kirana Putri");
        told(other);

        assertThat(state(pair)).isEqualTo("OPEN");
        assertThat(pair(one, other)).isEqualTo(pair);
    }

    @Test
    void whatIsBeyondDoubtIsJoinedOnceAndNeverAgainAfterItWasUndone() {
        UUID older = register(DESA, "Kirana", "");
        UUID younger = register(KOTA, "KIRANA", "\"birthWeightGrams\":3100,");
        told(younger, older);
        UUID pair = pair(older, younger);

        joinAll();

        assertThat(state(pair)).isEqualTo("MERGED");
        assertThat(tables.row("select merged_into from child where id = ?", younger))
                .containsEntry("merged_into", older);
        assertThat(tables.row("select birth_weight_grams as grams from child where id = ?", older))
                .containsEntry("grams", 3100);
        assertThat(tables.rows(
                        "select subject, action from audit_entry where object_id = ? order by id desc limit 1",
                        younger.toString()))
                .containsExactly(Map.of("subject", "registry.same-person", "action", "MERGE_AUTOMATICALLY"));

        as("puskesmas", "36.73")
                .post("/v1/children/" + younger + ":unmerge")
                .then()
                .statusCode(204);
        joinAll();
        told(younger, older);
        joinAll();

        assertThat(state(pair)).isEqualTo("UNDONE");
        assertThat(tables.row("select merged_into from child where id = ?", younger))
                .containsEntry("merged_into", null);
    }

    @Test
    void twoNiksAndTwinsWaitForAPerson() {
        UUID one = register(DESA, "Kirana", "\"nik\":\"3604205703240801\",");
        UUID other = register(KOTA, "Kirana", "\"nik\":\"3604205703240802\",");
        UUID twin = register(DESA, "Kirani Dewi", "");
        told(one, other, twin);

        joinAll();

        assertThat(tables.count(
                        "select count(*) from child where merged_into is not null and id in (?, ?, ?)",
                        one,
                        other,
                        twin))
                .isZero();
        assertThat(tables.row("select cautions::text as cautions from duplicate where id = ?", pair(one, other)))
                .containsEntry("cautions", "{TWO_NIKS}");
    }

    /** Since they were found one of them got a NIK that is not the other's. */
    @Test
    void aPairIsLookedAtOnceMoreBeforeItIsJoined() {
        UUID one = register(DESA, "Kirana", "\"nik\":\"3604205703240803\",");
        UUID other = register(KOTA, "Kirana", "");
        told(one, other);
        as("puskesmas", "36")
                .header("If-Match", "\"1\"")
                .body(child(other, family(KOTA), "Kirana", "\"nik\":\"3604205703240804\","))
                .put("/v1/children/" + other)
                .then()
                .statusCode(204);

        joinAll();

        assertThat(tables.row("select merged_into from child where id = ?", other))
                .containsEntry("merged_into", null);
        assertThat(state(pair(one, other))).isEqualTo("OPEN");
    }

    @Test
    void aCorrectedChildThatIsNobodyElseLeavesTheList() {
        UUID one = register(DESA, "Kirana", "");
        UUID other = register(KOTA, "Kirane", "");
        told(one, other);
        assertThat(pairs(one)).hasSize(1);

        correct(other, KOTA, "Bagaskara Wibawa");
        told(other);

        assertThat(pairs(one)).isEmpty();
    }

    /** Children registered with the same events in any order and number of batches give the same pairs. */
    @Test
    void theOrderOfTheEventsIsNothing() {
        List<UUID> children = List.of(
                register(DESA, "Kirana", ""),
                register(KOTA, "Kirane", ""),
                register(DESA, "Kirana Putri", "\"birthWeightGrams\":2900,"),
                register(KOTA, "By Ny", ""));
        told(children.toArray(UUID[]::new));
        List<Map<String, Object>> expected = content(children);
        assertThat(expected).hasSizeGreaterThan(3);
        Random random = new Random(7);
        for (int round = 0; round < 5; round++) {
            database.write(
                    Scope.everywhere(),
                    tx -> tx.sql()
                            .createUpdate("delete from duplicate where one_id = any(:ids)")
                            .bindArray("ids", UUID.class, children.toArray())
                            .execute());
            List<UUID> told = new ArrayList<>(children);
            told.add(children.get(random.nextInt(4)));
            Collections.shuffle(told, random);
            int cut = random.nextInt(told.size());
            told(told.subList(0, cut).toArray(UUID[]::new));
            told(told.subList(cut, told.size()).toArray(UUID[]::new));

            assertThat(content(children)).as("round " + round).isEqualTo(expected);
        }
    }

    @Test
    void aScanComparesWhatNoEventToldAndGoesOnWhereItStopped() {
        UUID one = register(DESA, "Kirana", "");
        UUID other = register(KOTA, "Kirane", "");
        as("puskesmas", "36.04").post("/v1/duplicates:scan").then().statusCode(403);
        String id = as("admin", "*")
                .post("/v1/duplicates:scan")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        as("admin", "*").post("/v1/duplicates:scan").then().statusCode(202).body("id", equalTo(id));

        int steps = 0;
        while (scans.step()) {
            steps++;
        }

        assertThat(steps).isPositive();
        assertThat(pairs(one)).hasSize(1);
        as("admin", "*")
                .get("/v1/duplicates:scan")
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("finishedAt", not(equalTo(null)));
        assertThat(tables.row("select compared from same_person_scan where id = ?", UUID.fromString(id))
                        .get("compared"))
                .isEqualTo(tables.count("select (select count(*) from child) + (select count(*) from member)"));
        assertThat(pair(one, other)).isNotNull();
    }

    @Test
    void pagesHoldEveryPairOnceAndKeysAreNobodysToRead() {
        List<UUID> children = IntStream.range(0, 4)
                .mapToObj(each -> register(DESA, "Kirana", "\"birthOrder\":" + (each + 1) + ","))
                .toList();
        told(children.toArray(UUID[]::new));
        List<String> paged = listed("36.04", "OPEN");

        assertThat(paged).doesNotHaveDuplicates().containsAll(pairs(children.getFirst()));
        as("tpps", "36.04").get("/v1/duplicates").then().statusCode(400);
        as("tpps", "36.04").get("/v1/duplicates?area=36.04&after=x").then().statusCode(400);
        as("tpps", "36.73")
                .get("/v1/duplicates?area=36.04&limit=1000")
                .then()
                .body("findAll { it.children?.contains('%s') }".formatted(children.getFirst()), hasSize(0));
        assertThat(database.<Integer>read(
                        Scope.fromSetting(",36.04,"),
                        sql -> sql.createQuery("select count(*) from same_person_key")
                                .mapTo(Integer.class)
                                .one()))
                .isZero();
        assertThat(tables.count(
                        "select count(*) from same_person_key where kind = 'CHILD' and person_id = ?",
                        children.getFirst()))
                .isPositive();
    }

    @Test
    void familiesWithOneCardAreProposedToWhoSeesBoth() {
        String card = "36042001" + String.valueOf(10_000_000 + new Random().nextInt(89_999_999));
        UUID older = familyWith(card, DESA);
        UUID younger = familyWith(card, KOTA);

        assertThat(cards("36", "36.73")).contains(younger + " as " + older);
        assertThat(cards("36", "36.04")).doesNotContain(older + " as " + younger);
        assertThat(cards("36.73", "36.73")).noneMatch(pair -> pair.contains(younger.toString()));
    }

    private static UUID familyWith(String card, String desa) {
        UUID id = UUID.randomUUID();
        as("system", "36")
                .body("[" + family(id, desa, "PIPED").replaceFirst("\\{", "{\"cardNumber\":\"" + card + "\",") + "]")
                .post("/v1/families:batch")
                .then()
                .body("[0].outcome", equalTo("CREATED"));
        return id;
    }

    private static List<String> cards(String scope, String area) {
        List<Map<String, String>> pairs = as("tpps", scope)
                .get("/v1/family-duplicates?limit=1000&area=" + area)
                .then()
                .statusCode(200)
                .extract()
                .path("");
        return pairs.stream()
                .map(pair -> pair.get("family") + " as " + pair.get("sameCardAs"))
                .toList();
    }

    /** All pages of a list. */
    private static List<String> listed(String area, String state) {
        List<String> paged = new ArrayList<>();
        String next = "/v1/duplicates?area=%s&state=%s&limit=300".formatted(area, state);
        while (next != null) {
            var answer = as("tpps", area).get(next).then().statusCode(200).extract();
            paged.addAll(answer.path("id"));
            String link = answer.header("Link");
            next = link == null ? null : link.substring(link.indexOf("/v1/"), link.indexOf('>'));
        }
        return paged;
    }

    @Test
    void whatAFileOrAnImportFoundToBeTwoIsLeftToAPersonHoweverAlike() {
        UUID serang = register(DESA, "Anindita", "");
        UUID sameFile = register(KOTA, "Anindita", "");
        listed(UUID.randomUUID(), serang, sameFile);
        told(serang, sameFile);

        UUID imported = register(DESA, "Bagaskara", "");
        UUID neighbour = register(DESA, "Bagaskara", "");
        listed(UUID.randomUUID(), imported);
        told(imported, neighbour);

        UUID here = register(DESA, "Cempaka", "");
        UUID there = register(KOTA, "Cempaka", "");
        listed(UUID.randomUUID(), here);
        listed(UUID.randomUUID(), there);
        told(here, there);
        joinAll();

        assertThat(state(pair(serang, sameFile))).isEqualTo("OPEN");
        assertThat(state(pair(imported, neighbour))).isEqualTo("OPEN");
        assertThat(state(pair(here, there))).isEqualTo("MERGED");
    }

    /** As an import leaves it that has made these children. */
    private void listed(UUID file, UUID... children) {
        database.write(Scope.everywhere(), tx -> {
            tx.sql().execute("""
                    insert into import (id, areas, subject, format, dry_run, state, data_key, file_bytes, finished_at)
                    values (?, '{36}', 'tester', 'EPPGBM', false, 'DONE', ?, 1, clock_timestamp())""", file, new byte[] {1});
            for (int row = 0; row < children.length; row++) {
                tx.sql()
                        .execute(
                                "insert into import_row (import_id, row_number, outcome, reasons, child_id)"
                                        + " values (?, ?, 'CREATED', '{}', ?)",
                                file,
                                row + 2,
                                children[row]);
            }
            return file;
        });
    }

    private void told(UUID... children) {
        List<ReceivedEvent> events = Arrays.stream(children)
                .map(child -> new ReceivedEvent(
                        UUID.randomUUID(),
                        "id.tumbuh.registry.child-registered.v1",
                        "registry.children",
                        0,
                        0,
                        child.toString(),
                        1,
                        Instant.EPOCH,
                        null,
                        ("{\"childId\":\"" + child + "\"}").getBytes(StandardCharsets.UTF_8)))
                .toList();
        database.write(Scope.everywhere(), tx -> {
            consumer.apply(tx, events);
            return true;
        });
    }

    private void joinAll() {
        int joined = 0;
        while (join.joinOne()) {
            joined++;
        }
        assertThat(joined).isLessThan(10_000);
    }

    private UUID register(String desa, String name, String fields) {
        UUID id = UUID.randomUUID();
        as("system", "36")
                .body("[" + child(id, family(desa), name, fields) + "]")
                .post("/v1/children:batch")
                .then()
                .body("[0].outcome", equalTo("CREATED"));
        return id;
    }

    private void correct(UUID id, String desa, String name) {
        as("puskesmas", "36")
                .header("If-Match", "\"1\"")
                .body(child(id, family(desa), name, ""))
                .put("/v1/children/" + id)
                .then()
                .statusCode(204);
    }

    private static UUID family(String desa) {
        UUID family = UUID.randomUUID();
        as("system", "36")
                .body("[" + family(family, desa, "PIPED") + "]")
                .post("/v1/families:batch")
                .then()
                .statusCode(200);
        return family;
    }

    private String child(UUID id, UUID family, String name, String fields) {
        String written = name.startsWith("By") ? name + " " + mark : mark + " " + name;
        return """
                {"id":"%s","familyId":"%s","sex":"P","birthDate":"2024-03-17",%s"name":"%s","motherName":"%s ibu"}""".formatted(id, family, fields, written, mark);
    }

    private UUID pair(UUID one, UUID other) {
        PairKey key = PairKey.of(one, other);
        return UUID.fromString(String.valueOf(
                tables.row("select id from duplicate where one_id = ? and other_id = ?", key.one(), key.other())
                        .get("id")));
    }

    private List<String> pairs(UUID child) {
        return tables.rows("select id from duplicate where ? in (one_id, other_id)", child).stream()
                .map(row -> String.valueOf(row.get("id")))
                .toList();
    }

    private List<Map<String, Object>> content(List<UUID> children) {
        return tables.rows("""
                select one_id, other_id, round(score::numeric, 6) as score, automatic, cautions::text as cautions, state
                from duplicate where one_id = any(?) order by one_id, other_id""", (Object) children.toArray(UUID[]::new));
    }

    private Object state(UUID pair) {
        return String.valueOf(
                tables.row("select state from duplicate where id = ?", pair).get("state"));
    }

    private static void merge(UUID pair, UUID survivor, String area, int status) {
        as("puskesmas", area)
                .body("{\"survivor\":\"" + survivor + "\"}")
                .post("/v1/duplicates/" + pair + ":merge")
                .then()
                .statusCode(status);
    }

    private static String mark() {
        StringBuilder mark = new StringBuilder("Z");
        for (byte digit :
                UUID.randomUUID().toString().replace("-", "").substring(0, 9).getBytes(StandardCharsets.US_ASCII)) {
            mark.append(MARK_LETTERS.charAt(digit % MARK_LETTERS.length())).append("aiu".charAt(digit % 3));
        }
        return mark.toString();
    }
}
