-- What an indicator counts over what, as data: another one is a row. Measures of growth are columns of growth_counter by month; those
-- of 'STOCK' are in month_counter: how many there are at the end of a month.
create table indicator (
    code                text     not null,
    place               smallint not null,
    kind                text     not null,
    name_id             text     not null,
    name_en             text     not null,
    numerator_id        text     not null,
    numerator_en        text     not null,
    denominator_id      text     not null,
    denominator_en      text     not null,
    numerator           text     not null,
    denominator         text     not null,
    lower_is_better     boolean  not null,
    topics              text[]   not null,
    source              text     not null,
    constraint indicator_pk primary key (code),
    constraint indicator_place unique (place),
    constraint indicator_kind check (kind in ('GROWTH', 'STOCK'))
);
grant select on indicator to ${app_role};

insert into indicator (code, place, kind, name_id, name_en, numerator_id, numerator_en, denominator_id, denominator_en, numerator,
    denominator, lower_is_better, topics, source) values
('stunting-prevalence', 10, 'GROWTH', 'Prevalensi stunting (data rutin)', 'Stunting prevalence (routine data)',
    'Anak pendek dan sangat pendek (TB/U)', 'Stunted and severely stunted children (height-for-age)',
    'Anak dengan TB/U yang masuk akal', 'Children with a plausible height-for-age',
    'growth.stunted', 'growth.height-plausible', true, '{measurement.measurements,registry.children}', 'Permenkes 2/2020; WHO 2006'),
('severe-stunting', 20, 'GROWTH', 'Sangat pendek', 'Severe stunting',
    'Anak sangat pendek (TB/U)', 'Severely stunted children (height-for-age)',
    'Anak dengan TB/U yang masuk akal', 'Children with a plausible height-for-age',
    'growth.severely-stunted', 'growth.height-plausible', true, '{measurement.measurements,registry.children}', 'Permenkes 2/2020; WHO 2006'),
('wasting', 30, 'GROWTH', 'Gizi kurang dan gizi buruk', 'Wasting',
    'Anak gizi kurang dan gizi buruk (BB/TB)', 'Wasted and severely wasted children (weight-for-height)',
    'Anak dengan BB/TB yang masuk akal', 'Children with a plausible weight-for-height',
    'growth.wasted', 'growth.wasting-plausible', true, '{measurement.measurements,registry.children}', 'Permenkes 2/2020; WHO 2006'),
('underweight', 40, 'GROWTH', 'Berat badan kurang', 'Underweight',
    'Anak berat badan kurang dan sangat kurang (BB/U)', 'Underweight and severely underweight children (weight-for-age)',
    'Anak dengan BB/U yang masuk akal', 'Children with a plausible weight-for-age',
    'growth.underweight', 'growth.weight-plausible', true, '{measurement.measurements,registry.children}', 'Permenkes 2/2020; WHO 2006'),
('weighing-coverage', 50, 'GROWTH', 'Balita ditimbang (D/S)', 'Children weighed (D/S)',
    'Balita ditimbang (D)', 'Children under five weighed (D)',
    'Sasaran balita (S)', 'Children under five who should come (S)',
    'growth.weighed', 'population.children', false, '{measurement.measurements,registry.children}', 'SKDN, Buku KIA 2023'),
('krs-share', 60, 'STOCK', 'Keluarga berisiko stunting (KRS)', 'Families at risk of stunting (KRS)',
    'Keluarga sasaran dengan faktor risiko', 'Target families with a risk factor',
    'Keluarga sasaran', 'Target families',
    'families.at-risk', 'families.targeted', true, '{registry.families}', 'Peraturan BKKBN 12/2021; pemutakhiran PK'),
('krs-companioned', 70, 'STOCK', 'KRS yang didampingi TPK', 'Families at risk with a companion team',
    'Keluarga berisiko dalam dampingan TPK pada akhir bulan', 'Families at risk in the care of a team at the end of the month',
    'Keluarga berisiko stunting', 'Families at risk of stunting',
    'families.at-risk.companioned', 'families.at-risk', false, '{registry.families,registry.companions}', 'Peraturan BKKBN 12/2021 (RAN PASTI)'),
