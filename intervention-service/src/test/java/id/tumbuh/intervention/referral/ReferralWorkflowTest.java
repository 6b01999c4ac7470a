package id.tumbuh.intervention.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import id.tumbuh.intervention.TestDatabase;
import id.tumbuh.intervention.casework.Telling;
import id.tumbuh.intervention.change.Days;
import id.tumbuh.intervention.circumstance.Fact;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.circumstance.RiskFactor;
import id.tumbuh.intervention.circumstance.Stunting;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Persons and facts move the same referrals; each test in families of its own in 36.71 and 17.02. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ReferralWorkflowTest {
    private static final LocalDate TODAY = Days.today();
    private static final LocalDate SENT = TODAY.minusDays(5);

    @Inject
    Telling telling;

    @Inject
    TestDatabase database;

    @Inject
    EscalateReferrals escalate;

    private final UUID family = UUID.randomUUID();
    private final UUID child = UUID.randomUUID();
    private final AreaCode desa = new AreaCode("36.71.01.1001");

    @Test
    void theOpdAcceptsForADayByRuleAndEverybodyHearsOfIt() {
        UUID id = referred("UNSAFE_WATER");

        move(pupr(), id, "accept", 1, "{}")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .header("Cache-Control", equalTo("no-store"))
                .body("stage", equalTo("ACCEPTED"))
                .body("dueOn", equalTo(TODAY.plusDays(120).toString()))
                .body("limitOn", equalTo(TODAY.plusDays(120).toString()));

        assertThat(database.announced(family)).endsWith("referral-opened 1", "referral-accepted 2");
        assertThat(database.lastBody(id)).contains("\"dueOn\":\"" + TODAY.plusDays(120) + "\"");
        assertThat(database.rows(
                        "select 1 from audit_entry where object_id = ? and action = 'ACCEPT_REFERRAL'", id.toString()))
                .hasSize(1);
    }

    @Test
    void anAnswerThatWasLostIsGivenAgainAndNothingMoreHappens() {
        UUID id = referred("UNSAFE_WATER");

        move(pupr(), id, "accept", 1, "{}").then().statusCode(200);
        move(pupr(), id, "accept", 1, "{}").then().statusCode(200).header("ETag", equalTo("\"2\""));
        move(pupr(), id, "decline", 1, "{\"reason\":\"NO_BUDGET\"}").then().statusCode(412);
        json(pupr()).body("{}").post("/v1/referrals/{id}:accept", id).then().statusCode(428);

        assertThat(database.announced(family))
                .filteredOn(type -> type.startsWith("referral-accepted"))
                .hasSize(1);
    }

    @Test
    void anOpdSeesAndMovesItsOwnFieldOnly() {
        UUID id = referred("UNSAFE_WATER");
        String other = TestTokens.opdToken("DINKES", "36.71");
        String unnamed = TestTokens.token(Roles.OPD, "36.71");

        move(other, id, "accept", 1, "{}").then().statusCode(404);
        as(other).get("/v1/referrals/{id}", id).then().statusCode(404);
        as(other).get("/v1/referrals?area=36.71").then().body("field", everyItem(equalTo("DINKES")));
        as(other).get("/v1/referrals?area=36.71&field=PUPR").then().body("$", empty());
        as(unnamed).get("/v1/referrals/{id}", id).then().statusCode(200);
        move(unnamed, id, "accept", 1, "{}").then().statusCode(403).body("code", equalTo("NOT_YOUR_FIELD"));
        move(TestTokens.opdToken("PUPR", "36.73"), id, "accept", 1, "{}").then().statusCode(404);
        for (String role : List.of(Roles.BKKBN, Roles.ADMIN, Roles.AUDITOR, Roles.TPPS)) {
            move(TestTokens.token(role, "36.71"), id, "accept", 1, "{}").then().statusCode(403);
        }
    }

    @Test
    void whatIsDeclinedGoesBackToTheTppsWhichSendsItElsewhere() {
        UUID id = referred("UNSAFE_WATER");
        String tpps = TestTokens.token(Roles.TPPS, "36.71");

        move(pupr(), id, "decline", 1, "{\"reason\":\"JUST_SO\"}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/reason"));
        move(pupr(), id, "decline", 1, "{\"reason\":\"NOT_OUR_FIELD\"}")
                .then()
                .body("stage", equalTo("DECLINED"))
                .body("declineReason", equalTo("NOT_OUR_FIELD"));
        as(tpps).get("/v1/referrals?area=" + desa + "&stage=DECLINED&limit=1000")
                .then()
                .body("id", hasItem(id.toString()));
        move(pupr(), id, "send-again", 2, "{}").then().statusCode(403);
        move(tpps, id, "send-again", 2, "{\"field\":\"PERKIM\"}")
                .then()
                .statusCode(200)
                .body("field", equalTo("PERKIM"))
                .body("sentOn", equalTo(TODAY.toString()))
                .body("declineReason", nullValue());
        move(TestTokens.opdToken("PERKIM", "36.71"), id, "accept", 3, "{}")
                .then()
                .statusCode(200);
    }

    @Test
    void whatIsDoneWaitsForTheRegistryAndEndsWithIt() {
        UUID id = referred("UNSAFE_WATER");

        move(pupr(), id, "accept", 1, "{}").then().statusCode(200);
        move(pupr(), id, "done", 2, proof(TODAY.plusDays(1))).then().statusCode(400);
        move(pupr(), id, "done", 2, proof(TODAY))
                .then()
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("stage", equalTo("DONE"))
                .body("proof.what", equalTo("WELL_BUILT"))
                .body("proof.quantity", equalTo(1))
                .body("limitOn", nullValue());
        risks(2, desa);
        as(pupr())
                .get("/v1/referrals/{id}", id)
                .then()
                .body("state", equalTo("CLOSED"))
                .body("stage", equalTo("DONE"))
                .body("reason", equalTo("RISK_FACTOR_GONE"))
                .body("version", equalTo(4));
        move(pupr(), id, "done", 4, proof(TODAY)).then().statusCode(409).body("code", equalTo("REFERRAL_CLOSED"));
        assertThat(database.announced(family))
                .filteredOn(event -> event.startsWith("referral"))
                .containsExactly("referral-opened 1", "referral-accepted 2", "referral-done 3", "referral-closed 4");
    }

    @Test
    void aListIsAnsweredRowByRow() {
        UUID water = referred("UNSAFE_WATER", "UNSAFE_SANITATION", "NO_MODERN_CONTRACEPTION");
        UUID latrine = idOf("UNSAFE_SANITATION");
        UUID elsewhere = idOf("NO_MODERN_CONTRACEPTION");
        String rows = """
                [{"id":"%s","version":1},{"id":"%s","version":7},{"id":"%s","version":1},{"id":"%s","version":1,"dueOn":"2001-01-01"},
                 {"id":"%s","version":1,"dueOn":"soon"},{"id":"%s","version":1,"nama":"Budi"},{"version":1},{"id":"%s","version":1}]""".formatted(water, latrine, elsewhere, latrine, latrine, latrine, water);

        json(pupr())
                .body(rows)
                .post("/v1/referrals:accept")
                .then()
                .statusCode(200)
                .body(
                        "outcome",
                        contains("DONE", "STALE", "UNKNOWN", "REFUSED", "REFUSED", "REFUSED", "REFUSED", "UNCHANGED"))
                .body("[0].version", equalTo(2))
                .body("[3].problem.errors[0].pointer", equalTo("/dueOn"))
                .body("[3].problem.errors[0].reason", equalTo("DUE_DAY_OUT_OF_RANGE"))
                .body("[4].problem.errors[0].pointer", equalTo("/dueOn"))
                .body("[5].problem.errors", not(hasItem("nama")))
                .body("[6].problem.errors[0].pointer", equalTo("/id"));
        json(pupr()).body("{}").post("/v1/referrals:accept").then().statusCode(400);
    }

    @Test
    void anOpdAcceptsAndFinishesHundredsAtOnce() {
        AreaCode own = new AreaCode("36.71.02.1001");
        IntStream.range(0, 300).forEach(n -> {
            UUID one = UUID.randomUUID();
            telling.tell(
                    new Fact.Risks(one, 1, SENT, own, Set.of(new RiskFactor("UNSAFE_WATER")), null),
                    new Fact.Growth(UUID.randomUUID(), 1, SENT, new Home(one, own), Stunting.STUNTED, 30, true));
        });
        List<String> ids =
                as(pupr()).get("/v1/referrals?area=" + own + "&limit=1000").path("id");
        assertThat(ids).hasSize(300);

        List<String> accepted = json(pupr())
                .body(rows(ids, "\"version\":1"))
                .post("/v1/referrals:accept")
                .path("outcome");
        List<String> done = json(pupr())
                .body(rows(
                        ids,
                        "\"version\":2," + proof(TODAY).strip().substring(1).replaceFirst("}$", "")))
                .post("/v1/referrals:done")
                .path("outcome");

        assertThat(accepted).hasSize(300).containsOnly("DONE");
        assertThat(done).hasSize(300).containsOnly("DONE");
        as(TestTokens.token(Roles.TPPS, "36.71"))
                .get("/v1/referrals/summary?area=36.71")
                .then()
                .body("rows.find { it.area == '36.71.02' && it.field == 'PUPR' }.done", equalTo(300))
                .body("rows.find { it.area == '36.71.02' && it.field == 'PUPR' }.sent", equalTo(0));
    }

    @Test
    void aPuskesmasRefersAnIllChild() {
        referred();
        String puskesmas = TestTokens.token(Roles.PUSKESMAS, "36.71.01");
        UUID id = UUID.randomUUID();
        String body = "{\"id\":\"%s\",\"childId\":\"%s\",\"cause\":\"ILLNESS\"}".formatted(id, child);
        String dinkes = TestTokens.opdToken("DINKES", "36.71");

        json(puskesmas)
                .body(body)
                .post("/v1/referrals")
                .then()
                .statusCode(201)
                .body("field", equalTo("DINKES"))
                .body("childId", equalTo(child.toString()))
                .body("familyId", equalTo(family.toString()))
                .body("area", equalTo(desa.value()))
                .body("reason", equalTo("REFERRED_BY_PERSON"));
        json(puskesmas).body(body).post("/v1/referrals").then().statusCode(200);
        json(puskesmas)
                .body(body.replace("ILLNESS", "PARENTING"))
                .post("/v1/referrals")
                .then()
                .statusCode(409)
                .body("code", equalTo("REFERRAL_ID_TAKEN"));
        json(puskesmas)
                .body(body.replace(id.toString(), UUID.randomUUID().toString()))
                .post("/v1/referrals")
                .then()
                .statusCode(409)
                .body("code", equalTo("REFERRAL_ALREADY_OPEN"));
        json(puskesmas)
                .body(body.replace("ILLNESS", "BAD_LUCK"))
                .post("/v1/referrals")
                .then()
                .statusCode(400)
                .body("errors[0].reason", equalTo("CAUSE_UNKNOWN"));
        json(TestTokens.token(Roles.PUSKESMAS, "36.73"))
                .body(body.replace(id.toString(), UUID.randomUUID().toString()))
                .post("/v1/referrals")
                .then()
                .statusCode(404);

        move(dinkes, id, "accept", 1, "{}")
                .then()
                .body("dueOn", equalTo(TODAY.plusDays(7).toString()));
        move(dinkes, id, "done", 2, proof(TODAY).replace("WELL_BUILT", "TREATED"))
                .then()
                .body("state", equalTo("CLOSED"))
                .body("reason", equalTo("DONE"));
        assertThat(database.announced(family))
                .endsWith("referral-opened 1", "referral-accepted 2", "referral-closed 3");
    }

    @Test
    void anIdOfSomewhereElseIsTakenAndNotOverwritten() {
        UUID taken = referred("UNSAFE_WATER");
        UUID otherFamily = UUID.randomUUID();
        telling.tell(new Fact.Risks(otherFamily, 1, SENT, new AreaCode("17.02.01.2001"), Set.of(), null));

        json(TestTokens.token(Roles.TPPS, "17.02"))
                .body("{\"id\":\"%s\",\"familyId\":\"%s\",\"cause\":\"HOUSE\"}".formatted(taken, otherFamily))
                .post("/v1/referrals")
                .then()
                .statusCode(409);

        assertThat(database.row("select area_code, version from referral where id = ?", taken))
                .containsEntry("area_code", desa.value())
                .containsEntry("version", 1L);
    }

    @Test
    void whatAPersonReferredIsTakenBackAndMovesWithTheFamily() {
        referred();
        String tpps = TestTokens.token(Roles.TPPS, "36.71", "17.02");
        UUID id = UUID.randomUUID();
        json(tpps)
                .body("{\"id\":\"%s\",\"familyId\":\"%s\",\"cause\":\"HOUSE\"}".formatted(id, family))
                .post("/v1/referrals")
                .then()
                .statusCode(201);

        risks(2, new AreaCode("17.02.01.2001"));

        as(tpps).get("/v1/referrals/{id}", id).then().body("reason", equalTo("FAMILY_MOVED"));
        UUID moved = UUID.fromString(TestDatabase.text(
                database.row("select id from referral where family_id = ? and state = 'OPEN'", family), "id"));
        as(tpps).get("/v1/referrals/{id}", moved).then().body("area", equalTo("17.02.01.2001"));
        move(tpps, moved, "withdraw", 1, "").then().statusCode(200).body("reason", equalTo("WITHDRAWN"));
        UUID facts = referredElsewhere("UNSAFE_WATER");
        move(tpps, facts, "withdraw", 1, "").then().statusCode(409).body("code", equalTo("REFERRAL_FOLLOWS_FACTS"));
    }

    @Test
    void whatIsLateBecomesTheBusinessOfTheNextLevelOnce() {
        UUID id = referred("UNSAFE_WATER", "UNSAFE_SANITATION");
        UUID latrine = idOf("UNSAFE_SANITATION");
        move(pupr(), latrine, "accept", 1, "{}").then().statusCode(200);
        String tpps = TestTokens.token(Roles.TPPS, "36.71");

        pass(SENT.plusDays(14));
        as(tpps).get("/v1/referrals/{id}", id).then().body("escalatedTo", nullValue());
        pass(SENT.plusDays(15));
        pass(SENT.plusDays(15));
        as(tpps).get("/v1/referrals/{id}", id)
                .then()
                .body("escalatedTo", equalTo("KECAMATAN"))
                .body("version", equalTo(2));
        pass(SENT.plusDays(45));
        as(tpps).get("/v1/referrals?area=" + desa + "&level=PROVINCE&limit=1000")
                .then()
                .body("id", hasItem(id.toString()))
                .body("id", not(hasItem(latrine.toString())));
        assertThat(database.rows("select type, sequence from outbox where key = ? order by id", id.toString()))
                .extracting(row -> TestDatabase.text(row, "type"))
                .containsExactly(
                        "id.tumbuh.intervention.referral-opened.v1",
                        "id.tumbuh.intervention.referral-escalated.v1",
                        "id.tumbuh.intervention.referral-escalated.v1");
        move(pupr(), id, "accept", 3, "{}").then().body("escalatedTo", nullValue());
    }

    @Test
    void whatIsOverdueTodayIsListedWhetherOrNotThePassHasRun() {
        UUID id = referredOn(TODAY.minusDays(15), "UNSAFE_WATER");
        UUID inTime = UUID.randomUUID();
        telling.tell(
                new Fact.Risks(inTime, 1, TODAY.minusDays(14), desa, Set.of(new RiskFactor("UNSAFE_WATER")), null),
                new Fact.Growth(
                        UUID.randomUUID(), 1, TODAY.minusDays(14), new Home(inTime, desa), Stunting.STUNTED, 30, true));
        String tpps = TestTokens.token(Roles.TPPS, "36.71");

        as(tpps).get("/v1/referrals?area=" + desa + "&overdue=true&limit=1000")
                .then()
                .body("id", hasItem(id.toString()))
                .body("familyId", not(hasItem(inTime.toString())));
        as(tpps).get("/v1/referrals?area=" + desa + "&overdue=false&limit=1000")
                .then()
                .body("id", not(hasItem(id.toString())))
                .body("familyId", hasItem(inTime.toString()));
    }

    /** Facts and persons at once: every referral's versions are told one after the other, each once. */
    @Test
    void factsAndPersonsNeverOverwriteEachOther() throws InterruptedException, ExecutionException {
        AreaCode own = new AreaCode("36.71.03.1001");
        List<UUID> families = Stream.generate(UUID::randomUUID).limit(40).toList();
        families.forEach(one -> telling.tell(
                new Fact.Risks(one, 1, SENT, own, Set.of(new RiskFactor("UNSAFE_WATER")), null),
                new Fact.Growth(UUID.randomUUID(), 1, SENT, new Home(one, own), Stunting.STUNTED, 30, true)));
        List<String> ids =
                as(pupr()).get("/v1/referrals?area=" + own + "&limit=1000").path("id");
        List<Callable<Object>> work = new ArrayList<>();
        families.forEach(one -> work.add(() -> {
            telling.tell(new Fact.Risks(one, 2, TODAY, own, Set.of(), null));
            return one;
        }));
        ids.forEach(id -> work.add(
                () -> move(pupr(), UUID.fromString(id), "accept", 1, "{}").statusCode()));

        try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
            for (Future<Object> one : threads.invokeAll(work)) {
                one.get();
            }
        }

        for (String id : ids) {
            List<Object> told = database.rows("select sequence from outbox where key = ? order by id", id).stream()
                    .map(row -> row.get("sequence"))
                    .toList();
            Map<String, Object> row = database.row("select state, version from referral where id = ?::uuid", id);
            assertThat(told).isIn(List.of(1L, 2L), List.of(1L, 2L, 3L));
            assertThat(row).containsEntry("state", "CLOSED").containsEntry("version", told.getLast());
        }
    }

    private void pass(LocalDate day) {
        Scope scope = Scope.of(List.of(desa));
        while (escalate.escalate(scope, day, 2) == 2) {
            // portion by portion, as the worker does
        }
    }

    private UUID referred(String... factors) {
        return referredOn(SENT, factors);
    }

    private UUID referredElsewhere(String factor) {
        UUID other = UUID.randomUUID();
        telling.tell(
                new Fact.Risks(other, 1, SENT, desa, Set.of(new RiskFactor(factor)), null),
                new Fact.Growth(UUID.randomUUID(), 1, SENT, new Home(other, desa), Stunting.STUNTED, 30, true));
        return TestDatabase.id(database.row("select id from referral where family_id = ?", other), "id");
    }

    private UUID referredOn(LocalDate day, String... factors) {
        telling.tell(
                new Fact.Risks(
                        family,
                        1,
                        day,
                        desa,
                        Arrays.stream(factors).map(RiskFactor::new).collect(Collectors.toSet()),
                        null),
                new Fact.Growth(child, 1, day, new Home(family, desa), Stunting.STUNTED, 30, true));
        return factors.length == 0 ? family : idOf(factors[0]);
    }

    private UUID idOf(String factor) {
        return TestDatabase.id(
                database.row("select id from referral where family_id = ? and risk_factor = ?", family, factor), "id");
    }

    private void risks(long version, AreaCode area) {
        telling.tell(new Fact.Risks(family, version, TODAY, area, Set.of(), null));
    }

    private static String proof(LocalDate on) {
        return "{\"what\":\"WELL_BUILT\",\"on\":\"%s\",\"quantity\":1}".formatted(on);
    }

    private static String rows(List<String> ids, String rest) {
        return ids.stream()
                .map(id -> "{\"id\":\"" + id + "\"," + rest + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String pupr() {
        return TestTokens.opdToken("PUPR", "36.71");
    }

    private static Response move(String token, UUID id, String move, long version, String body) {
        return json(token).header("If-Match", "\"" + version + "\"").body(body).post("/v1/referrals/{id}:" + move, id);
    }

    private static RequestSpecification json(String token) {
        return as(token).contentType(ContentType.JSON);
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }
}
