-- The adults of a family, its pregnancies, and couples to be married (catin): the thread from catin over pregnancy to child.

create table member (
    id             uuid             not null,
    family_id      uuid             not null,
    area_code      text collate "C" not null,
    relation       text             not null,
    sex            text             not null,
    birth_date     date,
    marital_status text,
    name           text,
    nik_sealed     bytea,
    nik_index      bytea,
    -- false once dead, gone for good, or registered twice
    active         boolean          not null,
    joined_on      date,
    joined_by      text,
    fingerprint    bytea            not null,
    version        bigint           not null,
    registered_at  timestamptz      not null default clock_timestamp(),
    changed_at     timestamptz      not null default clock_timestamp(),
    constraint member_pk primary key (id),
    constraint member_family foreign key (family_id, area_code) references family (id, area_code) on update cascade,
    constraint member_relation
        check (relation in ('HEAD', 'WIFE', 'HUSBAND', 'CHILD', 'CHILD_IN_LAW', 'GRANDCHILD', 'PARENT', 'OTHER')),
    constraint member_sex check (sex in ('L', 'P')),
    constraint member_marital_status check (marital_status in ('SINGLE', 'MARRIED', 'DIVORCED', 'WIDOWED')),
    constraint member_joined check ((joined_on is null) = (joined_by is null)),
    constraint member_version check (version > 0)
);
create index member_by_family on member (family_id);
create index member_by_area on member (area_code, id);
create index member_by_nik on member (nik_index) where nik_index is not null;
create index member_by_birth on member (birth_date, sex, area_code);

-- Calon pengantin. The couple belongs to the bride's family until they have one of their own.
create table couple (
    id                 uuid             not null,
    family_id          uuid             not null,
    area_code          text collate "C" not null,
    bride_id           uuid             not null,
    groom_id           uuid,
    registered_on      date             not null,
    planned_wedding_on date,
    state              text             not null,
    ended_on           date,
    fingerprint        bytea            not null,
    version            bigint           not null,
    registered_at      timestamptz      not null default clock_timestamp(),
    changed_at         timestamptz      not null default clock_timestamp(),
    constraint couple_pk primary key (id),
    constraint couple_family foreign key (family_id, area_code) references family (id, area_code) on update cascade,
    constraint couple_bride foreign key (bride_id) references member (id),
    constraint couple_groom foreign key (groom_id) references member (id),
    constraint couple_of_two check (groom_id <> bride_id),
    constraint couple_state check (state in ('PLANNED', 'MARRIED', 'CALLED_OFF')),
    constraint couple_ended check ((state = 'PLANNED') = (ended_on is null)),
    constraint couple_version check (version > 0)
);
create unique index couple_one_plan on couple (bride_id) where state = 'PLANNED';
create index couple_by_family on couple (family_id);
create index couple_by_area on couple (area_code, id);
create index couple_by_groom on couple (groom_id) where groom_id is not null;

create table pregnancy (
    id             uuid             not null,
    family_id      uuid             not null,
    area_code      text collate "C" not null,
    mother_id      uuid             not null,
    confirmed_on   date             not null,
    last_period_on date,
    expected_on    date,
    state          text             not null,
    ended_on       date,
    outcome        text,
    fingerprint    bytea            not null,
    version        bigint           not null,
    registered_at  timestamptz      not null default clock_timestamp(),
    changed_at     timestamptz      not null default clock_timestamp(),
    constraint pregnancy_pk primary key (id),
    constraint pregnancy_family foreign key (family_id, area_code) references family (id, area_code) on update cascade,
    constraint pregnancy_mother foreign key (mother_id) references member (id),
    constraint pregnancy_state check (state in ('ONGOING', 'ENDED')),
    constraint pregnancy_outcome check (outcome in ('LIVE_BIRTH', 'STILLBIRTH', 'MISCARRIAGE', 'MOTHER_DIED', 'NO_PREGNANCY')),
    constraint pregnancy_ended
        check ((state = 'ENDED') = (ended_on is not null) and (state = 'ENDED') = (outcome is not null)),
    constraint pregnancy_version check (version > 0)
);
create unique index pregnancy_one_at_a_time on pregnancy (mother_id) where state = 'ONGOING';
create index pregnancy_by_family on pregnancy (family_id);
create index pregnancy_by_area on pregnancy (area_code, state, id);
create index pregnancy_by_mother on pregnancy (mother_id);

alter table child add column pregnancy_id uuid;
alter table child add constraint child_pregnancy foreign key (pregnancy_id) references pregnancy (id);
create index child_by_pregnancy on child (pregnancy_id) where pregnancy_id is not null;

alter table member enable row level security;
alter table member force row level security;
create policy member_scope on member using (app_in_scope(area_code)) with check (app_in_scope(area_code));
alter table couple enable row level security;
alter table couple force row level security;
create policy couple_scope on couple using (app_in_scope(area_code)) with check (app_in_scope(area_code));
alter table pregnancy enable row level security;
alter table pregnancy force row level security;
create policy pregnancy_scope on pregnancy using (app_in_scope(area_code)) with check (app_in_scope(area_code));

grant select, insert, update, delete on member, couple, pregnancy to ${app_role};

insert into rule (code, version, valid_from, valid_to, value, source, note) values
('life.pregnancy-days', 1, date '2021-01-01', null, '280', 'obstetric convention (Naegele): from the first day of the last period', null),
('life.first-days', 1, date '2021-01-01', null, '1000', 'Peraturan BKKBN 12/2021: seribu hari pertama kehidupan', '270 days in the womb and 730 after'),
('life.first-days-in-the-womb', 1, date '2021-01-01', null, '270', 'Peraturan BKKBN 12/2021: seribu hari pertama kehidupan', null),
('life.shortest-live-pregnancy-days', 1, date '2021-01-01', null, '140', 'assumed: a live birth before 20 weeks is a typing error', 'open'),
('life.longest-pregnancy-days', 1, date '2021-01-01', null, '310', 'assumed: longer ago is a typing error', 'open'),
('life.youngest-mother-years', 1, date '2021-01-01', null, '9', 'assumed: younger is a typing error', 'open');
