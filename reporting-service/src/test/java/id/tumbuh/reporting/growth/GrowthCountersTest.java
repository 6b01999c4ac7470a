package id.tumbuh.reporting.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.reporting.Given;
import id.tumbuh.reporting.Measured;
import id.tumbuh.reporting.indicator.Figures;
import id.tumbuh.reporting.indicator.Sums;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Counters after any history equal a count from scratch. Each test has a kabupaten of its own. */
@QuarkusTest
@WithTestResource(RealServers.class)
class GrowthCountersTest {
    private static final YearMonth JULY = YearMonth.of(2024, 7);
    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    Database database;

    @Inject
    Given given;

    @Inject
    Figures figures;

    @Inject
    PosyanduWeighings weighings;

    @Inject
    Recomputation recomputation;

    @Inject
    GrowthConsumer consumer;

    @Test
    void everyLevelOfAreaCountsTheChild() {
        given.announced(july("71.01.01.2001").height("STUNTED").event());

        for (String area : List.of("71.01.01.2001", "71.01.01", "71.01", "71")) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(sums(area).stunted()).isEqualTo(1));
        }
        assertThat(sums("71.01.02").weighed()).isZero();
    }

    @Test
    void oneChildCountsOnceAMonthByItsLatestMeasurement() {
        UUID child = UUID.randomUUID();
        Measured early =
                Measured.of(child, LocalDate.of(2024, 7, 3), "71.02.01.2001").height("STUNTED");
        Measured late = Measured.of(child, LocalDate.of(2024, 7, 25), "71.02.01.2001");
        given.announced(late.event(), early.event());

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(sums("71.02").weighed()).isEqualTo(1));
        assertThat(sums("71.02").stunted()).isZero();

        given.announced(late.voidedNow().event());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(sums("71.02").stunted()).isEqualTo(1));
        assertThat(sums("71.02").weighed()).isEqualTo(1);
    }

    @Test
    void aMeasurementMovedToAnotherMonthLeavesTheFirst() {
        Measured measured = july("71.03.01.2001");
        given.announced(measured.event());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(sums("71.03").weighed()).isEqualTo(1));

        given.announced(measured.correctedTo(LocalDate.of(2024, 6, 28)).event(), measured.event());

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(sums("71.03", JULY.minusMonths(1)).weighed()).isEqualTo(1));
        assertThat(sums("71.03").weighed()).isZero();
    }

    /** Its two families may lie in two partitions, so the second word may come before the first. */
    @Test
    void aMeasurementGivenToAnotherChildIsCountedForThatOneOnly() {
        Measured measured = july("71.09.01.2001").height("STUNTED");
        Measured given = measured.givenTo(UUID.randomUUID(), "71.09.02.2001");

        this.given.announced(
                given.event(), measured.event(), measured.voidedNow().event());

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(sums("71.09.02").stunted()).isEqualTo(1));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(sums("71.09.01").weighed()).isZero());
        assertThat(sums("71.09").weighed()).isEqualTo(1);
    }

    /** Both words of one that changes hands may come at once, in any order, twice, and be taken back. */
    @Test
    void aMeasurementThatChangesHandsAndComesBackCountsOnceWhateverTheOrder() {
        List<Long> seeds = List.of(1L, 2L, 3L, 4L, 5L, 6L);
        for (long seed : seeds) {
            Measured first = july("71.10.0" + seed + ".2001").height("STUNTED");
            Measured merged = first.givenTo(UUID.randomUUID(), "71.11.0" + seed + ".2001");
            Measured back = merged.givenTo(first.child(), first.area());
            List<Measured> story = new ArrayList<>(List.of(first, first.voidedNow(), merged));
            taken(story, seed);
            assertThat(sums("71.10.0" + seed).weighed()).isZero();
            assertThat(sums("71.11.0" + seed).stunted()).isEqualTo(1);

            story.add(merged.voidedNow());
            story.add(back);
            taken(story, seed);
            assertThat(sums("71.10.0" + seed).stunted()).isEqualTo(1);
            assertThat(sums("71.11.0" + seed).weighed()).isZero();
        }
        assertThat(recomputation.compare().growth().different()).isZero();
    }

    /** In batches of any size, in any order, some of it twice. */
    private void taken(List<Measured> story, long seed) {
        Random random = new Random(seed);
        List<Measured> told = new ArrayList<>(story);
        told.add(story.get(random.nextInt(story.size())));
        Collections.shuffle(told, random);
        int cut = random.nextInt(told.size() + 1);
        for (List<Measured> part : List.of(told.subList(0, cut), told.subList(cut, told.size()))) {
            List<ReceivedEvent> batch =
                    part.stream().map(GrowthCountersTest::received).toList();
            database.write(Scope.everywhere(), tx -> {
                consumer.apply(tx, batch);
                return true;
            });
        }
    }

    @Test
    void anImplausibleHeightIsWeighedAndNotInThePrevalence() {
        given.announced(july("71.04.01.2001")
                .height("SEVERELY_STUNTED")
                .beyondPlausible()
                .event());

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(sums("71.04").weighed()).isEqualTo(1));
        assertThat(sums("71.04").heightPlausible()).isZero();
        assertThat(sums("71.04").stunted()).isZero();
    }

    /** "Gizi lebih" and "obesitas"; at risk of overweight, up to +2 SD, is not. */
    @Test
    void overweightIsAboveTwoDeviationsAndObeseChildrenAreAmongThem() {
        given.announced(
                july("52.01.01.2001").weightForHeight("OVERWEIGHT").event(),
                july("52.01.01.2001").weightForHeight("OBESE").event(),
                july("52.01.01.2001").weightForHeight("RISK_OF_OVERWEIGHT").event(),
                july("52.01.01.2001").weightForHeight("WASTED").event());

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(sums("52.01").weighed()).isEqualTo(4));
        assertThat(sums("52.01").overweight()).isEqualTo(2);
        assertThat(sums("52.01").wasted()).isEqualTo(1);
        assertThat(sums("52.01").wastingPlausible()).isEqualTo(4);
    }

    /** N of D: who has no mark is in neither. */
    @Test
    void weightGainIsOfThoseWithAMark() {
        given.announced(
                july("71.12.01.2001").marked("N").event(),
                july("71.12.01.2001").marked("T").event(),
                july("71.12.01.2001").marked("B").event(),
                july("71.12.01.2001").event());

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(sums("71.12").weighed()).isEqualTo(4));
        assertThat(sums("71.12").gained()).isEqualTo(1);
        assertThat(sums("71.12").marked()).isEqualTo(3);
    }

    @Test
    void aPosyanduReportedAsLongAsOneOfItsWeighingsStands() {
        UUID posyandu = UUID.randomUUID();
        Measured one = july("71.13.01.2001").at(posyandu);
        Measured other = july("71.13.01.2001").at(posyandu);
        given.announced(one.event(), other.event(), one.voidedNow().event());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(sums("71.13").weighed()).isEqualTo(1));
        assertThat(reported(posyandu, JULY)).isTrue();

        given.announced(other.correctedTo(LocalDate.of(2024, 6, 30)).event());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(sums("71.13").weighed()).isZero());
        assertThat(reported(posyandu, JULY)).isFalse();
        assertThat(reported(posyandu, JULY.minusMonths(1))).isTrue();
        assertThat(reported(UUID.randomUUID(), JULY)).isFalse();
    }

    private boolean reported(UUID posyandu, YearMonth month) {
        return !database.read(Scope.everywhere(), sql -> weighings.reported(sql, List.of(posyandu), month))
                .isEmpty();
    }

    @Test
    void fromSixtyMonthsOnAChildIsInNoFigure() {
        given.announced(
                july("71.05.01.2001").aged(60).event(),
                july("71.05.01.2001").aged(59).event());

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(sums("71.05").weighed()).isEqualTo(1));
    }

    /** Histories of corrections, voids, moves between months and duplicates; any order of arrival ends in one state. */
    @Test
    void anyOrderOfArrivalEndsInTheSameCounters() {
        for (long seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            String kabupaten = "72.%02d".formatted(seed);
            List<Measured> history = history(random, kabupaten);
            List<Measured> arrival = new ArrayList<>(history);
            arrival.addAll(history.subList(0, history.size() / 3)); // delivered twice
            Collections.shuffle(arrival, random);
            applyInBatches(arrival, random);

            assertThat(all(kabupaten)).as("seed %d", seed).isEqualTo(model(history));
        }
        assertThat(recomputation.compare().equal()).isTrue();
    }

    @Test
    void recomputationNoticesACounterThatIsOffByOne() {
        given.announced(july("71.06.01.2001").event());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(sums("71.06").weighed()).isEqualTo(1));
        shift(1);
        try {
            assertThat(recomputation.compare().growth().different()).isEqualTo(1);
        } finally {
            shift(-1);
        }
        assertThat(recomputation.compare().growth().different()).isZero();
    }

    private void shift(int by) {
        database.write(
                Scope.everywhere(),
                tx -> tx.sql()
                        .execute("update growth_counter set weighed = weighed + ? where area_code = '71.06'", by));
    }

    private static List<Measured> history(Random random, String kabupaten) {
        List<Measured> history = new ArrayList<>();
        for (int child = 0; child < 4; child++) {
            UUID childId = new UUID(random.nextLong(), random.nextLong());
            for (int n = 0; n < 4; n++) {
                Measured measured = Measured.of(
                                childId, day(random), kabupaten + ".0" + (1 + random.nextInt(2)) + ".2001")
                        .withId(new UUID(random.nextLong(), random.nextLong()))
                        .height(List.of("NORMAL", "STUNTED", "SEVERELY_STUNTED").get(random.nextInt(3)))
                        .weight(List.of("NORMAL", "UNDERWEIGHT").get(random.nextInt(2)))
                        .weightForHeight(List.of("NORMAL", "WASTED", "OVERWEIGHT", "OBESE")
                                .get(random.nextInt(4)))
                        .at(posyandu(random))
                        .marked(List.of("N", "T", "O", "B").get(random.nextInt(4)));
                history.add(measured);
                for (int revision = random.nextInt(3); revision > 0; revision--) {
                    measured = random.nextInt(4) == 0
                            ? measured.voidedNow()
                            : measured.correctedTo(day(random)).at(posyandu(random));
                    history.add(measured);
                }
            }
        }
        return history;
    }

    private static UUID posyandu(Random random) {
        return new UUID(72, random.nextInt(5));
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(2024, 5, 1).plusDays(random.nextInt(90));
    }

    private void applyInBatches(List<Measured> arrival, Random random) {
        int from = 0;
        while (from < arrival.size()) {
            int to = Math.min(arrival.size(), from + 1 + random.nextInt(12));
            List<ReceivedEvent> batch = arrival.subList(from, to).stream()
                    .map(GrowthCountersTest::received)
                    .toList();
            database.write(Scope.everywhere(), tx -> {
                consumer.apply(tx, batch);
                return null;
            });
            from = to;
        }
    }

    private static ReceivedEvent received(Measured measured) {
        var event = measured.event();
        return new ReceivedEvent(
                UUID.randomUUID(),
                event.type(),
                event.topic(),
                0,
                0,
                event.key(),
                event.sequence(),
                Instant.EPOCH,
                null,
                Objects.requireNonNull(event.body()));
    }

    /** What the counters must say, written without them: latest revision of each, latest of each child and month. */
    private static Map<YearMonth, List<Long>> model(List<Measured> history) {
        Map<UUID, Measured> latest = new HashMap<>();
        history.forEach(it -> latest.merge(it.id(), it, (one, other) -> one.version() > other.version() ? one : other));
        Map<String, Measured> counting = new HashMap<>();
        latest.values().stream()
                .filter(it -> !it.voided())
                .forEach(it ->
                        counting.merge(it.child() + " " + YearMonth.from(it.on()), it, GrowthCountersTest::later));
        Map<YearMonth, List<Long>> months = new HashMap<>();
        counting.values()
                .forEach(it -> months.merge(
                        YearMonth.from(it.on()),
                        List.of(
                                1L,
                                it.height().equals("NORMAL") ? 0L : 1L,
                                it.height().equals("SEVERELY_STUNTED") ? 1L : 0L,
                                it.weightForHeight().equals("WASTED") ? 1L : 0L,
                                it.weight().equals("UNDERWEIGHT") ? 1L : 0L,
                                "N".equals(it.mark()) ? 1L : 0L,
                                it.mark() == null ? 0L : 1L,
                                List.of("OVERWEIGHT", "OBESE").contains(it.weightForHeight()) ? 1L : 0L),
                        GrowthCountersTest::plus));
        return months;
    }

    private static Measured later(Measured one, Measured other) {
        int byDay = one.on().compareTo(other.on());
        int order =
                byDay != 0 ? byDay : one.id().toString().compareTo(other.id().toString());
        return order > 0 ? one : other;
    }

    private static List<Long> plus(List<Long> one, List<Long> other) {
        List<Long> sum = new ArrayList<>();
        for (int i = 0; i < one.size(); i++) {
            sum.add(one.get(i) + other.get(i));
        }
        return sum;
    }

    private Map<YearMonth, List<Long>> all(String kabupaten) {
        Map<YearMonth, List<Long>> months = new HashMap<>();
        for (YearMonth month : List.of(YearMonth.of(2024, 5), YearMonth.of(2024, 6), JULY)) {
            Sums sums = sums(kabupaten, month);
            if (sums.weighed() > 0) {
                months.put(
                        month,
                        List.of(
                                sums.weighed(),
                                sums.stunted(),
                                sums.severelyStunted(),
                                sums.wasted(),
                                sums.underweight(),
                                sums.gained(),
                                sums.marked(),
                                sums.overweight()));
            }
        }
        return months;
    }

    private static Measured july(String desa) {
        return Measured.of(UUID.randomUUID(), LocalDate.of(2024, 7, 10), desa);
    }

    private Sums sums(String area) {
        return sums(area, JULY);
    }

    private Sums sums(String area, YearMonth month) {
        return database.read(Scope.everywhere(), sql -> figures.sums(sql, List.of(area), month))
                .getOrDefault(area, Sums.NONE);
    }
}
