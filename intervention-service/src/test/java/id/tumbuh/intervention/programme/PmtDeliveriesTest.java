package id.tumbuh.intervention.programme;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.tumbuh.intervention.TestDatabase;
import id.tumbuh.intervention.casework.Telling;
import id.tumbuh.intervention.casework.WeighingTelling;
import id.tumbuh.intervention.change.Days;
import id.tumbuh.intervention.circumstance.Cause;
import id.tumbuh.intervention.circumstance.Fact;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.circumstance.Stunting;
import id.tumbuh.intervention.need.Item;
import id.tumbuh.intervention.need.Plan;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.rules.RuleBook;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a programme pays for is brought as what a sponsor promises is; each test in a kecamatan of its own in the kabupaten 66.04. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PmtDeliveriesTest {
    private static final LocalDate FROM = LocalDate.of(2026, 8, 3);
    private static int kecamatan = 10;

    @Inject
    TestDatabase database;

    @Inject
    Telling telling;

    @Inject
    WeighingTelling weighings;

    @Inject
    RuleBook rules;

    @Inject
    EnrolmentChore chore;

    private final String area = "66.04." + kecamatan++;
    private final UUID child = UUID.randomUUID();
    private final Home home = new Home(UUID.randomUUID(), new AreaCode(area + ".2001"));
    private final UUID programme = UUID.randomUUID();

    @ParameterizedTest(name = "{0}: {1} days")
    @CsvSource(
            nullValues = "-",
            value = {
                "WASTED, 56",
                "SEVERELY_WASTED, 56",
                "UNDERWEIGHT, 14",
                "NOT_GAINED_TWICE, 14",
                "CHRONIC_ENERGY_DEFICIENCY_RISK, 120",
                "UNDERWEIGHT+WASTED, 56",
                "STUNTED+NOT_GAINED_TWICE, 14",
                "STUNTED, 180",
                "ANAEMIA, -"
            })
    void pmtLastsAsLongAsItsJuknisSaysAndElseAsTheNeedDoes(String causes, Integer days) {
        List<Item> items = causes.equals("STUNTED") ? List.of(new Item(Item.Kind.FOOD, 180, 0)) : List.of();
        Plan need =
                new Plan(Stream.of(causes.split("\\+")).map(Cause::new).toList(), items, 1, true, null, "need-1.1.1");

        assertThat(GiftRules.at(rules, FROM).of("PMT").orElseThrow().daysFor(need))
                .isEqualTo(days);
    }

    @Test
    void aWastedChildIsBroughtFoodOnEachOfFiftySixDays() {
        weighings.wasted(child, home, 1, FROM.minusDays(2));
        enrol("").then().body("[0].outcome", equalTo("DONE"));
        UUID kitchen = provider("KADER");
        UUID dapur = provider("DASHAT");

        planned()
                .body("$", hasSize(56))
                .body("plannedOn", hasItems("2026-08-03", "2026-09-27"))
                .body("plannedOn.unique()", hasSize(56))
                .body("plannedQuantity", everyItem(equalTo(1)))
                .body("unit", everyItem(equalTo("MEAL_DAY")))
                .body("placementId", everyItem(nullValue()))
                .body("programmeId", everyItem(equalTo(programme.toString())))
                .body("expectedProviderId", everyItem(equalTo(dapur.toString())));
        kader().get("/v1/deliveries?provider={id}&limit=1000", kitchen).then().body("$", hasSize(0));
        kader().get("/v1/deliveries?provider={id}&limit=1000", dapur).then().body("$", hasSize(56));
        as(TestTokens.token(Roles.TPPS, "66.04"))
                .get("/v1/programmes/{id}/beneficiaries", programme)
                .then()
                .body("to", contains("2026-09-27"))
                .body("plannedTo", contains("2026-09-27"));
    }

    @Test
    void itIsDeliveredMissedOrRefusedFromTheStockOfAKitchen() {
        weighings.wasted(child, home, 1, FROM.minusDays(2));
        enrol("");
        UUID kitchen = provider("DASHAT");
        stock(kitchen, 6);

        report(row(
                                0,
                                "DELIVERED\",\"quantity\":1,\"providerId\":\"" + kitchen
                                        + "\",\"taken\":{\"item\":\"EGG\",\"unit\":\"PIECE\",\"quantity\":2},\"receipt\":\"R-1")
                        + "," + row(1, "MISSED\",\"reason\":\"NOT_COOKED") + ","
                        + row(2, "REFUSED\",\"reason\":\"ALLERGY"))
                .then()
                .body("outcome", contains("CREATED", "CREATED", "CREATED"));

        kader().get("/v1/providers/{id}/stock", kitchen).then().body("[0].left", equalTo(4));
        kader().get(
                        "/v1/deliveries/summary?area={area}&from=2026-08-01&to=2026-12-31",
                        home.area().value())
                .then()
                .body("total.promised", equalTo(56))
                .body("total.delivered", equalTo(1))
                .body("total.missed", equalTo(1))
                .body("total.refused", equalTo(1));
        assertThat(database.announced(home.familyId()))
                .contains("delivery-made 2", "delivery-missed 2", "delivery-refused 2");
        assertThat(database.lastBody(delivery(0)))
                .contains("\"placementId\":\"" + enrolment() + "\"", "\"programmeId\":\"" + programme + "\"");
    }

    @Test
    void whatNobodyPlannedIsToldByThePlaceOnTheList() {
        weighings.wasted(child, home, 1, FROM.minusDays(2));
        enrol("");
        UUID id = UUID.randomUUID();
        String visit = """
                {"id":"%s","enrolmentId":"%s","item":"COUNSELLING","day":"2026-09-01","outcome":"DELIVERED","quantity":1}""";

        report(visit.formatted(id, enrolment())).then().body("outcome", contains("CREATED"));
        report(visit.formatted(UUID.randomUUID(), enrolment()).replace("2026-09-01", "2026-09-28"))
                .then()
                .body("problem[0].errors[0].pointer", equalTo("/day"));

        kader().get("/v1/deliveries/{id}", id)
                .then()
                .body("planned", equalTo(false))
                .body("enrolmentId", equalTo(enrolment().toString()));
    }

    @Test
    void aNeedTakenOffIsFreeAfterTheLastDayOnWhichSomethingWasBrought() {
        weighings.wasted(child, home, 1, FROM.minusDays(2));
        enrol("");
        report(row(3, "DELIVERED\",\"quantity\":1,\"receipt\":\"R-1"));
        UUID other = UUID.randomUUID();
        plan(other, "FOOD");

        takeOff();

        assertThat(count("CANCELLED")).isEqualTo(52); // what was due before may still be told of
        enrol(other, "2026-08-06", "").then().body("[0].problem.code", equalTo("ALREADY_FUNDED"));
        enrol(other, "2026-08-07", ",\"to\":\"2026-08-20\"").then().body("[0].outcome", equalTo("DONE"));
    }

    @Test
    void takenOffByMistakeItIsPutBackAsIfNothingHadBeen() {
        weighings.wasted(child, home, 1, FROM.minusDays(2));
        enrol("");
        takeOff();

        enrol("").then().body("[0].outcome", equalTo("DONE"));
        enrol("").then().body("[0].outcome", equalTo("UNCHANGED"));

        assertThat(database.row(
                        "select count(*) as n from delivery where enrolment_id = ? and state = 'PLANNED'", enrolment()))
                .containsEntry("n", 56L);
    }

    @Test
    void theFoodGoesWhereTheChildGoesUntilItLeavesTheAreaThatPays() {
        weighings.wasted(child, home, 1, FROM.minusDays(2));
        enrol("");
        report(row(0, "DELIVERED\",\"quantity\":1,\"receipt\":\"R-1"));

        lives(2, area + ".2002");
        assertThat(database.rows(
                        "select distinct area_code from delivery where enrolment_id = ? and state = 'PLANNED'",
                        enrolment()))
                .singleElement()
                .isEqualTo(Map.of("area_code", area + ".2002"));
        assertThat(database.row("select area_code from delivery where id = ?", delivery(0)))
                .containsEntry("area_code", area + ".2001");

        lives(3, "66.05.10.2001");
        assertThat(database.row("select end_reason from programme_beneficiary where id = ?", enrolment()))
                .containsEntry("end_reason", "MOVED_AWAY");
    }

    @Test
    void whenTheNeedEndsNothingIsBroughtAnyMore() {
        LocalDate today = Days.today();
        weighings.wasted(child, home, 1, today.minusDays(2));
        plan(programme, "PMT", today.getYear());
        put(programme, today.toString(), "");
        long before = count("PLANNED");

        weighings.tell(child, home, 2, today, false);

        assertThat(before).isPositive();
        assertThat(database.row("select end_reason from programme_beneficiary where id = ?", enrolment()))
                .containsEntry("end_reason", "NEED_CLOSED");
        assertThat(count("PLANNED")).isLessThanOrEqualTo(1);
    }

    @Test
    void aGraverCauseMakesThePlanLongerAndALighterOneCutsNothing() {
        weighings.tell(child, home, 1, FROM.minusDays(2), true);
        enrol(",\"to\":\"2026-12-31\"");
        assertThat(count("PLANNED")).isEqualTo(14);

        weighings.wasted(child, home, 2, FROM.plusDays(1));
        assertThat(count("PLANNED")).isEqualTo(56);
        weighings.tell(child, home, 3, FROM.plusDays(2), true);

        assertThat(count("PLANNED")).isEqualTo(56);
        assertThat(count("CANCELLED")).isZero();
    }

    @Test
    void aProgrammeThatIsWithdrawnBringsNothingAnyMore() {
        weighings.wasted(child, home, 1, FROM.minusDays(2));
        enrol("");
        as(TestTokens.token(Roles.TPPS, "66.04"))
                .header("If-Match", "\"1\"")
                .post("/v1/programmes/{id}:withdraw", programme)
                .then()
                .statusCode(200);

        while (chore.step()) {
            // the next portion
        }

        assertThat(count("PLANNED")).isZero();
        assertThat(database.row("select end_reason from programme_beneficiary where id = ?", enrolment()))
                .containsEntry("end_reason", "PROGRAMME_WITHDRAWN");
    }

    @Test
    void whatWasEnrolledBeforeThereWerePlansIsPlannedFromTodayOn() {
        LocalDate today = Days.today();
        weighings.wasted(child, home, 1, FROM.minusDays(2));
        plan(programme, "PMT");
        database.write(
                """
                insert into programme_beneficiary (programme_id, need_id, child_id, family_id, area_code, item, from_on, to_on)
                values (?, ?, ?, ?, ?, 'FOOD', ?, ?)""", programme, need(), child, home.familyId(), home.area().value(), FROM, today.plusDays(9));

        while (chore.step()) {
            // the next portion
        }

        assertThat(count("PLANNED")).isEqualTo(10);
    }

    @Test
    void whatAProgrammeGivesStaysWhileNeedsAreOnItsList() {
        weighings.wasted(child, home, 1, FROM.minusDays(2));
        enrol("");
        String plan = body("LATRINE");

        replan(plan).then().statusCode(409).body("code", equalTo("PROGRAMME_HAS_NEEDS"));
        takeOff();
        replan(plan).then().statusCode(200);
    }

    @Test
    void aSponsorIsNotAskedForFoodThatPmtGives() {
        weighings.wasted(child, home, 1, FROM.minusDays(2));
        enrol(",\"to\":\"2026-12-31\"");

        assertThat(database.row(
                        "select items_paid_by_programmes(?, date '2026-12-31', date '2027-03-01')::text as paid",
                        need()))
                .containsEntry("paid", "{FOOD}");
        assertThat(database.row(
                        "select items_paid_by_programmes(?, date '2027-01-01', date '2027-03-01')::text as paid",
                        need()))
                .containsEntry("paid", "{}");
        takeOff();
        assertThat(database.row(
                        "select items_paid_by_programmes(?, date '2026-12-31', date '2027-03-01')::text as paid",
                        need()))
                .containsEntry("paid", "{}");
    }

    @Test
    void aChildThatDoesNotGainTwiceIsVisitedOnce() {
        telling.tell(new Fact.Growth(child, 1, FROM, home, Stunting.STUNTED, 14, true));
        enrol(",\"to\":\"2026-12-31\"");

        weighings.tell(child, home, 1, FROM.minusDays(1), true);
        assertThat(visits()).isZero();
        weighings.tell(child, home, 2, FROM.plusDays(5), true);
        weighings.tell(child, home, 3, FROM.plusDays(6), true);

        assertThat(visits()).isEqualTo(1);
        as(TestTokens.token(Roles.PUSKESMAS, home.area().value()))
                .get("/v1/home-visits")
                .then()
                .body("programmeId", contains(programme.toString()))
                .body("enrolmentId", contains(enrolment().toString()));
        as(TestTokens.opdToken("DINKES", "66.04"))
                .get("/v1/referrals?area={area}", area)
                .then()
                .body("riskFactor", contains("HOME_VISIT"));
    }

    @Test
    void itsGrowthIsToldBesideTheHelp() {
        telling.tell(new Fact.Growth(child, 1, FROM, home, Stunting.STUNTED, 14, true));
        enrol(",\"to\":\"2026-09-27\"");
        weighed(0, "7.2");
        weighed(28, "7.6");

        as(TestTokens.token(Roles.PUSKESMAS, "66.04"))
                .get("/v1/enrolments/{id}/outcome", enrolment())
                .then()
                .statusCode(200)
                .body("enrolmentId", equalTo(enrolment().toString()))
                .body("to", equalTo("2026-09-27"))
                .body("outcome.during.weighings", equalTo(2));
        as(TestTokens.token(Roles.PUSKESMAS, "66.05"))
                .get("/v1/enrolments/{id}/outcome", enrolment())
                .then()
                .statusCode(404);
        as(TestTokens.token(Roles.PUSKESMAS, "66.04"))
                .get("/v1/placements/{id}/outcome", enrolment())
                .then()
                .statusCode(404);
    }

    private void weighed(int day, String kilograms) {
        database.write("""
                insert into weighing (measurement_id, child_id, area_code, version, measured_on, age_months, voided, weight_kg)
                values (gen_random_uuid(), ?, ?, 1, ?, 14, false, cast(? as numeric))""", child, home.area().value(), FROM.plusDays(day), kilograms);
    }

    private long visits() {
        return database.announced(home.familyId()).stream()
                .filter(event -> event.startsWith("home-visit"))
                .count();
    }

    private void lives(long version, String desa) {
        telling.tell(new Fact.Residence(
                child, version, FROM, new Home(home.familyId(), new AreaCode(desa)), null, true, false));
    }

    private Response enrol(String rest) {
        plan(programme, "PMT");
        return put(programme, FROM.toString(), rest);
    }

    private Response enrol(UUID where, String from, String rest) {
        return put(where, from, rest);
    }

    private Response put(UUID where, String from, String rest) {
        return json(TestTokens.token(Roles.TPPS, "66.04"))
                .body("[{\"id\":\"%s\",\"from\":\"%s\"%s}]".formatted(need(), from, rest))
                .post("/v1/programmes/{id}/beneficiaries", where);
    }

    private void takeOff() {
        as(TestTokens.token(Roles.TPPS, "66.04"))
                .delete("/v1/programmes/{id}/beneficiaries/{need}", programme, need())
                .then()
                .statusCode(204);
    }

    private void plan(UUID id, String gives) {
        plan(id, gives, FROM.getYear());
    }

    private void plan(UUID id, String gives, int year) {
        UUID opd = new UUID(area.hashCode(), 1);
        database.write(
                "insert into opd (id, area_code, name, field, version) values (?, '66.04', 'Dinas Uji', 'DINKES', 1)"
                        + " on conflict do nothing",
                opd);
        json(TestTokens.token(Roles.TPPS, "66.04"))
                .body("{\"id\":\"%s\",\"opdId\":\"%s\",\"area\":\"66.04\",\"year\":%d,\"plan\":%s}"
                        .formatted(id, opd, year, body(gives)))
                .post("/v1/programmes");
    }

    private Response replan(String plan) {
        return json(TestTokens.token(Roles.TPPS, "66.04"))
                .header("If-Match", "\"1\"")
                .body(plan)
                .put("/v1/programmes/{id}", programme);
    }

    private static String body(String gives) {
        return """
                {"title":"PMT lokal","kind":"SPECIFIC","indicator":"S8","unit":"anak","target":100,"budget":{"APBN":1},
                 "servesNeedItem":"%s"}""".formatted(gives);
    }

    private UUID need() {
        return TestDatabase.id(database.row("select id from need where child_id = ?", child), "id");
    }

    private UUID enrolment() {
        return TestDatabase.id(
                database.rows(
                                "select id from programme_beneficiary where programme_id = ? and child_id = ?"
                                        + " order by (end_reason is null) desc",
                                programme,
                                child)
                        .getFirst(),
                "id");
    }

    private UUID delivery(int day) {
        return TestDatabase.id(
                database.row(
                        "select id from delivery where enrolment_id = ? and day = ?", enrolment(), FROM.plusDays(day)),
                "id");
    }

    private long count(String state) {
        return Long.parseLong(TestDatabase.text(
                database.row(
                        "select count(*) as n from delivery where enrolment_id = ? and state = ?", enrolment(), state),
                "n"));
    }

    private ValidatableResponse planned() {
        return kader().get(
                        "/v1/deliveries?programme={id}&limit=1000&to=2026-12-31&area={area}",
                        programme,
                        home.area().value())
                .then()
                .statusCode(200);
    }

    private Response report(String rows) {
        return json(TestTokens.token(Roles.KADER, home.area().value()))
                .body("[" + rows + "]")
                .post("/v1/deliveries:batch");
    }

    private String row(int day, String told) {
        return "{\"id\":\"%s\",\"day\":\"%s\",\"outcome\":\"%s\"}".formatted(delivery(day), FROM.plusDays(day), told);
    }

    private UUID provider(String kind) {
        UUID id = UUID.randomUUID();
        json(TestTokens.token(Roles.TPPS, "66.04"))
                .body("{\"kind\":\"%s\",\"name\":\"Dapur Uji\",\"area\":\"%s\",\"mealsPerDay\":30}"
                        .formatted(kind, home.area()))
                .put("/v1/providers/{id}", id)
                .then()
                .statusCode(201);
        return id;
    }

    private void stock(UUID kitchen, int eggs) {
        json(TestTokens.token(Roles.KADER, home.area().value()))
                .body(
                        "[{\"id\":\"%s\",\"item\":\"EGG\",\"unit\":\"PIECE\",\"direction\":\"IN\",\"quantity\":%d,\"day\":\"2026-08-01\"}]"
                                .formatted(UUID.randomUUID(), eggs))
                .post("/v1/providers/{id}/stock-movements:batch", kitchen)
                .then()
                .statusCode(200);
    }

    private RequestSpecification kader() {
        return as(TestTokens.token(Roles.KADER, home.area().value()));
    }

    private static RequestSpecification json(String token) {
        return as(token).contentType(ContentType.JSON);
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }
}
