-- What is on when: entries that features of this service put here, never about a person. The sequence is that of iCalendar:
-- it grows with every change, and an entry that was taken away stays as cancelled so that calendars hear of it.
create table calendar_entry (
    id           uuid        not null,
    feature      text        not null,
    source_id    text        not null,
    kind         text        not null,
    area_code    text        collate "C" not null,
    title        text        not null,
    title_en     text        not null,
    timing       text        not null,
    starts_on    date        not null,
    ends_on      date,
    from_time    time,
    to_time      time,
    pattern      text,
    cancelled    boolean     not null default false,
    sequence     integer     not null default 0,
    changed_at   timestamptz not null default transaction_timestamp(),
    constraint calendar_entry_pk primary key (id),
    constraint calendar_entry_source unique (feature, source_id),
    constraint calendar_entry_kind check (kind ~ '^[A-Z][A-Z_]{1,30}$'),
    constraint calendar_entry_titles check (length(title) between 1 and 120 and length(title_en) between 1 and 120),
    constraint calendar_entry_timing check (timing in ('DAYS', 'HOURS', 'MONTHLY')),
    constraint calendar_entry_ends_after_start check (ends_on >= starts_on),
    constraint calendar_entry_days check (timing <> 'DAYS' or (ends_on is not null and from_time is null and pattern is null)),
    constraint calendar_entry_hours check (timing = 'DAYS' or (from_time is not null and to_time > from_time)),
    constraint calendar_entry_pattern check ((timing = 'MONTHLY') = (pattern is not null))
);
create index calendar_entry_by_area on calendar_entry (area_code, starts_on);

-- When a posyandu weighs its children: on a day of the month, or on an nth weekday.
create table weighing_schedule (
    id          uuid    not null,
    posyandu_id uuid    not null,
    area_code   text    collate "C" not null,
    place       text    not null,
    pattern     text    not null,
    starts_on   date    not null,
    ends_on     date,
    from_time   time    not null,
    to_time     time    not null,
    ended       boolean not null default false,
    version     bigint  not null default 1,
    constraint weighing_schedule_pk primary key (id),
    constraint weighing_schedule_hours check (to_time > from_time),
    constraint weighing_schedule_time check (ends_on >= starts_on)
);
create index weighing_schedule_by_area on weighing_schedule (area_code, id);

-- Addresses under which a calendar program reads a part of the calendar without a token. The secret in the address is kept
-- as its hash alone.
create table calendar_feed (
    id          uuid        not null,
    secret_hash bytea       not null,
    subject     text        not null,
    role        text        not null,
    area_code   text        collate "C" not null,
    kinds       text[]      not null,
    english     boolean     not null,
    created_at  timestamptz not null default transaction_timestamp(),
    expires_at  timestamptz not null,
    revoked_at  timestamptz,
    constraint calendar_feed_pk primary key (id),
    constraint calendar_feed_secret unique (secret_hash),
    constraint calendar_feed_hash check (length(secret_hash) = 32),
    constraint calendar_feed_time check (expires_at > created_at)
);
create index calendar_feed_of_subject on calendar_feed (subject, id);

alter table calendar_entry enable row level security;
alter table calendar_entry force row level security;
create policy calendar_entry_scope on calendar_entry using (app_in_scope(area_code)) with check (app_in_scope(area_code));
-- What a kabupaten has on concerns its kecamatan and desa too: they may read it, not change it.
create policy calendar_entry_above on calendar_entry for select
    using (position(',' || area_code || '.' in coalesce(current_setting('app.wilayah', true), '')) > 0);
alter table weighing_schedule enable row level security;
alter table weighing_schedule force row level security;
create policy weighing_schedule_scope on weighing_schedule using (app_in_scope(area_code)) with check (app_in_scope(area_code));
alter table calendar_feed enable row level security;
alter table calendar_feed force row level security;
create policy calendar_feed_scope on calendar_feed using (app_in_scope(area_code)) with check (app_in_scope(area_code));

grant select, insert, update, delete on calendar_entry, weighing_schedule, calendar_feed to ${app_role};
