package id.tumbuh.reporting.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.reporting.Given;
import id.tumbuh.reporting.Planned;
import id.tumbuh.reporting.Planned.Plan;
import id.tumbuh.reporting.growth.Recomputation;
import id.tumbuh.reporting.indicator.Figure;
import id.tumbuh.reporting.indicator.Figures;
import id.tumbuh.reporting.indicator.Indicators;
import id.tumbuh.reporting.indicator.Sums;
import id.tumbuh.reporting.programme.Programmes.Wanted;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The money of programmes by area and month; a kabupaten for each story. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ProgrammeCountersTest {
    private static final int YEAR = 2024;
    private static final LateRule.Expected HALF =
            new LateRule.Expected(1, 2, new BigDecimal("0.5"), new BigDecimal("0.5"));

    @Inject
    Database database;

    @Inject
    Given given;

    @Inject
    ProgrammeConsumer consumer;

    @Inject
    Programmes programmes;

    @Inject
    Figures figures;

    @Inject
    Indicators indicators;

    @Inject
    Recomputation recomputation;

    private final UUID id = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    @Test
    void overTheRealBrokerAQuartersSpendingCountsFromItsFirstMonth() {
        given.announced(
                Plan.of(id, "63.01", YEAR, 1000).event(),
                Plan.of(id, "63.01", YEAR, 1000).spent(2, 250).event());

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(spent("63.01", 4).numerator()).isEqualTo(250));
        assertThat(spent("63.01", 4).denominator()).isEqualTo(1000);
        assertThat(spent("63.01", 3).numerator()).isZero();
        assertThat(spent("63.01", 1).denominator()).isEqualTo(1000);
        assertThat(figure("63.01", YearMonth.of(YEAR - 1, 12)).denominator()).isZero();
        assertThat(figure("63.01", YearMonth.of(YEAR + 1, 1)).denominator()).isZero();
        assertThat(spent("63.01.01", 4).denominator())
                .as("what a kabupaten pays is no kecamatan's")
                .isZero();
    }

    @Test
    void moneyThatIsPartOfAnotherProgrammeCountsOnceInASumOfBoth() {
        Plan whole = Plan.of(id, "63.02", YEAR, 1000);
        Plan part = Plan.of(other, "63.02.01.2001", YEAR, 300).partOf(id).spent(1, 30);
        apply(part.event());
        assertThat(spent("63.02", 6).denominator())
                .as("the whole is not known yet")
                .isEqualTo(300);

        apply(whole.spent(1, 100).event());
        assertThat(spent("63.02", 6))
                .extracting(Figure::numerator, Figure::denominator)
                .containsExactly(100L, 1000L);
        assertThat(spent("63.02.01", 6))
                .extracting(Figure::numerator, Figure::denominator)
                .containsExactly(30L, 300L);
        assertThat(sums("63.02").budget()).isEqualTo(1000);
        assertThat(sums("63.02").programmes()).isEqualTo(2);
        assertThat(sums("63.02.01").spent()).isEqualTo(30);

        apply(whole.spent(1, 100).withdrawn().event());
        assertThat(spent("63.02", 6).denominator()).isEqualTo(300);
        assertThat(sums("63.02").budget()).isEqualTo(300);
    }

    @Test
    void anOlderVersionThatComesLateChangesNothing() {
        Plan first = Plan.of(id, "63.03", YEAR, 1000);
        Plan second = first.spent(1, 400);
        apply(second.event());
        apply(first.event());
        apply(second.event());
        assertThat(spent("63.03", 12).numerator()).isEqualTo(400);
    }

    @Test
    void lateIsWhoIsBelowWhatIsExpectedAndNotWhoJustReachesIt() {
        apply(Plan.of(id, "63.04", YEAR, 1000).spent(1, 499).output(50).event());
        apply(Plan.of(other, "63.04", YEAR, 1000)
                .field("DINKES")
                .spent(1, 500)
                .output(49.5)
                .event());

        List<Programme> list =
                database.read(Scope.everywhere(), sql -> programmes.list(sql, new Wanted("63.04", YEAR, HALF), 10));
        assertThat(list)
                .filteredOn(one -> one.id().equals(id))
                .singleElement()
                .satisfies(one -> assertThat(one.lateInSpending()).isTrue())
                .satisfies(one -> assertThat(one.lateInOutput()).isFalse());
        assertThat(list)
                .filteredOn(one -> one.id().equals(other))
                .singleElement()
                .satisfies(one -> assertThat(one.lateInSpending()).isFalse())
                .satisfies(one -> assertThat(one.lateInOutput()).isTrue());
        List<Programme.FieldSum> fields =
                database.read(Scope.everywhere(), sql -> programmes.byField(sql, new Wanted("63.04", YEAR, HALF)));
        assertThat(fields)
                .extracting(sum -> sum.field() + " " + sum.late() + " " + sum.spent())
                .containsExactly("DINKES 1 500", "PUPR 1 499");
    }

    @Test
    void aKecamatanDoesNotSeeWhatIsElsewhereOrAboveIt() {
        apply(Plan.of(id, "63.05", YEAR, 1000).event());
        apply(Plan.of(other, "63.05.01", YEAR, 200).partOf(id).event());
        Scope kecamatan = Scope.of(List.of(new AreaCode("63.05.01")));

        assertThat(database.read(kecamatan, sql -> programmes.sums(sql, new Wanted("63.05", YEAR, HALF)))
                        .budget())
                .isEqualTo(200);
    }

    @Test
    void storiesInAnyOrderEqualACountFromScratch() {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            List<Announcement> told = new ArrayList<>();
            UUID whole = UUID.randomUUID();
            Plan kabupaten = Plan.of(whole, "63.06", 2023 + random.nextInt(2), 1000);
            told.add(kabupaten.event());
            told.add(kabupaten.spent(1 + random.nextInt(4), 77).event());
            if (random.nextBoolean()) {
                told.add(kabupaten.spent(1, 5).withdrawn().event());
            }
            Plan desa = Plan.of(UUID.randomUUID(), "63.06.0" + (1 + random.nextInt(4)) + ".2001", 2024, 10)
                    .partOf(whole);
            told.add(desa.event());
            told.add(desa.spent(1 + random.nextInt(4), 3).event());
            told.add(told.get(random.nextInt(told.size())));
            Collections.shuffle(told, random);
            int cut = random.nextInt(told.size());
            apply(told.subList(0, cut));
            apply(told.subList(cut, told.size()));
        }
        Recomputation.Compared compared = recomputation.compare().plans();
        assertThat(compared.different()).isZero();
        assertThat(compared.compared()).isPositive();
        assertThat(spent("63.06", 12).denominator()).isPositive();
    }

    @Test
    void theRecomputationFindsACounterThatIsWrong() {
        apply(Plan.of(id, "63.07", YEAR, 1000).event());
        spoil(1);
        assertThat(recomputation.compare().plans().different()).isPositive();
        spoil(-1);
        assertThat(recomputation.compare().plans().different()).isZero();
    }

    private void spoil(int by) {
        database.write(
                Scope.everywhere(),
                tx -> tx.sql()
                        .createUpdate("update month_counter set amount = amount + :by where area_code = '63.07'"
                                + " and measure = 'programmes.budget' and month = date '2024-01-01'")
                        .bind("by", by)
                        .execute());
    }

    private void apply(Announcement event) {
        apply(List.of(event));
    }

    private void apply(List<Announcement> events) {
        List<ReceivedEvent> received = Planned.received(events);
        if (!received.isEmpty()) {
            database.write(Scope.everywhere(), tx -> {
                consumer.apply(tx, received);
                return true;
            });
        }
    }

    private Programme.Sums sums(String area) {
        return database.read(Scope.everywhere(), sql -> programmes.sums(sql, new Wanted(area, YEAR, HALF)));
    }

    private Figure spent(String area, int month) {
        return figure(area, YearMonth.of(YEAR, month));
    }

    private Figure figure(String area, YearMonth month) {
        return indicators
                .of("budget-absorbed")
                .of(database.read(Scope.everywhere(), sql -> figures.sums(sql, List.of(area), month))
                        .getOrDefault(area, Sums.NONE));
    }
}
