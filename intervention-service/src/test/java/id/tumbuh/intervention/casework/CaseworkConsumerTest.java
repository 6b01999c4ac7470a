package id.tumbuh.intervention.casework;

import static id.tumbuh.intervention.TestDatabase.id;
import static id.tumbuh.intervention.TestDatabase.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.tumbuh.intervention.TestDatabase;
import id.tumbuh.intervention.circumstance.Cause;
import id.tumbuh.intervention.circumstance.Fact;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.circumstance.RiskFactor;
import id.tumbuh.intervention.circumstance.Stunting;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.platform.messaging.UnreadableEvent;
import id.tumbuh.platform.rules.RuleBook;
import id.tumbuh.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class CaseworkConsumerTest {
    private static final int BATCH = 10;
    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);
    private static final AreaCode AREA = new AreaCode("36.04.20.2006");
    private static final AreaCode ELSEWHERE = new AreaCode("17.02.01.2001");

    @Inject
    Telling telling;

    @Inject
    TestDatabase database;

    @Inject
    RuleBook rules;

    private final UUID child = UUID.randomUUID();
    private final Home home = new Home(UUID.randomUUID(), AREA);

    @Test
    void aStuntedChildOpensANeedAndAnnouncesIt() {
        telling.tell(growth(1, Stunting.STUNTED));

        Map<String, Object> need = database.row("select * from need where child_id = ?", child);
        assertThat(need)
                .containsEntry("family_id", home.familyId())
                .containsEntry("area_code", AREA.value())
                .containsEntry("subject_kind", "CHILD")
                .containsEntry("rank", 40)
                .containsEntry("state", "OPEN")
                .containsEntry("reason", "CAUSE_FOUND")
                .containsEntry("version", 1L);
        assertThat(database.announced(home.familyId())).containsExactly("need-opened 1");
        assertThat(database.lastBody(id(need, "id"))).isEqualTo("""
                {"needId":"%s","version":1,"childId":"%s","familyId":"%s","areaCode":"36.04.20.2006",\
                "causes":["STUNTED"],"items":[{"item":"FOOD","days":180,"costRupiah":2700000},\
                {"item":"COUNSELLING","days":180,"costRupiah":0}],"rank":40,"firstThousandDays":false,\
                "ruleVersion":"need-1.1.1","state":"OPEN","openedOn":"2026-06-15","reason":"CAUSE_FOUND"}""".formatted(need.get("id"), child, home.familyId()));
    }

    @Test
    void theNeedFollowsTheChildUntilItIsNoLongerStunted() {
        telling.tell(
                growth(1, Stunting.STUNTED),
                growth(2, Stunting.SEVERELY_STUNTED),
                growth(3, Stunting.NORMAL),
                growth(4, Stunting.STUNTED));

        assertThat(database.announced(home.familyId()))
                .containsExactly("need-opened 1", "need-changed 2", "need-closed 3", "need-opened 1");
        assertThat(database.rows(
                        "select state, causes[1] as cause, reason from need where child_id = ? order by state", child))
                .extracting(Map::values)
                .extracting(ArrayList::new)
                .containsExactly(
                        new ArrayList<>(List.of("CLOSED", "SEVERELY_STUNTED", "CAUSES_GONE")),
                        new ArrayList<>(List.of("OPEN", "STUNTED", "CAUSE_FOUND")));
    }

    @Test
    void aBatchTellsTheSameStoryAsItsEventsOneByOne() {
        telling.batch(List.of(
                growth(1, Stunting.STUNTED),
                growth(2, Stunting.SEVERELY_STUNTED),
                growth(3, Stunting.NORMAL),
                growth(4, Stunting.STUNTED)));

        assertThat(database.announced(home.familyId()))
                .containsExactly("need-opened 1", "need-changed 2", "need-closed 3", "need-opened 1");
        assertThat(database.rows("select id from need where child_id = ? and state = 'OPEN'", child))
                .hasSize(1);
    }

    @Test
    void theNeedOfAMergedChildEndsAndGoesOnWhenTheMergeIsUndone() {
        telling.tell(
                growth(1, Stunting.STUNTED), new Fact.Residence(child, 2, DAY.plusDays(3), home, null, false, true));
        Map<String, Object> closed = database.row("select id, state, reason from need where child_id = ?", child);
        assertThat(closed).containsEntry("state", "CLOSED").containsEntry("reason", "MERGED");

        telling.tell(growth(2, Stunting.NORMAL)); // its measurements are the other's now
        telling.tell(
                new Fact.Residence(child, 3, DAY.plusDays(9), home, null, true, false), growth(3, Stunting.STUNTED));

        assertThat(database.rows("select id, state, reason, opened_on::text from need where child_id = ?", child))
                .containsExactly(Map.of(
                        "id",
                        closed.get("id"),
                        "state",
                        "OPEN",
                        "reason",
                        "MERGE_UNDONE",
                        "opened_on",
                        DAY.toString()));
        assertThat(database.announced(home.familyId()))
                .containsExactly("need-opened 1", "need-closed 2", "need-opened 3");
    }

    @Test
    void toldAgainNothingHappens() {
        List<Fact> facts = List.of(growth(1, Stunting.STUNTED), growth(2, Stunting.NORMAL));
        telling.batch(facts);
        List<String> announced = database.announced(home.familyId());

        telling.batch(facts);

        assertThat(database.announced(home.familyId())).isEqualTo(announced);
    }

    @Test
    void riskFactorsOfAFamilyWithAStuntedChildAreReferred() {
        telling.tell(risks(1, AREA, "UNSAFE_WATER", "MOTHER_TOO_OLD"), growth(1, Stunting.STUNTED));

        Map<String, Object> referral = database.row("select * from referral where family_id = ?", home.familyId());
        assertThat(referral)
                .containsEntry("area_code", AREA.value())
                .containsEntry("risk_factor", "UNSAFE_WATER")
                .containsEntry("field", "PUPR")
                .containsEntry("rule_version", 2)
                .containsEntry("state", "OPEN")
                .containsEntry("version", 1L);
        assertThat(database.announced(home.familyId())).containsExactly("need-opened 1", "referral-opened 1");
        assertThat(database.lastBody(id(referral, "id"))).isEqualTo("""
                {"referralId":"%s","version":1,"familyId":"%s","areaCode":"36.04.20.2006","riskFactor":"UNSAFE_WATER",\
                "field":"PUPR","state":"OPEN","openedOn":"2026-06-15","reason":"STUNTED_CHILD_AT_RISK","origin":"FACTS",\
                "stage":"SENT"}""".formatted(referral.get("id"), home.familyId()));
    }

    @Test
    void riskFactorsThatComeLaterAreReferredToo() {
        telling.tell(growth(1, Stunting.STUNTED), risks(1, AREA, "UNSAFE_SANITATION"));

        assertThat(database.announced(home.familyId()))
                .containsExactly("need-opened 1", "need-changed 2", "referral-opened 1");
        assertThat(database.row("select rank, reason, items::text as items from need where child_id = ?", child))
                .containsEntry("rank", 46)
                .containsEntry("reason", "CAUSES_CHANGED")
                .hasEntrySatisfying(
                        "items", items -> assertThat(items.toString()).contains("LATRINE"));
    }

    @Test
    void aFactorThatIsGoneAndANeedThatEndedCloseTheirReferrals() {
        telling.tell(
                growth(1, Stunting.STUNTED),
                risks(1, AREA, "UNSAFE_WATER", "UNSAFE_SANITATION"),
                risks(2, AREA, "UNSAFE_SANITATION"),
                growth(2, Stunting.NORMAL));

        assertThat(database.rows(
                        "select risk_factor, state, reason, version from referral where family_id = ? order by 1",
                        home.familyId()))
                .containsExactly(
                        Map.of(
                                "risk_factor",
                                "UNSAFE_SANITATION",
                                "state",
                                "CLOSED",
                                "reason",
                                "NO_STUNTED_CHILD",
                                "version",
                                2L),
                        Map.of(
                                "risk_factor",
                                "UNSAFE_WATER",
                                "state",
                                "CLOSED",
                                "reason",
                                "RISK_FACTOR_GONE",
                                "version",
                                2L));
        assertThat(database.announced(home.familyId()))
                .containsExactly(
                        "need-opened 1",
                        "need-changed 2",
                        "referral-opened 1",
                        "referral-opened 1",
                        "need-changed 3",
                        "referral-closed 2",
                        "need-closed 4",
                        "referral-closed 2");
    }

    @Test
    void aMovedChildTakesItsNeedToItsNewFamily() {
        Home next = new Home(UUID.randomUUID(), ELSEWHERE);
        telling.tell(
                risks(1, AREA, "UNSAFE_WATER"),
                new Fact.Risks(next.familyId(), 1, DAY, ELSEWHERE, Set.of(new RiskFactor("UNSAFE_SANITATION")), null),
                growth(1, Stunting.STUNTED),
                new Fact.Residence(child, 1, DAY, next, null, true, false));

        assertThat(database.row("select * from need where child_id = ?", child))
                .containsEntry("family_id", next.familyId())
                .containsEntry("area_code", ELSEWHERE.value())
                .containsEntry("reason", "MOVED")
                .containsEntry("version", 2L);
        assertThat(database.row("select * from referral where family_id = ?", home.familyId()))
                .containsEntry("reason", "NO_STUNTED_CHILD");
        assertThat(database.row("select * from referral where family_id = ?", next.familyId()))
                .containsEntry("risk_factor", "UNSAFE_SANITATION")
                .containsEntry("state", "OPEN");
        assertThat(database.announced(next.familyId())).containsExactly("need-changed 2", "referral-opened 1");
    }

    @Test
    void aChildThatIsErasedOrNoLongerThereNeedsNothing() {
        telling.tell(growth(1, Stunting.STUNTED), new Fact.Residence(child, 1, DAY, home, null, false, false));
        assertThat(database.row("select * from need where child_id = ?", child)).containsEntry("reason", "INACTIVE");

        telling.tell(new Fact.Residence(child, 2, DAY, home, null, true, false), new Fact.ChildErased(child, 3, DAY));
        assertThat(database.rows("select reason from need where child_id = ? order by reason", child))
                .containsExactly(Map.of("reason", "ERASED"), Map.of("reason", "INACTIVE"));
    }

    @Test
    void anEventThatCanNotBeReadIsSetAside() {
        for (String body : List.of(
                "{\"childId\":\"x\"}",
                "{\"childId\":\"%s\",\"version\":1}".formatted(child),
                "{\"childId\":\"%s\",\"version\":1,\"familyId\":\"%s\",\"areaCode\":\"36.04.20.2006\",\"stunting\":\"?\"}"
                        .formatted(child, child),
                "[")) {
            ReceivedEvent good = Events.of(growth(1, Stunting.STUNTED));
            ReceivedEvent broken = new ReceivedEvent(
                    good.id(),
                    good.type(),
                    good.topic(),
                    0,
                    0,
                    good.key(),
                    1,
                    good.time(),
                    null,
                    body.getBytes(StandardCharsets.UTF_8));

            assertThatThrownBy(() -> GrowthConsumer.fact(broken)).isInstanceOf(UnreadableEvent.class);
        }
    }

    @Test
    void theDatabaseAllowsOneOpenNeedAChild() {
        telling.tell(growth(1, Stunting.STUNTED));

        assertThat(database.rows("""
                        select indexdef from pg_indexes
                        where indexname in ('need_one_open_per_child', 'referral_one_open_per_cause')"""))
                .hasSize(2)
                .allSatisfy(index ->
                        assertThat(text(index, "indexdef")).contains("UNIQUE").contains("WHERE (state = 'OPEN'"));
    }

    @Test
    void whateverTheOrderAndTheBatchesTheDatabaseEndsTheSame() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            List<Fact> facts = Facts.of(random, 4, 6);
            List<Fact> order = Facts.shuffled(facts, random);
            for (int from = 0; from < order.size(); ) {
                int to = Math.min(order.size(), from + 1 + random.nextInt(8));
                inBatches(order.subList(from, to)).forEach(telling::batch);
                from = to;
            }
            weighLately();
            telling.age(Facts.today());

            assertThat(open(facts)).as("seed %d", seed).isEqualTo(Truth.of(facts, rules(), Facts.today()));
        }
    }

    /**
     * Both consumers at once on the same families, each with a second replica that was told everything too.
     *
     * <p>Small batches of many children: they seldom share a child, whose lock would keep them apart, and always a family.
     */
    @Test
    void consumersThatMeetNeitherDieOfEachOtherNorLoseAnything() throws Exception {
        // A seed of its own: the same seed makes the same families, and the other test's would still be in the
        // database.
        Random random = new Random(1000);
        List<Fact> facts = Facts.of(random, 12, 400);
        List<List<Fact>> stories = new ArrayList<>();
        for (List<Fact> ofConsumer : List.of(Truth.ofKind(facts, true), Truth.ofKind(facts, false))) {
            for (int replica = 0; replica < 2; replica++) {
                stories.add(Facts.shuffled(ofConsumer, random));
            }
        }
        int before = telling.attempts();
        int told = together(stories);
        weighLately();
        telling.age(Facts.today());

        assertThat(telling.attempts() - before)
                .as("transactions begun; more than told means that one was the victim of another")
                .isEqualTo(told);
        assertThat(open(facts)).isEqualTo(Truth.of(facts, rules(), Facts.today()));
    }

    @Test
    void aChildGrowsOutOfItsNeedOnlyIfItWasWeighedLately() {
        LocalDate born = LocalDate.of(2021, 6, 16);
        telling.tell(growth(1, Stunting.STUNTED), new Fact.Residence(child, 1, DAY, home, born, true, false));
        LocalDate birthday = born.plusMonths(60);

        telling.age(birthday);
        assertThat(state()).isEqualTo("OPEN"); // nobody has weighed it
        weighed(birthday.minusMonths(12).minusDays(1));
        telling.age(birthday);
        assertThat(state()).isEqualTo("OPEN");
        weighed(birthday.minusMonths(12));
        telling.age(birthday.minusDays(1));
        assertThat(state()).isEqualTo("OPEN");
        telling.age(birthday);
        assertThat(state()).isEqualTo("CLOSED");
    }

    private String state() {
        return text(database.row("select state from need where child_id = ?", child), "state");
    }

    private void weighed(LocalDate day) {
        database.write(
                "insert into weighing (measurement_id, child_id, area_code, version, measured_on, age_months, voided)"
                        + " values (gen_random_uuid(), ?, ?, 1, ?, 30, false)",
                child,
                AREA.value(),
                day);
    }

    /** Everybody of whom a birth date is known, so that everybody's age is looked at. */
    private void weighLately() {
        database.write(
                "insert into weighing (measurement_id, child_id, area_code, version, measured_on, age_months, voided)"
                        + " select gen_random_uuid(), id, area_code, 1, ?, 30, false from child where birth_date is not null",
                Facts.today());
    }

    @Test
    void riskFactorsWaitForTheGrowthThatIsBeingToldAndSeeItsNeed() throws Exception {
        telling.tell(risks(1, AREA));

        assertMeeting(growth(1, Stunting.STUNTED), risks(2, AREA, "UNSAFE_WATER"));
    }

    @Test
    void growthWaitsForTheRiskFactorsThatAreBeingToldAndSeesThem() throws Exception {
        telling.tell(risks(1, AREA));

        assertMeeting(risks(2, AREA, "UNSAFE_WATER"), growth(1, Stunting.STUNTED));
    }

    /** The second is told while the first has decided and not yet committed; either alone would refer nothing. */
    private void assertMeeting(Fact first, Fact second) throws InterruptedException, ExecutionException {
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            AtomicReference<Future<?>> meeting = new AtomicReference<>();
            telling.holding(List.of(first), () -> {
                Future<?> other = thread.submit(() -> telling.tell(second));
                meeting.set(other);
                await().until(() -> other.isDone() || somebodyWaitsForALock());
            });
            meeting.get().get();
        }

        assertThat(open(List.of(first, second))).isEqualTo(Truth.of(List.of(first, second), rules(), DAY));
        assertThat(database.rows("select * from referral where family_id = ?", home.familyId()))
                .hasSize(1);
    }

    private boolean somebodyWaitsForALock() {
        return !database.rows("select 1 from pg_locks where not granted").isEmpty();
    }

    private int together(List<List<Fact>> stories) throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(stories.size());
        int told = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(stories.size())) {
            List<Future<Integer>> running = new ArrayList<>();
            for (List<Fact> story : stories) {
                running.add(threads.submit(() -> {
                    start.await();
                    int batches = 0;
                    for (int from = 0; from < story.size(); from += BATCH) {
                        telling.batch(story.subList(from, Math.min(from + BATCH, story.size())));
                        batches++;
                    }
                    return batches;
                }));
            }
            for (Future<Integer> story : running) {
                told += story.get();
            }
        }
        return told;
    }

    /** Cut wherever the next fact is for the other consumer. */
    private static List<List<Fact>> inBatches(List<Fact> facts) {
        List<List<Fact>> batches = new ArrayList<>();
        for (Fact fact : facts) {
            if (batches.isEmpty()
                    || fact instanceof Fact.Growth != batches.getLast().getFirst() instanceof Fact.Growth) {
                batches.add(new ArrayList<>());
            }
            batches.getLast().add(fact);
        }
        return batches;
    }

    private Set<String> open(List<Fact> facts) {
        Set<UUID> children = new HashSet<>();
        Set<UUID> families = new HashSet<>();
        for (Fact fact : facts) {
            switch (fact) {
                case Fact.OfChild told -> {
                    children.add(told.childId());
                    told.home().ifPresent(place -> families.add(place.familyId()));
                }
                case Fact.OfFamily told -> families.add(told.familyId());
                case Fact.OfPregnancy _, Fact.Aged _ -> {}
            }
        }
        return Stream.concat(
                        database
                                .rows(
                                        "select id, child_id, family_id, area_code, causes::text as causes, rank from need"
                                                + " where state = 'OPEN' and child_id = any(?)",
                                        array(children))
                                .stream()
                                .map(row -> Truth.need(
                                        id(row, "child_id"),
                                        home(row),
                                        causes(row),
                                        Integer.parseInt(text(row, "rank")))),
                        database
                                .rows(
                                        "select * from referral where state = 'OPEN' and family_id = any(?)",
                                        array(families))
                                .stream()
                                .map(row -> "referral " + row.get("family_id") + " " + row.get("area_code") + " "
                                        + row.get("risk_factor") + " " + row.get("field")))
                .collect(Collectors.toSet());
    }

    private ResponseRules rules() {
        return ResponseRules.of(rules.on(DAY));
    }

    private static List<Cause> causes(Map<String, Object> row) {
        return Stream.of(text(row, "causes").replaceAll("[{}]", "").split(","))
                .map(Cause::new)
                .toList();
    }

    private static Object array(Set<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    private static Home home(Map<String, Object> row) {
        return new Home(id(row, "family_id"), new AreaCode(text(row, "area_code")));
    }

    private Fact.Growth growth(long version, Stunting stunting) {
        return new Fact.Growth(child, version, DAY, home, stunting, 30, true);
    }

    private Fact.Risks risks(long version, AreaCode area, String... factors) {
        return new Fact.Risks(
                home.familyId(),
                version,
                DAY,
                area,
                Stream.of(factors).map(RiskFactor::new).collect(Collectors.toSet()),
                null);
    }
}
