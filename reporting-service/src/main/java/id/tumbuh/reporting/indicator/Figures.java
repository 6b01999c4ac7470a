package id.tumbuh.reporting.indicator;

import id.tumbuh.platform.rules.RuleBook;
import id.tumbuh.reporting.monthly.MonthCounters;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads the counters behind the indicators. */
@ApplicationScoped
public class Figures {
    private static final String COLUMNS = """
            coalesce(sum(weighed), 0) as weighed, coalesce(sum(height_plausible), 0) as height_plausible,
            coalesce(sum(stunted), 0) as stunted, coalesce(sum(severely_stunted), 0) as severely_stunted,
            coalesce(sum(wasting_plausible), 0) as wasting_plausible, coalesce(sum(wasted), 0) as wasted,
            coalesce(sum(severely_wasted), 0) as severely_wasted,
            coalesce(sum(weight_plausible), 0) as weight_plausible, coalesce(sum(underweight), 0) as underweight,
            coalesce(sum(severely_underweight), 0) as severely_underweight,
            coalesce(sum(gained), 0) as gained, coalesce(sum(marked), 0) as marked,
            coalesce(sum(overweight), 0) as overweight""";

    /** Age bands are named by their first month; from 60 on nobody is a balita any more. */
    private static final String BALITA = "age_band < 60";

    private final Indicators indicators;
    private final RuleBook rules;

    Figures(Indicators indicators, RuleBook rules) {
        this.indicators = indicators;
        this.rules = rules;
    }

    /** An area in a month. */
    public record AreaMonth(String area, YearMonth month) {}

    public Map<String, Sums> sums(Handle sql, Collection<String> areas, YearMonth month) {
        Map<String, Sums> byArea = new HashMap<>();
        sums(sql, areas.stream().map(area -> new AreaMonth(area, month)).toList())
                .forEach((key, sums) -> byArea.put(key.area(), sums));
        return byArea;
    }

    /**
     * One row for each asked, zero where nothing was counted. The children of an area are read once for all of its months: that is
     * the costly part.
     */
    public Map<AreaMonth, Sums> sums(Handle sql, List<AreaMonth> wanted) {
        Map<AreaMonth, Sums> sums = new LinkedHashMap<>();
        sql.createQuery("""
                        with wanted as (select * from unnest(:areas, :months) as wanted (area_code, month)),
                        population as (
                            select area_code, month, sum(children) as children
                            from (select area_code, array_agg(month) as months, max(month) as last,
                                      cast(min(month) - interval '60 months' as date) as first
                                  from wanted group by area_code) asked
                                cross join lateral (
                                    select birth_month, children from population_counter p
                                    where p.area_code = asked.area_code and p.birth_month between asked.first and asked.last) born
                                cross join unnest(asked.months) as month
                            where birth_month between month - interval '60 months' and month
                            group by area_code, month)
                        select wanted.area_code, wanted.month, growth.*, coalesce(population.children, 0) as children
                        from wanted
                        cross join lateral (
                            select %s from growth_counter c
                            where c.area_code = wanted.area_code and c.month = wanted.month and %s) growth
                        left join population on population.area_code = wanted.area_code and population.month = wanted.month""".formatted(COLUMNS, BALITA))
                .bindArray(
                        "areas",
                        String.class,
                        wanted.stream().map(AreaMonth::area).toArray())
                .bindArray(
                        "months",
                        LocalDate.class,
                        wanted.stream().map(it -> it.month().atDay(1)).toArray())
                .map((row, _) -> Map.entry(
                        new AreaMonth(
                                row.getString("area_code"), YearMonth.from(row.getObject("month", LocalDate.class))),
                        read(row)))
                .forEach(entry -> sums.put(entry.getKey(), entry.getValue()));
        stocks(sql, wanted).forEach((where, counted) -> sums.computeIfPresent(where, (_, its) -> its.with(counted)));
        return sums;
    }

    /** What there was at the end of the month: the newest row not after it holds. */
    private Map<AreaMonth, Map<String, Long>> stocks(Handle sql, List<AreaMonth> wanted) {
        Map<AreaMonth, Map<String, Long>> stocks = new HashMap<>();
        sql.createQuery("""
                        select wanted.area_code, wanted.month, asked.measure, held.amount
                        from unnest(:areas, :months) as wanted (area_code, month)
                            cross join unnest(:measures) as asked (measure)
                        cross join lateral (
                            select amount from month_counter c
                            where c.area_code = wanted.area_code and c.measure = asked.measure and c.month <= wanted.month
                            order by c.month desc limit 1) held""")
                .bindArray(
                        "areas",
                        String.class,
                        wanted.stream().map(AreaMonth::area).toArray())
                .bindArray(
                        "months",
                        LocalDate.class,
                        wanted.stream().map(it -> it.month().atDay(1)).toArray())
                .bindArray("measures", String.class, indicators.stocks().toArray())
                .map((row, _) -> stocks.computeIfAbsent(
                                new AreaMonth(
                                        row.getString("area_code"),
                                        YearMonth.from(row.getObject("month", LocalDate.class))),
                                _ -> new HashMap<>())
                        .put(row.getString("measure"), row.getLong("amount")))
                .list();
        return stocks;
    }

