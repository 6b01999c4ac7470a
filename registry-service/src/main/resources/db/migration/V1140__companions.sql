-- Companion teams (tim pendamping keluarga, TPK): who accompanies whom, when, and every visit.

create table companion_team (
    id            uuid             not null,
    -- the desa where the team sits; the desa it serves are rows of companion_team_area
    area_code     text collate "C" not null,
    number        integer          not null,
    active        boolean          not null,
    fingerprint   bytea            not null,
    version       bigint           not null,
    registered_at timestamptz      not null default clock_timestamp(),
    changed_at    timestamptz      not null default clock_timestamp(),
    constraint companion_team_pk primary key (id),
    constraint companion_team_once unique (area_code, number),
    constraint companion_team_area_known foreign key (area_code) references area (code),
    constraint companion_team_desa check (length(area_code) = 13),
    constraint companion_team_number check (number between 1 and 999),
    constraint companion_team_version check (version > 0)
);

create table companion_team_area (
    team_id   uuid             not null,
    area_code text collate "C" not null,
    constraint companion_team_area_pk primary key (team_id, area_code),
    constraint companion_team_area_team foreign key (team_id) references companion_team (id) on delete cascade,
    constraint companion_team_area_area foreign key (area_code) references area (code)
);
create index companion_team_area_by_area on companion_team_area (area_code, team_id);

-- The account is the subject of the member's token; the name is for people and leaves the registry in no event.
create table companion_member (
    team_id   uuid             not null,
    area_code text collate "C" not null,
    role      text             not null,
    subject   text             not null,
    name      text,
    constraint companion_member_pk primary key (team_id, subject),
    constraint companion_member_team foreign key (team_id) references companion_team (id) on delete cascade,
    constraint companion_member_role check (role in ('MIDWIFE', 'PKK_CADRE', 'KB_CADRE'))
);
create index companion_member_by_subject on companion_member (subject);

-- Who is in whose care, and who was. One that ended stays in the area where it was.
create table companion_assignment (
    id              uuid             not null,
    target_kind     text             not null,
    target_id       uuid             not null,
    family_id       uuid             not null,
    area_code       text collate "C" not null,
    team_id         uuid             not null,
    cause           text             not null,
    reason          text,
    assigned_on     date             not null,
    assigned_by     text             not null,
    -- the last visit that counts, also of the assignment this one goes on from
    last_visited_on date,
    released_on     date,
    release_cause   text,
    release_reason  text,
    released_by     text,
    version         bigint           not null,
    recorded_at     timestamptz      not null default clock_timestamp(),
    constraint companion_assignment_pk primary key (id),
    constraint companion_assignment_family foreign key (family_id) references family (id),
    constraint companion_assignment_team foreign key (team_id) references companion_team (id),
    constraint companion_assignment_kind check (target_kind in ('FAMILY', 'COUPLE', 'PREGNANCY', 'POSTPARTUM', 'CHILD')),
    constraint companion_assignment_cause check (cause in ('PROPOSED', 'BY_HAND', 'PASSED_ON', 'MERGE_UNDONE')),
    constraint companion_assignment_release_cause check (release_cause in ('REASSIGNED', 'BY_HAND', 'RISK_CLEARED', 'MERGED',
        'WEDDING', 'CALLED_OFF', 'BIRTH', 'PREGNANCY_ENDED', 'TIME_OVER', 'COVERED_BY_FAMILY', 'MOVED_AWAY', 'TEAM_CLOSED')),
    constraint companion_assignment_released check ((released_on is null) = (release_cause is null)
        and (released_on is null) = (released_by is null)),
    constraint companion_assignment_times check (released_on is null or released_on >= assigned_on),
    constraint companion_assignment_version check (version > 0)
);
create unique index companion_assignment_one_team on companion_assignment (target_kind, target_id) where released_on is null;
create index companion_assignment_by_target on companion_assignment (target_id);
create index companion_assignment_by_family on companion_assignment (family_id);
create index companion_assignment_by_team on companion_assignment (team_id, area_code, id) where released_on is null;
create index companion_assignment_by_area on companion_assignment (area_code, id);
create index companion_assignment_that_time_ends on companion_assignment (target_kind, target_id)
    where released_on is null and target_kind in ('POSTPARTUM', 'CHILD');

create table companion_visit (
    id            uuid             not null,
    team_id       uuid             not null,
    target_kind   text             not null,
    target_id     uuid             not null,
    family_id     uuid             not null,
    area_code     text collate "C" not null,
    -- null: the team went although the target was not in its care on that day
    assignment_id uuid,
    visited_on    date             not null,
    visited_by    text             not null,
    outcome       text             not null,
    checklist     jsonb            not null,
    services      text[]           not null,
    fingerprint   bytea            not null,
    recorded_at   timestamptz      not null default clock_timestamp(),
    constraint companion_visit_pk primary key (id),
    constraint companion_visit_team foreign key (team_id) references companion_team (id),
    constraint companion_visit_family foreign key (family_id) references family (id),
    constraint companion_visit_assignment foreign key (assignment_id) references companion_assignment (id),
    constraint companion_visit_kind check (target_kind in ('FAMILY', 'COUPLE', 'PREGNANCY', 'POSTPARTUM', 'CHILD')),
    constraint companion_visit_outcome check (outcome in ('DONE', 'NOT_AT_HOME', 'REFUSED')),
    constraint companion_visit_checklist check (jsonb_typeof(checklist) = 'object')
);
create index companion_visit_by_target on companion_visit (target_id, visited_on);
create index companion_visit_by_family on companion_visit (family_id, visited_on);
create index companion_visit_by_area on companion_visit (area_code, visited_on);
create index companion_visit_by_assignment on companion_visit (assignment_id) where assignment_id is not null;

