select set_config('app.wilayah', '*', true);

-- What a person does with a referral stands beside what facts do: state says whether it is over, stage how far the OPD is.
alter table referral
    add column child_id       uuid,
    add column origin         text not null default 'FACTS',
    add column stage          text not null default 'SENT',
    add column sent_on        date,
    add column accepted_on    date,
    add column due_on         date,
    add column declined_on    date,
    add column decline_reason text,
    add column proof_what     text,
    add column proof_on       date,
    add column proof_quantity numeric,
    add column proof_sha256   text,
    add column escalated_to   text;
update referral set sent_on = opened_on;
alter table referral
    alter column sent_on set not null,
    alter column origin drop default,
    alter column stage drop default,
    add constraint referral_origin check (origin in ('FACTS', 'PERSON')),
    add constraint referral_stage check (stage in ('SENT', 'ACCEPTED', 'DECLINED', 'DONE')),
    add constraint referral_accepted_for_a_day check (
        (stage in ('ACCEPTED', 'DONE')) = (accepted_on is not null and due_on is not null)),
    add constraint referral_declined_with_a_reason check (
        (stage = 'DECLINED') = (declined_on is not null and decline_reason is not null)),
    add constraint referral_done_with_proof check (
        (stage = 'DONE') = (proof_what is not null and proof_on is not null and proof_quantity is not null)),
    add constraint referral_proof_sha256 check (proof_sha256 ~ '^[0-9a-f]{64}$'),
    add constraint referral_escalated_to check (escalated_to in ('KECAMATAN', 'KABUPATEN', 'PROVINCE'));

-- A person may refer two children of a family for the same cause, and something that facts referred already.
drop index referral_one_open_per_factor;
create unique index referral_one_open_per_cause on referral
    (family_id, risk_factor, origin, coalesce(child_id, '00000000-0000-0000-0000-000000000000')) where state = 'OPEN';
create index referral_open_of_child on referral (child_id) where child_id is not null;
-- Of what waits, that which waits longest: the search for what is late reads no more.
create index referral_waiting on referral (coalesce(due_on, sent_on)) where state = 'OPEN' and stage <> 'DONE';

insert into rule (code, version, valid_from, valid_to, value, source, note) values
('referral.welfare', 1, date '2021-01-01', null, '{"rankAtMost": 4, "cause": "POOR", "field": "DINSOS"}',
    'issue 5 point 5: welfare to Dinsos; welfare rank of the registry, 1 is the poorest tenth',
    'assumed: social aid (PKH) is given up to the fourth tenth in 2025; a kabupaten may draw the line elsewhere'),
('referral.manual-cause', 1, date '2021-01-01', null,
    '{"ILLNESS": "DINKES", "PARENTING": "DP3AKB", "HOUSE": "PUPR", "POVERTY": "DINSOS", "CIVIL_PAPERS": "DUKCAPIL", "FOOD_PLOT": "DKP"}',
    'issue 5 point 5: parenting to DP3AKB, illness to Dinkes; DOMAIN section 1: each OPD by its field',
    'open: the list of causes and the field of papers and food plots are assumed'),
('referral.due-days', 1, date '2021-01-01', null,
    '{"byField": {"PUPR": 120, "DINKES": 7, "DINSOS": 30, "DP3AKB": 30}, "usual": 30, "most": 365}', 'none found',
    'assumed: a latrine or a well takes a building season, an illness a week; most: within a budget year'),
('referral.escalation', 1, date '2021-01-01', null,
    '{"acceptWithinDays": 14, "afterDays": {"KECAMATAN": 1, "KABUPATEN": 15, "PROVINCE": 31}}',
    'UI section on referrals: open longer than 14 days is marked; the steps kecamatan, kabupaten, province: issue 5 point 5',
    'assumed: a fortnight at each level. Days after the last day on which it is in time'),
('referral.decline-reason', 1, date '2021-01-01', null,
    '["NOT_OUR_FIELD", "NO_BUDGET", "ALREADY_SERVED", "NOT_NEEDED", "NOT_FOUND", "LAND_NOT_CLEAR"]', 'none found', 'assumed'),
('referral.proof', 1, date '2021-01-01', null,
    '["WATER_CONNECTED", "WELL_BUILT", "LATRINE_BUILT", "SEPTIC_TANK_BUILT", "HOUSE_REPAIRED", "SOCIAL_AID_GIVEN", "COUNSELLED", "TREATED", "CONTRACEPTION_GIVEN", "PAPERS_ISSUED", "OTHER"]',
    'DOMAIN section 1: PUPR builds toilets (MCK); UI: outputs latrine, drinking water', 'assumed: codes of what an OPD may have done');
