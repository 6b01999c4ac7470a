package id.tumbuh.registry.companion;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.platform.testing.TestTokens;
import id.tumbuh.registry.RegistryTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Teams of companions, who is in their care, and their visits. */
@QuarkusTest
class CompanionTest extends RegistryTest {
    private static final String RISKY = "SURFACE_WATER";

    @Inject
    Database database;

    @Inject
    TargetConsumer consumer;

    @Inject
    TimeWorker time;

    private String desa = DESA;
    private String other = DESA;
    private final LocalDate today = today();

    @BeforeEach
    void desaOfTheirOwn() {
        // taken at random, so that families of other tests are not in it
        List<Map<String, Object>> fresh = tables.rows("""
                select code from area where code like '36.04.__.2%' and code not in (select area_code from family)
                    and code not in (select area_code from companion_team_area)
                order by random() limit 2""");
        desa = String.valueOf(fresh.get(0).get("code"));
        other = String.valueOf(fresh.get(1).get("code"));
    }

    @Test
    void aTeamIsRegisteredOnceAndWarnsWhatItLacks() {
        UUID team = UUID.randomUUID();
        String complete = team(team, 1, member("MIDWIFE", "a"), member("PKK_CADRE", "b"), member("KB_CADRE", "c"));
        String lacking = team(UUID.randomUUID(), 2, member("MIDWIFE", "a"), member("PKK_CADRE", "b"));

        post("/v1/companion-teams:batch", "[" + complete + "," + lacking + "]")
                .body("outcome", contains("CREATED", "CREATED"))
                .body("[0].warnings", equalTo(null))
                .body("[1].warnings", contains("TEAM_INCOMPLETE"));
        post(
                        "/v1/companion-teams:batch",
                        "[%s,%s,%s,%s]"
                                .formatted(
                                        complete,
                                        team(team, 1, member("MIDWIFE", "z")),
                                        team(UUID.randomUUID(), 1),
                                        team(UUID.randomUUID(), 3, member("MIDWIFE", "3604205703240001"))))
                .body("outcome", contains("UNCHANGED", "CONFLICT", "INVALID", "INVALID"))
                .body("[2].problem.errors[0].reason", equalTo("TEAM_NUMBER_TAKEN"))
                .body("[3].problem.errors[0].pointer", equalTo("/members/0/subject"))
                .body("[3].problem.errors[0].reason", equalTo("SUBJECT_INVALID"));
    }

    @Test
    void aTeamIsReadWithAnEntryOfTheAuditAndOnlyWhereItServes() {
        UUID team = aTeam(1, "bidan-1");

        as("tpps", desa)
                .get("/v1/companion-teams/" + team)
                .then()
                .statusCode(200)
                .body("members.name", hasItem("Sari Contoh"));
        as("tpps", "36.73").get("/v1/companion-teams/" + team).then().statusCode(404);
        as("tpps", "36.73").get("/v1/companion-teams?area=" + desa).then().body("", empty());
        assertThat(tables.count(
                        "select count(*) from audit_entry where object_id = ? and action = 'READ'", team.toString()))
                .isOne();
    }

    @Test
    void aProposalGivesEverybodyToTheTeamWithTheLeastToDoAndRepeatedDoesNothing() {
        UUID first = aTeam(1, "bidan-1");
        UUID second = aTeam(2, "bidan-2");
        List<UUID> families = new ArrayList<>();
        for (int number = 0; number < 4; number++) {
            families.add(aFamilyAtRisk());
        }
        UUID fine = aFamilyIn(desa, "PIPED");

        propose(true)
                .body("assigned", equalTo(4))
                .body("withoutTeam", equalTo(0))
                .body("teams.assigned", contains(2, 2));
        assertThat(open(families.getFirst())).isEmpty();
        propose(false).body("assigned", equalTo(4)).body("teams.teamId", hasItems(first.toString(), second.toString()));
        propose(false).body("assigned", equalTo(0));

        assertThat(tables.count("select count(*) from companion_assignment where team_id = ?", first))
                .isEqualTo(2);
        assertThat(open(fine)).isEmpty();
        UUID assignment = open(families.getFirst()).getFirst();
        assertThat(tables.announced(assignment)).containsExactly("companion-assigned");
        as("tpps", desa)
                .get("/v1/companion-lists/unassigned?area=" + desa)
                .then()
                .body("", empty());
    }

