package id.tumbuh.registry.rescreening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.registry.RegistryTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Families are looked at again when time has passed and when a rule is another one. */
@QuarkusTest
class RescreeningTest extends RegistryTest {
    private static final String PREVIEW = "/v1/rule-previews/";

    @Inject
    RunScreening run;

    @Inject
    PreviewRules previews;

    @Inject
    Database database;

    @Test
    void aWifeWhoTurnsTwentyIsNoLongerTooYoungAndNobodyHadToSaySo() {
        UUID family = aFamilyWhoseWifeIs(20);
        // as it was decided yesterday
        update("""
                update family set at_risk = true, risk_factors = '{MOTHER_TOO_YOUNG}', screen_again_on = current_date - 1
                where id = ?""", family);

        toTheEnd();

        assertThat(tables.announced(family)).containsExactly("family-registered", "family-risk-cleared");
        assertThat(tables.row("select at_risk, screen_again_on::text from family where id = ?", family))
                .containsEntry("at_risk", false)
                .containsEntry("screen_again_on", today().plusYears(15).toString());
    }

    @Test
    void aFamilyWhoseDayHasNotComeIsLeftAlone() {
        UUID family = aFamilyWhoseWifeIs(20);
        update("update family set at_risk = true, risk_factors = '{MOTHER_TOO_YOUNG}' where id = ?", family);

        toTheEnd();

        assertThat(tables.announced(family)).containsExactly("family-registered");
    }

    @Test
    void aPassOverAllGoesOnWhereItWasCutShort() {
        UUID family = aFamilyWhoseWifeIs(25);
        toTheEnd();
        update(
                "update family set rule_version = 'krs-before', at_risk = true, risk_factors = '{UNSAFE_WATER}' where id = ?",
                family);
        update("""
                insert into screening_run (id, kind, day, rule_version, finished_at)
                values (?, 'ALL', current_date, 'krs-before', clock_timestamp())""", UUID.randomUUID());

        assertThat(run.step()).isTrue();
        assertThat(unfinished()).isOne();
        assertThat(tables.row("select screened, last_family from screening_run where finished_at is null"))
                .containsEntry("screened", 3L)
                .containsEntry(
                        "last_family",
                        tables.row("select id from family order by id offset 2").get("id"));
        toTheEnd();

        assertThat(unfinished()).isZero();
        assertThat(tables.row("select screened from screening_run where kind = 'ALL' order by started_at desc")
                        .get("screened"))
                .isEqualTo(tables.count("select count(*) from family"));
        assertThat(tables.row("select rule_version, at_risk from family where id = ?", family))
                .containsEntry("rule_version", "krs-1.1.1.1.1.1.1.1.1.1.1.1.1.1.1")
                .containsEntry("at_risk", false);
        assertThat(tables.announced(family)).endsWith("family-risk-cleared");
        as("admin", "*").get("/v1/screening-runs?limit=1").then().body("kind", contains("ALL"));
    }

    @Test
    void aPreviewSaysWhichFamiliesARuleWouldFlagAndChangesNone() {
        UUID three = aFamilyWithChildren(3);
        UUID two = aFamilyWithChildren(2);
        UUID id = UUID.randomUUID();
        String change = change("krs.most-children", "2", today().toString());

        preview(id, change).statusCode(202);
        preview(id, change).statusCode(202);
        preview(id, change("krs.most-children", "1", today().toString()))
                .statusCode(409)
                .body("code", equalTo("ID_TAKEN"));
        as("admin", "*")
                .post(PREVIEW + id + ":enact")
                .then()
                .statusCode(409)
                .body("code", equalTo("PREVIEW_NOT_FINISHED"));
        previewed();

        as("bkkbn", "36")
                .get(PREVIEW + id + "?area=36.04")
                .then()
                .statusCode(200)
                .body("state", equalTo("DONE"))
                .body("counts.flagged", greaterThanOrEqualTo(1))
                .body("counts.cleared", equalTo(0))
                .body("rows.area", hasItem("36.04.20"))
                .body("rows.find { it.area == '36.04.20' }.counts.flagged", greaterThanOrEqualTo(1));
        as("bkkbn", "36")
                .get(PREVIEW + id + "/changes?area=36.04.20&limit=1000")
                .then()
                .body("familyId", hasItem(three.toString()))
                .body("familyId", not(hasItem(two.toString())))
                .body("find { it.familyId == '%s' }.gained".formatted(three), contains("TOO_MANY_CHILDREN"));
        assertThat(tables.announced(three)).containsExactly("family-registered");
        // of another province: neither the preview nor what it found
        as("bkkbn", "17").get(PREVIEW + id).then().statusCode(404);
        as("tpps", "36").get(PREVIEW + id).then().statusCode(403);
    }

