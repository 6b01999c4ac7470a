package id.tumbuh.intervention.casework;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.intervention.TestDatabase;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.messaging.EventConsumer;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class WeighingConsumerTest {
    @Inject
    Database transactions;

    @Inject
    TestDatabase database;

    @Inject
    WeighingConsumer weighings;

    @Inject
    PregnancyCheckConsumer checks;

    private final UUID child = UUID.randomUUID();
    private final UUID family = UUID.randomUUID();

    @Test
    void aWastedChildOpensANeedThatTheNextWeighingEnds() {
        tell(weighings, weighing(1, 1, "2026-05-10", "WASTED", false));
        assertThat(need())
                .containsEntry("state", "OPEN")
                .containsEntry("causes", "{WASTED}")
                .containsEntry("reason", "CAUSE_FOUND");

        tell(weighings, weighing(2, 1, "2026-06-10", "NORMAL", false));
        assertThat(need()).containsEntry("state", "CLOSED").containsEntry("reason", "CAUSES_GONE");
        assertThat(database.announced(family)).containsExactly("need-opened 1", "need-closed 2");
    }

    @Test
    void theLatestWeighingDecidesWhicheverIsToldLast() {
        tell(weighings, weighing(2, 1, "2026-06-10", "WASTED", false));
        tell(weighings, weighing(1, 1, "2026-05-10", "SEVERELY_WASTED", false));

        assertThat(need()).containsEntry("causes", "{WASTED}").containsEntry("version", 1L);
    }

    @Test
    void aVoidedWeighingGivesWayToTheOneBefore() {
        tell(
                weighings,
                weighing(1, 1, "2026-05-10", "SEVERELY_WASTED", false),
                weighing(2, 1, "2026-06-10", "WASTED", false));
        tell(weighings, weighing(2, 2, "2026-06-10", "WASTED", true));

        assertThat(need()).containsEntry("causes", "{SEVERELY_WASTED}").containsEntry("version", 2L);
    }

    @Test
    void whateverTheOrderAndHoweverOftenTheEndIsTheSame() {
        List<ReceivedEvent> story = List.of(
                weighing(1, 1, "2026-04-10", "WASTED", false),
                weighing(2, 1, "2026-05-10", "NORMAL", false),
                weighing(2, 2, "2026-05-10", "SEVERELY_WASTED", false),
                weighing(3, 1, "2026-06-10", "NORMAL", false),
                weighing(3, 2, "2026-06-10", "NORMAL", true),
                weighing(4, 1, "2026-03-10", "NORMAL", false));
        for (int seed = 0; seed < 10; seed++) {
            List<ReceivedEvent> order = new ArrayList<>(story);
            order.addAll(story);
            Collections.shuffle(order, new Random(seed));
            order.forEach(event -> tell(weighings, event));

            assertThat(database.row("select signs::text as signs from child where id = ?", child))
                    .as("seed %d", seed)
                    .containsEntry("signs", "{SEVERELY_WASTED}");
        }
    }

    @Test
    void twoWeighingsWithoutGainAndAWeightBelowTheRedLineAreReasonsToo() {
        tell(weighings, event("measurement.measurements", UUID.randomUUID(), 1, """
                {"measurementId":"%s","version":1,"childId":"%s","familyId":"%s","areaCode":"36.04.20.2006",
                 "measuredOn":"2026-06-10","ageMonths":14,"voided":false,"weightKg":6.4,"belowRedLine":true,
                 "indices":{"weightForAge":{"z":-3.2,"implausible":false,"category":"SEVERELY_UNDERWEIGHT"}},
                 "growthCard":{"month":"2026-06","mark":"T","twiceNotGained":true}}""".formatted(
                        UUID.randomUUID(), child, family)));

        assertThat(need()).containsEntry("causes", "{BELOW_RED_LINE,NOT_GAINED_TWICE,UNDERWEIGHT}");
    }

    @Test
    void anImplausibleWeightIsNoReason() {
        tell(weighings, event("measurement.measurements", UUID.randomUUID(), 1, """
                {"measurementId":"%s","version":1,"childId":"%s","familyId":"%s","areaCode":"36.04.20.2006",
                 "measuredOn":"2026-06-10","ageMonths":14,"voided":false,
                 "indices":{"weightForLengthHeight":{"z":-5.4,"implausible":true,"category":"SEVERELY_WASTED"}}}""".formatted(
                        UUID.randomUUID(), child, family)));

        assertThat(database.rows("select 1 from need where child_id = ?", child))
                .isEmpty();
    }

    @Test
    void aThinPregnantWomanHasANeedOfHerOwn() {
        UUID pregnancy = UUID.randomUUID();
        tell(checks, check(pregnancy, 1, true, "MILD", false));

        Map<String, Object> need = database.row(
                "select subject_kind, causes::text as causes, first_thousand_days, items::text as items from need"
                        + " where pregnancy_id = ?",
                pregnancy);
        assertThat(need)
                .containsEntry("subject_kind", "PREGNANCY")
                .containsEntry("causes", "{ANAEMIA,CHRONIC_ENERGY_DEFICIENCY_RISK}")
                .containsEntry("first_thousand_days", true)
                .hasEntrySatisfying(
                        "items", items -> assertThat(items.toString()).contains("120", "2580000"));

        tell(checks, check(pregnancy, 2, true, "MILD", true));
        assertThat(database.row("select state from need where pregnancy_id = ?", pregnancy))
                .containsEntry("state", "CLOSED");
    }

    @Test
    void anaemiaAloneAddsToANeedAndOpensNone() {
        UUID pregnancy = UUID.randomUUID();
        tell(checks, check(pregnancy, 1, false, "SEVERE", false));

        assertThat(database.rows("select 1 from need where pregnancy_id = ?", pregnancy))
                .isEmpty();
    }

    private void tell(EventConsumer consumer, ReceivedEvent... events) {
        transactions.<@Nullable Object>write(Scope.everywhere(), tx -> {
            consumer.apply(tx, List.of(events));
            return null;
        });
    }

    private Map<String, Object> need() {
        return database.row(
                "select state, causes::text as causes, reason, version from need where child_id = ?", child);
    }

    private ReceivedEvent weighing(int number, long version, String day, String category, boolean voided) {
        UUID id = new UUID(child.getMostSignificantBits(), number);
        return event("measurement.measurements", id, version, """
                {"measurementId":"%s","version":%d,"childId":"%s","familyId":"%s","areaCode":"36.04.20.2006",
                 "measuredOn":"%s","ageMonths":14,"voided":%s,"weightKg":8.1,
                 "indices":{"weightForLengthHeight":{"z":-2.1,"implausible":false,"category":"%s"}}}""".formatted(
                        id, version, child, family, day, voided, category));
    }

    private ReceivedEvent check(UUID pregnancy, long version, boolean thin, String anaemia, boolean voided) {
        UUID id = new UUID(pregnancy.getMostSignificantBits(), 1);
        return event("measurement.pregnancy-checks", id, version, """
                {"checkId":"%s","version":%d,"pregnancyId":"%s","familyId":"%s","areaCode":"36.04.20.2006",
                 "checkedOn":"2026-06-10","voided":%s,"chronicEnergyDeficiencyRisk":%s,"anaemia":"%s"}""".formatted(
                        id, version, pregnancy, family, voided, thin, anaemia));
    }

    private static ReceivedEvent event(String topic, UUID key, long version, String body) {
        return new ReceivedEvent(
                UUID.randomUUID(),
                "id.tumbuh." + topic + ".v1",
                topic,
                0,
                0,
                key.toString(),
                version,
                Instant.parse("2026-06-15T02:00:00Z"),
                null,
                body.getBytes(StandardCharsets.UTF_8));
    }
}
