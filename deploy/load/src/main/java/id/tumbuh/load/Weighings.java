package id.tumbuh.load;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Children of a province and what was found when they were weighed, as reporting-service keeps them, with the counters counted from them.
 *
 * <p>The rows are those its consumers would have written, put there by the owner of the database: sending so many events would take
 * an hour and say nothing about questions.
 */
final class Weighings {
    /** A posyandu looks after about 80 children. */
    private static final int POSYANDU_A_DESA = 8;

    private static final String LEVELS = """
            cross join lateral (values ('ID'), (left(leaf.area_code, 2)), (left(leaf.area_code, 5)), (left(leaf.area_code, 8)),
                (leaf.area_code)) as level (code)""";

    private static final String[] FINDINGS = {
        "weighed",
        "height_plausible",
        "stunted",
        "severely_stunted",
        "wasting_plausible",
        "wasted",
        "severely_wasted",
        "weight_plausible",
        "underweight",
        "severely_underweight",
        "gained",
        "marked"
    };

    private final Owner reporting;
    private final String province;
    private final YearMonth first;
    private final int months;

    Weighings(Owner reporting, String province, YearMonth last, int months) {
        this.reporting = reporting;
        this.province = province;
        this.first = last.minusMonths(months - 1L);
        this.months = months;
    }

    void store(int children) throws SQLException, IOException {
        withoutRowSecurity(
                "select setseed(0.5408)",
                """
                create temporary table desa on commit preserve rows as
                select code, row_number() over (order by code) - 1 as number from area where code like '%s.%%' and length(code) = 13""".formatted(province),
                // births are spread over five years before the last month, so that some turn five and some are not born
                // yet
                """
                insert into child (child_id, version, area_code, sex, birth_month, active)
                select id, 1, code, case when random() < 0.51 then 'L' else 'P' end,
                    cast(date '%s' - make_interval(months => floor(random() * 60)::integer) as date), true
                from (select gen_random_uuid() as id, number %% (select count(*) from desa) as home
                        from generate_series(1, %d) as number order by 1) one
                    join desa on desa.number = one.home""".formatted(last(), children),
                weigh(),
                """
                insert into child_month (child_id, month, measurement_id, measured_on, area_code, sex, age_band, flags)
                select child_id, month, measurement_id, measured_on, area_code, sex, age_band, flags from weighing""",
                """
                insert into stunting_case (child_id, version, family_id, area_code, sex, stunting, since, measured_on, height_for_age,
                    age_months, changed_at)
                select child_id, 1, child_id, area_code, sex, case when flags & 8 <> 0 then 'SEVERELY_STUNTED' else 'STUNTED' end,
                    measured_on, measured_on, -2.5, age_band, now()
                from child_month where month = date '%s' and flags & 4 <> 0 and age_band < 60""".formatted(last()));
        count();
    }

    /**
     * Bits as {@code Finding} has them: of a hundred children eight are stunted, two of these severely, six wasted, nine underweight; seven
     * of ten gained enough. One in ten weighings is missed.
     */
    private String weigh() {
        return """
            insert into weighing (child_id, measurement_id, version, month, measured_on, area_code, sex, age_band, flags, voided, posyandu_id)
            select child_id, gen_random_uuid(), 1, month, month + 11, area_code, sex,
                case when age < 6 then 0 when age < 12 then 6 when age < 24 then 12 when age < 36 then 24 when age < 60 then 36 else 60 end,
                1 + 2 + 16 + 128 + 2048 + case when drawn < 0.02 then 4 + 8 when drawn < 0.08 then 4 else 0 end
                    + case when drawn > 0.94 then 32 else 0 end + case when drawn between 0.05 and 0.14 then 256 else 0 end
                    + case when random() < 0.7 then 1024 else 0 end,
                false,
                cast(md5(area_code || abs(hashtext(child_id::text)) %% %d) as uuid)
            from (select child.*, month, extract(year from age(month, birth_month)) * 12 + extract(month from age(month, birth_month)) as age,
                    random() as drawn
                from child cross join generate_series(0, %d) as number
                    cross join lateral (select cast(date '%s' + make_interval(months => number) as date) as month) as due
                where birth_month <= month) one
            where random() < 0.9""".formatted(POSYANDU_A_DESA, months - 1, first.atDay(1));
    }

