package id.tumbuh.reporting.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.erasure.ErasureNotice;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.reporting.Given;
import id.tumbuh.reporting.growth.Recomputation;
import id.tumbuh.reporting.indicator.Figure;
import id.tumbuh.reporting.indicator.Figures;
import id.tumbuh.reporting.indicator.Indicators;
import id.tumbuh.reporting.indicator.Sums;
import id.tumbuh.reporting.monthly.MonthCounters;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who still waits for a sponsor, by the end of each month; a kabupaten for each story. */
@QuarkusTest
@WithTestResource(RealServers.class)
class NeedCountersTest {
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final LocalDate OPENED = LocalDate.of(2026, 1, 15);

    @Inject
    Database database;

    @Inject
    Given given;

    @Inject
    NeedConsumer consumer;

    @Inject
    Figures figures;

    @Inject
    Indicators indicators;

    @Inject
    Recomputation recomputation;

    private final UUID child = UUID.randomUUID();
    private final UUID need = UUID.randomUUID();
    private final UUID placement = UUID.randomUUID();

    @Test
    void overTheRealBrokerOneOfTwoHasASponsor() {
        UUID other = UUID.randomUUID();
        given.announced(
                Given.need(need, 1, child, "84.01.01.2001", OPENED, null),
                Given.need(other, 1, UUID.randomUUID(), "84.01.02.2001", OPENED, null),
                Given.placement(placement, 2, need, child, "84.01.01.2001", OPENED.plusDays(3), null));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(gap("84.01", MonthCounters.present()).numerator())
                                .isOne());
        assertThat(gap("84.01", MonthCounters.present()).denominator()).isEqualTo(2);
        assertThat(gap("84.01.01", MonthCounters.present()).numerator()).isZero();
        assertThat(gap("84.01.02", MonthCounters.present()).numerator()).isOne();
    }

    @Test
    void aPromiseCountsFromItsDayUntilItEnds() {
        apply(List.of(
                event(Given.need(need, 1, child, "84.02.01.2001", OPENED, null)),
                event(Given.placement(placement, 3, need, child, "84.02.01.2001", LocalDate.of(2026, 3, 31), null))));
        assertThat(gap("84.02", MARCH.minusMonths(1)).numerator()).isOne();
        assertThat(gap("84.02", MARCH).numerator()).isZero();

        apply(List.of(event(Given.placement(
                placement, 4, need, child, "84.02.01.2001", LocalDate.of(2026, 3, 31), LocalDate.of(2026, 5, 31)))));
        assertThat(gap("84.02", MARCH.plusMonths(1)).numerator()).isZero();
        assertThat(gap("84.02", MARCH.plusMonths(2)).numerator()).isOne();

        apply(List.of(event(Given.need(need, 2, child, "84.02.01.2001", OPENED, LocalDate.of(2026, 6, 2)))));
        assertThat(gap("84.02", MARCH.plusMonths(3)).denominator()).isZero();
    }

    @Test
    void aPlacementThatComesBeforeItsNeedWaitsForIt() {
        apply(List.of(event(Given.placement(placement, 2, need, child, "84.03.01.2001", OPENED, null))));
        assertThat(gap("84.03", MARCH).denominator()).isZero();

        apply(List.of(event(Given.need(need, 1, child, "84.03.01.2001", OPENED, null))));
        assertThat(gap("84.03", MARCH).denominator()).isOne();
        assertThat(gap("84.03", MARCH).numerator()).isZero();
    }

    @Test
    void anErasedChildLeavesTheFiguresAndDoesNotComeBack() {
        apply(List.of(
                event(Given.need(need, 1, child, "84.04.01.2001", OPENED, null)),
                event(Given.placement(placement, 2, need, child, "84.04.01.2001", OPENED, null))));

        long gone = database.write(
                Scope.everywhere(),
                tx -> NeedHistories.erase(
                        tx, new ErasureNotice(UUID.randomUUID(), UUID.randomUUID(), false, List.of(child), List.of())));

        assertThat(gone).isEqualTo(2);
        assertThat(gap("84.04", MARCH).denominator()).isZero();
    }

    @Test
    void storiesInAnyOrderEqualACountFromScratch() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            List<ReceivedEvent> told = new ArrayList<>();
            for (int number = 0; number < 6; number++) {
                UUID one = UUID.randomUUID();
                UUID person = UUID.randomUUID();
                String area = "84.05.0" + (1 + random.nextInt(4)) + ".2001";
                LocalDate opened = OPENED.plusDays(random.nextInt(200));
                told.add(event(Given.need(one, 1, person, area, opened, null)));
                told.add(event(Given.need(one, 2, person, area, opened, opened.plusDays(random.nextInt(300)))));
                UUID promise = UUID.randomUUID();
                LocalDate from = opened.plusDays(random.nextInt(60));
                told.add(event(Given.placement(promise, 2, one, person, area, from, null)));
                told.add(event(
                        Given.placement(promise, 3, one, person, area, from, from.plusDays(random.nextInt(120)))));
            }
            told.add(told.get(random.nextInt(told.size())));
            Collections.shuffle(told, random);
            int cut = random.nextInt(told.size());
            apply(told.subList(0, cut));
            apply(told.subList(cut, told.size()));
        }
        assertThat(recomputation.compare().stocks().different()).isZero();
        assertThat(gap("84.05", YearMonth.of(2026, 6)).denominator()).isPositive();
    }

    private void apply(List<ReceivedEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        database.write(Scope.everywhere(), tx -> {
            consumer.apply(tx, events);
            return true;
        });
    }

    private static ReceivedEvent event(Announcement event) {
        return new ReceivedEvent(
                UUID.randomUUID(),
                event.type(),
                event.topic(),
                0,
                0,
                event.key(),
                event.sequence(),
                Instant.parse("2026-06-01T02:00:00Z"),
                null,
                Objects.requireNonNull(event.body()));
    }

    private Figure gap(String area, YearMonth month) {
        return indicators
                .of("foster-gap")
                .of(database.read(Scope.everywhere(), sql -> figures.sums(sql, List.of(area), month))
                        .getOrDefault(area, Sums.NONE));
    }
}
