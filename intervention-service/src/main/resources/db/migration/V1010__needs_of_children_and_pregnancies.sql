-- A need is a child's or a pregnant woman's, for whatever causes call for it, with what has to be given.
alter table child add column birth_date date,
    add column signs_version bigint not null default 0,
    add column signs text[] not null default '{}';
comment on column child.signs is 'What its latest weighing shows, as WASTED or NOT_GAINED_TWICE: a pure function of table weighing';
alter table family add column welfare_rank integer;

create table pregnancy (
    id                uuid    not null,
    family_id         uuid    not null,
    area_code         text    collate "C" not null,
    residence_version bigint  not null default 0,
    active            boolean not null default true,
    signs_version     bigint  not null default 0,
    signs             text[]  not null default '{}',
    constraint pregnancy_pk primary key (id)
) with (fillfactor = 80);

-- Every weighing in its latest version: what a child's signs rest on, and how it grew before, during and after help.
create table weighing (
    measurement_id  uuid    not null,
    child_id        uuid    not null,
    area_code       text    collate "C" not null,
    version         bigint  not null,
    measured_on     date    not null,
    age_months      integer not null,
    voided          boolean not null,
    weight_kg       numeric,
    length_for_age  numeric,
    weight_for_age  numeric,
    weight_for_length numeric,
    mark            text,
    signs           text[]  not null default '{}',
    -- A measurement that was another child's first has a row of each.
    constraint weighing_pk primary key (child_id, measurement_id)
);
create index weighing_latest on weighing (child_id, measured_on desc) where not voided;
create table pregnancy_check (
    check_id     uuid   not null,
    pregnancy_id uuid   not null,
    area_code    text   collate "C" not null,
    version      bigint not null,
    checked_on   date   not null,
    voided       boolean not null,
    signs        text[] not null default '{}',
    constraint pregnancy_check_pk primary key (check_id)
);
create index pregnancy_check_latest on pregnancy_check (pregnancy_id, checked_on desc) where not voided;

alter table need add column subject_kind text not null default 'CHILD',
    add column pregnancy_id uuid,
    add column causes text[],
    add column items jsonb not null default '[]',
    add column rank integer not null default 0,
    add column first_thousand_days boolean not null default false,
    add column welfare_rank integer,
    add column rule_version text not null default 'need-0.0.0';
select set_config('app.wilayah', '*', true);
update need set causes = array[severity],
    reason = case reason when 'CHILD_STUNTED' then 'CAUSE_FOUND' when 'SEVERITY_CHANGED' then 'CAUSES_CHANGED'
        when 'CHILD_MOVED' then 'MOVED' when 'NO_LONGER_STUNTED' then 'CAUSES_GONE' when 'CHILD_INACTIVE' then 'INACTIVE'
        when 'CHILD_MERGED' then 'MERGED' when 'CHILD_ERASED' then 'ERASED' else reason end;
alter table need alter column causes set not null,
    alter column child_id drop not null,
    alter column subject_kind drop default,
    alter column items drop default,
    alter column rank drop default,
    alter column first_thousand_days drop default,
    alter column rule_version drop default,
    drop column severity,
    add constraint need_pregnancy foreign key (pregnancy_id) references pregnancy (id),
    add constraint need_subject check (case subject_kind when 'CHILD' then child_id is not null and pregnancy_id is null
        when 'PREGNANCY' then pregnancy_id is not null and child_id is null else false end);
drop index if exists need_open_by_area;
create index need_open_by_area on need (area_code, id) include (causes) where state = 'OPEN';
create index need_open_by_rank on need (rank desc, id) include (area_code) where state = 'OPEN';
create unique index need_one_open_per_pregnancy on need (pregnancy_id) where state = 'OPEN';

alter table pregnancy enable row level security;
alter table pregnancy force row level security;
create policy pregnancy_scope on pregnancy using (app_in_scope(area_code)) with check (app_in_scope(area_code));
alter table weighing enable row level security;
alter table weighing force row level security;
create policy weighing_scope on weighing using (app_in_scope(area_code)) with check (app_in_scope(area_code));
alter table pregnancy_check enable row level security;
alter table pregnancy_check force row level security;
create policy pregnancy_check_scope on pregnancy_check using (app_in_scope(area_code)) with check (app_in_scope(area_code));
grant select, insert, update, delete on pregnancy, weighing, pregnancy_check to ${app_role};

