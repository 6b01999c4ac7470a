-- Audits of stunting cases (AKS). Random ids, codes of areas, days and codes of dated rules only: neither a name nor a free word.

-- What was told of those whose case may be audited, its latest version of each kind. Version 0 is "not told yet".
create table case_audit_subject (
    id               uuid    not null,
    kind             text    not null,
    area_code        text    collate "C" not null,
    family_id        uuid,
    home_version     bigint  not null default 0,
    active           boolean not null default true,
    merged_into      uuid,
    birth_date       date,
    expected_on      date,
    ended_on         date,
    stunting_version bigint  not null default 0,
    stunting         text    not null default 'NORMAL',
    growth_version   bigint  not null default 0,
    twice_not_gained boolean not null default false,
    below_red_line   boolean not null default false,
    constraint case_audit_subject_pk primary key (id),
    constraint case_audit_subject_kind check (kind in ('CHILD', 'PREGNANCY', 'COUPLE')),
    constraint case_audit_subject_stunting check (stunting in ('NORMAL', 'STUNTED', 'SEVERELY_STUNTED')),
    constraint case_audit_subject_told check (home_version = 0 or family_id is not null)
) with (fillfactor = 80);
create index case_audit_subject_by_area on case_audit_subject (area_code);

-- Checks and weighings that say something of concern, or did so in an earlier version.
create table case_audit_check (
    id         uuid    not null,
    subject_id uuid    not null,
    version    bigint  not null,
    area_code  text    collate "C" not null,
    checked_on date    not null,
    concerns   text[]  not null,
    constraint case_audit_check_pk primary key (id, subject_id)
);
create index case_audit_check_of_subject on case_audit_check (subject_id, checked_on);

create table case_audit_round (
    id           uuid    not null,
    area_code    text    collate "C" not null,
    year         integer not null,
    semester     integer not null,
    starts_on    date    not null,
    team         text[]  not null,
    stage_due    jsonb   not null,
    last_number  integer not null default 0,
    version      bigint  not null default 1,
    constraint case_audit_round_pk primary key (id),
    constraint case_audit_round_kabupaten check (length(area_code) = 5),
    constraint case_audit_round_semester check (semester in (1, 2)),
    constraint case_audit_round_one_a_semester unique (area_code, year, semester)
);

create table case_audit (
    id           uuid    not null,
    round_id     uuid    not null,
    number       text    not null,
    audit_group  text    not null,
    subject_kind text    not null,
    origin_id    uuid    not null,
    subject_id   uuid    not null,
    family_id    uuid    not null,
    area_code    text    collate "C" not null,
    score        integer not null,
    reasons      text[]  not null,
    stage        text    not null,
    reached_on   date    not null,
    dossier      jsonb   not null,
    version      bigint  not null,
    constraint case_audit_pk primary key (id),
    constraint case_audit_number unique (number),
    constraint case_audit_round foreign key (round_id) references case_audit_round (id),
    constraint case_audit_group check (audit_group in ('CATIN', 'PREGNANT', 'POST_PARTUM', 'BADUTA', 'BALITA')),
    constraint case_audit_stage check (stage in ('PROPOSED', 'SELECTED', 'NOT_SELECTED', 'WORKSHEET', 'REVIEWED', 'RECOMMENDED',
        'DISSEMINATED', 'FOLLOW_UP', 'EVALUATED', 'WITHDRAWN'))
);
comment on column case_audit.origin_id is 'whom it was opened for; subject_id is who that is found to be now';
create unique index case_audit_one_per_subject on case_audit (round_id, subject_id) where stage <> 'WITHDRAWN';
create index case_audit_by_area on case_audit (area_code, id);
create index case_audit_of_subject on case_audit (subject_id);
create index case_audit_of_origin on case_audit (origin_id);

create table case_audit_follow_up (
    id         uuid not null,
    case_id    uuid not null,
    area_code  text collate "C" not null,
    action     text not null,
    field      text not null,
    party      text not null,
    due_on     date not null,
    completion jsonb,
    constraint case_audit_follow_up_pk primary key (case_id, id),
    constraint case_audit_follow_up_case foreign key (case_id) references case_audit (id) on delete cascade
);
create index case_audit_follow_up_open on case_audit_follow_up (area_code, case_id, id) where completion is null;

-- What was reminded of, so that it is told once however often it is looked for.
create table case_audit_reminder (
    id           uuid not null default gen_random_uuid(),
    case_id      uuid not null,
    follow_up_id uuid,
    area_code    text collate "C" not null,
    step         text not null,
    level        text not null,
    due_on       date not null,
    constraint case_audit_reminder_pk primary key (id),
    constraint case_audit_reminder_once unique nulls not distinct (case_id, step, follow_up_id, due_on, level),
    constraint case_audit_reminder_level check (level in ('DUE_SOON', 'OVERDUE')),
    constraint case_audit_reminder_case foreign key (case_id) references case_audit (id) on delete cascade
);

alter table case_audit_subject enable row level security;
alter table case_audit_subject force row level security;
create policy case_audit_subject_scope on case_audit_subject using (app_in_scope(area_code)) with check (app_in_scope(area_code));
alter table case_audit_check enable row level security;
alter table case_audit_check force row level security;
create policy case_audit_check_scope on case_audit_check using (app_in_scope(area_code)) with check (app_in_scope(area_code));
alter table case_audit_round enable row level security;
alter table case_audit_round force row level security;
create policy case_audit_round_scope on case_audit_round using (app_in_scope(area_code)) with check (app_in_scope(area_code));
-- Who works in a kecamatan or desa reads the round of its kabupaten.
create policy case_audit_round_above on case_audit_round for select
    using (position(',' || area_code || '.' in coalesce(current_setting('app.wilayah', true), '')) > 0);
alter table case_audit enable row level security;
alter table case_audit force row level security;
create policy case_audit_scope on case_audit using (app_in_scope(area_code)) with check (app_in_scope(area_code));
alter table case_audit_follow_up enable row level security;
alter table case_audit_follow_up force row level security;
create policy case_audit_follow_up_scope on case_audit_follow_up
    using (app_in_scope(area_code)) with check (app_in_scope(area_code));
alter table case_audit_reminder enable row level security;
alter table case_audit_reminder force row level security;
create policy case_audit_reminder_scope on case_audit_reminder
    using (app_in_scope(area_code)) with check (app_in_scope(area_code));

grant select, insert, update, delete on case_audit_subject, case_audit_check, case_audit_round, case_audit,
    case_audit_follow_up, case_audit_reminder to ${app_role};
