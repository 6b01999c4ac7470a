-- A posyandu's month as it was closed: the official figures stay what they were, however late a correction comes.
create table skdn_month (
    posyandu_id uuid    not null,
    month       date    not null,
    version     integer not null,
    area_code   text collate "C" not null,
    closed      boolean not null,
    figures     jsonb   not null,
    rule_version integer not null,
    reason      text,
    decided_by  text    not null,
    decided_at  timestamptz not null default clock_timestamp(),
    constraint skdn_month_pk primary key (posyandu_id, month, version),
    constraint skdn_month_first_day check (extract(day from month) = 1),
    constraint skdn_month_reason check (closed = (reason is null))
);

alter table skdn_month enable row level security;
alter table skdn_month force row level security;
create policy skdn_month_scope on skdn_month using (app_in_scope(area_code)) with check (app_in_scope(area_code));
grant select, insert on skdn_month to ${app_role};

insert into rule (code, version, valid_from, valid_to, value, source, note) values (
    'skdn.table', 1, '1900-01-01', null,
    '{"bandsFromMonth": [0, 6, 12, 24, 36], "endsAtMonth": 60}',
    'Kementerian Kesehatan: SKDN by sex and age band 0-5, 6-11, 12-23, 24-35, 36-59 months',
    'assumed: the age on the first day of the month decides the band of all four letters, so that no band has more D than S; '
    'K counts those weighed at least once by the end of the month, since the first weighing issues the card');
