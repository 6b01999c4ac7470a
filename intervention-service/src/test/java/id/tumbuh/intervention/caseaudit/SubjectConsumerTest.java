package id.tumbuh.intervention.caseaudit;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.intervention.TestDatabase;
import id.tumbuh.intervention.caseaudit.SubjectEvents.Person;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rounds of semesters of their own in 36.73, each test in a year of its own. */
@QuarkusTest
@WithTestResource(RealServers.class)
class SubjectConsumerTest {
    private static final String DESA = "36.73.01.1001";
    private static final String NEXT = "36.73.02.1001";
    private static final String ELSEWHERE = "36.72.09.1001";
    private static int year = 2020;

    @Inject
    SubjectEvents events;

    @Inject
    TestDatabase database;

    @Inject
    Database transactions;

    @Inject
    ProposeCases propose;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Jakarta"));
    private final LocalDate birth = today.minusDays(500);

    /** Whatever the order and however often they are told, the newest facts hold. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void theOrderOfEventsAndRepetitionsLeaveNoTrace(int seed) {
        Person child = Person.in(DESA);
        UUID wasted = UUID.randomUUID();
        UUID voided = UUID.randomUUID();
        List<ReceivedEvent> told = new ArrayList<>(List.of(
                SubjectEvents.child(child.movedTo(ELSEWHERE), 1, birth.minusDays(9)),
                SubjectEvents.child(child, 2, birth),
                SubjectEvents.stunting(child, 1, "SEVERELY_STUNTED"),
                SubjectEvents.stunting(child, 2, "STUNTED"),
                SubjectEvents.faltering(child, 1, false, true),
                SubjectEvents.faltering(child, 2, true, false),
                SubjectEvents.weighing(child, wasted, 1, today.minusDays(20), "WASTED"),
                SubjectEvents.weighing(child, wasted, 2, today.minusDays(21), "SEVERELY_WASTED"),
                SubjectEvents.weighing(child, voided, 1, today.minusDays(30), "WASTED"),
                SubjectEvents.weighing(child, voided, 2, today.minusDays(30), null)));
        told.addAll(List.copyOf(told));
        Collections.shuffle(told, new Random(seed));
        int half = seed * 3;
        events.tell(told.subList(0, half).toArray(ReceivedEvent[]::new));
        events.batch(told.subList(half, told.size()).toArray(ReceivedEvent[]::new));

        assertThat(database.row("select * from case_audit_subject where id = ?", child.id()))
                .containsEntry("area_code", DESA)
                .containsEntry("home_version", 2L)
                .containsEntry("stunting", "STUNTED")
                .containsEntry("twice_not_gained", true)
                .containsEntry("below_red_line", false);
        assertThat(database.rows(
                        "select area_code, array_to_string(concerns, ',') as concerns from case_audit_check"
                                + " where subject_id = ? order by checked_on",
                        child.id()))
                .containsExactly(
                        Map.of("area_code", DESA, "concerns", ""),
                        Map.of("area_code", DESA, "concerns", "SEVERELY_WASTED"));
    }

    @Test
    void aCaseFollowsTheSurvivorOfAMergeAndComesBack() {
        Person child = Person.in(DESA);
        Person survivor = Person.in(NEXT);
        stunted(child);
        UUID round = proposed();
        events.tell(
                SubjectEvents.child(survivor, 1, birth), SubjectEvents.child(child, 2, birth, false, survivor.id()));

        assertThat(caseOf(round, child))
                .containsEntry("subject_id", survivor.id())
                .containsEntry("family_id", survivor.family())
                .containsEntry("area_code", NEXT)
                .containsEntry("stage", "PROPOSED")
                .containsEntry("version", 2L);

        events.tell(SubjectEvents.child(child, 3, birth));
        assertThat(caseOf(round, child))
                .containsEntry("subject_id", child.id())
                .containsEntry("area_code", DESA)
                .containsEntry("version", 3L);
        assertThat(told(round, child))
                .containsExactly("case-audit-stage-reached 1", "case-audit-changed 2", "case-audit-changed 3");
    }

    @Test
    void ofTwoCasesOfOneChildOneIsLeft() {
        Person child = Person.in(DESA);
        Person survivor = Person.in(DESA);
        stunted(child);
        stunted(survivor);
        UUID round = proposed();
        events.tell(SubjectEvents.child(child, 2, birth, false, survivor.id()));

        assertThat(caseOf(round, child)).containsEntry("stage", "WITHDRAWN");
        assertThat(caseOf(round, survivor)).containsEntry("stage", "PROPOSED").containsEntry("version", 1L);
        assertThat(database.lastBody(TestDatabase.id(caseOf(round, child), "id")))
                .contains("\"reason\":\"MERGED\"");
    }

    @Test
    void twoMergedInOneBatchIntoAThirdLeaveOneCase() {
        Person one = Person.in(DESA);
        Person other = Person.in(DESA);
        Person survivor = Person.in(DESA);
        stunted(one);
        stunted(other);
        UUID round = proposed();
        events.batch(
                SubjectEvents.child(survivor, 1, birth),
                SubjectEvents.child(one, 2, birth, false, survivor.id()),
                SubjectEvents.child(other, 2, birth, false, survivor.id()));

        assertThat(database.rows(
                        "select stage from case_audit where round_id = ? and origin_id in (?, ?) order by stage",
                        round,
                        one.id(),
                        other.id()))
                .containsExactly(Map.of("stage", "PROPOSED"), Map.of("stage", "WITHDRAWN"));
    }

    @Test
    void aCaseMovesWithinItsKabupatenAndIsWithdrawnBeyond() {
        Person child = Person.in(DESA);
        stunted(child);
        UUID round = proposed();
        events.tell(SubjectEvents.child(child.movedTo(NEXT), 2, birth));
        assertThat(caseOf(round, child)).containsEntry("area_code", NEXT).containsEntry("stage", "PROPOSED");

        events.tell(SubjectEvents.child(child.movedTo(ELSEWHERE), 3, birth));
        assertThat(caseOf(round, child)).containsEntry("area_code", NEXT).containsEntry("stage", "WITHDRAWN");
        events.tell(SubjectEvents.child(child.movedTo(DESA), 4, birth));
        assertThat(caseOf(round, child)).containsEntry("stage", "WITHDRAWN").containsEntry("version", 3L);
    }

    @Test
    void whoIsNoLongerActiveIsWithdrawn() {
        Person child = Person.in(DESA);
        Person couple = Person.in(DESA);
        stunted(child);
        events.tell(
                SubjectEvents.couple(couple, 1, "PLANNED"),
                SubjectEvents.coupleCheck(couple, 1, today.minusDays(3), "RED"));
        UUID round = proposed();
        events.tell(SubjectEvents.child(child, 2, birth, false, null), SubjectEvents.couple(couple, 2, "MARRIED"));

        assertThat(caseOf(round, child)).containsEntry("stage", "WITHDRAWN");
        assertThat(caseOf(round, couple)).containsEntry("stage", "PROPOSED");
        events.tell(SubjectEvents.couple(couple, 3, "CALLED_OFF"));
        assertThat(caseOf(round, couple)).containsEntry("stage", "WITHDRAWN");
    }

    @Test
    void everyGroupIsProposedFromItsEvents() {
        Person pregnant = Person.in(DESA);
        Person mother = Person.in(DESA);
        Person healthy = Person.in(DESA);
        Person couple = Person.in(DESA);
        Person baduta = Person.in(DESA);
        Person balita = Person.in(DESA);
        events.tell(
                SubjectEvents.pregnancyCheck(pregnant, 1, today.minusDays(9), "\"CHRONIC_ENERGY_DEFICIENCY_RISK\""),
                SubjectEvents.pregnancy(pregnant, 1, today.plusDays(90), null),
                SubjectEvents.pregnancy(mother, 2, null, today.minusDays(10)),
                SubjectEvents.pregnancy(healthy, 1, today.plusDays(90), null),
                SubjectEvents.couple(couple, 1, "PLANNED"),
                SubjectEvents.coupleCheck(couple, 1, today.minusDays(3), "RED"),
                SubjectEvents.faltering(baduta, 1, true, false),
                SubjectEvents.child(baduta, 1, birth),
                SubjectEvents.child(balita, 1, today.minusDays(1200)),
                SubjectEvents.weighing(balita, UUID.randomUUID(), 1, today.minusDays(20), "SEVERELY_WASTED"));
        UUID round = proposed();

        assertThat(caseOf(round, pregnant)).containsEntry("audit_group", "PREGNANT");
        assertThat(caseOf(round, mother)).containsEntry("audit_group", "POST_PARTUM");
        assertThat(caseOf(round, couple)).containsEntry("audit_group", "CATIN");
        assertThat(caseOf(round, baduta)).containsEntry("audit_group", "BADUTA");
        assertThat(caseOf(round, balita)).containsEntry("audit_group", "BALITA");
        assertThat(database.rows("select 1 from case_audit where round_id = ? and origin_id = ?", round, healthy.id()))
                .isEmpty();
    }

    @Test
    void anErasedChildLeavesNothingAndDoesNotComeBack() {
        Person child = Person.in(DESA);
        stunted(child);
        events.tell(SubjectEvents.weighing(child, UUID.randomUUID(), 1, today.minusDays(20), "WASTED"));
        UUID round = proposed();
        UUID id = TestDatabase.id(caseOf(round, child), "id");
        events.erase(child, "child-erased", List.of(child.id()), List.of());

        assertThat(tablesWith(child.id())).isEmpty();
        assertThat(database.rows("select type, sequence from outbox where key = ? order by id", id.toString()))
                .extracting(row -> row.get("sequence"))
                .containsExactly(1L, 2L, 3L);
        assertThat(database.row(
                        "select body, partition_key from outbox where key = ? order by id desc limit 1", id.toString()))
                .containsEntry("body", null)
                .containsEntry("partition_key", "*");
        stunted(child);
        events.tell(SubjectEvents.weighing(child, UUID.randomUUID(), 1, today.minusDays(20), "WASTED"));
        assertThat(tablesWith(child.id())).isEmpty();
    }

    @Test
    void aFamilyGoesWithItsPregnancies() {
        Person pregnant = Person.in(DESA);
        events.tell(
                SubjectEvents.pregnancy(pregnant, 1, today.plusDays(90), null),
                SubjectEvents.pregnancyCheck(pregnant, 1, today.minusDays(9), "\"ANAEMIA_MILD\""));
        UUID round = proposed();
        assertThat(caseOf(round, pregnant)).containsEntry("stage", "PROPOSED");
        events.erase(pregnant, "family-erased", List.of(), List.of(pregnant.id()));

        assertThat(tablesWith(pregnant.id())).isEmpty();
        assertThat(tablesWith(pregnant.family())).isEmpty();
    }

    private void stunted(Person child) {
        events.tell(SubjectEvents.child(child, 1, birth), SubjectEvents.stunting(child, 1, "SEVERELY_STUNTED"));
    }

    /** A new round in which everybody is proposed; so that tests don't take each other's places, of all there are. */
    private synchronized UUID proposed() {
        UUID round = UUID.randomUUID();
        transactions.write(Scope.everywhere(), tx -> {
            tx.sql()
                    .createUpdate("""
                            insert into case_audit_round (id, area_code, year, semester, starts_on, team, stage_due)
                            values (:id, '36.73', :year, 2, :day, '{DINKES}', '{}')""")
                    .bind("id", round)
                    .bind("year", year++)
                    .bind("day", today)
                    .execute();
            return propose.propose(tx, round, today).orElseThrow();
        });
        return round;
    }

    private Map<String, Object> caseOf(UUID round, Person person) {
        return database.row("select * from case_audit where round_id = ? and origin_id = ?", round, person.id());
    }

    private List<String> told(UUID round, Person person) {
        return database
                .rows(
                        "select type, sequence from outbox where key = ? order by id",
                        TestDatabase.id(caseOf(round, person), "id").toString())
                .stream()
                .map(row -> TestDatabase.text(row, "type").replaceAll("id\\.tumbuh\\.intervention\\.(.*)\\.v1", "$1")
                        + " " + row.get("sequence"))
                .toList();
    }

    private List<String> tablesWith(UUID id) {
        return database
                .rows("select table_name from information_schema.tables where table_schema = 'public'"
                        + " and table_type = 'BASE TABLE'")
                .stream()
                .map(row -> TestDatabase.text(row, "table_name"))
                .filter(table -> !List.of("erased_person", "applied_erasure", "outbox", "audit_entry", "audit_block")
                        .contains(table))
                .filter(table -> !database.rows(
                                "select 1 from \"" + table + "\" as t where t::text like ? limit 1", "%" + id + "%")
                        .isEmpty())
                .toList();
    }
}
