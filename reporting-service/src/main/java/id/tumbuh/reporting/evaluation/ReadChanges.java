package id.tumbuh.reporting.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.reporting.indicator.Indicator;
import id.tumbuh.reporting.indicator.Period;
import id.tumbuh.reporting.monthly.MonthCounters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What changed since the last report: since its frozen figures if it was handed in, else since what is counted of that semester now.
 *
 * <p>Why is told from the case list (found, recovered, turned five) and from families newly and no longer at risk. Who moved is not kept
 * here, nor who was weighed in one of the two months only; that is said, and never guessed.
 */
@ApplicationScoped
class ReadChanges {
    private static final List<String> FAMILIES = List.of("families", "families.at-risk.new", "families.risk-ended");
    private static final int FIVE_YEARS = 60;

    private final Evaluations evaluations;
    private final ObjectMapper json;

    ReadChanges(Evaluations evaluations, ObjectMapper json) {
        this.evaluations = evaluations;
        this.json = json;
    }

    Report.Changes of(Handle sql, EvaluationKey key, List<Report.Line> lines) {
        Period before = key.period().before();
        Optional<Evaluations.Submission> last = evaluations.latest(sql, new EvaluationKey(key.area(), before));
        Map<String, Report.Value> reported = last.map(this::reported).orElse(Map.of());
        return new Report.Changes(
                new Report.Since(
                        before.code(),
                        last.map(Evaluations.Submission::at).orElse(null),
                        last.map(Evaluations.Submission::hash).orElse(null)),
                moved(lines, reported),
                cases(sql, key, lines, reported),
                families(sql, key),
                List.of(Report.Untold.values()));
    }

    private Map<String, Report.Value> reported(Evaluations.Submission last) {
        try {
            return json.readValue(last.content(), Report.class).figures().stream()
                    .collect(Collectors.toMap(Report.Line::code, Report.Line::now));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a report that was handed in can't be read", broken);
        }
    }

    private static List<Report.Moved> moved(List<Report.Line> lines, Map<String, Report.Value> reported) {
        List<Report.Moved> moved = new ArrayList<>();
        for (Report.Line line : lines) {
            Report.Value then = reported.getOrDefault(line.code(), line.before());
            Report.Value now = line.now();
            boolean recounted = !same(then, line.before());
            if (recounted || !same(then, now)) {
                moved.add(new Report.Moved(
                        line.code(),
                        then.numerator(),
                        then.denominator(),
                        then.percent(),
                        now.numerator(),
                        now.denominator(),
                        now.percent(),
                        ReadLines.points(now.percent(), then.percent()),
                        recounted));
            }
        }
        return moved;
    }

    private static boolean same(Report.Value one, Report.Value other) {
        return one.numerator() == other.numerator() && one.denominator() == other.denominator();
    }

    private static Report.Cases cases(
            Handle sql, EvaluationKey key, List<Report.Line> lines, Map<String, Report.Value> reported) {
        Report.Line stunting = lines.stream()
                .filter(line -> line.code().equals(Indicator.STUNTING_PREVALENCE))
                .findFirst()
                .orElseThrow();
        long then = reported.getOrDefault(stunting.code(), stunting.before()).numerator();
        long now = stunting.now().numerator();
        Period period = key.period();
        return sql.createQuery("""
                        select (select count(*) from stunting_case where stunting <> 'NORMAL'
                                and area_code >= :from and area_code < :to and since between :first and :last) as newly,
                            (select count(*) from stunting_case where stunting = 'NORMAL'
                                and area_code >= :from and area_code < :to and since between :first and :last) as recovered,
                            (select count(*) from stunting_case s join child c on c.child_id = s.child_id
                                where s.stunting <> 'NORMAL' and s.area_code >= :from and s.area_code < :to
                                    and c.birth_month between :bornFirst and :bornLast) as aged_out""")
                .bind("from", key.area())
                .bind("to", key.area() + "/") // '/' follows '.', which starts what lies inside
                .bind("first", period.first().atDay(1))
                .bind("last", period.last().atEndOfMonth())
                .bind("bornFirst", period.first().minusMonths(FIVE_YEARS).atDay(1))
                .bind("bornLast", period.last().minusMonths(FIVE_YEARS).atDay(1))
                .map((row, _) -> {
                    long newly = row.getLong("newly");
                    long recovered = row.getLong("recovered");
                    long agedOut = row.getLong("aged_out");
                    return new Report.Cases(
                            period.first().atDay(1),
                            period.last().atEndOfMonth(),
                            newly,
                            recovered,
                            agedOut,
                            then,
                            now,
                            now - then - newly + recovered + agedOut);
                })
                .one();
    }

    private static Report.@Nullable Families families(Handle sql, EvaluationKey key) {
        YearMonth present = MonthCounters.present();
        YearMonth last = key.period().last();
        YearMonth until = present.isBefore(last) ? present : last;
        Map<String, Long> counted = sql.createQuery("""
                        select asked.measure, held.amount from unnest(:measures) as asked (measure)
                        cross join lateral (
                            select amount from month_counter c
                            where c.area_code = :area and c.measure = asked.measure and c.month <= :month
                            order by c.month desc limit 1) held""")
                .bindArray("measures", String.class, FAMILIES.toArray())
                .bind("area", key.area())
                .bind("month", until.atDay(1))
                .map((row, _) -> Map.entry(row.getString("measure"), row.getLong("amount")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return counted.getOrDefault("families", 0L) == 0
                ? null
                : new Report.Families(
                        until,
                        counted.getOrDefault("families.at-risk.new", 0L),
                        counted.getOrDefault("families.risk-ended", 0L));
    }
}
