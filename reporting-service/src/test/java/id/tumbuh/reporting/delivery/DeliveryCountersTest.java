package id.tumbuh.reporting.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.erasure.ErasureNotice;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.reporting.Given;
import id.tumbuh.reporting.Planned;
import id.tumbuh.reporting.delivery.DeliveredMonths.Count;
import id.tumbuh.reporting.delivery.DeliveredMonths.Place;
import id.tumbuh.reporting.growth.Recomputation;
import id.tumbuh.reporting.indicator.Figure;
import id.tumbuh.reporting.indicator.Figures;
import id.tumbuh.reporting.indicator.Indicators;
import id.tumbuh.reporting.indicator.Sums;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What became of deliveries by the month they were planned for; a kabupaten for each story. */
@QuarkusTest
@WithTestResource(RealServers.class)
class DeliveryCountersTest {
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

    @Inject
    Database database;

    @Inject
    Given given;

    @Inject
    DeliveryConsumer consumer;

    @Inject
    DeliveredMonths months;

    @Inject
    Figures figures;

    @Inject
    Indicators indicators;

    @Inject
    Recomputation recomputation;

    private final UUID child = UUID.randomUUID();
    private final UUID one = UUID.randomUUID();
    private final UUID two = UUID.randomUUID();

    @Test
    void overTheRealBrokerADeliveryCountsInItsMonthAndInNoOther() {
        given.announced(
                Planned.delivery(one, 1, child, "63.11.01.2001", DAY, "DELIVERED"),
                Planned.delivery(two, 1, child, "63.11.02.2001", DAY, "MISSED"));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(made("63.11", MARCH).denominator()).isEqualTo(2));
        assertThat(made("63.11", MARCH).numerator()).isOne();
        assertThat(made("63.11.02", MARCH).numerator()).isZero();
        assertThat(made("63.11", MARCH.minusMonths(1)).denominator()).isZero();
        assertThat(made("63.11", MARCH.plusMonths(1)).denominator()).isZero();
        assertThat(counted("63.11", MARCH, MARCH.plusMonths(1))).containsExactly(new Count(1, 1, 0), Count.NONE);
    }

    @Test
    void whatWasMissedAndThenReportedIsReceived() {
        apply(Planned.delivery(one, 2, child, "63.12.01.2001", DAY, "MISSED"));
        apply(Planned.delivery(one, 3, child, "63.12.01.2001", DAY.plusDays(1), "DELIVERED"));
        apply(Planned.delivery(one, 2, child, "63.12.01.2001", DAY, "MISSED"));

        assertThat(made("63.12", MARCH).denominator()).isZero();
        assertThat(counted("63.12", MARCH.plusMonths(1))).containsExactly(new Count(1, 0, 0));
    }

    @Test
    void whatIsOnlyPlannedCountsNowhere() {
        apply(Planned.delivery(one, 1, child, "63.13.01.2001", DAY, "PLANNED"));
        assertThat(made("63.13", MARCH).denominator()).isZero();
    }

    @Test
    void anErasedChildsDeliveriesLeaveTheFiguresAndDoNotComeBack() {
        apply(
                Planned.delivery(one, 1, child, "63.14.01.2001", DAY, "DELIVERED"),
                Planned.delivery(two, 1, UUID.randomUUID(), "63.14.01.2001", DAY, "REFUSED"));

        long gone = database.write(
                Scope.everywhere(),
                tx -> Deliveries.erase(
                        tx, new ErasureNotice(UUID.randomUUID(), UUID.randomUUID(), false, List.of(child), List.of())));

        assertThat(gone).isOne();
        assertThat(counted("63.14", MARCH)).containsExactly(new Count(0, 0, 1));
    }

    @Test
    void storiesInAnyOrderEqualACountFromScratch() {
        List<String> states = List.of("DELIVERED", "MISSED", "REFUSED", "PLANNED");
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            List<Announcement> told = new ArrayList<>();
            for (int number = 0; number < 8; number++) {
                UUID id = UUID.randomUUID();
                for (int version = 1; version <= 3; version++) {
                    told.add(Planned.delivery(
                            id,
                            version,
                            UUID.randomUUID(),
                            "63.15.0" + (1 + random.nextInt(4)) + ".2001",
                            DAY.plusDays(random.nextInt(90)),
                            states.get(random.nextInt(states.size()))));
                }
            }
            told.add(told.get(random.nextInt(told.size())));
            Collections.shuffle(told, random);
            int cut = random.nextInt(told.size());
            apply(told.subList(0, cut).toArray(Announcement[]::new));
            apply(told.subList(cut, told.size()).toArray(Announcement[]::new));
        }
        assertThat(recomputation.compare().stocks().different()).isZero();
        assertThat(made("63.15", MARCH.plusMonths(1)).denominator()).isPositive();
    }

    private void apply(Announcement... events) {
        List<ReceivedEvent> received = Planned.received(List.of(events));
        if (!received.isEmpty()) {
            database.write(Scope.everywhere(), tx -> {
                consumer.apply(tx, received);
                return true;
            });
        }
    }

    private List<Count> counted(String area, YearMonth... asked) {
        var counts = database.read(Scope.everywhere(), sql -> months.of(sql, List.of(area), Arrays.asList(asked)));
        return Arrays.stream(asked)
                .map(month -> counts.getOrDefault(new Place(area, month), Count.NONE))
                .toList();
    }

    private Figure made(String area, YearMonth month) {
        return indicators
                .of("deliveries-made")
                .of(database.read(Scope.everywhere(), sql -> figures.sums(sql, List.of(area), month))
                        .getOrDefault(area, Sums.NONE));
    }
}
