package id.tumbuh.reporting.growth;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Unhurried;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Counts everything from scratch and compares it with the counters, row by row. It changes nothing. */
@ApplicationScoped
public class Recomputation {
    /** For each table: of a province with years of weighings it takes minutes. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private static final String LEVELS = """
            cross join lateral (values ('ID'), (left(%1$s.area_code, 2)), (left(%1$s.area_code, 5)),
                (left(%1$s.area_code, 8)), (%1$s.area_code)) as level (code)""";

    private static final String GROWTH = """
            with counting as (
                select distinct on (child_id, month) area_code, month, sex, age_band, flags
                from weighing where not voided
                order by child_id, month, measured_on desc, measurement_id desc),
            recomputed as (
                select level.code as area_code, month, sex, age_band, %s
                from counting %s
                group by 1, 2, 3, 4),
            held as (select * from growth_counter where %s)
            select count(*) filter (where %s) as different, count(*) as compared
            from held full join recomputed using (area_code, month, sex, age_band)""".formatted(
                    joined("count(*) filter (where flags & %2$d <> 0) as %1$s", ", "),
                    LEVELS.formatted("counting"),
                    joined("%1$s <> 0", " or "),
                    joined("coalesce(held.%1$s, 0) <> coalesce(recomputed.%1$s, 0)", " or "));

    private static final String POPULATION = """
            with recomputed as (
                select level.code as area_code, birth_month, sex, count(*) as children
                from child %s where active group by 1, 2, 3),
            held as (select * from population_counter where children <> 0)
            select count(*) filter (where coalesce(held.children, 0) <> coalesce(recomputed.children, 0)) as different,
                count(*) as compared
            from held full join recomputed using (area_code, birth_month, sex)""".formatted(LEVELS.formatted("child"));

    private static final String POSYANDU = """
            with recomputed as (
                select posyandu_id, month, area_code, count(*) as weighings
                from weighing where not voided and posyandu_id is not null group by 1, 2, 3),
            held as (select * from posyandu_month where weighings <> 0)
            select count(*) filter (where coalesce(held.weighings, 0) <> coalesce(recomputed.weighings, 0)) as different,
                count(*) as compared
            from held full join recomputed using (posyandu_id, month, area_code)""";

    private static final String CASES = """
            with recomputed as (
                select level.code as area_code, count(*) as stunted,
                    count(*) filter (where stunting = 'SEVERELY_STUNTED') as severely_stunted
                from stunting_case %s where stunting <> 'NORMAL' and not outgrown group by 1),
            held as (select * from case_counter where stunted <> 0 or severely_stunted <> 0)
            select count(*) filter (where coalesce(held.stunted, 0) <> coalesce(recomputed.stunted, 0)
                    or coalesce(held.severely_stunted, 0) <> coalesce(recomputed.severely_stunted, 0)) as different,
                count(*) as compared
            from held full join recomputed using (area_code)""".formatted(LEVELS.formatted("stunting_case"));

    /** A family's state holds from its month until its next one; with a January what was new continues. */
    private static final String STOCKS = """
            with months as materialized (
                select distinct month, cast(month + interval '1 month' as date) as next,
                    cast(date_trunc('year', month) - interval '1 month' as date) as december
                from month_counter),
            span as (
                select family_id, area_code, counted, targeted, at_risk, factors, month as begins,
                    coalesce(lead(month) over (partition by family_id order by month), 'infinity') as ends
                from family_month),
            care as (
                select distinct months.month, c.family_id
                from months join companionship c
                    on c.assigned_on < months.next and (c.released_on is null or c.released_on >= months.next)),
            visited as (select distinct month, family_id from family_visit),
            present as (
                select months.month, span.*, coalesce(was.counted and was.at_risk, false) as before,
                    care.family_id is not null as accompanied,
                    visited.family_id is not null as visited
                from months
                    join span on span.begins <= months.month and span.ends > months.month and span.counted
                    left join span was on was.family_id = span.family_id
                        and was.begins <= months.december and was.ends > months.december
                    left join care on care.month = months.month and care.family_id = span.family_id
                    left join visited on visited.month = months.month and visited.family_id = span.family_id),
            promised as (
                select distinct months.month, s.need_id
                from months join sponsorship s on s.from_on is not null
                    and s.from_on < months.next and (s.ended_on is null or s.ended_on >= months.next)),
            held_need as (
                select months.month, need.area_code, promised.need_id is not null as sponsored
                from months
                    join need on need.opened_on < months.next
                        and (need.closed_on is null or need.closed_on >= months.next)
                    left join promised on promised.month = months.month and promised.need_id = need.need_id),
            planned_couple as (
                select months.month, c.area_code, c.couple_id
                from months join couple c on c.counted and c.registered_on < months.next
                    and (c.ended_on is null or c.ended_on >= months.next)),
            cared_couple as (
                select distinct months.month, a.couple_id
                from months join couple_care a
                    on a.assigned_on < months.next and (a.released_on is null or a.released_on >= months.next)),
            checked_couple as (
                select distinct months.month, k.couple_id
                from months join couple_check k on not k.voided and k.checked_on < months.next),
            selected_case as (
                select s.case_audit_id, min(s.reached_on) filter (where s.stage not in ('PROPOSED', 'NOT_SELECTED', 'WITHDRAWN')) as selected_on,
                    min(s.reached_on) filter (where s.stage = 'EVALUATED') as evaluated_on,
                    min(s.reached_on) filter (where s.stage = 'WITHDRAWN') as withdrawn_on
                from case_audit_step s group by 1),
            audited as (
                select c.area_code, months.month, e.evaluated_on < months.next as evaluated
                from months
                    join selected_case e on e.selected_on < months.next
                        and months.month < date_trunc('month', e.selected_on) + interval '12 months'
                        and (e.withdrawn_on is null or e.withdrawn_on >= months.next)
                    join case_audit c on c.case_audit_id = e.case_audit_id),
            one (area_code, month, measure) as (
                select area_code, month, 'families' from present
                union all select area_code, month, 'families.targeted' from present where targeted
                union all select area_code, month, 'families.at-risk' from present where at_risk
                union all select area_code, month, 'families.factor.' || factor
                    from present cross join unnest(factors) as factor where at_risk
                union all select area_code, month, 'families.at-risk.new' from present where at_risk and not before
                union all select area_code, month, 'families.risk-ended' from present where not at_risk and before
                union all select area_code, month, 'families.at-risk.companioned' from present
                    where at_risk and accompanied
                union all select area_code, month, 'families.at-risk.visited' from present where at_risk and visited
                union all select area_code, month, 'needs.open' from held_need
                union all select area_code, month, case when sponsored then 'needs.with-sponsor' else 'needs.without-sponsor' end
                    from held_need
                union all select area_code, month, case state when 'DELIVERED' then 'deliveries.made' when 'MISSED'
                    then 'deliveries.missed' else 'deliveries.refused' end
                    from delivery where state in ('DELIVERED', 'MISSED', 'REFUSED')
                union all select area_code, month, 'deliveries.due' from delivery where state in ('DELIVERED', 'MISSED', 'REFUSED')
                union all select area_code, month, 'couples.planned' from planned_couple
                union all select area_code, month, 'couples.companioned'
                    from planned_couple join cared_couple using (month, couple_id)
                union all select area_code, month, 'couples.checked'
                    from planned_couple join checked_couple using (month, couple_id)
                union all select area_code, month, 'audits.selected' from audited
                union all select area_code, month, 'audits.evaluated' from audited where evaluated),
            recomputed as (
                select level.code as area_code, month, measure, count(*) as amount from one %s group by 1, 2, 3),
            -- between its rows a counter stays as it is
            held as (
                select counters.area_code, months.month, counters.measure, (
                    select amount from month_counter c where c.area_code = counters.area_code
                        and c.measure = counters.measure and c.month <= months.month order by c.month desc limit 1) as amount
                from (select distinct area_code, measure from month_counter where measure !~ '^(programmes|commitments)') counters
                    cross join months)
            select count(*) filter (where coalesce(held.amount, 0) <> coalesce(recomputed.amount, 0)) as different,
                count(*) as compared
            from held full join recomputed using (area_code, month, measure)""".formatted(LEVELS.formatted("one"));

