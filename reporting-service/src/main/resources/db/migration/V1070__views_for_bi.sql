-- Views for BI tools (docs/bi.md, ADR 27). A login of such a tool is a person's or a program's own, in the group ${bi_role}. What it
-- sees is fixed by rows that it can neither read nor change: a setting of its session, which the application uses, it could set itself.

-- The areas of each login; '*' is everywhere. Rows come from whoever answers for the database, and the application has no part in it,
-- so that there is no grant and no policy: only the owner and bi_scope() read it.
create table bi_login_area (
    login      text        not null,
    area_code  text collate "C" not null,
    reason     text        not null,
    granted_at timestamptz not null default clock_timestamp(),
    constraint bi_login_area_pk primary key (login, area_code),
    constraint bi_login_area_code check (area_code ~ '^(\*|\d\d(\.\d\d(\.\d\d(\.\d{4})?)?)?)$')
);

-- What the codes of one's areas begin with: codes of a level are of one length, so none begins with another of its level. Of who signed
-- in: session_user, which no 'set role' changes and which stays itself inside of this function. Null, which is nowhere, for whom no area
-- was given.
create function bi_scope() returns text[]
    language sql stable parallel safe security definer set search_path = public, pg_temp
    return (select array_agg(case area_code when '*' then '' else area_code end)
        from bi_login_area where login = cast(session_user as text));
revoke execute on function bi_scope() from public;

do $$
declare
    t text;
begin
    if not exists (select from pg_roles where rolname = '${bi_role}') then
        raise exception 'the role ${bi_role} is missing' using hint = 'create role ${bi_role} nologin';
    end if;
    execute format('grant connect on database %I to %I', current_database(), '${bi_role}');
    -- Restrictive: whatever else a policy for everybody allows, as by the setting of the session, this has to hold as well.
    foreach t in array array['growth_counter', 'population_counter', 'month_counter', 'case_counter', 'published_figure']
    loop
        execute format('create policy %I on %I as permissive for select to %I using (area_code ^@ any (cast((select bi_scope()) as text[])))',
            t || '_bi', t, '${bi_role}');
        execute format('create policy %I on %I as restrictive for all to %I using (area_code ^@ any (cast((select bi_scope()) as text[])))'
            || ' with check (false)', t || '_bi_only', t, '${bi_role}');
        execute format('grant select on %I to %I', t, '${bi_role}');
    end loop;
end $$;
grant usage on schema public to ${bi_role};
grant execute on function bi_scope() to ${bi_role};
grant select on area, indicator to ${bi_role};
grant select (id, area_code, month, revision, reason, published_at, as_of) on publication to ${bi_role};

create schema bi;
grant usage on schema bi to ${bi_role};

create view bi.area with (security_invoker = true) as
select code as area_code, name as area_name, parent as parent_code,
    case when parent is null then 'COUNTRY' when length(code) = 2 then 'PROVINCE' when length(code) = 5 then 'KABUPATEN_KOTA'
        when length(code) = 8 then 'KECAMATAN' else 'DESA_KELURAHAN' end as area_level,
    coalesce(code ^@ any (cast((select bi_scope()) as text[])), false) as in_scope
from area;

create view bi.indicator with (security_invoker = true) as
select code as indicator_code, name_id, name_en, kind, numerator_id, numerator_en, denominator_id, denominator_en, lower_is_better, source
from indicator;

-- The numbers of GET /v1/indicators/{code} for each month. Of children weighed: every month since the first weighing in scope, also
-- those in which nobody came, or D/S of an area would be the mean of its diligent desa. Of what there is: since it was first counted,
-- the newest count not after the month holds.
create view bi.indicator_month with (security_invoker = true) as
with present as (select cast(date_trunc('month', now() at time zone 'Asia/Jakarta') as date) as month),
counted as (
    select a.area_code, cast(m.at as date) as month, i.code,
        case i.numerator when 'growth.weighed' then g.weighed when 'growth.stunted' then g.stunted
            when 'growth.severely-stunted' then g.severely_stunted when 'growth.wasted' then g.wasted
            when 'growth.severely-wasted' then g.severely_wasted when 'growth.underweight' then g.underweight
            when 'growth.severely-underweight' then g.severely_underweight when 'growth.gained' then g.gained end as numerator,
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
                coalesce(sum(gained), 0) as gained, coalesce(sum(marked), 0) as marked
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

create view bi.recorded_case with (security_invoker = true) as
select c.area_code, a.area_name, a.area_level, a.parent_code, c.stunted, c.severely_stunted
from case_counter c join bi.area a on a.area_code = c.area_code;

create view bi.published_figure with (security_invoker = true) as
select f.area_code, a.area_name, a.area_level, p.month, f.indicator as indicator_code, i.name_id, i.name_en, f.numerator, f.denominator,
    round(100.0 * f.numerator / nullif(f.denominator, 0), 4) as percent, f.coverage as coverage_percent,
    p.area_code as publication_area, p.revision, p.revision = max(p.revision) over (partition by p.area_code, p.month, f.area_code) as newest,
    p.reason, p.published_at, p.as_of, p.id as publication_id
from published_figure f
    join publication p on p.id = f.publication_id
    left join bi.area a on a.area_code = f.area_code
    left join indicator i on i.code = f.indicator;

grant select on all tables in schema bi to ${bi_role};
