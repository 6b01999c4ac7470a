-- A need in the care of a sponsor: held for a while, then committed for a period, then ended. The first index is the promise
-- that two sponsors never hold one need.
create table placement (
    id           uuid        not null,
    need_id      uuid        not null,
    sponsor_id   uuid        not null,
    child_id     uuid,
    pregnancy_id uuid,
    family_id    uuid        not null,
    area_code    text        collate "C" not null,
    state        text        not null,
    held_until   timestamptz,
    from_on      date,
    to_on        date,
    items        text[]      not null,
    renewals     integer     not null default 0,
    reason       text,
    ended_on     date,
    made_at      timestamptz not null default clock_timestamp(),
    version      bigint      not null,
    constraint placement_pk primary key (id),
    constraint placement_need foreign key (need_id) references need (id),
    constraint placement_sponsor foreign key (sponsor_id) references sponsor (id),
    constraint placement_state check (state in ('HELD', 'COMMITTED', 'ENDED')),
    constraint placement_held check ((state = 'HELD') = (held_until is not null)),
    constraint placement_committed check (state <> 'COMMITTED' or (from_on is not null and to_on is not null)),
    constraint placement_period check (to_on >= from_on),
    constraint placement_ended check ((state = 'ENDED') = (reason is not null and ended_on is not null))
) with (fillfactor = 80);
create unique index placement_one_holder on placement (need_id) where state in ('HELD', 'COMMITTED');
create index placement_of_need on placement (need_id);
create index placement_of_sponsor on placement (sponsor_id, id);
create index placement_by_area on placement (area_code, id) where state in ('HELD', 'COMMITTED');
create index placement_of_child on placement (child_id);
create index placement_of_family on placement (family_id);
create index placement_runs_out on placement (held_until) where state = 'HELD';
create index placement_ends on placement (to_on) where state = 'COMMITTED';
alter table placement enable row level security;
alter table placement force row level security;
create policy placement_scope on placement using (app_in_scope(area_code)) with check (app_in_scope(area_code));
grant select, insert, update, delete on placement to ${app_role};

insert into rule (code, version, valid_from, valid_to, value, source, note) values
('placement.hold-hours', 1, date '2021-01-01', null, '72', 'assumed', 'open: how long a need may be reserved before it is promised'),
('placement.period-days', 1, date '2021-01-01', null, '90',
    'Kab. Serang 2024: three-month target of orang tua asuh (DOMAIN section 1)', 'BAAS 2022 promises six months: a placement may be renewed'),
('placement.most-renewals', 1, date '2021-01-01', null, '8', 'assumed: two years of quarters, the first 1,000 days', 'open'),
('placement.consent-purpose', 1, date '2021-01-01', null, '"FOSTER_PARENT"', 'UU 27/2022 art. 20, 25: consent of the guardian for a purpose', 'registry names the purposes');