    @Test
    void whoseDesaHasNoTeamStaysOnTheListOfTheUnassigned() {
        UUID family = aFamilyAtRisk();

        propose(false).body("assigned", equalTo(0)).body("withoutTeam", equalTo(1));
        as("tpps", desa)
                .get("/v1/companion-lists/unassigned?area=" + desa)
                .then()
                .header("Cache-Control", "no-store")
                .body("targetId", contains(family.toString()))
                .body("targetKind", contains("FAMILY"));
        as("tpps", "36.73")
                .get("/v1/companion-lists/unassigned?area=" + desa)
                .then()
                .body("", empty());
        as("tpps", "36")
                .post("/v1/companion-assignments:propose?area=36")
                .then()
                .statusCode(422);
    }

    @Test
    void aFamilyThatIsNoLongerAtRiskIsReleasedHoweverOftenItIsTold() {
        aTeam(1, "bidan-1");
        UUID family = aFamilyAtRisk();
        propose(false);
        UUID assignment = open(family).getFirst();

        observe(family, "{\"drinkingWater\": \"PIPED\"}");
        hear(family);
        hear(family);

        assertThat(released(assignment)).isEqualTo("RISK_CLEARED");
        assertThat(tables.announced(assignment)).containsExactly("companion-assigned", "companion-released");
    }

    @Test
    void whoMovesToAnotherDesaIsInNobodysCareThere() {
        aTeam(1, "bidan-1");
        UUID family = aFamilyAtRisk();
        propose(false);
        UUID assignment = open(family).getFirst();

        change("families", family, "move", "{\"area\":\"%s\",\"effectiveOn\":\"%s\"}".formatted(other, today));
        as("tpps", "36.04")
                .get("/v1/companion-lists/unassigned?area=" + other)
                .then()
                .body("", empty()); // until it is heard of
        hear(family);

        assertThat(released(assignment)).isEqualTo("MOVED_AWAY");
        as("tpps", "36.04")
                .get("/v1/companion-lists/unassigned?area=" + other)
                .then()
                .body("targetId", contains(family.toString()));
    }

    @Test
    void aBirthPassesTheMotherOnToTheSameTeamUntilHerTimeIsOver() {
        UUID team = aTeam(1, "bidan-1");
        UUID family = aFamilyIn(desa, "PIPED");
        UUID mother = aMember(family, "WIFE");
        UUID pregnancy = aPregnancy(mother);
        propose(false).body("assigned", equalTo(1));
        UUID before = open(pregnancy).getFirst();

        change("pregnancies", pregnancy, "end", """
                {"endedOn":"%s","outcome":"LIVE_BIRTH","children":[{"id":"%s","sex":"P"}]}""".formatted(today.minusDays(41), UUID.randomUUID()));
        hear(pregnancy);

        assertThat(released(before)).isEqualTo("BIRTH");
        UUID after = open(pregnancy).getFirst();
        assertThat(tables.row("select target_kind, team_id, cause from companion_assignment where id = ?", after))
                .containsEntry("target_kind", "POSTPARTUM")
                .containsEntry("team_id", team)
                .containsEntry("cause", "PASSED_ON");
        time.step();
        assertThat(open(pregnancy)).containsExactly(after);
        update("update pregnancy set ended_on = ended_on - 1 where id = ?", pregnancy);
        time.step();
        assertThat(released(after)).isEqualTo("TIME_OVER");
    }