    /** Money that is part of another programme's is not in sums that have the other's. */
    private static final String PLANS = """
            with months as materialized (
                select distinct month, cast(month + interval '1 month' as date) as next from month_counter
                where measure ~ '^(programmes|commitments)'),
            money as (
                select p.area_code, p.year, p.budget, p.spent, whole.area_code as whole
                from programme p left join programme whole on whole.programme_id = p.part_of and whole.active
                where p.active),
            one (area_code, whole, month, measure, amount) as (
                select area_code, whole, month, 'programmes.budget', budget
                from months join money on money.year = extract(year from months.month)
                union all
                select area_code, whole, month, 'programmes.spent', quarter.rupiah
                from months join money on money.year = extract(year from months.month)
                    cross join lateral unnest(money.spent) with ordinality as quarter (rupiah, number)
                where quarter.number <= ceil(extract(month from months.month) / 3)
                union all
                select area_code, null, month, 'commitments.due', 1
                from months join commitment on due_on < months.next and extract(year from due_on) = extract(year from months.month)
                where state <> 'WITHDRAWN'
                union all
                select area_code, null, month, 'commitments.kept', 1
                from months join commitment on due_on < months.next and extract(year from due_on) = extract(year from months.month)
                where state = 'KEPT' and kept_on < months.next),
            recomputed as (
                select level.code as area_code, month, measure, sum(amount) as amount
                from one cross join lateral (select distinct code from (values ('ID'), (left(one.area_code, 2)),
                    (left(one.area_code, 5)), (left(one.area_code, 8)), (one.area_code)) as every (code)) as level (code)
                where one.whole is null or (level.code <> 'ID' and not starts_with(one.whole, level.code))
                group by 1, 2, 3),
            held as (
                select counters.area_code, months.month, counters.measure, (
                    select amount from month_counter c where c.area_code = counters.area_code
                        and c.measure = counters.measure and c.month <= months.month order by c.month desc limit 1) as amount
                from (select distinct area_code, measure from month_counter where measure ~ '^(programmes|commitments)') counters
                    cross join months)
            select count(*) filter (where coalesce(held.amount, 0) <> coalesce(recomputed.amount, 0)) as different,
                count(*) as compared
            from held full join recomputed using (area_code, month, measure)""";