insert into rule (code, version, valid_from, valid_to, value, source, note) values
('need.answers', 1, date '2021-01-01', null, '{
  "SEVERELY_STUNTED": {"opens": true, "points": 60, "items": [{"item": "FOOD", "days": 180, "rupiahPerDay": 15000}, {"item": "COUNSELLING", "days": 180}]},
  "STUNTED": {"opens": true, "points": 40, "items": [{"item": "FOOD", "days": 180, "rupiahPerDay": 15000}, {"item": "COUNSELLING", "days": 180}]},
  "SEVERELY_WASTED": {"opens": true, "points": 90, "items": [{"item": "FOOD", "days": 56, "rupiahPerDay": 16500}, {"item": "COUNSELLING", "days": 56}]},
  "WASTED": {"opens": true, "points": 50, "items": [{"item": "FOOD", "days": 56, "rupiahPerDay": 16500}, {"item": "COUNSELLING", "days": 56}]},
  "UNDERWEIGHT": {"opens": true, "points": 20, "items": [{"item": "FOOD", "days": 14, "rupiahPerDay": 16500}]},
  "NOT_GAINED_TWICE": {"opens": true, "points": 20, "items": [{"item": "FOOD", "days": 14, "rupiahPerDay": 16500}, {"item": "COUNSELLING", "days": 14}]},
  "BELOW_RED_LINE": {"opens": true, "points": 30, "items": [{"item": "FOOD", "days": 14, "rupiahPerDay": 16500}]},
  "CHRONIC_ENERGY_DEFICIENCY_RISK": {"opens": true, "points": 50, "items": [{"item": "FOOD", "days": 120, "rupiahPerDay": 21500}, {"item": "COUNSELLING", "days": 120}]},
  "ANAEMIA": {"opens": false, "points": 15, "items": [{"item": "COUNSELLING", "days": 120}]},
  "UNSAFE_WATER": {"opens": false, "points": 6, "items": [{"item": "WATER", "rupiahOnce": 3000000}]},
  "UNSAFE_SANITATION": {"opens": false, "points": 6, "items": [{"item": "LATRINE", "rupiahOnce": 3500000}]},
  "NO_MODERN_CONTRACEPTION": {"opens": false, "points": 2, "items": [{"item": "COUNSELLING", "days": 90}]},
  "POOR": {"opens": false, "points": 0, "items": [{"item": "ECONOMIC_SUPPORT", "days": 180, "rupiahPerDay": 5000}]},
  "UNFIT_HOUSE": {"opens": false, "points": 4, "items": [{"item": "HOUSE", "rupiahOnce": 15000000}]}}',
    'DOMAIN section 6: juknis PMT lokal 2022-2025 (gizi kurang 56 days, BB kurang 14, 2T 14, pregnant KEK 120; Rp16,500 and Rp21,500 a day), BAAS 2022 (Rp15,000 a day, 6 months)',
    'open: unit costs; gizi kurang was 90 days before; BB kurang 28 also seen. assumed: points, BGM as BB kurang, gizi buruk as gizi kurang besides its treatment by the puskesmas, the costs of water, latrine, house and economic support, counselling as long as the food'),
('need.rank', 1, date '2021-01-01', null,
    '{"firstThousandDays": 30, "firstThousandDaysBelowMonths": 24, "welfareRank": {"1": 20, "2": 15, "3": 10, "4": 5}, "poorUpTo": 4}',
    'GENTING from December 2024: poor KRS in the first 1,000 days of life first; DOMAIN section 3: welfare rank is a priority, not a factor',
    'assumed: the points, and desil 1 to 4 as poor'),
('need.followed-within-months', 1, date '2021-01-01', null, '12', 'assumed', 'open: a need ends by age alone only for a child that was weighed this lately');