    @Test
    void aWeddingEndsTheCompanionshipOfTheCouple() {
        aTeam(1, "bidan-1");
        UUID home = aFamilyIn(desa, "PIPED");
        UUID couple = aCouple(aMember(home, "CHILD"), today.plusDays(20));
        propose(false).body("assigned", equalTo(1));
        UUID assignment = open(couple).getFirst();

        change("couples", couple, "marry", "{\"weddingOn\":\"%s\",\"familyId\":\"%s\"}".formatted(today, home));
        hear(couple);

        assertThat(released(assignment)).isEqualTo("WEDDING");
    }

    @Test
    void aMergedFamilyPassesItsTeamOnAndGetsItBackWhenTheMergeIsUndone() {
        UUID team = aTeam(1, "bidan-1");
        UUID duplicate = aFamilyAtRisk();
        propose(false);
        UUID survivor = aFamilyAtRisk();

        change("families", duplicate, "merge", """
                {"into":"%s","effectiveOn":"%s","reason":"SAME_CARD"}""".formatted(survivor, today));
        hear(duplicate, survivor);
        assertThat(open(duplicate)).isEmpty();
        assertThat(tables.row(
                        "select team_id from companion_assignment where id = ?",
                        open(survivor).getFirst()))
                .containsEntry("team_id", team);

        change("families", duplicate, "unmerge", "{}");
        hear(duplicate, survivor);
        hear(duplicate, survivor);
        assertThat(tables.row(
                        "select cause, team_id from companion_assignment where id = ?",
                        open(duplicate).getFirst()))
                .containsEntry("cause", "MERGE_UNDONE")
                .containsEntry("team_id", team);
        assertThat(open(survivor)).hasSize(1);
    }

    /** Her pregnancy is hers where she lives now, in another desa, until it turns out that they are two women. */
    @Test
    void aPregnancyThatFollowsItsMotherElsewhereGetsItsTeamBackWhenTheMergeIsUndone() {
        UUID team = aTeam(1, "bidan-1");
        UUID mother = aMember(aFamilyIn(desa, "PIPED"), "WIFE");
        UUID pregnancy = aPregnancy(mother);
        propose(false);
        UUID assignment = open(pregnancy).getFirst();
        UUID elsewhere = aMember(aFamilyIn(other, "PIPED"), "WIFE");

        mergeMembers(mother, elsewhere);
        hear(pregnancy);
        assertThat(open(pregnancy)).isEmpty();
        assertThat(released(assignment)).isEqualTo("MERGED");

        unmergeMembers(mother);
        hear(pregnancy);
        hear(pregnancy);
        assertThat(tables.row(
                        "select cause, team_id from companion_assignment where id = ?",
                        open(pregnancy).getFirst()))
                .containsEntry("cause", "MERGE_UNDONE")
                .containsEntry("team_id", team);
    }

    @Test
    void ofAPregnancyRegisteredTwiceTheTeamGoesOnWithTheOneThatStands() {
        UUID team = aTeam(1, "bidan-1");
        UUID mother = aMember(aFamilyIn(desa, "PIPED"), "WIFE");
        UUID pregnancy = aPregnancy(mother);
        propose(false);
        UUID survivor = aMember(aFamilyIn(desa, "PIPED"), "WIFE");
        UUID stands = aPregnancy(survivor);

        mergeMembers(mother, survivor);
        hear(pregnancy, stands);
        assertThat(open(pregnancy)).isEmpty();
        assertThat(tables.row(
                        "select cause, team_id from companion_assignment where id = ?",
                        open(stands).getFirst()))
                .containsEntry("cause", "PASSED_ON")
                .containsEntry("team_id", team);

        unmergeMembers(mother);
        hear(pregnancy, stands);
        assertThat(open(pregnancy)).hasSize(1);
        assertThat(open(stands)).hasSize(1);
    }

    private static void mergeMembers(UUID member, UUID into) {
        as("tpps", "36.04")
                .body("{\"into\":\"%s\"}".formatted(into))
                .post("/v1/members/" + member + ":merge")
                .then()
                .statusCode(204);
    }

