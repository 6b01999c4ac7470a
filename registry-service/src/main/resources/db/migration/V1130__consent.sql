-- Who agreed that data of a child or a family are used for a purpose, by whom, and how that can be proved. The signed paper lies
-- elsewhere; its reference stands here. A consent is never changed: it is withdrawn, and another is given.
create table consent (
    id                   uuid        not null,
    child_id             uuid,
    family_id            uuid,
    purpose              text        not null,
    -- client id of the partner; without one the programme itself
    partner              text,
    legal_basis          text        not null,
    given_by             text        not null,
    evidence_kind        text        not null,
    evidence_reference   text        not null,
    valid_from           date        not null,
    -- the last day
    valid_until          date        not null,
    recorded_by          text        not null,
    recorded_at          timestamptz not null default clock_timestamp(),
    withdrawn_on         date,
    withdrawn_by         text,
    withdrawal_recorded_by text,
    withdrawal_recorded_at timestamptz,
    version              bigint      not null,
    constraint consent_pk primary key (id),
    constraint consent_child foreign key (child_id) references child (id),
    constraint consent_family foreign key (family_id) references family (id),
    constraint consent_of_one check ((child_id is null) <> (family_id is null)),
    constraint consent_time check (valid_until >= valid_from),
    constraint consent_withdrawal check ((withdrawn_on is null) = (withdrawn_by is null)
        and (withdrawn_on is null) = (withdrawal_recorded_by is null) and (withdrawn_on is null) = (version = 1)),
    constraint consent_version check (version in (1, 2))
);
create index consent_of_child on consent (child_id) where child_id is not null;
create index consent_of_family on consent (family_id) where family_id is not null;

-- A consent goes where its child or family goes.
alter table consent enable row level security;
alter table consent force row level security;
create policy consent_scope on consent
    using (exists (select from child where child.id = child_id) or exists (select from family where family.id = family_id))
    with check (exists (select from child where child.id = child_id)
        or exists (select from family where family.id = family_id));

grant select, insert, update, delete on consent to ${app_role};

insert into rule (code, version, valid_from, valid_to, value, source, note) values
('consent.legal-bases', 1, date '2021-01-01', null,
    '["CONSENT", "CONTRACT", "LEGAL_OBLIGATION", "VITAL_INTEREST", "PUBLIC_TASK", "LEGITIMATE_INTEREST"]',
    'UU 27/2022 art. 20(2) a to f', null),
('consent.purposes', 1, date '2021-01-01', null,
    '["FOSTER_PARENT", "FOOD_ASSISTANCE", "HOUSING_ASSISTANCE", "HOME_VISIT", "RESEARCH", "PUBLICATION"]',
    'DOMAIN section 6: GENTING/BAAS, PMT, OPD referrals', 'assumed: the list of purposes is open'),
('consent.given-by', 1, date '2021-01-01', null,
    '{"child": ["MOTHER", "FATHER", "GUARDIAN"], "family": ["HEAD_OF_FAMILY", "SPOUSE", "GUARDIAN"]}',
    'UU 27/2022 art. 25: for a child its parent or guardian', 'assumed: who speaks for a family'),
('consent.evidence', 1, date '2021-01-01', null,
    '["SIGNED_FORM", "ELECTRONIC_SIGNATURE", "WITNESSED_THUMBPRINT", "RECORDED_VOICE"]',
    'UU 27/2022 art. 22: written or recorded', 'assumed: the kinds'),
('consent.longest-months', 1, date '2021-01-01', null, '24', 'assumed', 'open: after that it is asked for anew');
