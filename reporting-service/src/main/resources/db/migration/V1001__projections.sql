-- Projections of what the other services announce: the latest known state, and counters that move by the difference between
-- the old and the new state. A query costs the same whether a thousand or a billion measurements lie behind it.

-- Areas are public: no row level security. 'ID' is the country.
create table area (
    code   text collate "C" not null,
    name   text not null,
    parent text collate "C",
    constraint area_pk primary key (code)
);
create index area_parent on area (parent, code);
create table area_list (
    kabupaten text   not null,
    version   bigint not null,
    constraint area_list_pk primary key (kabupaten)
);
insert into area (code, name, parent) values ('ID', 'Indonesia', null);

-- Children as registry knows them: the denominator of everything that asks who should have come.
create table child (
    child_id    uuid   not null,
    version     bigint not null,
    area_code   text collate "C" not null,
    sex         char(1) not null,
    birth_month date   not null,
    active      boolean not null,
    constraint child_pk primary key (child_id)
);
create table population_counter (
    area_code   text collate "C" not null,
    birth_month date    not null,
    sex         char(1) not null,
    children    bigint  not null,
    constraint population_counter_pk primary key (area_code, birth_month, sex)
) with (fillfactor = 70);

-- Every measurement in its latest revision, keyed by child so that a child's history lies together in the index.
create table weighing (
    child_id       uuid     not null,
    measurement_id uuid     not null,
    version        bigint   not null,
    month          date     not null,
    measured_on    date     not null,
    area_code      text collate "C" not null,
    sex            char(1)  not null,
    age_band       smallint not null,
    flags          smallint not null,
    voided         boolean  not null,
    constraint weighing_pk primary key (child_id, measurement_id)
);
-- The one measurement that counts for a child in a month: the latest that is not voided.
create table child_month (
    child_id       uuid     not null,
    month          date     not null,
    measurement_id uuid     not null,
    measured_on    date     not null,
    area_code      text collate "C" not null,
    sex            char(1)  not null,
    age_band       smallint not null,
    flags          smallint not null,
    constraint child_month_pk primary key (child_id, month)
);
create table growth_counter (
    area_code          text collate "C" not null,
    month              date     not null,
    sex                char(1)  not null,
    age_band           smallint not null,
    weighed            bigint   not null,
    height_plausible   bigint   not null,
    stunted            bigint   not null,
    severely_stunted   bigint   not null,
    wasting_plausible  bigint   not null,
    wasted             bigint   not null,
    severely_wasted    bigint   not null,
    weight_plausible   bigint   not null,
    underweight        bigint   not null,
    severely_underweight bigint not null,
    constraint growth_counter_pk primary key (area_code, month, sex, age_band)
) with (fillfactor = 70);
create index growth_counter_month on growth_counter (month, area_code);

-- Children who are stunted now, by their newest measurement; a child that ceased to be stays with its version.
create table stunting_case (
    child_id      uuid   not null,
    version       bigint not null,
    family_id     uuid   not null,
    area_code     text collate "C" not null,
    sex           char(1) not null,
    stunting      text   not null,
    since         date,
    measured_on   date,
    height_for_age numeric(6, 2),
    age_months    integer,
    changed_at    timestamptz not null,
    constraint stunting_case_pk primary key (child_id)
);
create index stunting_case_open on stunting_case (area_code, child_id) where stunting <> 'NORMAL';
create index stunting_case_latest on stunting_case (changed_at desc);
create table case_counter (
    area_code text collate "C" not null,
    stunted   bigint not null,
    severely_stunted bigint not null,
    constraint case_counter_pk primary key (area_code)
) with (fillfactor = 70);

-- How far each topic is included in the figures, written in the transaction that applied the events.
create table progress (
    consumer      text    not null,
    topic         text    not null,
    partition     integer not null,
    next_offset   bigint  not null,
    event_time    timestamptz not null,
    constraint progress_pk primary key (consumer, topic, partition)
) with (fillfactor = 50);

-- Areas and months whose figures moved and were not announced yet.
create table moved_figure (
    area_code text collate "C" not null,
    month     date not null,
    constraint moved_figure_pk primary key (area_code, month)
);
create table announced_figure (
    area_code text collate "C" not null,
    month     date   not null,
    version   bigint not null,
    constraint announced_figure_pk primary key (area_code, month)
);

do $$
declare
    t text;
begin
    foreach t in array array['child', 'population_counter', 'weighing', 'child_month', 'growth_counter', 'stunting_case',
        'case_counter', 'moved_figure', 'announced_figure']
    loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy %I on %I using (app_in_scope(area_code)) with check (app_in_scope(area_code))',
            t || '_scope', t);
        execute format('grant select, insert, update, delete on %I to %I', t, '${app_role}');
    end loop;
end $$;
grant select, insert, update, delete on area, area_list, progress to ${app_role};
