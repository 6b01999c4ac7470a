-- What arrived of each kabupaten, by day and kind of event: how old it was when it came. It is watched, not derived: when an event came is
-- known only once, so this can not be built again from the topics.
create table arrival (
    area_code     text collate "C" not null,
    day           date        not null,
    type          text collate "C" not null,
    events        bigint      not null,
    last_occurred timestamptz not null,
    last_received timestamptz not null,
    -- how many were how old, by the classes of AgeOnArrival
    ages          bigint[]    not null,
    constraint arrival_pk primary key (area_code, day, type),
    constraint arrival_kabupaten check (length(area_code) = 5)
) with (fillfactor = 70);
create index arrival_day on arrival (day);
alter table arrival enable row level security;
alter table arrival force row level security;
create policy arrival_scope on arrival using (app_in_scope(area_code)) with check (app_in_scope(area_code));
grant select, insert, update, delete on arrival to ${app_role};

-- Of what happened before nobody can say how long it was on its way.
create table arrival_watch (
    since timestamptz not null default clock_timestamp()
);
insert into arrival_watch default values;
grant select on arrival_watch to ${app_role};

insert into rule (code, version, valid_from, valid_to, value, source, note) values
('arrivals.window-days', 1, date '2020-01-01', null, '7', 'no source', 'assumed: so many days the delay is told of'),
('arrivals.late-after-minutes', 1, date '2020-01-01', null, '60', 'no source', 'assumed: late is who needs longer for one event in twenty'),
('arrivals.silent-after-days', 1, date '2020-01-01', null, '3', 'no source: longer than a weekend without posyandu', 'assumed'),
('arrivals.kept-days', 1, date '2020-01-01', null, '92', 'no source', 'assumed');
