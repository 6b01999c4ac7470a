-- Couples who plan to marry, teams that have them in their care, and checks of their health: without the two of them and without what was
-- found. Whose family it is stands here only so that it goes with it.
create table couple (
    couple_id     uuid    not null,
    version       bigint  not null,
    family_id     uuid    not null,
    area_code     text    collate "C" not null,
    counted       boolean not null,
    registered_on date    not null,
    ended_on      date,
    constraint couple_pk primary key (couple_id)
);
create index couple_of_family on couple (family_id);
create table couple_care (
    assignment_id uuid   not null,
    version       bigint not null,
    couple_id     uuid   not null,
    family_id     uuid   not null,
    area_code     text   collate "C" not null,
    assigned_on   date   not null,
    released_on   date,
    constraint couple_care_pk primary key (assignment_id)
);
create index couple_care_of_couple on couple_care (couple_id);
create index couple_care_of_family on couple_care (family_id);
create table couple_check (
    check_id   uuid    not null,
    version    bigint  not null,
    couple_id  uuid    not null,
    area_code  text    collate "C" not null,
    checked_on date    not null,
    voided     boolean not null,
    constraint couple_check_pk primary key (check_id)
);
create index couple_check_of_couple on couple_check (couple_id);

-- A visit of companions that counts: a family at risk that is visited in a month is under surveillance in it. Visits told before this were not
-- kept: they count once the projection is built again.
create table family_visit (
    visit_id  uuid not null,
    family_id uuid not null,
    area_code text collate "C" not null,
    month     date not null,
    constraint family_visit_pk primary key (visit_id)
);
create index family_visit_of_family on family_visit (family_id, month);

do $$
declare
    t text;
begin
    foreach t in array array['couple', 'couple_care', 'couple_check', 'family_visit']
    loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy %I on %I using (app_in_scope(area_code)) with check (app_in_scope(area_code))',
            t || '_scope', t);
        execute format('grant select, insert, update, delete on %I to %I', t, '${app_role}');
    end loop;
end $$;
insert into projection (table_name, kind) values ('couple', 'BUILT'), ('couple_care', 'BUILT'), ('couple_check', 'BUILT'), ('family_visit', 'BUILT');

insert into indicator (code, place, kind, name_id, name_en, numerator_id, numerator_en, denominator_id, denominator_en, numerator,
    denominator, lower_is_better, topics, source) values
('krs-visited', 75, 'STOCK', 'KRS yang dikunjungi pendamping bulan itu', 'Families at risk visited in the month',
    'Keluarga berisiko pada akhir bulan yang dikunjungi TPK dalam bulan itu', 'Families at risk at the end of the month that companions visited in it',
    'Keluarga berisiko stunting', 'Families at risk of stunting',
    'families.at-risk.visited', 'families.at-risk', false, '{registry.families,registry.companions}', 'Peraturan BKKBN 12/2021 (RAN PASTI): surveilans keluarga berisiko'),
('couples-companioned', 102, 'STOCK', 'Calon pengantin yang didampingi TPK', 'Couples to be married with a companion team',
    'Pasangan yang berencana menikah dalam dampingan TPK pada akhir bulan', 'Couples who plan to marry in the care of a team at the end of the month',
    'Pasangan yang berencana menikah', 'Couples who plan to marry',
    'couples.companioned', 'couples.planned', false, '{registry.couples,registry.companions}', 'Peraturan BKKBN 12/2021 (RAN PASTI)'),
('couples-checked', 104, 'STOCK', 'Calon pengantin yang sudah diperiksa kesehatannya', 'Couples to be married whose health was checked',
    'Pasangan yang berencana menikah dan sudah diperiksa sampai akhir bulan', 'Couples who plan to marry and were checked by the end of the month',
    'Pasangan yang berencana menikah', 'Couples who plan to marry',
    'couples.checked', 'couples.planned', false, '{registry.couples,measurement.couple-checks}', 'Perpres 72/2021 Lampiran A');
