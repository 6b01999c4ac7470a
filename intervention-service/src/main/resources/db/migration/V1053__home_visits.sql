-- Children who are helped and don't gain. One visit is asked for in each placement.
create table home_visit (
    id             uuid   not null,
    placement_id   uuid   not null,
    child_id       uuid   not null,
    family_id      uuid   not null,
    area_code      text   collate "C" not null,
    measurement_id uuid   not null,
    measured_on    date   not null,
    cause          text   not null,
    field          text   not null,
    version        bigint not null,
    constraint home_visit_pk primary key (id),
    constraint home_visit_once unique (placement_id),
    constraint home_visit_placement foreign key (placement_id) references placement (id) on delete cascade
);
create index home_visit_by_area on home_visit (area_code, id);
create index home_visit_of_child on home_visit (child_id);
alter table home_visit enable row level security;
alter table home_visit force row level security;
create policy home_visit_scope on home_visit using (app_in_scope(area_code)) with check (app_in_scope(area_code));
grant select, insert, update, delete on home_visit to ${app_role};

insert into rule (code, version, valid_from, valid_to, value, source, note) values
('home-visit.answer', 1, date '2021-01-01', null, '{"sign": "NOT_GAINED_TWICE", "cause": "HOME_VISIT", "field": "DINKES"}',
    'UI 2.6: two weighings without gain during help are told to the puskesmas (Batang)', 'one visit a placement is assumed');