    private static void unmergeMembers(UUID member) {
        as("tpps", "36.04").post("/v1/members/" + member + ":unmerge").then().statusCode(204);
    }

    @Test
    void aStuntedChildIsATargetOnlyWhileItsFamilyIsNotAtRisk() {
        aTeam(1, "bidan-1");
        UUID family = aFamilyIn(desa, "PIPED");
        UUID child = aChildOf(family);
        propose(false).body("assigned", equalTo(0));
        update("update child set stunting = 'STUNTED' where id = ?", child);
        propose(false).body("assigned", equalTo(1));
        UUID assignment = open(child).getFirst();

        observe(family, "{\"drinkingWater\": \"SURFACE_WATER\"}");
        hear(family);

        assertThat(released(assignment)).isEqualTo("COVERED_BY_FAMILY");
        assertThat(open(family)).hasSize(1);
    }

    @Test
    void whoTakesAFamilyFromATeamMustKnowFromWhich() {
        UUID first = aTeam(1, "bidan-1");
        UUID second = aTeam(2, "bidan-2");
        UUID family = aFamilyAtRisk();
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();

        assign(one, family, first, today.minusDays(3), null).statusCode(201);
        assign(one, family, first, today.minusDays(3), null).statusCode(200);
        assign(one, family, second, today.minusDays(3), null)
                .statusCode(409)
                .body("code", equalTo("ASSIGNMENT_ID_TAKEN"));
        assign(two, family, second, today, null).statusCode(409).body("code", equalTo("ASSIGNED_ALREADY"));
        assign(two, family, second, today.minusDays(4), one).statusCode(422).body("code", equalTo("DATES_DISAGREE"));
        assign(two, family, second, today.plusDays(1), one).statusCode(422).body("code", equalTo("DATE_IN_FUTURE"));
        assign(two, family, second, today, one).statusCode(201);
        assign(UUID.randomUUID(), UUID.randomUUID(), second, today, null)
                .statusCode(422)
                .body("code", equalTo("NOT_A_TARGET"));

        assertThat(released(one)).isEqualTo("REASSIGNED");
        as("tpps", desa)
                .get("/v1/families/" + family + "/companions")
                .then()
                .body("assignments.id", contains(two.toString(), one.toString()));
        release(two, 9).statusCode(412);
        release(two, 1).statusCode(200).body("releaseCause", equalTo("BY_HAND"));
        release(two, 1).statusCode(200);
        assertThat(tables.announced(two)).containsExactly("companion-assigned", "companion-released");
    }

    @Test
    void aTeamGetsNobodyOfADesaItDoesNotServeAndLosesThoseOfOneItLeaves() {
        UUID elsewhere = UUID.randomUUID();
        post("/v1/companion-teams:batch", "[" + team(elsewhere, 1).replace(desa, other) + "]");
        UUID family = aFamilyAtRisk();
        assign(UUID.randomUUID(), family, elsewhere, today, null)
                .statusCode(422)
                .body("code", equalTo("TEAM_ELSEWHERE"));

        UUID team = aTeam(1, "bidan-1");
        propose(false);
        UUID assignment = open(family).getFirst();
        String inactive =
                team(team, 1, member("MIDWIFE", "bidan-1")).replace("\"number\"", "\"active\":false,\"number\"");
        as("tpps", desa)
                .header("If-Match", "\"1\"")
                .body(inactive)
                .put("/v1/companion-teams/" + team)
                .then()
                .statusCode(204);
        as("tpps", desa)
                .header("If-Match", "\"1\"")
                .body(inactive)
                .put("/v1/companion-teams/" + team)
                .then()
                .statusCode(204);

        assertThat(released(assignment)).isEqualTo("TEAM_CLOSED");
        propose(false).body("withoutTeam", equalTo(1));
    }

