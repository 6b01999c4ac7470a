package id.tumbuh.reporting.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.reporting.Given;
import id.tumbuh.reporting.Measured;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When more figures moved than are told at a time, who waits longest comes first. The test tells them itself. */
@QuarkusTest
@WithTestResource(RealServers.class)
class FiguresToldInTurnTest {
    /** Sorts first by its code, and came last. */
    private static final String LATECOMER = "57.01";

    private static final String FIRST = "57.02";
    private static final int MOVED = 600;
    private static final int TOLD = 500;

    @Inject
    Database database;

    @Inject
    Given given;

    @Inject
    AnnounceMovedFigures announce;

    @Inject
    Scheduler scheduler;

    @BeforeEach
    void nobodyElseTells() {
        scheduler.pause();
        announce.announce();
        execute("delete from moved_figure where area_code like '57.%'");
        execute("delete from announced_figure where area_code like '57.%'");
    }

    @AfterEach
    void goOn() {
        execute("delete from moved_figure where area_code like '57.%'");
        scheduler.resume();
    }

    @Test
    void whoWaitsLongestIsToldFirstHoweverTheCodesSort() {
        moved(FIRST, "2000-01-01");
        moved(LATECOMER, "2000-01-02");

        announce.announce();
        assertThat(waiting(FIRST)).isEqualTo(MOVED - TOLD);
        assertThat(waiting(LATECOMER)).isEqualTo(MOVED);

        announce.announce();
        assertThat(waiting(FIRST)).isZero();
        assertThat(waiting(LATECOMER)).isEqualTo(MOVED - (2 * TOLD - MOVED));

        announce.announce();
        assertThat(waiting(LATECOMER)).isZero();
        assertThat(amount(
                        "select count(*) from announced_figure where area_code in ('57.01', '57.02') and version = 1"))
                .as("each once")
                .isEqualTo(2 * MOVED);
    }

    /** One that moves again and again would otherwise never be told. */
    @Test
    void whoMovesAgainWhileItWaitsKeepsItsTurn() {
        execute(
                "insert into moved_figure (area_code, month, moved_at) values ('57.03.01.2001', '2024-07-01', '2000-01-01')");
        given.announced(Measured.of(UUID.randomUUID(), LocalDate.of(2024, 7, 3), "57.03.01.2001")
                .event());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> amount("select weighed from growth_counter where area_code = '57.03.01.2001'") == 1);

        assertThat(amount("select count(*) from moved_figure where area_code = '57.03.01.2001' and month = '2024-07-01'"
                        + " and moved_at = '2000-01-01'"))
                .isOne();
        assertThat(amount("select count(*) from moved_figure where area_code = '57.03' and moved_at > '2001-01-01'"))
                .as("others begin to wait when they move")
                .isOne();
    }

    @Test
    void whatAnotherReplicaTellsIsLeftToIt() {
        moved(FIRST, "2000-01-01");
        moved(LATECOMER, "2000-01-02");

        database.write(Scope.everywhere(), tx -> {
            tx.sql().execute("select from moved_figure where area_code = '57.02' for update");
            announce.announce();
            return null;
        });

        assertThat(waiting(FIRST)).isEqualTo(MOVED);
        assertThat(waiting(LATECOMER)).isEqualTo(MOVED - TOLD);
    }

    private void moved(String area, String at) {
        execute("""
                insert into moved_figure (area_code, month, moved_at)
                select '%s', cast(date '1950-01-01' + make_interval(months => one) as date), '%s' from generate_series(1, %d) one""".formatted(area, at, MOVED));
    }

    private long waiting(String area) {
        return amount("select count(*) from moved_figure where area_code = '" + area + "'");
    }

    private long amount(String question) {
        return database.read(
                Scope.everywhere(),
                sql -> sql.createQuery(question).mapTo(Long.class).findOne().orElse(0L));
    }

    private void execute(String statement) {
        database.write(Scope.everywhere(), tx -> tx.sql().execute(statement));
    }
}
