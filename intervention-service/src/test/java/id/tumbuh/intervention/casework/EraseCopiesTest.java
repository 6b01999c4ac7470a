package id.tumbuh.intervention.casework;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.intervention.TestDatabase;
import id.tumbuh.intervention.circumstance.Fact;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.circumstance.RiskFactor;
import id.tumbuh.intervention.circumstance.Stunting;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.erasure.ApplyErasures;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class EraseCopiesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);
    private static final Set<String> RECORDS =
            Set.of("erased_person", "applied_erasure", "outbox", "audit_entry", "audit_block");

    @Inject
    Telling telling;

    @Inject
    TestDatabase database;

    @Inject
    Database transactions;

    @Inject
    ApplyErasures erasures;

    private final UUID child = UUID.randomUUID();
    private final Home home = new Home(UUID.randomUUID(), new AreaCode("36.04.20.2006"));
    private final UUID erasure = UUID.randomUUID();

    @Test
    void aFamilyGoesWithItsCasesAndIsConfirmedWithCounts() {
        telling.tell(growth(1), risks(1));
        UUID need = TestDatabase.id(database.row("select id from need where child_id = ?", child), "id");

        erase("family-erased");

        assertThat(tablesWith(child)).isEmpty();
        assertThat(tablesWith(home.familyId())).isEmpty();
        assertThat(database.announced(home.familyId()))
                .containsExactly(
                        "need-opened 1", "need-changed 2", "referral-opened 1", "need-closed 3", "referral-closed 2");
        assertThat(database.row(
                        "select body, partition_key, sequence from outbox where key = ? order by id desc limit 1",
                        need.toString()))
                .containsEntry("body", null)
                .containsEntry("partition_key", "*")
                .containsEntry("sequence", 4L);
        assertThat(database.lastBody(erasure))
                .contains(
                        "\"service\":\"intervention\"", "\"child\":1", "\"family\":1", "\"need\":1", "\"referral\":1");
    }

    @Test
    void whatPartnersWereToldOfItGoesToo() {
        telling.tell(growth(1));
        String client = "csr-" + UUID.randomUUID();
        database.write(
                "insert into child_sex (child_id, area_code, version, sex) values (?, ?, 1, 'L')",
                child,
                home.area().value());
        database.write(
                "insert into partner_pseudonym (client, subject_kind, subject_id, code) values (?, 'CHILD', ?, 'SRG-7Q4K9D')",
                client,
                child);
        database.write(
                "insert into webhook_event (id, client, type, at, child_id, family_id, body)"
                        + " values (gen_random_uuid(), ?, 'need.opened', now(), ?, ?, '{}')",
                client,
                child,
                home.familyId());

        erase("family-erased");

        assertThat(tablesWith(child)).isEmpty();
        assertThat(tablesWith(home.familyId())).isEmpty();
        assertThat(database.lastBody(erasure))
                .contains("\"child_sex\":1", "\"partner_pseudonym\":1", "\"webhook_event\":1");
    }

    @Test
    void whatWasToldOfItsHouseGoesToo() {
        telling.tell(risks(1));
        database.write(
                "insert into house_note (id, family_id, area_code, seen_on, source, fit)"
                        + " values (gen_random_uuid(), ?, '36.04.20.2006', current_date, 'KADER', false)",
                home.familyId());

        erase("family-erased");

        assertThat(tablesWith(home.familyId())).isEmpty();
        assertThat(database.lastBody(erasure)).contains("\"house_note\":1");
    }

    @Test
    void aChildAloneLeavesItsFamilyWithoutItsReferrals() {
        telling.tell(growth(1), risks(1));

        erase("child-erased");

        assertThat(tablesWith(child)).isEmpty();
        assertThat(database.row("select state from referral where family_id = ?", home.familyId()))
                .containsEntry("state", "CLOSED");
    }

    @Test
    void whatPersonsDidForTheChildGoesToo() {
        telling.tell(growth(1), risks(1));
        UUID need = TestDatabase.id(database.row("select id from need where child_id = ?", child), "id");
        byHand("'" + child + "'", "ILLNESS");
        byHand("null", "HOUSE");
        enrolled(need);

        erase("child-erased");

        assertThat(tablesWith(child)).isEmpty();
        assertThat(tablesWith(need)).isEmpty();
        assertThat(database.rows(
                        "select 1 from referral where family_id = ? and risk_factor = 'HOUSE'", home.familyId()))
                .hasSize(1);
        assertThat(database.lastBody(erasure)).contains("\"programme_beneficiary\":1", "\"referral\":1");
    }

    private void byHand(String childId, String cause) {
        transactions.write(
                Scope.everywhere(),
                tx -> tx.sql()
                        .execute(
                                """
                        insert into referral (id, family_id, area_code, child_id, risk_factor, field, rule_version, origin, state,
                            stage, opened_on, sent_on, reason, version)
                        values (gen_random_uuid(), ?, ?, %s, ?, 'DINKES', 1, 'PERSON', 'OPEN', 'SENT', current_date, current_date,
                            'REFERRED_BY_PERSON', 1)""".formatted(childId),
                                home.familyId(),
                                home.area().value(),
                                cause));
    }

    private void enrolled(UUID need) {
        UUID id = UUID.randomUUID();
        String area = home.area().value();
        transactions.write(Scope.everywhere(), tx -> {
            tx.sql()
                    .execute(
                            "insert into opd (id, area_code, name, field, version) values (?, ?, 'Dinas', 'DINKES', 1)",
                            id,
                            area);
            tx.sql().execute("""
                    insert into programme (id, opd_id, opd_field, area_code, year, title, kind, unit, target, need_item, state, version)
                    values (?, ?, 'DINKES', ?, 2026, 'PMT', 'SPECIFIC', 'paket', 1, 'PMT', 'ACTIVE', 1)""", id, id, area);
            return tx.sql().execute("""
                    insert into programme_beneficiary (programme_id, need_id, child_id, family_id, area_code, from_on, to_on)
                    values (?, ?, ?, ?, ?, current_date, current_date)""", id, need, child, home.familyId(), area);
        });
    }

    @Test
    void anEventToldBeforeAndArrivingAfterBringsNobodyBack() {
        erase("family-erased");
        telling.tell(growth(1), risks(1));
        telling.tell(new Fact.Residence(child, 3, DAY, home, null, true, false));
        telling.tell(new Fact.ChildErased(child, 9, DAY), new Fact.FamilyErased(home.familyId(), 9, DAY));

        assertThat(tablesWith(child)).isEmpty();
        assertThat(tablesWith(home.familyId())).isEmpty();
    }

    @Test
    void toldAgainItIsConfirmedOnce() {
        telling.tell(growth(1));
        erase("family-erased");
        erase("family-erased");

        assertThat(database.rows("select 1 from outbox where key = ?", erasure.toString()))
                .hasSize(1);
        assertThat(database.lastBody(erasure)).contains("\"need\":1");
    }

    private void erase(String event) {
        ReceivedEvent told = new ReceivedEvent(
                UUID.randomUUID(),
                "id.tumbuh.registry." + event + ".v1",
                "registry.erasures",
                0,
                0,
                erasure.toString(),
                1,
                Instant.EPOCH,
                null,
                """
                {"erasureId":"%s","version":1,"familyId":"%s","areaCode":"36.04.20.2006","childIds":["%s"],"otherIds":[],
                 "erasedOn":"2026-12-24"}""".formatted(erasure, home.familyId(), child).getBytes(StandardCharsets.UTF_8));
        transactions.write(Scope.everywhere(), tx -> {
            erasures.apply(tx, List.of(told));
            return told;
        });
    }

    private Fact growth(long version) {
        return new Fact.Growth(child, version, DAY, home, Stunting.STUNTED, 14, true);
    }

    private Fact risks(long version) {
        return new Fact.Risks(home.familyId(), version, DAY, home.area(), Set.of(new RiskFactor("UNSAFE_WATER")), null);
    }

    private List<String> tablesWith(UUID id) {
        return database
                .rows("select table_name from information_schema.tables where table_schema = 'public'"
                        + " and table_type = 'BASE TABLE'")
                .stream()
                .map(row -> TestDatabase.text(row, "table_name"))
                .filter(table -> !RECORDS.contains(table))
                .filter(table -> !database.rows(
                                "select 1 from \"" + table + "\" as t where t::text like ? limit 1", "%" + id + "%")
                        .isEmpty())
                .toList();
    }
}