    @Test
    void visitsOfAWeekWithoutANetworkAreTakenOnceInAnyOrder() {
        UUID team = aTeam(1, "bidan-1");
        UUID family = aFamilyAtRisk();
        assign(UUID.randomUUID(), family, team, today.minusDays(10), null).statusCode(201);
        String late = visit(UUID.randomUUID(), team, family, today.minusDays(1), "DONE");
        String early = visit(UUID.randomUUID(), team, family, today.minusDays(9), "DONE");

        visits("bidan-1", late + "," + early).body("outcome", contains("CREATED", "CREATED"));
        visits("bidan-1", early + "," + late + "," + early.replace("DONE", "REFUSED"))
                .body("outcome", contains("UNCHANGED", "UNCHANGED", "CONFLICT"));

        assertThat(tables.row(
                        "select last_visited_on::text as day from companion_assignment where target_id = ?", family))
                .containsEntry("day", today.minusDays(1).toString());
        as("tpps", desa).get("/v1/families/" + family + "/companions").then().body("visits", hasSize(2));
    }

    @Test
    void onlyMembersOfATeamTellOfItsVisitsAndOnlyInTheWordsOfTheRules() {
        UUID team = aTeam(1, "bidan-1");
        UUID family = aFamilyAtRisk();
        String plain = visit(UUID.randomUUID(), team, family, today, "DONE");
        String asked = plain.replace("\"outcome\"", "\"checklist\":{\"WATER_SAFE\":\"NO\"},\"outcome\"");

        visits("somebody", plain).body("[0].problem.errors[0].reason", equalTo("NOT_OF_THE_TEAM"));
        visits("bidan-1", asked.replace("WATER_SAFE", "NAME_OF_CHILD"))
                .body("[0].problem.errors[0].reason", equalTo("CHECKLIST_ITEM_UNKNOWN"))
                .body("[0].problem.errors[0].pointer", equalTo("/checklist"));
        visits("bidan-1", asked.replace("DONE", "REFUSED"))
                .body("[0].problem.errors[0].reason", equalTo("CHECKLIST_WITHOUT_VISIT"));
        visits("bidan-1", plain.replace(today.toString(), today.plusDays(1).toString()))
                .body("[0].problem.errors[0].reason", equalTo("DATE_IN_FUTURE"));
        visits("bidan-1", plain.replace(family.toString(), UUID.randomUUID().toString()))
                .body("[0].problem.errors[0].reason", equalTo("TARGET_UNKNOWN"));
        visits("bidan-1", plain.replace("\"outcome\"", "\"services\":[\"MONEY\"],\"outcome\""))
                .body("[0].problem.errors[0].reason", equalTo("SERVICE_UNKNOWN"));
        visits("bidan-1", asked)
                .body("[0].outcome", equalTo("CREATED"))
                .body("[0].warnings", contains("CHECKLIST_INCOMPLETE", "NOT_ASSIGNED"));
        as("kader", desa).body("[]").post("/v1/companion-visits:batch").then().statusCode(403);
    }

    @Test
    void aVisitIsOverdueTheDayAfterItWasDueAndNobodyAtHomeDoesNotHelp() {
        UUID team = aTeam(1, "bidan-1");
        UUID dueToday = aFamilyAtRisk();
        UUID overdue = aFamilyAtRisk();
        UUID visited = aFamilyAtRisk();
        assign(UUID.randomUUID(), dueToday, team, today.minusDays(14), null).statusCode(201);
        assign(UUID.randomUUID(), overdue, team, today.minusDays(15), null).statusCode(201);
        assign(UUID.randomUUID(), visited, team, today.minusDays(60), null).statusCode(201);
        visits("bidan-1", visit(UUID.randomUUID(), team, overdue, today, "NOT_AT_HOME"));
        visits("bidan-1", visit(UUID.randomUUID(), team, visited, today.minusDays(30), "DONE"));

        overdue()
                .body("targetId", contains(overdue.toString()))
                .body("[0].dueOn", equalTo(today.minusDays(1).toString()));
        update("update companion_assignment set last_visited_on = last_visited_on - 1 where target_id = ?", visited);
        overdue().body("targetId", hasItems(overdue.toString(), visited.toString()));
        as("tpps", desa)
                .get("/v1/companion-lists/overdue?limit=1&area=" + desa)
                .then()
                .body("", hasSize(1))
                .header("Link", org.hamcrest.Matchers.containsString("rel=\"next\""));
    }

