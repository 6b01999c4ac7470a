-- Weight gained (N) of those weighed with a mark on their growth card (N, T, O or B). What was stored before this has no mark and stays
-- out of both, so N/D of those months is not known until the projection is built again.
alter table growth_counter
    add column gained bigint not null default 0,
    add column marked bigint not null default 0;
alter table weighing add column posyandu_id uuid;

-- Weighings of a posyandu in a month, by the area of the children: who has not reported is who has none.
create table posyandu_month (
    posyandu_id uuid   not null,
    month       date   not null,
    area_code   text collate "C" not null,
    weighings   bigint not null,
    constraint posyandu_month_pk primary key (posyandu_id, month, area_code)
) with (fillfactor = 70);
alter table posyandu_month enable row level security;
alter table posyandu_month force row level security;
create policy posyandu_month_scope on posyandu_month using (app_in_scope(area_code)) with check (app_in_scope(area_code));
grant select, insert, update on posyandu_month to ${app_role};

insert into indicator (code, place, kind, name_id, name_en, numerator_id, numerator_en, denominator_id, denominator_en, numerator,
    denominator, lower_is_better, topics, source) values
('weight-gain', 55, 'GROWTH', 'Berat badan naik (N/D)', 'Gained weight (N/D)',
    'Balita yang berat badannya naik (N)', 'Children under five who gained the minimum weight (N)',
    'Balita ditimbang (D) dengan tanda N, T, O atau B', 'Children under five weighed (D) with a mark N, T, O or B',
    'growth.gained', 'growth.marked', false, '{measurement.measurements,registry.children}', 'SKDN, Buku KIA 2023');

insert into rule (code, version, valid_from, valid_to, value, source, note) values
('publication.parts', 2, date '2020-01-01', null, '{"growth.severely-stunted": "growth.stunted", "growth.height-plausible": "growth.weighed", "growth.weight-plausible": "growth.weighed", "growth.wasting-plausible": "growth.weighed", "growth.marked": "growth.weighed"}', 'definitions of the measures', 'what a reader knows to be part of what; 2: with the marks of the growth card');