    @Test
    void whatTheScreeningCouldNotReadIsRefusedWithItsPlace() {
        refused(change("krs.most-children", "\"many\"", today().toString()), "RULE_INVALID", "/changes/0/value");
        refused(change("krs.most-children", "-1", today().toString()), "RULE_INVALID", "/changes/0/value");
        refused(change("krs.most-children", "2.5", today().toString()), "RULE_INVALID", "/changes/0/value");
        refused(change("krs.safe-water", "[\"TEA\"]", today().toString()), "RULE_INVALID", "/changes/0/value");
        refused(change("krs.safe-water", "3", today().toString()), "RULE_INVALID", "/changes/0/value");
        refused(change("import.name-likeness", "1", today().toString()), "RULE_UNKNOWN", "/changes/0/code");
    }

    @Test
    void twoPeoplePutARuleInForceAndOnlyTheOneThatWasPreviewed() {
        UUID id = UUID.randomUUID();
        preview(id, change("krs.most-children", "2", "2090-01-01")).statusCode(202);
        previewed();
        as("bkkbn", "36").post(PREVIEW + id + ":enact").then().statusCode(403);

        as("admin", "*").post(PREVIEW + id + ":enact").then().statusCode(204);
        as("admin", "*").post(PREVIEW + id + ":enact").then().statusCode(204);

        assertThat(tables.rows("""
                        select version, value::text, source from rule
                        where code = 'krs.most-children' and valid_from = '2090-01-01'"""))
                .hasSize(1)
                .first()
                .satisfies(
                        rule -> assertThat(rule).containsEntry("value", "2").containsEntry("source", "Contoh 1/2026"));
        UUID outdated = UUID.randomUUID();
        preview(outdated, change("krs.most-children", "2", today().toString())).statusCode(202);
        previewed();
        update("update rule_preview set base_version = 'krs-before' where id = ?", outdated);
        as("admin", "*")
                .post(PREVIEW + outdated + ":enact")
                .then()
                .statusCode(409)
                .body("code", equalTo("RULES_CHANGED"));
        as("admin", "*").post(PREVIEW + UUID.randomUUID() + ":enact").then().statusCode(404);
    }

    @Test
    void aPreviewLooksAtNobodyElsesFamilies() {
        UUID id = UUID.randomUUID();
        as("bkkbn", "36.73")
                .body(change("krs.most-children", "0", today().toString()))
                .put(PREVIEW + id)
                .then()
                .statusCode(202);
        previewed();

        as("bkkbn", "36.73").get(PREVIEW + id + "/changes?area=36.04").then().body("$", empty());
        assertThat(tables.count(
                        "select count(*) from rule_preview_change where preview_id = ? and area_code not like '36.73%'",
                        id))
                .isZero();
    }

    private void toTheEnd() {
        while (run.step()) {
            assertThat(unfinished()).isPositive();
        }
    }

    private void previewed() {
        while (previews.step()) {
            assertThat(true).isTrue();
        }
    }

    private long unfinished() {
        return tables.count("select count(*) from screening_run where finished_at is null");
    }

    private void update(String sql, Object argument) {
        database.write(Scope.everywhere(), tx -> tx.sql().execute(sql, argument));
    }

    private static void refused(String body, String code, String pointer) {
        preview(UUID.randomUUID(), body)
                .statusCode(422)
                .body("code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
    }

    private static ValidatableResponse preview(UUID id, String body) {
        return as("bkkbn", "36").body(body).put(PREVIEW + id).then();
    }

    private static String change(String code, String value, String from) {
        return """
                {"changes":[{"code":"%s","value":%s,"validFrom":"%s","source":"Contoh 1/2026"}]}""".formatted(code, value, from);
    }

    private static UUID aFamilyWhoseWifeIs(int years) {
        return registered("\"wifeBirthDate\":\"%s\"".formatted(today().minusYears(years)));
    }

    private static UUID aFamilyWithChildren(int children) {
        return registered("\"wifeBirthDate\":\"%s\",\"children\":%d".formatted(today().minusYears(30), children));
    }

    private static UUID registered(String conditions) {
        UUID id = UUID.randomUUID();
        post("/v1/families:batch", """
                [{"id":"%s","area":"%s","conditions":{%s}}]""".formatted(id, DESA, conditions)).body("[0].outcome", equalTo("CREATED"));
        return id;
    }
}