    @Test
    void aCoupleIsDueWithinTheMonthsBeforeItsWeddingOnly() {
        UUID team = aTeam(1, "bidan-1");
        UUID home = aFamilyIn(desa, "PIPED");
        UUID soon = aCouple(aMember(home, "CHILD"), today.minusDays(1).plusMonths(3));
        UUID later = aCouple(aMember(home, "CHILD"), today.plusDays(2).plusMonths(3));
        for (UUID couple : List.of(soon, later)) {
            as("tpps", desa)
                    .body(assignment(UUID.randomUUID(), couple, team, today.minusDays(40))
                            .replace("FAMILY", "COUPLE"))
                    .post("/v1/companion-assignments")
                    .then()
                    .statusCode(201);
        }

        overdue().body("targetId", hasItem(soon.toString())).body("targetId", not(hasItem(later.toString())));
    }

    @Test
    void aTeamsListHasNamesForItsMembersEachWithATrace() {
        UUID team = aTeam(1, "bidan-1");
        UUID family = aFamilyAtRisk();
        propose(false);

        person("bidan-1", "tpk")
                .get("/v1/companion-teams/" + team + "/targets")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("name", contains("Budi Contoh"))
                .body("visit.targetId", contains(family.toString()));
        person("somebody", "tpk")
                .get("/v1/companion-teams/" + team + "/targets")
                .then()
                .statusCode(404);
        as("tpps", "36.73")
                .get("/v1/companion-teams/" + team + "/targets")
                .then()
                .statusCode(404);
        assertThat(tables.rows(
                        "select subject from audit_entry where object_id = ? and action = 'READ'", family.toString()))
                .extracting(row -> row.get("subject"))
                .containsExactly("bidan-1");
    }

    @Test
    void thePriorityActivitiesCountWhatTheySay() {
        UUID team = aTeam(1, "bidan-1");
        UUID watched = aFamilyAtRisk();
        aChildOf(watched);
        UUID assigned = aFamilyAtRisk();
        aFamilyIn(desa, "PIPED");
        UUID couple = aCouple(aMember(assigned, "CHILD"), today.plusDays(20));
        assign(UUID.randomUUID(), watched, team, today.minusDays(5), null).statusCode(201);
        assign(UUID.randomUUID(), assigned, team, today.minusDays(5), null).statusCode(201);
        String visit = visit(UUID.randomUUID(), team, watched, today.minusDays(1), "DONE");
        visits(
                "bidan-1",
                visit.replace("\"outcome\"", "\"checklist\":{\"CHILDREN_WEIGHED_THIS_MONTH\":\"YES\"},\"outcome\""));
        visits("bidan-1", visit(UUID.randomUUID(), team, couple, today, "DONE").replace("FAMILY", "COUPLE"));

        as("tpps", desa)
                .get("/v1/priority-activities?area=" + desa)
                .then()
                .statusCode(200)
                .body(
                        "activities.code",
                        contains("KRS_DATA", "KRS_COMPANIONED", "CATIN_COMPANIONED", "KRS_SURVEILLANCE", "CASE_AUDIT"))
                .body("activities.denominator", contains(3, 2, 1, 1, null))
                .body(
                        "activities.numerator",
                        contains(0, 1, 0, 1, null)) // nobody's contraception; the couple is in nobody's care
                .body("activities[4].notAnswered", not(empty()));
        as("tpps", desa)
                .get("/v1/priority-activities?month=2999-01&area=" + desa)
                .then()
                .statusCode(400);
        as("tpps", "36.73")
                .get("/v1/priority-activities?area=" + desa)
                .then()
                .body("activities[1].denominator", equalTo(0));
    }

