package id.tumbuh.measurement.quality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.measurement.quality.QualityEvent.Indicator;
import id.tumbuh.measurement.quality.TakenRows.Attributed;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.platform.rules.RuleBook;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Looks at posyandu where something was written down since the last look, and announces those of which it says something else.
 *
 * <p>Every step is a transaction and leaves the same when it runs twice; a run that was cut short is made again from where the last
 * whole one ended.
 */
@ApplicationScoped
class AssessQuality {

    /** Longer than any transaction lasts: what it wrote carries a moment from before it committed. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(10);

    private static final long ONE_AT_A_TIME = 0x7175616c697479L; // "quality"
    private static final int POSYANDU_AT_A_TIME = 100;
    private static final TypeReference<List<Indicator>> INDICATORS = new TypeReference<>() {};

    private final Database database;
    private final TakenRows rows;
    private final RuleBook rules;
    private final Clock clock;
    private final ObjectMapper json;

    private record Due(UUID posyandu, YearMonth month) {}

    private record Known(int version, Verdict verdict, List<Indicator> indicators, int ruleVersion) {}

    AssessQuality(Database database, TakenRows rows, RuleBook rules, Clock clock, ObjectMapper json) {
        this.database = database;
        this.rows = rows;
        this.rules = rules;
        this.clock = clock;
        this.json = json;
    }

    @Scheduled(
            every = "{tumbuh.quality.every}",
            delayed = "{tumbuh.quality.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void assessWhatIsDue() {
        OffsetDateTime now = database.read(Scope.everywhere(), AssessQuality::moment);
        Map<YearMonth, List<UUID>> due = database.read(Scope.everywhere(), this::due);
        due.forEach((month, posyandu) -> {
            for (int from = 0; from < posyandu.size(); from += POSYANDU_AT_A_TIME) {
                List<UUID> some = posyandu.subList(from, Math.min(posyandu.size(), from + POSYANDU_AT_A_TIME));
                database.write(Scope.everywhere(), tx -> {
                    assess(tx, some, month);
                    return some.size();
                });
            }
        });
        database.write(
                Scope.everywhere(),
                tx -> tx.sql()
                        .createUpdate(
                                "update measuring_quality_progress set assessed_until = greatest(assessed_until, :until)")
                        .bind("until", now.minus(LONGEST_TRANSACTION))
                        .execute());
    }

    private static OffsetDateTime moment(Handle sql) {
        return sql.createQuery("select clock_timestamp()")
                .mapTo(OffsetDateTime.class)
                .one();
    }

    /** A measurement tells of its own month, and of those after it that were looked at with it. */
    private Map<YearMonth, List<UUID>> due(Handle sql) {
        int months = QualityPolicy.of(rules.on(LocalDate.now(clock))).months();
        Map<YearMonth, List<UUID>> due = new TreeMap<>();
        sql.createQuery("""
                        with touched as (
                            select distinct c.posyandu_id, date_trunc('month', m.measured_on)::date as month
                            from measurement m join child c on c.id = m.child_id
                            where m.recorded_at >= (select assessed_until from measuring_quality_progress)
                                and c.posyandu_id is not null)
                        select posyandu_id, month from touched
                        union
                        select later.posyandu_id, later.month from measuring_quality later join touched using (posyandu_id)
                        where later.month > touched.month
                            and later.month < touched.month + make_interval(months => :months)
                        order by 2, 1""")
                .bind("months", months)
                .map((row, _) ->
                        new Due(row.getObject(1, UUID.class), YearMonth.from(row.getObject(2, LocalDate.class))))
                .forEach(one ->
                        due.computeIfAbsent(one.month(), _ -> new ArrayList<>()).add(one.posyandu()));
        return due;
    }

    /** Assesses these posyandu, the months up to this one together. */
    void assess(Transaction tx, List<UUID> posyandu, YearMonth month) {
        tx.sql().execute("select pg_advisory_xact_lock(?)", ONE_AT_A_TIME);
        QualityPolicy policy = QualityPolicy.of(rules.on(month.atEndOfMonth()));
        Map<UUID, Tally> tallies = new TreeMap<>();
        Map<UUID, Map<String, Integer>> areas = new HashMap<>();
        try (Stream<Attributed> found = rows.ofPosyandu(tx.sql(), posyandu, month, policy)) {
            found.forEach(one -> {
                UUID id = one.posyanduId();
                if (id != null) {
                    tallies.computeIfAbsent(id, _ -> new Tally(policy)).add(one.taken());
                    areas.computeIfAbsent(id, _ -> new TreeMap<>()).merge(one.areaCode(), 1, Integer::sum);
                }
            });
        }
        Map<UUID, Known> known = known(tx.sql(), posyandu, month);
        tallies.forEach((id, tally) -> {
            String area = most(areas.getOrDefault(id, Map.of()));
            write(tx, event(id, month, area, tally, policy, known.get(id)), known.get(id), policy);
        });
    }

    private static QualityEvent event(
            UUID posyandu, YearMonth month, String area, Tally tally, QualityPolicy policy, @Nullable Known known) {
        return new QualityEvent(
                posyandu,
                month.toString(),
                known == null ? 1 : known.version() + 1,
                area,
                policy.months(),
                tally.measured(),
                tally.verdict(),
                tally.readings().stream().map(Indicator::of).toList(),
                "quality-" + policy.version());
    }

    /** Nothing is said again that was said already. */
    private void write(Transaction tx, QualityEvent event, @Nullable Known known, QualityPolicy policy) {
        if (known != null && known.indicators().equals(event.indicators()) && known.ruleVersion() == policy.version()) {
            return;
        }
        tx.sql()
                .createUpdate("""
                        insert into measuring_quality (posyandu_id, month, version, area_code, verdict, figures, rule_version)
                        values (:posyandu, :month, :version, :area, :verdict, :figures::jsonb, :rule)
                        on conflict (posyandu_id, month) do update set version = excluded.version,
                            area_code = excluded.area_code, verdict = excluded.verdict, figures = excluded.figures,
                            rule_version = excluded.rule_version, assessed_at = clock_timestamp()""")
                .bind("posyandu", event.posyanduId())
                .bind("month", YearMonth.parse(event.month()).atDay(1))
                .bind("version", event.version())
                .bind("area", event.areaCode())
                .bind("verdict", event.verdict().name())
                .bind("figures", written(event.indicators()))
                .bind("rule", policy.version())
                .execute();
        tx.announce(Announcement.of(event, json));
    }

    private Map<UUID, Known> known(Handle sql, List<UUID> posyandu, YearMonth month) {
        Map<UUID, Known> known = new HashMap<>();
        sql.createQuery("""
                        select posyandu_id, version, verdict, figures, rule_version from measuring_quality
                        where posyandu_id = any(:posyandu) and month = :month""")
                .bindArray("posyandu", UUID.class, posyandu.toArray())
                .bind("month", month.atDay(1))
                .map((row, _) -> known.put(
                        row.getObject(1, UUID.class),
                        new Known(
                                row.getInt(2),
                                Verdict.valueOf(row.getString(3)),
                                read(row.getString(4)),
                                row.getInt(5))))
                .list();
        return known;
    }

    private static String most(Map<String, Integer> areas) {
        return areas.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    private String written(List<Indicator> indicators) {
        try {
            return json.writeValueAsString(indicators);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("figures can't be written", impossible);
        }
    }

    private List<Indicator> read(String figures) {
        try {
            return json.readValue(figures, INDICATORS);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("figures can't be read", impossible);
        }
    }
}
