package id.tumbuh.registry.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.registry.RegistryTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Adults in areas of their own: Jakarta Pusat and kabupaten Bandung. */
@QuarkusTest
class MemberDuplicateTest extends RegistryTest {
    private static final String GAMBIR = "31.71.01.1001";
    private static final String CILENGKRANG = "32.04.07.2002";
    private static final String DAYEUHKOLOT = "32.04.12.2002";
    private static final String LETTERS = "bdgklmnprstw";

    @Inject
    CompareMembers compare;

    @Inject
    JoinBeyondDoubt join;

    @Inject
    FindDuplicates find;

    @Inject
    SamePersonRules rules;

    @Inject
    Scans scans;

    @Inject
    Database database;

    private final String mark = mark();

    @Test
    void aWomanInTwoFamiliesIsOneBeyondDoubtAndTwoAgainWhenUndone() {
        UUID here = family(GAMBIR, "Karta");
        UUID there = family(DAYEUHKOLOT, "KARTA");
        UUID older = wife(here, "Rukmini", "1994-03-17");
        UUID younger = wife(there, "Roekmini", "1994-03-17");

        compareAll();
        joinAll();

        assertThat(into(younger)).isEqualTo(older);
        assertThat(tables.rows(
                        "select action, subject from audit_entry where object_id = ? order by id desc limit 1",
                        younger.toString()))
                .containsExactly(Map.of("action", "MERGE_AUTOMATICALLY", "subject", "registry.same-person"));
        as("kader", "32.04")
                .get("/v1/families/" + there + "/members")
                .then()
                .statusCode(200)
                .body("", hasSize(0));
        as("kader", "32.04")
                .get("/v1/families/" + there + "/members?on=" + today().minusDays(1))
                .then()
                .body("id", contains(younger.toString()))
                .body("leftBy", contains("SAME_PERSON"))
                .body("mergedInto", contains(older.toString()));

        unmerge(younger, "32.04", 204);
        compareAll();
        joinAll();

        assertThat(into(younger)).isNull();
        assertThat(state(older, younger)).isEqualTo("UNDONE");
    }

    @Test
    void apartFromBeyondDoubtAPairIsListedAndDecidedByWhoeverAnswersForTheOneGivenUp() {
        UUID one = wife(family(GAMBIR, "Karta"), "Rukmini", "1994-03-17", "\"nik\":\"3171015703940801\",");
        UUID other = wife(family(DAYEUHKOLOT, "Karta"), "Rukmini", "1994-03-17", "\"nik\":\"3204125703940802\",");
        compareAll();
        joinAll();
        UUID pair = pair(one, other);

        as("puskesmas", "31.71")
                .get("/v1/duplicates?kind=MEMBER&limit=1000&area=31.71")
                .then()
                .statusCode(200)
                .body("id", hasItem(pair.toString()))
                .body("kind", not(hasItem("CHILD")))
                .body(
                        "find { it.id == '%s' }.members".formatted(pair),
                        containsInAnyOrder(one.toString(), other.toString()))
                .body("find { it.id == '%s' }.cautions.code".formatted(pair), contains("TWO_NIKS"))
                .body("find { it.id == '%s' }.persons".formatted(pair), equalTo(null));
        as("puskesmas", "31.71")
                .get("/v1/duplicates?kind=CHILD&limit=1000&area=31.71")
                .then()
                .body("id", not(hasItem(pair.toString())));
        as("puskesmas", "32.04")
                .get("/v1/duplicates/" + pair)
                .then()
                .statusCode(200)
                .body("persons.spouseName", contains(mark + " Karta", mark + " Karta"))
                .body("evidence.code", hasItem("SPOUSE_SAME"));
        assertThat(tables.count(
                        "select count(*) from audit_entry where action = 'READ' and object_type = 'member' and object_id in (?, ?)",
                        one.toString(),
                        other.toString()))
                .isEqualTo(2);
        as("puskesmas", "36.04").get("/v1/duplicates/" + pair).then().statusCode(404);

        decide(pair, one, "31.71", 403);
        decide(pair, other, "31.71", 204);
        assertThat(into(one)).isEqualTo(other);
        assertThat(state(one, other)).isEqualTo("MERGED");
    }

