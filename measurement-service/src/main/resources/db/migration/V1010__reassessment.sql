-- A pass over the measurements of an area after a rule was corrected, and how far it is: it goes on from here after a crash.
create table reassessment (
    id           uuid   not null,
    area_code    text collate "C" not null,
    started_by   text   not null,
    started_at   timestamptz not null default clock_timestamp(),
    last_child   uuid   not null default '00000000-0000-0000-0000-000000000000',
    children     bigint not null default 0,
    measurements bigint not null default 0,
    finished_at  timestamptz,
    constraint reassessment_pk primary key (id)
);
create unique index reassessment_one_at_a_time on reassessment (area_code) where finished_at is null;
grant select, insert, update on reassessment to ${app_role};