alter table companion_team_area enable row level security;
alter table companion_team_area force row level security;
create policy companion_team_area_scope on companion_team_area
    using (app_in_scope(area_code)) with check (app_in_scope(area_code));
-- A team is seen by those who answer for a desa it serves, too; it is changed only by those of its seat.
alter table companion_team enable row level security;
alter table companion_team force row level security;
create policy companion_team_scope on companion_team
    using (app_in_scope(area_code)
        or exists (select from companion_team_area served where served.team_id = id))
    with check (app_in_scope(area_code));
alter table companion_member enable row level security;
alter table companion_member force row level security;
create policy companion_member_scope on companion_member
    using (app_in_scope(area_code)
        or exists (select from companion_team_area served where served.team_id = companion_member.team_id))
    with check (app_in_scope(area_code));
alter table companion_assignment enable row level security;
alter table companion_assignment force row level security;
create policy companion_assignment_scope on companion_assignment
    using (app_in_scope(area_code)) with check (app_in_scope(area_code));
alter table companion_visit enable row level security;
alter table companion_visit force row level security;
create policy companion_visit_scope on companion_visit
    using (app_in_scope(area_code)) with check (app_in_scope(area_code));

grant select, insert, update on companion_team to ${app_role};
grant select, insert, delete on companion_team_area, companion_member to ${app_role};
grant select, insert, update, delete on companion_assignment, companion_visit to ${app_role};

insert into rule (code, version, valid_from, valid_to, value, source, note) values
('companion.postpartum-days', 1, date '2021-01-01', null, '42', 'Permenkes 21/2021: masa nifas is 42 days', 'open: how long companions stay'),
('companion.child-below-months', 1, date '2021-01-01', null, '60', 'DOMAIN section 5: children 0 to 59 months', null),
('companion.children-of-families-not-at-risk', 1, date '2021-01-01', null, '["STUNTED", "SEVERELY_STUNTED"]',
    'assumed: children of families at risk are accompanied with their families',
    'open: which children are accompanied by themselves; NORMAL and UNKNOWN may be added'),
('companion.visit-every-days', 1, date '2021-01-01', null,
    '{"FAMILY": 30, "COUPLE": 30, "PREGNANCY": 30, "POSTPARTUM": 14, "CHILD": 30}', 'assumed', 'open: the rhythm of visits'),
('companion.first-visit-days', 1, date '2021-01-01', null, '14', 'assumed', 'open: days from the assignment to the first visit'),
('companion.couple-months-before-wedding', 1, date '2021-01-01', null, '3',
    'DOMAIN section 5: Elsimil, three months before the wedding', null),
('companion.counting-outcomes', 1, date '2021-01-01', null, '["DONE"]', 'assumed: nobody at home is no companionship', 'open'),
('companion.checklist', 1, date '2021-01-01', null,
    '{"FAMILY": ["WATER_SAFE", "LATRINE_SAFE", "CHILDREN_WEIGHED_THIS_MONTH", "IMMUNISED", "CONTRACEPTION_DISCUSSED", "FEEDING_DISCUSSED"],
      "COUPLE": ["ELSIMIL_DONE", "ARM_MEASURED", "HAEMOGLOBIN_CHECKED", "SMOKE_DISCUSSED", "IRON_TABLETS_TAKEN"],
      "PREGNANCY": ["ANTENATAL_CARE_DONE", "ARM_MEASURED", "HAEMOGLOBIN_CHECKED", "IRON_TABLETS_TAKEN", "DANGER_SIGNS_DISCUSSED"],
      "POSTPARTUM": ["POSTNATAL_CARE_DONE", "BREASTFEEDING", "CONTRACEPTION_DISCUSSED", "BABY_WEIGHED", "DANGER_SIGNS_DISCUSSED"],
      "CHILD": ["CHILDREN_WEIGHED_THIS_MONTH", "IMMUNISED", "FEEDING_DISCUSSED", "DEVELOPMENT_CHECKED"]}',
    'assumed: after DOMAIN sections 3 to 5', 'open: the items of the companion form'),
('companion.services', 1, date '2021-01-01', null, '["EDUCATION", "REFERRAL", "AID", "CONTRACEPTION", "SURVEILLANCE"]',
    'DOMAIN section 5: education, referral, aid, surveillance; section 1: KB visits', 'assumed: the words'),
('companion.surveillance-items', 1, date '2021-01-01', null, '["CHILDREN_WEIGHED_THIS_MONTH"]',
    'assumed: what makes a visit surveillance of a family', 'open'),
('companion.complete-data', 1, date '2021-01-01', null,
    '["DRINKING_WATER", "LATRINE", "WELFARE_RANK", "WIFE_BIRTH_DATE", "CONTRACEPTION"]',
    'assumed: the facts that the factors F1 to F4 and the priority rest on', 'open: when the data of a family are complete');