    @Test
    void aDecisionHoldsUntilOneOfTheTwoSaysSomethingElse() {
        UUID one = wife(family(GAMBIR, "Karta"), "Rukmini", "1994-03-17");
        UUID family = family(DAYEUHKOLOT, "Karta");
        UUID other = wife(family, "Rukminih", "1994-03-17");
        compareAll();
        as("tpps", "32.04")
                .post("/v1/duplicates/" + pair(one, other) + ":different")
                .then()
                .statusCode(204);
        note(one, other);
        compareAll();
        assertThat(state(one, other)).isEqualTo("DIFFERENT");

        correct(other, member(other, family, "WIFE", "P", "Rukminih Dewi", "1994-03-17", ""));
        compareAll();

        assertThat(state(one, other)).isEqualTo("OPEN");
    }

    /** Whatever is lost by a crash is the transaction that compared, and with it that the note was taken. */
    @Test
    void whoDiesBetweenComparingAndJoiningLosesNothing() {
        UUID one = wife(family(GAMBIR, "Karta"), "Rukmini", "1994-03-17");
        UUID other = wife(family(DAYEUHKOLOT, "Karta"), "Rukmini", "1994-03-17");
        assertThat(notes(one, other)).isPositive();

        assertThatThrownBy(() -> database.write(Scope.everywhere(), tx -> {
                    tx.sql().execute("delete from member_to_compare");
                    find.find(tx, rules.today(), PersonKind.MEMBER, List.of(one, other));
                    throw new IllegalStateException("killed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(notes(one, other)).isPositive();
        assertThat(tables.rows("select 1 from duplicate where ? in (one_id, other_id)", one))
                .isEmpty();

        compareAll(); // and here it is killed again: the pair is stored, nobody is joined
        assertThat(notes(one, other)).isZero();
        assertThat(into(other)).isNull();
        note(one, other, other);
        compareAll(); // twice makes no difference
        assertThat(tables.count("select count(*) from duplicate where ? in (one_id, other_id)", one))
                .isOne();

        joinAll();
        assertThat(into(other)).isEqualTo(one);
    }

    @Test
    void whatAFileOrSourceListsAsTwoWaitsForAPerson() {
        UUID serang = wife(family(GAMBIR, "Karta"), "Anindita", "1994-03-17");
        UUID sameFile = wife(family(DAYEUHKOLOT, "Karta"), "Anindita", "1994-03-17");
        imported(UUID.randomUUID(), serang, sameFile);
        UUID here = wife(family(CILENGKRANG, "Bagas"), "Cempaka", "1991-05-05");
        UUID neighbour = wife(family(DAYEUHKOLOT, "Bagas"), "Cempaka", "1991-05-05");
        imported(UUID.randomUUID(), here);
        UUID east = wife(family(GAMBIR, "Danu"), "Kenanga", "1992-06-06");
        UUID west = wife(family(DAYEUHKOLOT, "Danu"), "Kenanga", "1992-06-06");
        imported(UUID.randomUUID(), east);
        imported(UUID.randomUUID(), west);

        compareAll();
        joinAll();

        assertThat(state(serang, sameFile)).isEqualTo("OPEN");
        assertThat(state(here, neighbour)).isEqualTo("OPEN");
        assertThat(state(east, west)).isEqualTo("MERGED");
    }

    @Test
    void whoseBirthDateNobodyKnowsIsNeverJoinedByItself() {
        UUID one = wife(family(GAMBIR, "Karta"), "Rukmini", "1994-03-17");
        UUID other = UUID.randomUUID();
        UUID family = family(GAMBIR, "Karta");
        register(member(other, family, "WIFE", "P", "Rukmini", "1994-03-17", "")
                .replace("\"birthDate\":\"1994-03-17\",", ""));

        compareAll();
        joinAll();

        assertThat(state(one, other)).isEqualTo("OPEN");
        assertThat(tables.row("select cautions::text as cautions from duplicate where id = ?", pair(one, other)))
                .containsEntry("cautions", "{NO_BIRTH_DATE}");
    }

    /** The head stands there twice; when the families are two again, so are they. */
    @Test
    void mergedFamiliesHaveTheirHeadOnceAndSeparatedOnesTwice() {
        UUID first = family(DAYEUHKOLOT, "Karta");
        UUID second = family(CILENGKRANG, "Karta");
        UUID head = member(first, "HEAD", "L", "Karta", "1990-01-02");
        UUID woman = wife(first, "Rukmini", "1994-03-17");
        UUID headAgain = member(second, "HEAD", "L", "Kartaa", "1990-01-02");
        UUID womanAgain = wife(second, "Rukminih", "1994-03-17");
        imported(UUID.randomUUID(), head, woman);
        compareAll();
        joinAll();
        assertThat(into(headAgain)).isNull(); // of one kabupaten, and one came by an import

        change(
                second,
                "merge",
                "{\"into\":\"%s\",\"effectiveOn\":\"%s\",\"reason\":\"SAME_PERSONS\"}".formatted(first, today()));
        compareAll();
        joinAll();

        assertThat(into(headAgain)).isEqualTo(head);
        assertThat(into(womanAgain)).isEqualTo(woman);
        as("kader", "32.04")
                .get("/v1/families/" + first + "/members")
                .then()
                .body("id", containsInAnyOrder(head.toString(), woman.toString()));

        change(second, "unmerge", "{}");

        assertThat(into(headAgain)).isNull();
        assertThat(into(womanAgain)).isNull();
        as("kader", "32.04")
                .get("/v1/families/" + second + "/members")
                .then()
                .body("id", containsInAnyOrder(headAgain.toString(), womanAgain.toString()))
                .body("active", contains(true, true));
        compareAll();
        joinAll();
        assertThat(into(headAgain)).isNull();
    }

    /** That two men are of one family, where a person has put them, doesn't make one's wife evidence for the other. */
    @Test
    void aFatherAndASonWhoseFamiliesWereMergedStayTwo() {
        UUID first = family(DAYEUHKOLOT, "Karta");
        UUID second = family(DAYEUHKOLOT, "Karta");
        UUID father = member(first, "HEAD", "L", "Karta Wijaya", "1960-01-02");
        UUID mother = wife(first, "Rukmini", "1964-03-17");
        UUID son = member(second, "HEAD", "L", "Karta Nugraha", "1990-10-20");
        change(
                second,
                "merge",
                "{\"into\":\"%s\",\"effectiveOn\":\"%s\",\"reason\":\"BY_MISTAKE\"}".formatted(first, today()));

        compareAll();
        joinAll();

        assertThat(into(son)).isNull();
        assertThat(into(father)).isNull();
        assertThat(into(mother)).isNull();
    }

    @Test
    void familiesWithoutACommonCardAreProposedByThePersonsTheyShare() {
        UUID first = family(DAYEUHKOLOT, "Karta");
        UUID second = family(CILENGKRANG, "Karta");
        UUID third = family(CILENGKRANG, "Karta");
        UUID head = member(first, "HEAD", "L", "Karta", "1990-01-02");
        UUID headAgain = member(second, "HEAD", "L", "Karta", "1990-01-02");
        UUID woman = wife(first, "Rukmini", "1994-03-17", "\"nik\":\"3204125703940901\",");
        UUID womanAgain = wife(second, "Rukmini", "1994-03-17", "\"nik\":\"3204125703940902\",");
        wife(third, "Rukmini", "1994-03-17", "\"nik\":\"3204125703940903\",");
        compareAll();
        joinAll();
        assertThat(into(headAgain)).isEqualTo(head);

        String found = "find { it.family == '%s' && it.other == '%s' }".formatted(second, first);
        as("tpps", "32.04")
                .get("/v1/family-duplicates?area=32.04&limit=1000")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body(found + ".sameCardAs", equalTo(null))
                .body(found + ".reasons.code", contains("JOINED_PERSONS", "LIKELY_SAME_PERSONS"))
                .body(found + ".persons.state", containsInAnyOrder("MERGED", "OPEN"))
                .body(
                        found + ".persons.find { it.state == 'OPEN' }.one",
                        equalTo(PairKey.of(woman, womanAgain).one().toString()))
                .body(found + ".persons.find { it.state == 'OPEN' }.evidence.code", hasItem("NAME_SAME"))
                .body("findAll { it.family == '%s' }".formatted(third), hasSize(0)); // shares one person only
        as("tpps", "32.04.12")
                .get("/v1/family-duplicates?area=32.04")
                .then()
                .body("findAll { it.family == '%s' }".formatted(second), hasSize(0));
        as("tpps", "32.04")
                .get("/v1/family-duplicates?area=32.04&after=x")
                .then()
                .statusCode(400);

        change(
                second,
                "merge",
                "{\"into\":\"%s\",\"effectiveOn\":\"%s\",\"reason\":\"SAME_PERSONS\"}".formatted(first, today()));
        as("tpps", "32.04")
                .get("/v1/family-duplicates?area=32.04&limit=1000")
                .then()
                .body("findAll { it.family == '%s' }".formatted(second), hasSize(0));
    }

    @Test
    void pagesOfFamiliesHoldEveryPairOnceWhateverTheReason() {
        String card = "32041201" + (10_000_000 + new Random().nextInt(89_999_999));
        UUID first = familyWith(card);
        UUID second = familyWith(card);
        UUID third = familyWith(card);
        UUID woman = wife(first, "Rukmini", "1994-03-17");
        member(first, "HEAD", "L", "Karta", "1990-01-02");
        wife(second, "Rukmini", "1994-03-17");
        member(second, "HEAD", "L", "Karta", "1990-01-02");
        compareAll();
        joinAll();

        List<String> paged = pairs("/v1/family-duplicates?area=32.04&limit=2");

        assertThat(paged)
                .doesNotHaveDuplicates()
                .contains(second + " " + first, third + " " + first)
                .isEqualTo(pairs("/v1/family-duplicates?area=32.04&limit=1000"));
        as("tpps", "32.04")
                .get("/v1/family-duplicates?area=32.04&limit=1000")
                .then()
                .body(
                        "find { it.family == '%s' }.reasons.code".formatted(second),
                        contains("SAME_CARD", "JOINED_PERSONS"))
                .body("find { it.family == '%s' }.persons.kind".formatted(second), contains("MEMBER", "MEMBER"))
                .body("find { it.family == '%s' }.reasons.code".formatted(third), contains("SAME_CARD"))
                .body("find { it.family == '%s' }.persons".formatted(third), hasSize(0));
        assertThat(into(woman)).isNull();
    }

    private static List<String> pairs(String from) {
        List<String> paged = new ArrayList<>();
        String next = from;
        while (next != null) {
            var answer = as("tpps", "32.04").get(next).then().statusCode(200).extract();
            List<Map<String, Object>> page = answer.path("");
            page.forEach(pair -> paged.add(pair.get("family") + " " + pair.get("other")));
            String link = answer.header("Link");
            next = link == null ? null : link.substring(link.indexOf("/v1/"), link.indexOf('>'));
        }
        return paged;
    }

    private UUID familyWith(String card) {
        UUID id = UUID.randomUUID();
        as("system", "31", "32")
                .body("[" + family(id, DAYEUHKOLOT, "PIPED").replaceFirst("\\{", "{\"cardNumber\":\"" + card + "\",")
                        + "]")
                .post("/v1/families:batch")
                .then()
                .body("[0].outcome", equalTo("CREATED"));
        return id;
    }

    @Test
    void aScanComparesMembersToo() {
        UUID one = wife(family(GAMBIR, "Karta"), "Rukmini", "1994-03-17");
        UUID other = wife(family(DAYEUHKOLOT, "Karta"), "Rukmini", "1994-03-17");
        database.write(
                Scope.everywhere(),
                tx -> tx.sql().execute("delete from member_to_compare where member_id in (?, ?)", one, other));
        as("admin", "*").post("/v1/duplicates:scan").then().statusCode(202);

        int steps = 0;
        while (scans.step()) {
            steps++;
        }
        assertThat(steps).isGreaterThan(1);

        assertThat(pair(one, other)).isNotNull();
    }

    private void imported(UUID file, UUID... members) {
        database.write(Scope.everywhere(), tx -> {
            tx.sql().execute("""
                    insert into import (id, areas, subject, format, dry_run, state, data_key, file_bytes, finished_at)
                    values (?, '{31,32}', 'tester', 'MEMBERS', false, 'DONE', ?, 1, clock_timestamp())""", file, new byte[] {1});
            for (int row = 0; row < members.length; row++) {
                tx.sql()
                        .execute(
                                "insert into import_row (import_id, row_number, outcome, reasons, record_id)"
                                        + " values (?, ?, 'CREATED', '{}', ?)",
                                file,
                                row + 2,
                                members[row]);
            }
            return file;
        });
    }

    private void compareAll() {
        int steps = 0;
        while (compare.step()) {
            assertThat(++steps).isLessThan(10_000);
        }
    }

    private void joinAll() {
        int joined = 0;
        while (join.joinOne()) {
            assertThat(++joined).isLessThan(10_000);
        }
    }

    private void note(UUID... members) {
        database.write(Scope.everywhere(), tx -> {
            for (UUID member : members) {
                tx.sql().execute("insert into member_to_compare (member_id) values (?)", member);
            }
            return members;
        });
    }

    private long notes(UUID one, UUID other) {
        return tables.count("select count(*) from member_to_compare where member_id in (?, ?)", one, other);
    }

    private UUID family(String desa, String head) {
        UUID id = UUID.randomUUID();
        as("system", "31", "32")
                .body("[" + family(id, desa, "PIPED").replace("Budi Contoh", mark + " " + head) + "]")
                .post("/v1/families:batch")
                .then()
                .body("[0].outcome", equalTo("CREATED"));
        return id;
    }

    private UUID wife(UUID family, String name, String born) {
        return wife(family, name, born, "");
    }

    private UUID wife(UUID family, String name, String born, String fields) {
        UUID id = UUID.randomUUID();
        register(member(id, family, "WIFE", "P", name, born, fields));
        return id;
    }

    private UUID member(UUID family, String relation, String sex, String name, String born) {
        UUID id = UUID.randomUUID();
        register(member(id, family, relation, sex, name, born, ""));
        return id;
    }

    private String member(UUID id, UUID family, String relation, String sex, String name, String born, String fields) {
        return """
                {"id":"%s","familyId":"%s","relation":"%s","sex":"%s","birthDate":"%s",%s"name":"%s %s"}""".formatted(id, family, relation, sex, born, fields, mark, name);
    }

    private static void register(String row) {
        as("system", "31", "32")
                .body("[" + row + "]")
                .post("/v1/members:batch")
                .then()
                .body("[0].outcome", equalTo("CREATED"));
    }

    private void correct(UUID id, String row) {
        as("puskesmas", "32.04")
                .header(
                        "If-Match",
                        "\""
                                + tables.row("select version from member where id = ?", id)
                                        .get("version") + "\"")
                .body(row)
                .put("/v1/members/" + id)
                .then()
                .statusCode(204);
    }

    private void change(UUID family, String verb, String body) {
        as("tpps", "32.04")
                .header(
                        "If-Match",
                        "\""
                                + tables.row("select version from family where id = ?", family)
                                        .get("version") + "\"")
                .body(body)
                .post("/v1/families/" + family + ":" + verb)
                .then()
                .statusCode(204);
    }

    private static void decide(UUID pair, UUID survivor, String area, int status) {
        as("puskesmas", area)
                .body("{\"survivor\":\"" + survivor + "\"}")
                .post("/v1/duplicates/" + pair + ":merge")
                .then()
                .statusCode(status);
    }

    private static void unmerge(UUID member, String area, int status) {
        as("puskesmas", area).post("/v1/members/" + member + ":unmerge").then().statusCode(status);
    }

    private @Nullable Object into(UUID member) {
        return tables.row("select merged_into from member where id = ?", member).get("merged_into");
    }

    private UUID pair(UUID one, UUID other) {
        PairKey key = PairKey.of(one, other);
        return UUID.fromString(String.valueOf(
                tables.row("select id from duplicate where one_id = ? and other_id = ?", key.one(), key.other())
                        .get("id")));
    }

    private @Nullable Object state(UUID one, UUID other) {
        return tables.row("select state from duplicate where id = ?", pair(one, other))
                .get("state");
    }

    private static String mark() {
        StringBuilder mark = new StringBuilder("Z");
        for (byte digit :
                UUID.randomUUID().toString().replace("-", "").substring(0, 9).getBytes(StandardCharsets.US_ASCII)) {
            mark.append(LETTERS.charAt(digit % LETTERS.length())).append("aiu".charAt(digit % 3));
        }
        return mark.toString();
    }
}
