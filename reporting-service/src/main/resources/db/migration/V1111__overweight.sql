-- Children above +2 SD by weight for height: "gizi lebih" and "obesitas". What was stored before this does not say it, so of months counted
-- before the figure is too low until the projection is built again (POST /v1/projections:rebuild).
alter table growth_counter add column overweight bigint not null default 0;

insert into indicator (code, place, kind, name_id, name_en, numerator_id, numerator_en, denominator_id, denominator_en, numerator,
    denominator, lower_is_better, topics, source) values
('overweight', 35, 'GROWTH', 'Gizi lebih dan obesitas', 'Overweight',
    'Anak gizi lebih dan obesitas (BB/TB di atas +2 SD)', 'Overweight and obese children (weight-for-height above +2 SD)',
    'Anak dengan BB/TB yang masuk akal', 'Children with a plausible weight-for-height',
    'growth.overweight', 'growth.wasting-plausible', true, '{measurement.measurements,registry.children}', 'Permenkes 2/2020; WHO 2006');

-- Surveys of nutritional status tell it as well. That the overweight are part of those with a plausible weight for height, publications
-- know from the indicator itself.
insert into rule (code, version, valid_from, valid_to, value, source, note) values
('survey.indicators', 2, date '2000-01-01', null, '["stunting-prevalence", "severe-stunting", "wasting", "underweight", "overweight"]', 'Permenkes 2/2020: indices of nutritional status', '2: with overweight');

create or replace view bi.indicator_month with (security_invoker = true) as
with present as (select cast(date_trunc('month', now() at time zone 'Asia/Jakarta') as date) as month),
counted as (
    select a.area_code, cast(m.at as date) as month, i.code,
        case i.numerator when 'growth.weighed' then g.weighed when 'growth.stunted' then g.stunted
            when 'growth.severely-stunted' then g.severely_stunted when 'growth.wasted' then g.wasted
            when 'growth.severely-wasted' then g.severely_wasted when 'growth.underweight' then g.underweight
            when 'growth.severely-underweight' then g.severely_underweight when 'growth.gained' then g.gained
            when 'growth.overweight' then g.overweight end as numerator,
        case i.denominator when 'population.children' then s.children when 'growth.weighed' then g.weighed
            when 'growth.height-plausible' then g.height_plausible when 'growth.wasting-plausible' then g.wasting_plausible
            when 'growth.weight-plausible' then g.weight_plausible when 'growth.marked' then g.marked end as denominator,
        s.children as expected
    from bi.area a
        cross join generate_series((select min(month) from growth_counter), (select month from present), interval '1 month') as m (at)
        cross join lateral (
            select coalesce(sum(weighed), 0) as weighed, coalesce(sum(height_plausible), 0) as height_plausible,
                coalesce(sum(stunted), 0) as stunted, coalesce(sum(severely_stunted), 0) as severely_stunted,
                coalesce(sum(wasting_plausible), 0) as wasting_plausible, coalesce(sum(wasted), 0) as wasted,
                coalesce(sum(severely_wasted), 0) as severely_wasted, coalesce(sum(weight_plausible), 0) as weight_plausible,
                coalesce(sum(underweight), 0) as underweight, coalesce(sum(severely_underweight), 0) as severely_underweight,
                coalesce(sum(gained), 0) as gained, coalesce(sum(marked), 0) as marked,
                coalesce(sum(overweight), 0) as overweight
            from growth_counter c
            where c.area_code = a.area_code and c.month = cast(m.at as date) and c.age_band < 60) g
        cross join lateral (
            select coalesce(sum(p.children), 0) as children from population_counter p
            where p.area_code = a.area_code and p.birth_month <= cast(m.at as date)
                and p.birth_month >= cast(m.at as date) - interval '60 months') s
        cross join indicator i
    where a.in_scope and i.kind = 'GROWTH' and (s.children > 0 or g.weighed > 0)
    union all
    select a.area_code, cast(m.at as date), i.code, coalesce(n.amount, 0), d.amount, null
    from bi.area a
        cross join indicator i
        cross join lateral generate_series(
            (select min(c.month) from month_counter c where c.area_code = a.area_code and c.measure = i.denominator),
            (select month from present), interval '1 month') as m (at)
        cross join lateral (
            select amount from month_counter c
            where c.area_code = a.area_code and c.measure = i.denominator and c.month <= cast(m.at as date)
            order by c.month desc limit 1) d
        left join lateral (
            select amount from month_counter c
            where c.area_code = a.area_code and c.measure = i.numerator and c.month <= cast(m.at as date)
            order by c.month desc limit 1) n on true
    where a.in_scope and i.kind <> 'GROWTH')
select c.area_code, a.area_name, a.area_level, a.parent_code, c.month, c.code as indicator_code, i.name_id, i.name_en,
    cast(c.numerator as bigint) as numerator, cast(c.denominator as bigint) as denominator,
    round(100.0 * c.numerator / nullif(c.denominator, 0), 4) as percent,
    -- of D/S the children who came stand for those who should have
    round(100.0 * case i.denominator when 'population.children' then c.numerator else c.denominator end / nullif(c.expected, 0), 4)
        as coverage_percent
from counted c join bi.area a on a.area_code = c.area_code join indicator i on i.code = c.code;