    @Test
    void noTableOfCompanionsIsSeenFromASiblingKabupaten() {
        UUID team = aTeam(1, "bidan-1");
        UUID family = aFamilyAtRisk();
        propose(false);
        visits("bidan-1", visit(UUID.randomUUID(), team, family, today, "DONE"));

        for (String table : List.of(
                "companion_team",
                "companion_team_area",
                "companion_member",
                "companion_assignment",
                "companion_visit")) {
            assertThat(countIn("36.04", table)).as(table).isPositive();
            assertThat(countIn("36.73", table)).as(table).isZero();
        }
    }

    private long countIn(String area, String table) {
        return database.read(
                Scope.of(List.of(new id.tumbuh.platform.access.AreaCode(area))),
                sql -> sql.createQuery("select count(*) from " + table)
                        .mapTo(Long.class)
                        .one());
    }

    private UUID aTeam(int number, String midwife) {
        UUID id = UUID.randomUUID();
        post("/v1/companion-teams:batch", "[" + team(id, number, member("MIDWIFE", midwife)) + "]")
                .body("[0].outcome", equalTo("CREATED"));
        return id;
    }

    private String team(UUID id, int number, String... members) {
        return "{\"id\":\"%s\",\"area\":\"%s\",\"number\":%d,\"members\":[%s]}"
                .formatted(id, desa, number, String.join(",", members));
    }

    private static String member(String role, String subject) {
        return "{\"role\":\"%s\",\"subject\":\"%s\",\"name\":\"Sari Contoh\"}".formatted(role, subject);
    }

    private UUID aFamilyAtRisk() {
        return aFamilyIn(desa, RISKY);
    }

    private UUID aFamilyIn(String where, String water) {
        UUID id = UUID.randomUUID();
        post("/v1/families:batch", "[" + family(id, where, water) + "]").body("[0].outcome", equalTo("CREATED"));
        return id;
    }

    private static UUID aMember(UUID family, String relation) {
        UUID id = UUID.randomUUID();
        post("/v1/members:batch", """
                [{"id":"%s","familyId":"%s","relation":"%s","sex":"P","birthDate":"2000-05-06","name":"Contoh"}]""".formatted(id, family, relation)).body("[0].outcome", equalTo("CREATED"));
        return id;
    }

    private UUID aPregnancy(UUID mother) {
        UUID id = UUID.randomUUID();
        post("/v1/pregnancies:batch", """
                [{"id":"%s","motherId":"%s","confirmedOn":"%s","lastPeriodOn":"%s"}]""".formatted(id, mother, today.minusDays(250), today.minusDays(300)))
                .body("[0].outcome", equalTo("CREATED"));
        return id;
    }

    private UUID aCouple(UUID bride, LocalDate wedding) {
        UUID id = UUID.randomUUID();
        post("/v1/couples:batch", """
                [{"id":"%s","brideId":"%s","registeredOn":"%s","plannedWeddingOn":"%s"}]""".formatted(id, bride, today.minusDays(60), wedding))
                .body("[0].outcome", equalTo("CREATED"));
        return id;
    }

    private void observe(UUID family, String facts) {
        as("system", "36.04")
                .body("{\"id\":\"%s\",\"observedOn\":\"%s\",\"facts\":%s}".formatted(UUID.randomUUID(), today, facts))
                .post("/v1/families/" + family + "/observations")
                .then()
                .statusCode(204);
    }

    private void change(String kind, UUID id, String verb, String body) {
        String table = kind.equals("families") ? "family" : kind.equals("couples") ? "couple" : "pregnancy";
        Object version =
                tables.row("select version from " + table + " where id = ?", id).get("version");
        as("system", "36.04")
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .post("/v1/" + kind + "/" + id + ":" + verb)
                .then()
                .statusCode(204);
    }

