-- Checks of pregnant women and of couples to be married: the latest revision of each. The registry knows neither yet, so a
-- check says itself where it counts. What was measured and what was found stand as they were sent and judged; whatever is
-- looked for has a column. subject_id is the pregnancy, or the couple.
create table pregnancy_check (
    id            uuid        not null,
    subject_id    uuid        not null,
    family_id     uuid        not null,
    area_code     text collate "C" not null,
    checked_on    date        not null,
    version       bigint      not null,
    voided        boolean     not null default false,
    reason        text,
    content       jsonb       not null,
    finding       jsonb       not null,
    content_hash  bigint      not null,
    recorded_by   text        not null,
    recorded_at   timestamptz not null default clock_timestamp(),
    constraint pregnancy_check_pk primary key (id),
    constraint pregnancy_check_area check (length(area_code) = 13),
    constraint pregnancy_check_version check (version >= 1),
    constraint pregnancy_check_reason check (version = 1 or reason is not null)
);
create index pregnancy_check_of_pregnancy on pregnancy_check (subject_id, checked_on, id);

create table couple_check (
    id            uuid        not null,
    subject_id    uuid        not null,
    family_id     uuid,
    area_code     text collate "C" not null,
    checked_on    date        not null,
    version       bigint      not null,
    voided        boolean     not null default false,
    reason        text,
    content       jsonb       not null,
    finding       jsonb       not null,
    content_hash  bigint      not null,
    recorded_by   text        not null,
    recorded_at   timestamptz not null default clock_timestamp(),
    constraint couple_check_pk primary key (id),
    constraint couple_check_area check (length(area_code) = 13),
    constraint couple_check_family check (family_id is null),
    constraint couple_check_version check (version >= 1),
    constraint couple_check_reason check (version = 1 or reason is not null)
);
create index couple_check_of_couple on couple_check (subject_id, checked_on, id);

-- Revisions that were replaced, and until when they were believed. The application adds, and never changes one.
create table pregnancy_check_revision (
    like pregnancy_check including constraints,
    replaced_at timestamptz not null default clock_timestamp(),
    constraint pregnancy_check_revision_pk primary key (id, version)
);
create table couple_check_revision (
    like couple_check including constraints,
    replaced_at timestamptz not null default clock_timestamp(),
    constraint couple_check_revision_pk primary key (id, version)
);

alter table pregnancy_check enable row level security;
alter table pregnancy_check force row level security;
create policy pregnancy_check_scope on pregnancy_check
    using (app_in_scope(area_code)) with check (app_in_scope(area_code));
alter table pregnancy_check_revision enable row level security;
alter table pregnancy_check_revision force row level security;
create policy pregnancy_check_revision_scope on pregnancy_check_revision
    using (app_in_scope(area_code)) with check (app_in_scope(area_code));
alter table couple_check enable row level security;
alter table couple_check force row level security;
create policy couple_check_scope on couple_check
    using (app_in_scope(area_code)) with check (app_in_scope(area_code));
alter table couple_check_revision enable row level security;
alter table couple_check_revision force row level security;
create policy couple_check_revision_scope on couple_check_revision
    using (app_in_scope(area_code)) with check (app_in_scope(area_code));

grant select, insert, update on pregnancy_check, couple_check to ${app_role};
grant select, insert on pregnancy_check_revision, couple_check_revision to ${app_role};

-- Valid from the beginning, so that a check that is recorded late is judged like the others.
insert into rule (code, version, valid_from, valid_to, value, source, note) values
    ('pregnancy.arm-circumference', 1, '1900-01-01', null, '23.5',
     'Pedoman pelayanan antenatal terpadu, Kemenkes: LILA < 23,5 cm berisiko KEK', 'found in a published secondary source'),
    ('pregnancy.haemoglobin', 1, '1900-01-01', null,
     '{"FIRST":   {"anaemiaBelow": 11.0, "moderateBelow": 10.0, "severeBelow": 7.0},
       "SECOND":  {"anaemiaBelow": 10.5, "moderateBelow": 10.0, "severeBelow": 7.0},
       "THIRD":   {"anaemiaBelow": 11.0, "moderateBelow": 10.0, "severeBelow": 7.0},
       "UNKNOWN": {"anaemiaBelow": 11.0, "moderateBelow": 10.0, "severeBelow": 7.0}}',
     'Kemenkes and WHO: anaemia in pregnancy below 11.0 g/dL, mild 10.0-10.9, severe below 7.0',
     'found in a published secondary source; 10.5 in the second trimester is open; an unknown trimester is assumed to have the higher limit'),
    ('pregnancy.iron-tablets', 1, '1900-01-01', null, '90',
     'Kemenkes: at least 90 tablet tambah darah in a pregnancy', 'found in a published secondary source'),
    ('pregnancy.trimester', 1, '1900-01-01', null, '{"secondFromWeek": 13, "thirdFromWeek": 28, "termWeek": 40}',
     'usual obstetric division: weeks 1-12, 13-27, from 28 on', 'assumed'),
    ('couple.age', 1, '1900-01-01', null,
     '{"bride": {"from": 20, "to": 35}, "groom": {"from": 21, "to": 35}}',
     'BKKBN, Elsimil: 20/21-35 years', 'the limits differ between sources (20 or 21; an upper limit for the groom): open'),
    ('couple.bmi', 1, '1900-01-01', null, '18.4',
     'BKKBN, Elsimil: IMT above 18.4', 'found in a published secondary source'),
    ('couple.arm-circumference', 1, '1900-01-01', null, '23.5',
     'BKKBN, Elsimil: LILA at least 23.5 cm', 'found in a published secondary source'),
    ('couple.haemoglobin', 1, '1900-01-01', null, '12.0',
     'BKKBN, Elsimil: Hb at least 12 g/dL', 'found in a published secondary source; 11.5 in one of them'),
    ('couple.smoking', 1, '1900-01-01', null,
     '["BRIDE_SMOKING", "BRIDE_SMOKE_EXPOSURE", "GROOM_SMOKING"]',
     'BKKBN, Elsimil: no smoking and no exposure to smoke', 'which of them count is open: take one out of the list and it does not'),
    ('couple.lead-days', 1, '1900-01-01', null, '90',
     'Peraturan BKKBN 12/2021: screening three months before the wedding', 'found; three months taken for 90 days');
