-- What was erased, who asked, who agreed, and who has confirmed: ids and words, nothing of the person. These rows outlive the
-- person; they are what an auditor is shown, and what a restored backup is erased by.
create table erasure (
    id                uuid             not null,
    kind              text             not null,
    subject_id        uuid             not null,
    family_id         uuid             not null,
    area_code         text collate "C" not null,
    reason            text             not null,
    request_reference text             not null,
    requested_by      text             not null,
    requested_at      timestamptz      not null default clock_timestamp(),
    approved_by       text,
    erased_at         timestamptz,
    child_ids         uuid[]           not null default '{}',
    other_ids         uuid[]           not null default '{}',
    counts            jsonb,
    constraint erasure_pk primary key (id),
    constraint erasure_once unique (kind, subject_id),
    constraint erasure_kind check (kind in ('FAMILY', 'CHILD')),
    constraint erasure_done check ((erased_at is null) = (counts is null) and (erased_at is null) = (approved_by is null))
);
create index erasure_by_area on erasure (area_code, id);

create table erasure_confirmation (
    erasure_id   uuid        not null,
    service      text        not null,
    counts       jsonb       not null,
    confirmed_at timestamptz not null,
    constraint erasure_confirmation_pk primary key (erasure_id, service)
);

alter table erasure enable row level security;
alter table erasure force row level security;
create policy erasure_scope on erasure using (app_in_scope(area_code)) with check (app_in_scope(area_code));
alter table erasure_confirmation enable row level security;
alter table erasure_confirmation force row level security;
-- A restored database may hear of confirmations of an erasure it does not know yet.
create policy erasure_confirmation_scope on erasure_confirmation
    using (exists (select from erasure where erasure.id = erasure_id)
        or nullif(current_setting('app.wilayah', true), '') = '*')
    with check (nullif(current_setting('app.wilayah', true), '') = '*');

grant select, insert, update, delete on erasure to ${app_role};
grant select, insert on erasure_confirmation to ${app_role};

insert into rule (code, version, valid_from, valid_to, value, source, note) values
('erasure.reasons', 1, date '2021-01-01', null,
    '["REQUESTED_BY_SUBJECT", "CONSENT_WITHDRAWN", "NO_LONGER_NEEDED", "UNLAWFULLY_COLLECTED", "ORDERED_BY_COURT"]',
    'UU 27/2022 art. 8, 43 and 44', 'assumed: the words'),
('erasure.persons', 1, date '2021-01-01', null, '2', 'assumed', 'open: how many people decide; what is erased can''t be brought back'),
('erasure.confirmed-by', 1, date '2021-01-01', null, '["measurement", "intervention", "reporting"]',
    'the services that keep copies', 'another service is a new version');
