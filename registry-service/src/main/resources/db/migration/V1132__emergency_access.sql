-- Reading names outside of one's areas for a few hours, in an emergency. Each row is also the notice to those who answer for the
-- area, which they acknowledge.
create table emergency_access (
    id              uuid             not null,
    subject         text             not null,
    client          text,
    area_code       text collate "C" not null,
    reason          text             not null,
    reference       text             not null,
    granted_at      timestamptz      not null default clock_timestamp(),
    expires_at      timestamptz      not null,
    revoked_at      timestamptz,
    revoked_by      text,
    acknowledged_at timestamptz,
    acknowledged_by text,
    constraint emergency_access_pk primary key (id),
    constraint emergency_access_area foreign key (area_code) references area (code),
    constraint emergency_access_time check (expires_at > granted_at),
    constraint emergency_access_revoked check ((revoked_at is null) = (revoked_by is null)),
    constraint emergency_access_acknowledged check ((acknowledged_at is null) = (acknowledged_by is null))
);
create index emergency_access_of_subject on emergency_access (subject, expires_at);
create index emergency_access_by_area on emergency_access (area_code, granted_at);

alter table emergency_access enable row level security;
alter table emergency_access force row level security;
create policy emergency_access_scope on emergency_access
    using (app_in_scope(area_code)) with check (app_in_scope(area_code));
grant select, insert, update on emergency_access to ${app_role};

insert into rule (code, version, valid_from, valid_to, value, source, note) values
('emergency.hours', 1, date '2021-01-01', null, '3', 'issue 4: break-the-glass with reason, 3 hours', null),
('emergency.at-a-time', 1, date '2021-01-01', null, '3', 'assumed', 'open: areas one person may open at once'),
('emergency.widest', 1, date '2021-01-01', null, '"KECAMATAN"', 'assumed', 'open: the largest area that may be opened'),
('emergency.reasons', 1, date '2021-01-01', null,
    '["LIFE_AT_RISK", "DISASTER", "CHILD_FOUND", "REFERRAL_FROM_ELSEWHERE"]', 'assumed', 'open: the words');
