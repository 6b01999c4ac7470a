-- What was promised, day by day, and what became of it. A delivery keeps every report that was made of it.
create table delivery (
    id               uuid    not null,
    placement_id     uuid    not null,
    child_id         uuid,
    pregnancy_id     uuid,
    family_id        uuid    not null,
    area_code        text    collate "C" not null,
    item             text    not null,
    planned          boolean not null,
    day              date    not null,
    quantity         numeric not null,
    unit             text    not null,
    state            text    not null,
    told_day         date,
    told_quantity    numeric,
    provider_id      uuid,
    receipt          text,
    reason           text,
    taken_item       text,
    taken_unit       text,
    taken_quantity   numeric,
    version          bigint  not null,
    constraint delivery_pk primary key (id),
    constraint delivery_placement foreign key (placement_id) references placement (id) on delete cascade,
    constraint delivery_provider foreign key (provider_id) references provider (id),
    constraint delivery_state check (state in ('PLANNED', 'DELIVERED', 'MISSED', 'REFUSED', 'CANCELLED')),
    constraint delivery_told check ((state in ('DELIVERED', 'MISSED', 'REFUSED')) = (told_day is not null)),
    constraint delivery_quantity check ((state = 'DELIVERED') = (told_quantity is not null)),
    constraint delivery_amounts check (quantity > 0 and told_quantity > 0),
    constraint delivery_taken check (num_nonnulls(taken_item, taken_unit, taken_quantity) in (0, 3))
) with (fillfactor = 80);
create index delivery_of_placement on delivery (placement_id, day);
create index delivery_by_area on delivery (area_code, id);
create index delivery_by_day on delivery (area_code, day);
create index delivery_of_provider on delivery (provider_id) where provider_id is not null;
create index delivery_of_child on delivery (child_id);
create index delivery_of_family on delivery (family_id);
create index delivery_due on delivery (day, id) where state = 'PLANNED';

create table delivery_report (
    delivery_id    uuid        not null,
    version        bigint      not null,
    area_code      text        collate "C" not null,
    state          text        not null,
    told_day       date        not null,
    told_quantity  numeric,
    provider_id    uuid,
    receipt        text,
    reason         text,
    taken_item     text,
    taken_unit     text,
    taken_quantity numeric,
    -- Why what had been told was wrong; empty in the first report.
    correction     text,
    told_at        timestamptz not null default clock_timestamp(),
    constraint delivery_report_pk primary key (delivery_id, version),
    constraint delivery_report_of foreign key (delivery_id) references delivery (id) on delete cascade
);

alter table delivery enable row level security;
alter table delivery force row level security;
create policy delivery_scope on delivery using (app_in_scope(area_code)) with check (app_in_scope(area_code));
alter table delivery_report enable row level security;
alter table delivery_report force row level security;
create policy delivery_report_scope on delivery_report using (app_in_scope(area_code)) with check (app_in_scope(area_code));
grant select, insert, update, delete on delivery, delivery_report to ${app_role};

insert into rule (code, version, valid_from, valid_to, value, source, note) values
('delivery.plan', 1, date '2021-01-01', null,
    '{"FOOD": {"everyDays": 7, "unit": "MEAL_DAY", "perDay": 1}, "COUNSELLING": {"everyDays": 14, "unit": "VISIT", "each": 1},
      "ECONOMIC_SUPPORT": {"everyDays": 30, "unit": "PACKAGE", "each": 1}, "WATER": {"onceAfterDays": 30, "unit": "BUILDING", "each": 1},
      "LATRINE": {"onceAfterDays": 30, "unit": "BUILDING", "each": 1}, "HOUSE": {"onceAfterDays": 60, "unit": "BUILDING", "each": 1}}',
    'UI 2.6: weekly deliveries of orang tua asuh; DOMAIN section 6: BAAS, food for each day of the promise',
    'assumed: the rhythm of each; a kabupaten that brings food daily writes everyDays 1. A delivery of food stands for the days until the next'),
('delivery.grace-days', 1, date '2021-01-01', null, '3', 'assumed',
    'open: how long a report may be under way before a delivery counts as missed; a later report still replaces it');