    private final Database database;

    Recomputation(Database database) {
        this.database = database;
    }

    /** Counters compared and those that differ, by table. */
    public record Comparison(
            Compared growth, Compared population, Compared cases, Compared stocks, Compared posyandu, Compared plans) {
        public boolean equal() {
            return growth.different()
                            + population.different()
                            + cases.different()
                            + stocks.different()
                            + posyandu.different()
                            + plans.different()
                    == 0;
        }
    }

    /** How many counters were compared and how many differ. */
    public record Compared(long compared, long different) {}

    /** One snapshot of the database, so that events may go on arriving meanwhile. */
    public Comparison compare() {
        return database.read(Scope.everywhere(), sql -> {
            // guessing few rows behind row security, the planner would look through every family for each family
            sql.execute("set local enable_nestloop = off");
            return Unhurried.work(
                    sql,
                    PATIENCE,
                    () -> new Comparison(
                            compare(sql, GROWTH),
                            compare(sql, POPULATION),
                            compare(sql, CASES),
                            compare(sql, STOCKS),
                            compare(sql, POSYANDU),
                            compare(sql, PLANS)));
        });
    }

    private static String joined(String perFinding, String separator) {
        return Finding.ALL.stream()
                .map(finding -> perFinding.formatted(finding.column(), finding.bit()))
                .collect(Collectors.joining(separator));
    }

    private static Compared compare(Handle sql, String query) {
        return sql.createQuery(query)
                .map((row, _) -> new Compared(row.getLong("compared"), row.getLong("different")))
                .one();
    }
}