    private void count() throws SQLException, IOException {
        StringBuilder bits = new StringBuilder();
        StringBuilder sums = new StringBuilder();
        for (int position = 0; position < FINDINGS.length; position++) {
            bits.append(", count(*) filter (where flags & %d <> 0) as %s".formatted(1 << position, FINDINGS[position]));
            sums.append(", sum(%s)".formatted(FINDINGS[position]));
        }
        withoutRowSecurity(
                """
                insert into growth_counter (area_code, month, sex, age_band, %s)
                select level.code, month, sex, age_band %s
                from (select area_code, month, sex, age_band %s from child_month group by 1, 2, 3, 4) leaf %s
                group by 1, 2, 3, 4""".formatted(String.join(", ", FINDINGS), sums, bits, LEVELS),
                """
                insert into population_counter (area_code, birth_month, sex, children)
                select level.code, birth_month, sex, sum(children)
                from (select area_code, birth_month, sex, count(*) as children from child group by 1, 2, 3) leaf %s
                group by 1, 2, 3""".formatted(LEVELS),
                """
                insert into posyandu_month (posyandu_id, month, area_code, weighings)
                select posyandu_id, month, area_code, count(*) from weighing group by 1, 2, 3""",
                """
                insert into case_counter (area_code, stunted, severely_stunted)
                select level.code, sum(stunted), sum(severely)
                from (select area_code, count(*) as stunted, count(*) filter (where stunting = 'SEVERELY_STUNTED') as severely
                        from stunting_case group by 1) leaf %s
                group by 1""".formatted(LEVELS));
    }

    /** Seven families for ten children, one in five at risk, the same from the first month on; a need for every stunted child. */
    void storeFamilies(int families) throws SQLException, IOException {
        withoutRowSecurity(
                """
                create temporary table desa on commit preserve rows as
                select code, row_number() over (order by code) - 1 as number from area where code like '%s.%%' and length(code) = 13""".formatted(province),
                """
                insert into family_month (family_id, month, version, area_code, counted, targeted, at_risk, factors)
                select id, date '%s', 1, code, true, true, drawn < 0.2, case when drawn < 0.1 then '{UNSAFE_WATER}'::text[]
                    when drawn < 0.2 then '{UNSAFE_SANITATION}'::text[] else '{}'::text[] end
                from (select gen_random_uuid() as id, random() as drawn, number %% (select count(*) from desa) as home
                        from generate_series(1, %d) as number order by 1) one
                    join desa on desa.number = one.home""".formatted(first.atDay(1), families),
                """
                insert into need (need_id, version, family_id, child_id, area_code, opened_on)
                select gen_random_uuid(), 1, family_id, child_id, area_code, date '%s' from stunting_case""".formatted(last()),
                """
                insert into month_counter (area_code, measure, month, amount)
                select level.code, measure, date '%s', sum(amount)
                from (select area_code, measure, count(*) as amount
                        from family_month cross join lateral (
                            select 'families' as measure
                            union all select 'families.targeted'
                            union all select unnest(array['families.at-risk', 'families.at-risk.new']) where at_risk
                            union all select 'families.factor.' || factor from unnest(factors) as factor where at_risk) one
                        group by 1, 2) leaf %s
                group by 1, 2""".formatted(first.atDay(1), LEVELS),
                // with the January after, whoever was at risk in December is not new any more
                """
                insert into month_counter (area_code, measure, month, amount)
                select area_code, measure, new_year, 0
                from month_counter cross join lateral (
                    select cast(date_trunc('year', month) + interval '1 year' as date) as new_year) next
                where measure = 'families.at-risk.new'""",
                """
                insert into month_counter (area_code, measure, month, amount)
                select level.code, measure, date '%s', sum(amount)
                from (select area_code, count(*) as amount from need group by 1) leaf
                    cross join unnest(array['needs.open', 'needs.without-sponsor']) as measure %s
                group by 1, 2""".formatted(last(), LEVELS));
        reporting.run("analyze");
    }

    long stored() throws SQLException, IOException {
        return reporting.number("select count(*) from weighing");
    }

    private LocalDate last() {
        return first.plusMonths(months - 1L).atDay(1);
    }

    /** Asking the policy for each of so many rows takes longer than writing them. */
    private void withoutRowSecurity(String... statements) throws SQLException, IOException {
        String each =
                "do $$ declare t text; begin foreach t in array array['child', 'weighing', 'child_month', 'stunting_case',"
                        + " 'growth_counter', 'population_counter', 'posyandu_month', 'case_counter', 'family_month', 'need', 'month_counter']"
                        + " loop execute format('alter table %%I %s row level security', t); end loop; end $$";
        String[] all = new String[statements.length + 3];
        all[0] = each.formatted("no force");
        all[1] = "set work_mem = '256MB'";
        System.arraycopy(statements, 0, all, 2, statements.length);
        all[all.length - 1] = each.formatted("force");
        reporting.run(all);
    }
}
