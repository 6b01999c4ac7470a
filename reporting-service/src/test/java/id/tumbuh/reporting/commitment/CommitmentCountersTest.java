package id.tumbuh.reporting.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.reporting.Given;
import id.tumbuh.reporting.Planned;
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
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was promised and kept, by the month it was due; a kabupaten for each story. */
@QuarkusTest
@WithTestResource(RealServers.class)
class CommitmentCountersTest {
    private static final LocalDate DUE = LocalDate.of(2025, 6, 30);

    @Inject
    Database database;

    @Inject
    Given given;

    @Inject
    CommitmentConsumer consumer;

    @Inject
    Commitments commitments;

    @Inject
    Figures figures;

    @Inject
    Indicators indicators;

    @Inject
    Recomputation recomputation;

    private final UUID id = UUID.randomUUID();

    @Test
    void overTheRealBrokerAPromiseCountsFromItsMonthUntilTheYearIsOver() {
        given.announced(
                Planned.commitment(id, 1, "63.31", DUE, "OPEN", null),
                Planned.commitment(id, 2, "63.31", DUE, "KEPT", DUE.plusMonths(2)));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(kept("63.31", 8).numerator()).isOne());
        assertThat(kept("63.31", 5).denominator()).isZero();
        assertThat(kept("63.31", 6))
                .extracting(Figure::numerator, Figure::denominator)
                .containsExactly(0L, 1L);
        assertThat(figure("63.31", YearMonth.of(2026, 1)).denominator()).isZero();
    }

    @Test
    void keptEarlyItCountsWhenItIsDueAndWithdrawnNowhere() {
        apply(
                Planned.commitment(id, 2, "63.32.01", DUE, "KEPT", DUE.minusMonths(3)),
                Planned.commitment(UUID.randomUUID(), 2, "63.32", DUE, "WITHDRAWN", null));

        assertThat(kept("63.32", 3).numerator()).isZero();
        assertThat(kept("63.32", 6))
                .extracting(Figure::numerator, Figure::denominator)
                .containsExactly(1L, 1L);
        assertThat(recomputation.compare().plans().different()).isZero();
    }

    @Test
    void overdueIsWhatWasBrokenOrIsOpenAfterItsDay() {
        apply(
                Planned.commitment(id, 1, "63.33", DUE, "OPEN", null),
                Planned.commitment(UUID.randomUUID(), 2, "63.33", DUE.plusDays(9), "BROKEN", null));

        List<Commitment> due = database.read(Scope.everywhere(), sql -> commitments.due(sql, "63.33", 2025));
        assertThat(due).extracting(one -> one.isOverdue(DUE)).containsExactly(false, true);
        assertThat(due).extracting(one -> one.isOverdue(DUE.plusDays(1))).containsExactly(true, true);
        List<Commitment> next = database.read(Scope.everywhere(), sql -> commitments.next(sql, "63.33", DUE, 5));
        assertThat(next).hasSize(1);
    }

    private void apply(Announcement... events) {
        List<ReceivedEvent> received = Planned.received(List.of(events));
        database.write(Scope.everywhere(), tx -> {
            consumer.apply(tx, received);
            return true;
        });
    }

    private Figure kept(String area, int month) {
        return figure(area, YearMonth.of(2025, month));
    }

    private Figure figure(String area, YearMonth month) {
        return indicators
                .of("commitments-kept")
                .of(database.read(Scope.everywhere(), sql -> figures.sums(sql, List.of(area), month))
                        .getOrDefault(area, Sums.NONE));
    }
}