    private ValidatableResponse propose(boolean dryRun) {
        return as("tpps", "36.04")
                .post("/v1/companion-assignments:propose?area=" + desa + "&dryRun=" + dryRun)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse assign(
            UUID id, UUID target, UUID team, LocalDate on, @org.jspecify.annotations.Nullable UUID replaces) {
        String body = assignment(id, target, team, on);
        return as("tpps", "36.04")
                .body(replaces == null ? body : body.replace("}", ",\"replaces\":\"" + replaces + "\"}"))
                .post("/v1/companion-assignments")
                .then();
    }

    private static String assignment(UUID id, UUID target, UUID team, LocalDate on) {
        return """
                {"id":"%s","targetKind":"FAMILY","targetId":"%s","teamId":"%s","on":"%s","reason":"SHARED_WORK"}""".formatted(id, target, team, on);
    }

    private ValidatableResponse release(UUID id, int version) {
        return as("tpps", "36.04")
                .header("If-Match", "\"" + version + "\"")
                .body("{\"on\":\"%s\",\"reason\":\"FAMILY_DECLINES\"}".formatted(today))
                .post("/v1/companion-assignments/" + id + ":release")
                .then();
    }

    private static String visit(UUID id, UUID team, UUID target, LocalDate on, String outcome) {
        return """
                {"id":"%s","teamId":"%s","targetKind":"FAMILY","targetId":"%s","visitedOn":"%s","outcome":"%s"}""".formatted(id, team, target, on, outcome);
    }

    private ValidatableResponse visits(String subject, String rows) {
        return person(subject, "tpk")
                .body("[" + rows + "]")
                .post("/v1/companion-visits:batch")
                .then()
                .statusCode(200);
    }

    private RequestSpecification person(String subject, String role) {
        TestTokens.Claims some = TestTokens.claims(role, desa);
        TestTokens.Claims own =
                new TestTokens.Claims(some.issuer(), some.audience(), subject, role, some.wilayah(), some.expires());
        return given().auth()
                .oauth2(TestTokens.signed(own))
                .contentType("application/json")
                .urlEncodingEnabled(false)
                .header("Accept-Language", "en");
    }

    private ValidatableResponse overdue() {
        return as("tpps", desa)
                .get("/v1/companion-lists/overdue?area=" + desa)
                .then()
                .statusCode(200);
    }

    private List<UUID> open(UUID target) {
        return tables
                .rows("select id from companion_assignment where target_id = ? and released_on is null", target)
                .stream()
                .map(row -> (UUID) row.get("id"))
                .toList();
    }

    private String released(UUID assignment) {
        return String.valueOf(tables.row("select release_cause from companion_assignment where id = ?", assignment)
                .get("release_cause"));
    }

    private void update(String sql, UUID id) {
        database.write(Scope.everywhere(), tx -> tx.sql().execute(sql, id));
    }

    /** Hands the consumer everything that was announced of these, in an order of its own, as a replay does. */
    private void hear(UUID... keys) {
        List<ReceivedEvent> events = new ArrayList<>();
        for (UUID key : keys) {
            for (Map<String, Object> row : tables.rows(
                    "select * from outbox where key = ? and body is not null order by id", key.toString())) {
                if (consumer.topics().contains(String.valueOf(row.get("topic")))) {
                    events.add(new ReceivedEvent(
                            UUID.randomUUID(),
                            String.valueOf(row.get("type")),
                            String.valueOf(row.get("topic")),
                            0,
                            events.size(),
                            key.toString(),
                            ((Number) java.util.Objects.requireNonNull(row.get("sequence"))).longValue(),
                            Instant.now(),
                            null,
                            (byte[]) java.util.Objects.requireNonNull(row.get("body"))));
                }
            }
        }
        Collections.reverse(events);
        database.write(Scope.everywhere(), tx -> {
            consumer.apply(tx, events);
            return events;
        });
    }
}
