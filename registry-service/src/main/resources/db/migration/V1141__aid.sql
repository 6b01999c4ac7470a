-- Aid for a list of families of an area on a day ("30 families at risk in one village"), and contraception given (pelayanan KB).
create table aid_event (
    id             uuid             not null,
    area_code      text collate "C" not null,
    kind           text             not null,
    giver_kind     text             not null,
    -- an organisation, as a client id; never a person
    giver          text             not null,
    held_on        date             not null,
    -- how many were asked for, when the poorest at risk were; null: they were named
    poorest        integer,
    fingerprint    bytea            not null,
    recorded_by    text             not null,
    recorded_at    timestamptz      not null default clock_timestamp(),
    constraint aid_event_pk primary key (id),
    constraint aid_event_area foreign key (area_code) references area (code),
    constraint aid_event_desa check (length(area_code) = 13)
);
create index aid_event_by_area on aid_event (area_code, id);

create table aid_recipient (
    aid_id      uuid             not null,
    family_id   uuid             not null,
    area_code   text collate "C" not null,
    outcome     text             not null default 'PLANNED',
    reason      text,
    recorded_by text             not null,
    recorded_at timestamptz      not null default clock_timestamp(),
    constraint aid_recipient_pk primary key (aid_id, family_id),
    constraint aid_recipient_aid foreign key (aid_id) references aid_event (id),
    constraint aid_recipient_family foreign key (family_id) references family (id),
    constraint aid_recipient_outcome check (outcome in ('PLANNED', 'DELIVERED', 'MISSED')),
    constraint aid_recipient_reason check ((outcome = 'MISSED') = (reason is not null))
);
create index aid_recipient_by_family on aid_recipient (family_id);

-- What it says of the family is an observation with the same id.
create table contraception_service (
    id          uuid             not null,
    family_id   uuid             not null,
    area_code   text collate "C" not null,
    method      text             not null,
    given_on    date             not null,
    recorded_by text             not null,
    recorded_at timestamptz      not null default clock_timestamp(),
    constraint contraception_service_pk primary key (id),
    constraint contraception_service_family foreign key (family_id) references family (id)
);
create index contraception_service_by_family on contraception_service (family_id, given_on);
create index contraception_service_by_area on contraception_service (area_code, given_on);

alter table aid_event enable row level security;
alter table aid_event force row level security;
create policy aid_event_scope on aid_event using (app_in_scope(area_code)) with check (app_in_scope(area_code));
alter table aid_recipient enable row level security;
alter table aid_recipient force row level security;
create policy aid_recipient_scope on aid_recipient using (app_in_scope(area_code)) with check (app_in_scope(area_code));
alter table contraception_service enable row level security;
alter table contraception_service force row level security;
create policy contraception_service_scope on contraception_service
    using (app_in_scope(area_code)) with check (app_in_scope(area_code));

grant select, insert on aid_event to ${app_role};
grant select, insert, update, delete on aid_recipient to ${app_role};
grant select, insert, delete on contraception_service to ${app_role};

insert into rule (code, version, valid_from, valid_to, value, source, note) values
('aid.kinds', 1, date '2021-01-01', null,
    '["NUTRITION", "GROCERIES", "EDUCATION", "CLEAN_WATER", "LATRINE", "HOUSE_REPAIR", "EMPOWERMENT"]',
    'DOMAIN section 6: GENTING', 'assumed: the words, and GROCERIES'),
('aid.giver-kinds', 1, date '2021-01-01', null,
    '["GOVERNMENT", "LOCAL_GOVERNMENT", "VILLAGE", "BUMN", "BUMD", "COMMUNITY", "COMPANY", "UNIVERSITY", "MEDIA"]',
    'DOMAIN section 6: GENTING, without individuals', 'assumed: VILLAGE'),
('aid.missed-reasons', 1, date '2021-01-01', null,
    '["NOT_AT_HOME", "REFUSED", "MOVED_AWAY", "NOT_ENOUGH", "NOT_FOUND", "OTHER"]', 'assumed', 'open: the words'),
('aid.most-families', 1, date '2021-01-01', null, '1000', 'assumed', 'open: families of one aid event');