    /** By {@code L} and {@code P}. */
    public Map<String, Sums> bySex(Handle sql, String area, YearMonth month) {
        return grouped(sql, area, month, "sex", "values ('L'), ('P')", "sex");
    }

    /** By the first month of the age band; children are placed by their age at the start of the month. */
    public Map<String, Sums> byAgeBand(Handle sql, String area, YearMonth month) {
        String age = "(extract(year from age(cast(:month as date), birth_month)) * 12"
                + " + extract(month from age(cast(:month as date), birth_month)))";
        String band =
                "case when %1$s < 6 then 0 when %1$s < 12 then 6 when %1$s < 24 then 12 when %1$s < 36 then 24 else 36 end"
                        .formatted(age);
        return grouped(sql, area, month, "age_band", "values (0), (6), (12), (24), (36)", band);
    }

    private static Map<String, Sums> grouped(
            Handle sql, String area, YearMonth month, String column, String keys, String populationKey) {
        Map<String, Sums> sums = new LinkedHashMap<>();
        sql.createQuery("""
                        select keys.key::text as key, growth.*, population.children
                        from (%1$s) as keys (key)
                        cross join lateral (
                            select %2$s from growth_counter
                            where area_code = :area and month = :month and %3$s and %4$s = keys.key) growth
                        cross join lateral (
                            select coalesce(sum(children), 0) as children from population_counter
                            where area_code = :area and birth_month <= :month
                                and birth_month >= cast(:month as date) - interval '60 months'
                                and %5$s = keys.key) population
                        order by keys.key""".formatted(keys, COLUMNS, BALITA, column, populationKey))
                .bind("area", area)
                .bind("month", month.atDay(1))
                .map((row, _) -> Map.entry(row.getString("key"), read(row)))
                .forEach(entry -> sums.put(entry.getKey(), entry.getValue()));
        return sums;
    }

    /** The latest month in which anybody was measured there. */
    public Optional<YearMonth> latestMonth(Handle sql, String area) {
        return sql.createQuery("select max(month) from growth_counter where area_code = :area and weighed > 0")
                .bind("area", area)
                .mapTo(LocalDate.class)
                .findOne()
                .map(YearMonth::from);
    }

    /**
     * The latest month that says something of the area: in one that has barely begun, those few who were weighed stand for nobody. The
     * latest of all where there is no other. Counting the children of a month is the costly part: it is done from the newest on, until
     * one is found.
     */
    public Optional<YearMonth> tellingMonth(Handle sql, String area) {
        return sql.createQuery("""
                        with weighed as materialized (
                            select month, sum(weighed) as weighed from growth_counter
                            where area_code = :area and %s group by month having sum(weighed) > 0 order by month desc)
                        select coalesce(
                            (select month from weighed
                                cross join lateral (
                                    select coalesce(sum(children), 0) as children from population_counter p
                                    where p.area_code = :area and p.birth_month <= weighed.month
                                        and p.birth_month >= weighed.month - interval '60 months') population
                                where weighed >= :share * children order by month desc limit 1),
                            (select max(month) from weighed))""".formatted(BALITA))
                .bind("area", area)
                .bind("share", rules.on(MonthCounters.today()).number("figures.telling-share"))
                .mapTo(LocalDate.class)
                .findOne()
                .map(YearMonth::from);
    }

    /** The latest of some months in which anybody was measured there. */
    Optional<YearMonth> latestMonth(Handle sql, String area, YearMonth first, YearMonth last) {
        return sql.createQuery("""
                        select max(month) from growth_counter
                        where area_code = :area and weighed > 0 and month between :first and :last""")
                .bind("area", area)
                .bind("first", first.atDay(1))
                .bind("last", last.atDay(1))
                .mapTo(LocalDate.class)
                .findOne()
                .map(YearMonth::from);
    }

    private static Sums read(ResultSet row) throws SQLException {
        return new Sums(
                row.getLong("children"),
                row.getLong("weighed"),
                row.getLong("height_plausible"),
                row.getLong("stunted"),
                row.getLong("severely_stunted"),
                row.getLong("wasting_plausible"),
                row.getLong("wasted"),
                row.getLong("severely_wasted"),
                row.getLong("weight_plausible"),
                row.getLong("underweight"),
                row.getLong("severely_underweight"),
                row.getLong("gained"),
                row.getLong("marked"),
                row.getLong("overweight"),
                Map.of());
    }
}