('krs-new', 80, 'STOCK', 'KRS baru tahun ini', 'Families newly at risk this year',
    'Keluarga berisiko yang tidak berisiko pada akhir tahun lalu', 'Families at risk that were not at the end of last year',
    'Keluarga berisiko stunting', 'Families at risk of stunting',
    'families.at-risk.new', 'families.at-risk', true, '{registry.families}', 'Pemutakhiran PK: baru + lanjutan = jumlah'),
('krs-water', 90, 'STOCK', 'KRS tanpa air minum layak', 'Families at risk without safe water',
    'Keluarga berisiko dengan sumber air minum tidak layak (F1)', 'Families at risk whose drinking water is unsafe (F1)',
    'Keluarga berisiko stunting', 'Families at risk of stunting',
    'families.factor.UNSAFE_WATER', 'families.at-risk', true, '{registry.families}', 'Peraturan BKKBN 12/2021'),
('krs-sanitation', 100, 'STOCK', 'KRS tanpa jamban layak', 'Families at risk without a safe latrine',
    'Keluarga berisiko tanpa jamban layak (F2)', 'Families at risk without a safe latrine (F2)',
    'Keluarga berisiko stunting', 'Families at risk of stunting',
    'families.factor.UNSAFE_SANITATION', 'families.at-risk', true, '{registry.families}', 'Peraturan BKKBN 12/2021'),
('foster-gap', 110, 'STOCK', 'Belum punya orang tua asuh', 'Without a sponsor',
    'Kebutuhan terbuka tanpa orang tua asuh', 'Open needs that no sponsor holds',
    'Kebutuhan terbuka (anak dan ibu hamil)', 'Open needs (children and pregnant women)',
    'needs.without-sponsor', 'needs.open', true, '{intervention.needs,intervention.placements}', 'BAAS 2022; GENTING 2024');

-- How many there are of something at the end of the month. A row for each month in which it changed: the last one not after a month
-- holds for it, so a question reads one row however long the history is.
create table month_counter (
    area_code text collate "C" not null,
    measure   text collate "C" not null,
    month     date   not null,
    amount    bigint not null,
    constraint month_counter_pk primary key (area_code, measure, month)
) with (fillfactor = 70);

-- A family as it was at the end of each month in which something of it changed: area, risk and its factors.
create table family_month (
    family_id uuid    not null,
    month     date    not null,
    version   bigint  not null,
    area_code text collate "C" not null,
    counted   boolean not null,
    targeted  boolean not null,
    at_risk   boolean not null,
    factors   text[]  not null,
    constraint family_month_pk primary key (family_id, month)
);
create table companionship (
    assignment_id uuid   not null,
    version       bigint not null,
    family_id     uuid   not null,
    area_code     text collate "C" not null,
    assigned_on   date   not null,
    released_on   date,
    constraint companionship_pk primary key (assignment_id)
);
create index companionship_of_family on companionship (family_id);

create table need (
    need_id      uuid   not null,
    version      bigint not null,
    family_id    uuid   not null,
    child_id     uuid,
    pregnancy_id uuid,
    area_code    text collate "C" not null,
    opened_on    date   not null,
    closed_on    date,
    constraint need_pk primary key (need_id)
);
create index need_of_family on need (family_id);
create index need_of_child on need (child_id);
create table sponsorship (
    placement_id uuid   not null,
    version      bigint not null,
    need_id      uuid   not null,
    family_id    uuid   not null,
    area_code    text collate "C" not null,
    -- null: held only, and let go
    from_on      date,
    ended_on     date,
    constraint sponsorship_pk primary key (placement_id)
);
create index sponsorship_of_need on sponsorship (need_id);
create index sponsorship_of_family on sponsorship (family_id);

do $$
declare
    t text;
begin
    foreach t in array array['month_counter', 'family_month', 'companionship', 'need', 'sponsorship']
    loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy %I on %I using (app_in_scope(area_code)) with check (app_in_scope(area_code))',
            t || '_scope', t);
        execute format('grant select, insert, update, delete on %I to %I', t, '${app_role}');
    end loop;
end $$;
