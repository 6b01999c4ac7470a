package id.tumbuh.registry.erasure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.platform.testing.LocalServers;
import id.tumbuh.platform.testing.TestTokens;
import id.tumbuh.registry.RegistryTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ErasureResourceTest extends RegistryTest {
    /** What remains on purpose: who did what, that an erasure took place, which ids must not come back, what is on its way. */
    private static final Set<String> RECORDS = Set.of(
            "audit_entry",
            "audit_block",
            "erasure",
            "erasure_confirmation",
            "erased_person",
            "applied_erasure",
            "outbox");

    @Inject
    Database database;

    @Inject
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Inject
    ErasureConsumer erasures;

    @Inject
    ConfirmationConsumer confirmations;

    private final UUID erasure = UUID.randomUUID();
    private UUID family = UUID.randomUUID();
    private UUID child = UUID.randomUUID();
    private UUID sibling = UUID.randomUUID();

    @BeforeEach
    void aFamilyWithTwoChildrenConsentsAndRecords() {
        family = aFamily();
        child = aChildOf(family);
        sibling = UUID.randomUUID();
        post(
                        "/v1/children:batch",
                        "["
                                + child(sibling, family)
                                        .replace("2024-03-17", "2025-06-01")
                                        .replace("3604205703240001", "3604204106250001")
                                + "]")
                .statusCode(200);
        consent(child);
        database.write(Scope.everywhere(), tx -> {
            tx.sql()
                    .execute(
                            "insert into growth_record (measurement_id, child_id, content, version) values (?, ?, ?, 3)",
                            UUID.randomUUID(),
                            child,
                            new byte[] {1});
            UUID file = UUID.randomUUID();
            tx.sql().execute("""
                    insert into import (id, areas, subject, format, dry_run, state, data_key, file_bytes, finished_at, to_decide)
                    values (?, '{36.04}', 'tester', 'EPPGBM', false, 'DONE', ?, 1, clock_timestamp(), 1)""", file, new byte[] {1});
            tx.sql()
                    .execute(
                            "insert into import_row (import_id, row_number, outcome, reasons, child_id, measured_on)"
                                    + " values (?, 2, 'MATCHED', '{}', ?, '2025-01-01')",
                            file,
                            child);
            tx.sql()
                    .execute(
                            "insert into import_row (import_id, row_number, outcome, reasons, candidates, sealed)"
                                    + " values (?, 3, 'TO_DECIDE', '{}', array[?, ?], ?)",
                            file,
                            child,
                            sibling,
                            new byte[] {1});
            return tx;
        });
    }

    @Test
    void oneAsksAnotherAgreesAndNothingOfTheFamilyIsLeftInAnyTable() {
        ask("families", family, "ani").statusCode(202).body("state", equalTo("REQUESTED"));
        assertThat(tables.count("select count(*) from family where id = ?", family))
                .isOne();
        approve("ani").statusCode(409).body("code", equalTo("ERASURE_NEEDS_ANOTHER_PERSON"));

        approve("budi")
                .statusCode(200)
                .body("state", equalTo("ERASED"))
                .body("counts.child", equalTo(2))
                .body("counts.family", equalTo(1))
                .body("counts.consent", equalTo(1))
                .body("counts.growth_record", equalTo(1))
                .body("counts.import_row", equalTo(2))
                .body("missing", contains("measurement", "intervention", "reporting"));

        for (UUID id : List.of(family, child, sibling)) {
            assertThat(tablesWith(id.toString())).isEmpty();
        }
        assertThat(tables.row(
                        "select to_decide, rejected from import where id = (select max(id::text)::uuid from import"
                                + " where subject = 'tester' and rejected = 1)"))
                .containsEntry("to_decide", 0);
        as("puskesmas", "36.04").get("/v1/families/" + family).then().statusCode(404);
        as("puskesmas", "36.04").get("/v1/children/" + child).then().statusCode(404);
    }

    @Test
    void theWholeLifeOfAFamilyGoesWithItAndTheFamiliesItWasRegisteredAsTwice() {
        UUID twice = aFamily();
        UUID duplicates = aChildOf(twice);
        UUID bride = aMember(family, "CHILD", "P", "2001-05-06");
        UUID mother = aMember(family, "WIFE", "P", "1998-05-06");
        UUID others = aFamily();
        UUID groom = aMember(family, "CHILD", "L", "1999-05-06");
        UUID couple = aCouple(bride, null);
        UUID elsewhere = aCouple(aMember(others, "CHILD", "P", "2002-01-02"), groom);
        UUID pregnancy = UUID.randomUUID();
        post("/v1/pregnancies:batch", """
                [{"id":"%s","motherId":"%s","confirmedOn":"%s"}]""".formatted(pregnancy, mother, today().minusDays(90)))
                .body("[0].outcome", equalTo("CREATED"));
        UUID born = UUID.randomUUID();
        change("pregnancy", "pregnancies", pregnancy, "end", """
                {"endedOn":"%s","outcome":"LIVE_BIRTH","children":[{"id":"%s","sex":"P"}]}""".formatted(today(), born));
        change("family", "families", twice, "merge", """
                {"into":"%s","effectiveOn":"%s","reason":"SAME_CARD"}""".formatted(family, today()));
        change("family", "families", family, "move", """
                {"area":"36.04.20.2001","effectiveOn":"%s"}""".formatted(today()));

        ask("families", family, "ani").statusCode(202);
        approve("budi")
                .statusCode(200)
                .body("counts.child", equalTo(4))
                .body("counts.member", equalTo(3))
                .body("counts.pregnancy", equalTo(1))
                .body("counts.couple", equalTo(1))
                .body("counts.family", equalTo(2));

        for (UUID id : List.of(family, twice, child, duplicates, born, bride, mother, groom, couple, pregnancy)) {
            assertThat(tablesWith(id.toString())).as(id.toString()).isEmpty();
        }
        assertThat(tables.row("select groom_id from couple where id = ?", elsewhere))
                .containsEntry("groom_id", null);
        for (UUID told : List.of(twice, couple, pregnancy)) {
            assertThat(tables.row(
                            "select partition_key, body from outbox where key = ? order by id desc limit 1",
                            told.toString()))
                    .containsEntry("body", null)
                    .containsEntry("partition_key", "*");
        }
        post("/v1/members:batch", "[" + member(mother, others, "WIFE", "P", "1998-05-06") + "]")
                .body("[0].outcome", equalTo("CONFLICT"));
    }

    @Test
    void aChildGoesWithEveryRecordThatWasFoundToBeTheSame() {
        UUID twice = aChildOf(aFamily());
        UUID thrice = aChildOf(aFamily());
        merge(thrice, twice);
        merge(twice, child);

        ask("children", twice, "ani").statusCode(202);
        approve("budi").statusCode(200).body("counts.child", equalTo(3));

        for (UUID id : List.of(child, twice, thrice)) {
            assertThat(tablesWith(id.toString())).isEmpty();
        }
        as("puskesmas", "36.04").get("/v1/children/" + sibling).then().statusCode(200);
    }

    @Test
    void aMergedMemberGoesWithItsFamilyAndWhoItIsStaysUnderItsOwnName() {
        UUID other = aFamily();
        UUID survivor = aMember(other, "WIFE", "P", "1998-05-06");
        UUID here = aMember(family, "WIFE", "P", "1998-05-06");
        UUID further = aMember(aFamily(), "WIFE", "P", "1998-05-06");
        UUID pregnancy = UUID.randomUUID();
        post("/v1/pregnancies:batch", """
                [{"id":"%s","motherId":"%s","confirmedOn":"%s"}]""".formatted(pregnancy, here, today().minusDays(90)));
        database.write(
                Scope.everywhere(),
                tx -> tx.sql().execute("update member set name = 'Kenari Lama' where id = ?", here));
        mergeMembers(further, here);
        mergeMembers(here, survivor);
        assertThat(tables.row("select other_names::text as names from member where id = ?", survivor))
                .containsEntry("names", "{\"Kenari Lama\"}");

        ask("families", family, "ani").statusCode(202);
        approve("budi").statusCode(200).body("counts.member", equalTo(2));

        for (UUID id : List.of(here, further)) {
            assertThat(tablesWith(id.toString())).as(id.toString()).isEmpty();
        }
        assertThat(tables.row("select other_names::text as names from member where id = ?", survivor))
                .containsEntry("names", "{}");
        assertThat(tables.row("select mother_id, reported_mother_id from pregnancy where id = ?", pregnancy))
                .containsEntry("mother_id", survivor)
                .containsEntry("reported_mother_id", null);
    }

    @Test
    void withAWomanGoWhatElsewhereWasFoundToBeHer() {
        UUID survivor = aMember(family, "WIFE", "P", "1998-05-06");
        UUID elsewhere = aFamily();
        UUID merged = aMember(elsewhere, "WIFE", "P", "1998-05-06");
        mergeMembers(merged, survivor);

        ask("families", family, "ani").statusCode(202);
        approve("budi").statusCode(200).body("counts.member", equalTo(2));

        assertThat(tablesWith(merged.toString())).isEmpty();
        as("kader", "36.04")
                .get("/v1/families/" + elsewhere + "/members")
                .then()
                .statusCode(200);
        post("/v1/members:batch", "[" + member(merged, elsewhere, "WIFE", "P", "1998-05-06") + "]")
                .body("[0].outcome", equalTo("CONFLICT"));
    }

    private static void mergeMembers(UUID id, UUID into) {
        as("tpps", "36.04")
                .body("{\"into\":\"%s\"}".formatted(into))
                .post("/v1/members/" + id + ":merge")
                .then()
                .statusCode(204);
    }

    private static void merge(UUID id, UUID into) {
        as("tpps", "36.04")
                .body("{\"into\":\"%s\",\"reason\":\"SAME_CHILD\"}".formatted(into))
                .post("/v1/children/" + id + ":merge")
                .then()
                .statusCode(anyOf(equalTo(200), equalTo(204)));
    }

    @Test
    void aChildAloneIsForgottenByThePregnancyItWasBornOf() {
        UUID mother = aMember(family, "WIFE", "P", "1998-05-06");
        UUID pregnancy = UUID.randomUUID();
        post("/v1/pregnancies:batch", """
                [{"id":"%s","motherId":"%s","confirmedOn":"2025-01-01"}]""".formatted(pregnancy, mother));
        change("pregnancy", "pregnancies", pregnancy, "end", """
                {"endedOn":"2025-06-01","outcome":"LIVE_BIRTH","registeredChildren":["%s"]}""".formatted(sibling));

        ask("children", sibling, "ani").statusCode(202);
        approve("budi").statusCode(200);

        assertThat(tables.lastBody(pregnancy)).contains("\"childIds\":[]");
        assertThat(tablesWith(sibling.toString())).isEmpty();
    }

    private static String member(UUID id, UUID family, String relation, String sex, String born) {
        return """
                {"id":"%s","familyId":"%s","relation":"%s","sex":"%s","birthDate":"%s","name":"Contoh Anggota"}""".formatted(id, family, relation, sex, born);
    }

    private static UUID aMember(UUID family, String relation, String sex, String born) {
        UUID id = UUID.randomUUID();
        post("/v1/members:batch", "[" + member(id, family, relation, sex, born) + "]")
                .body("[0].outcome", equalTo("CREATED"));
        return id;
    }

    private static UUID aCouple(UUID bride, @Nullable UUID groom) {
        UUID id = UUID.randomUUID();
        String his = groom == null ? "" : "\"groomId\":\"" + groom + "\",";
        post("/v1/couples:batch", """
                [{"id":"%s","brideId":"%s",%s"registeredOn":"%s"}]""".formatted(id, bride, his, today())).body("[0].outcome", equalTo("CREATED"));
        return id;
    }

    private void change(String table, String path, UUID id, String verb, String body) {
        as("system", "36.04")
                .header(
                        "If-Match",
                        "\""
                                + tables.row("select version from " + table + " where id = ?", id)
                                        .get("version") + "\"")
                .body(body)
                .post("/v1/" + path + "/" + id + ":" + verb)
                .then()
                .statusCode(204);
    }

    @Test
    void whatWentIsToldByIdsAloneAndErasedFromEveryPartitionOfTheTopics() {
        ask("families", family, "ani").statusCode(202);
        approve("budi").statusCode(200);

        assertThat(tables.lastBody(erasure)).contains(family.toString(), child.toString(), sibling.toString());
        for (UUID id : List.of(family, child, sibling)) {
            assertThat(tables.row(
                            "select topic, partition_key, body, sequence from outbox where key = ? order by id desc limit 1",
                            id.toString()))
                    .containsEntry("body", null)
                    .containsEntry("partition_key", "*");
        }
        assertThat(tables
                        .rows(
                                "select topic from outbox where body is null and id > (select max(id) from outbox where key = ?"
                                        + " and body is not null) - 100",
                                child.toString())
                        .stream()
                        .map(row -> row.get("topic")))
                .contains("registry.families", "registry.children", "registry.growth-records", "registry.consents");
    }

    @Test
    void aChildAloneGoesAndItsFamilyStaysReadableAndIsScreenedAnew() {
        ask("children", sibling, "ani").statusCode(202);
        approve("budi").statusCode(200).body("counts.child", equalTo(1));

        assertThat(tablesWith(sibling.toString())).isEmpty();
        as("puskesmas", "36.04")
                .get("/v1/families/" + family)
                .then()
                .statusCode(200)
                .body("headName", equalTo("Budi Contoh"));
        as("puskesmas", "36.04")
                .get("/v1/children/" + child)
                .then()
                .statusCode(200)
                .body("nikKnown", equalTo(true));
        assertThat(tables.row("select child_births::text as births from family where id = ?", family))
                .containsEntry("births", "{2024-03-17}");
    }

    @Test
    void askingAndAgreeingAgainChangesNothing() {
        ask("families", family, "ani").statusCode(202);
        ask("families", family, "ani").statusCode(202).body("state", equalTo("REQUESTED"));
        approve("budi").statusCode(200);
        long announced = tables.count("select count(*) from outbox");

        approve("budi").statusCode(200).body("state", equalTo("ERASED"));
        ask("families", family, "ani").statusCode(202).body("state", equalTo("ERASED"));
        assertThat(tables.count("select count(*) from outbox")).isEqualTo(announced);
    }

    @Test
    void anErasedIdIsNotRegisteredAgain() {
        ask("families", family, "ani").statusCode(202);
        approve("budi").statusCode(200);

        post("/v1/families:batch", "[" + family(family, DESA, "PIPED") + "]").body("[0].outcome", equalTo("CONFLICT"));
        UUID other = aFamily();
        post("/v1/children:batch", "[" + child(child, other) + "]").body("[0].outcome", equalTo("CONFLICT"));
    }

    @Test
    void afterARestoreTheTopicErasesAgain() {
        ask("families", family, "ani").statusCode(202);
        approve("budi").statusCode(200);
        String notice = tables.lastBody(erasure);
        // as a backup from before brings them back
        Jdbi.create(url, "registry_owner", LocalServers.PASSWORD)
                .useHandle(sql -> sql.execute("delete from erased_person"));
        post("/v1/families:batch", "[" + family(family, DESA, "PIPED") + "]").body("[0].outcome", equalTo("CREATED"));
        post("/v1/children:batch", "[" + child(child, family) + "]").body("[0].outcome", equalTo("CREATED"));

        apply(notice);
        apply(notice);

        assertThat(tablesWith(family.toString())).isEmpty();
        assertThat(tablesWith(child.toString())).isEmpty();
        post("/v1/children:batch", "[" + child(child, aFamily()) + "]").body("[0].outcome", equalTo("CONFLICT"));
    }

    @Test
    void theCertificateSaysWhoHasConfirmedWhenAndWhat() {
        ask("families", family, "ani").statusCode(202);
        approve("budi").statusCode(200);

        confirm("measurement", "2026-11-26T02:00:00Z", "{\"child\": 2, \"measurement\": 7}");
        confirm("measurement", "2026-11-26T03:00:00Z", "{\"child\": 0}");
        confirm("intervention", "2026-11-26T02:00:01Z", "{\"need\": 1}");
        certificate("tpps", "36.04")
                .body("state", equalTo("ERASED"))
                .body("missing", contains("reporting"))
                .body("confirmations.service", contains("intervention", "measurement"))
                .body("confirmations[1].counts.measurement", equalTo(7))
                .body("confirmations[1].at", equalTo("2026-11-26T02:00:00Z"));
        confirm("reporting", "2026-11-26T02:00:02Z", "{}");
        certificate("auditor", "*")
                .body("state", equalTo("COMPLETE"))
                .body("missing", empty())
                .body("requestedBy", equalTo("ani"))
                .body("approvedBy", equalTo("budi"));
        as("tpps", "36.73").get("/v1/erasures/" + erasure).then().statusCode(404);
    }

    @Test
    void aRequestIsTakenBackBeforeItIsCarriedOutAndNotAfter() {
        ask("families", family, "ani").statusCode(202);
        cancel().statusCode(204);
        cancel().statusCode(404);
        ask("families", family, "ani").statusCode(202);
        approve("budi").statusCode(200);
        cancel().statusCode(409).body("code", equalTo("ERASURE_DONE"));
    }

    @Test
    void whatIsNotThereNotTheCallersOrWithoutAReasonIsRefused() {
        ask("families", UUID.randomUUID(), "ani").statusCode(404);
        asPerson("ani", "tpps", "36.73")
                .body(request(erasure))
                .post("/v1/families/" + family + ":erase")
                .then()
                .statusCode(404);
        asPerson("ani", "tpps", "36.04")
                .body(request(erasure).replace("REQUESTED_BY_SUBJECT", "ANGER"))
                .post("/v1/families/" + family + ":erase")
                .then()
                .statusCode(422)
                .body("code", equalTo("ERASURE_REASON_UNKNOWN"));
        asPerson("ani", "tpps", "36.04")
                .body(request(erasure).replace("HAPUS-3", "3604205703240001"))
                .post("/v1/families/" + family + ":erase")
                .then()
                .statusCode(422)
                .body("errors", hasSize(1));
        ask("families", family, "ani").statusCode(202);
        asPerson("ani", "tpps", "36.04")
                .body(request(UUID.randomUUID()))
                .post("/v1/families/" + family + ":erase")
                .then()
                .statusCode(409)
                .body("code", equalTo("ERASURE_ALREADY_REQUESTED"));
        asPerson("budi", "tpps", "36.73")
                .post("/v1/erasures/" + erasure + ":approve")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kader", "tpk", "puskesmas", "opd", "system", "partner", "auditor", "admin"})
    void onlyTppsAndBkkbnDecide(String role) {
        as(role, "*")
                .body(request(erasure))
                .post("/v1/families/" + family + ":erase")
                .then()
                .statusCode(403);
        as(role, "*").post("/v1/erasures/" + erasure + ":approve").then().statusCode(403);
    }

    private ValidatableResponse ask(String what, UUID id, String person) {
        return asPerson(person, "tpps", "36.04")
                .body(request(erasure))
                .post("/v1/" + what + "/" + id + ":erase")
                .then();
    }

    private ValidatableResponse approve(String person) {
        return asPerson(person, "bkkbn", "*")
                .post("/v1/erasures/" + erasure + ":approve")
                .then();
    }

    private ValidatableResponse cancel() {
        return asPerson("budi", "tpps", "36.04")
                .post("/v1/erasures/" + erasure + ":cancel")
                .then();
    }

    private ValidatableResponse certificate(String role, String area) {
        return as(role, area).get("/v1/erasures/" + erasure).then().statusCode(200);
    }

    private static String request(UUID id) {
        return "{\"id\": \"" + id + "\", \"reason\": \"REQUESTED_BY_SUBJECT\", \"requestReference\": \"HAPUS-3\"}";
    }

    private static RequestSpecification asPerson(String person, String role, String area) {
        TestTokens.Claims some = TestTokens.claims(role, area);
        TestTokens.Claims own =
                new TestTokens.Claims(some.issuer(), some.audience(), person, role, some.wilayah(), some.expires());
        return given().auth()
                .oauth2(TestTokens.signed(own))
                .contentType("application/json")
                .urlEncodingEnabled(false)
                .header("Accept-Language", "en");
    }

    private void consent(UUID child) {
        as("kader", DESA)
                .body("""
                {"id": "%s", "childId": "%s", "purpose": "RESEARCH", "legalBasis": "CONSENT", "givenBy": "MOTHER",
                 "evidence": {"kind": "SIGNED_FORM", "reference": "A-1"}, "validFrom": "2026-01-01",
                 "validUntil": "2026-12-31"}""".formatted(UUID.randomUUID(), child))
                .post("/v1/consents")
                .then()
                .statusCode(201);
    }

    private void apply(String notice) {
        ReceivedEvent event = event("id.tumbuh.registry.family-erased.v1", "registry.erasures", Instant.now(), notice);
        database.write(Scope.everywhere(), tx -> {
            erasures.apply(tx, List.of(event));
            return event;
        });
    }

    private void confirm(String service, String at, String counts) {
        ReceivedEvent event = event(
                "id.tumbuh." + service + ".erasure-confirmed.v1",
                service + ".erasures",
                Instant.parse(at),
                "{\"erasureId\": \"%s\", \"version\": 1, \"service\": \"%s\", \"counts\": %s}"
                        .formatted(erasure, service, counts));
        database.write(Scope.everywhere(), tx -> {
            confirmations.apply(tx, List.of(event));
            return event;
        });
    }

    private ReceivedEvent event(String type, String topic, Instant time, String body) {
        return new ReceivedEvent(
                UUID.randomUUID(),
                type,
                topic,
                0,
                0,
                erasure.toString(),
                1,
                time,
                null,
                body.getBytes(StandardCharsets.UTF_8));
    }

    /** Every table there is, whoever made it: a feature that forgets to erase is found here. */
    private List<String> tablesWith(String text) {
        return tables
                .rows("select table_name from information_schema.tables where table_schema = 'public'"
                        + " and table_type = 'BASE TABLE'")
                .stream()
                .map(row -> String.valueOf(row.get("table_name")))
                .filter(table -> !RECORDS.contains(table))
                .filter(table -> tables.count(
                                "select count(*) from \"" + table + "\" as t where t::text like ?", "%" + text + "%")
                        > 0)
                .toList();
    }
}
