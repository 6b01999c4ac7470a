package id.tumbuh.reporting.indicator;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.reporting.progress.Progress;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Tells subscribers which figures moved, at most once a second for each area and month however many measurements moved them, and
 * no more than {@value #AT_A_TIME} of them a second: when a whole province moves, each is told of less often, in turn.
 */
@ApplicationScoped
class AnnounceMovedFigures {
    private static final int AT_A_TIME = 500;

    private final Database database;
    private final Figures figures;
    private final Indicators indicators;
    private final Progress progress;
    private final ObjectMapper json;

    AnnounceMovedFigures(
            Database database, Figures figures, Indicators indicators, Progress progress, ObjectMapper json) {
        this.database = database;
        this.figures = figures;
        this.indicators = indicators;
        this.progress = progress;
        this.json = json;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void announce() {
        database.write(Scope.everywhere(), tx -> {
            announceSome(tx);
            return null;
        });
    }

    private void announceSome(Transaction tx) {
        // Replicas share the work: a row another one holds is left to it.
        List<Figures.AreaMonth> moved = tx.sql()
                .createQuery("""
                        delete from moved_figure where (area_code, month) in (
                            select area_code, month from moved_figure
                            order by moved_at, area_code, month limit :limit for update skip locked)
                        returning area_code, month""")
                .bind("limit", AT_A_TIME)
                .map((row, _) ->
                        new Figures.AreaMonth(row.getString(1), YearMonth.from(row.getObject(2, LocalDate.class))))
                .list();
        if (!moved.isEmpty()) {
            Instant asOf = progress.asOf(tx.sql(), Sources.ALL).orElse(Instant.EPOCH);
            Map<Figures.AreaMonth, Sums> sums = figures.sums(tx.sql(), moved);
            nextVersions(tx, moved).forEach((key, version) -> {
                Sums now = sums.getOrDefault(key, Sums.NONE);
                tx.announce(Announcement.of(changed(key, version, asOf, now), json));
            });
        }
    }

    private IndicatorsChanged changed(Figures.AreaMonth key, long version, Instant asOf, Sums sums) {
        return new IndicatorsChanged(
                key.area(),
                key.month(),
                version,
                asOf,
                indicators.all().stream()
                        .map(indicator -> IndicatorsChanged.Moved.of(indicator, sums))
                        .toList());
    }

    private static Map<Figures.AreaMonth, Long> nextVersions(Transaction tx, List<Figures.AreaMonth> moved) {
        return tx.sql()
                .createQuery("""
                        insert into announced_figure as held (area_code, month, version)
                        select area_code, month, 1 from unnest(:areas, :months) as moved (area_code, month)
                        order by area_code, month
                        on conflict on constraint announced_figure_pk do update set version = held.version + 1
                        returning area_code, month, version""")
                .bindArray(
                        "areas",
                        String.class,
                        moved.stream().map(Figures.AreaMonth::area).toArray())
                .bindArray(
                        "months",
                        LocalDate.class,
                        moved.stream().map(it -> it.month().atDay(1)).toArray())
                .map((row, _) -> Map.entry(
                        new Figures.AreaMonth(row.getString(1), YearMonth.from(row.getObject(2, LocalDate.class))),
                        row.getLong(3)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
