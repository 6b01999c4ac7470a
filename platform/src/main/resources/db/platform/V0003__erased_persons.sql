-- Erasures this service has carried out, with what went; and the ids nobody may bring back: an event told before the erasure may
-- still arrive after it, and a restored backup knows those persons again.
create table applied_erasure (
    erasure_id uuid        not null,
    counts     jsonb       not null,
    applied_at timestamptz not null default clock_timestamp(),
    constraint applied_erasure_pk primary key (erasure_id)
);
create table erased_person (
    id         uuid not null,
    erasure_id uuid not null,
    constraint erased_person_pk primary key (id)
);
grant select, insert on applied_erasure, erased_person to ${app_role};
