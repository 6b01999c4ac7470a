select set_config('app.wilayah', '*', true);

-- A need on the list of a programme is something that is given to somebody, as a placement is (ADR 29): it has an id of its own, goes
-- where its need goes, and is kept when it ends.
alter table programme_beneficiary
    add column id           uuid not null default gen_random_uuid(),
    add column child_id     uuid,
    add column pregnancy_id uuid,
    add column family_id    uuid,
    -- What of a need it gives, by the rule programme.gives; empty where that is nothing that is brought.
    add column item         text,
    -- When it is brought, by the rules; empty until that is planned.
    add column plan_from    date,
    add column plan_to      date,
    -- The last day that counts, before its start when nothing was given.
    add column ended_on     date,
    add column end_reason   text;
update programme_beneficiary b
set child_id = n.child_id, pregnancy_id = n.pregnancy_id, family_id = n.family_id, area_code = n.area_code,
    item = case
        when p.need_item = 'PMT' then 'FOOD'
        when p.need_item in ('FOOD', 'WATER', 'LATRINE', 'HOUSE', 'COUNSELLING', 'ECONOMIC_SUPPORT') then p.need_item end,
    ended_on = case when n.state = 'CLOSED' then n.closed_on end,
    end_reason = case when n.state = 'CLOSED' then 'NEED_CLOSED' end
from need n, programme p where n.id = b.need_id and p.id = b.programme_id;
alter table programme_beneficiary
    alter column family_id set not null,
    drop constraint programme_beneficiary_pk,
    add constraint programme_beneficiary_pk primary key (id),
    add constraint programme_beneficiary_of_somebody check (num_nonnulls(child_id, pregnancy_id) = 1),
    add constraint programme_beneficiary_plan check (num_nonnulls(plan_from, plan_to) in (0, 2) and plan_to >= plan_from),
    add constraint programme_beneficiary_end check (
        (ended_on is null) = (end_reason is null)
        and end_reason in ('TAKEN_OFF', 'NEED_CLOSED', 'MOVED_AWAY', 'PROGRAMME_WITHDRAWN'));
create unique index programme_beneficiary_one on programme_beneficiary (programme_id, need_id) where end_reason is null;
create index programme_beneficiary_unplanned on programme_beneficiary (id)
    where plan_from is null and item is not null and end_reason is null;
create index programme_beneficiary_of_child on programme_beneficiary (child_id);
create index programme_beneficiary_promised on programme_beneficiary (area_code, plan_from, plan_to);
-- Its area follows the need's, so it says by itself who may see it.
drop policy programme_beneficiary_scope on programme_beneficiary;
create policy programme_beneficiary_scope on programme_beneficiary using (app_in_scope(area_code)) with check (app_in_scope(area_code));

alter table delivery
    alter column placement_id drop not null,
    add column enrolment_id uuid,
    add column programme_id uuid,
    add constraint delivery_enrolment foreign key (enrolment_id) references programme_beneficiary (id) on delete cascade,
    add constraint delivery_of_one check (num_nonnulls(placement_id, enrolment_id) = 1),
    add constraint delivery_of_programme check ((enrolment_id is null) = (programme_id is null));
create index delivery_of_enrolment on delivery (enrolment_id, day) where enrolment_id is not null;
create index delivery_of_programme on delivery (programme_id, day) where programme_id is not null;

alter table home_visit
    alter column placement_id drop not null,
    add column enrolment_id uuid,
    add column programme_id uuid,
    add constraint home_visit_enrolment foreign key (enrolment_id) references programme_beneficiary (id) on delete cascade,
    add constraint home_visit_once_enrolled unique (enrolment_id),
    add constraint home_visit_of_one check (num_nonnulls(placement_id, enrolment_id) = 1),
    add constraint home_visit_of_programme check ((enrolment_id is null) = (programme_id is null));

-- What somebody is given, by a sponsor or by a programme: who reads how help went need not know which.
create view provision with (security_invoker = true) as
select id, 'PLACEMENT' as kind, cast(null as uuid) as programme_id, need_id, child_id, pregnancy_id, family_id, area_code, from_on,
    least(to_on, ended_on) as until, state = 'COMMITTED' as lasts,
    -- the last day on which something may be brought: after a consent is withdrawn nobody comes, not on that day either
    least(to_on, case when reason = 'CONSENT_WITHDRAWN' then ended_on - 1 else ended_on end) as last_day
from placement where from_on is not null
union all
select id, 'ENROLMENT', programme_id, need_id, child_id, pregnancy_id, family_id, area_code, from_on,
    least(plan_to, ended_on), end_reason is null, least(to_on, ended_on)
from programme_beneficiary where plan_from is not null;
grant select on provision to ${app_role};

-- As before, but for what an enrolment gives while it lasts: a programme names a code as PMT, a claim asks for food.
create or replace function items_paid_by_programmes(need uuid, first_day date, last_day date) returns text[]
    language plpgsql
as $$
declare
    areas text := current_setting('app.wilayah', true);
    only_one text := current_setting('app.wilayah_one', true);
    items text[];
begin
    perform set_config('app.wilayah', '*', true), set_config('app.wilayah_one', '', true);
    select coalesce(array_agg(distinct b.item), '{}') into items
    from programme_beneficiary b join programme p on p.id = b.programme_id
    where b.need_id = need and p.state = 'ACTIVE' and b.item is not null
        and b.from_on <= last_day and least(b.to_on, b.ended_on) >= first_day;
    perform set_config('app.wilayah', areas, true), set_config('app.wilayah_one', only_one, true);
    return items;
end
$$;

insert into rule (code, version, valid_from, valid_to, value, source, note) values
('programme.gives', 1, date '2021-01-01', null,
    '{"PMT": {"item": "FOOD", "days": {"SEVERELY_WASTED": 56, "WASTED": 56, "UNDERWEIGHT": 14, "BELOW_RED_LINE": 14, "NOT_GAINED_TWICE": 14, "CHRONIC_ENERGY_DEFICIENCY_RISK": 120}}}',
    'DOMAIN section 6: juknis PMT lokal 2022-2025 (gizi kurang 56 days, BB kurang 14, 2T 14, pregnant KEK 120)',
    'open: gizi kurang was 90 days before, BB kurang 28 also seen; assumed: BGM as BB kurang, gizi buruk as gizi kurang. Of several causes the longest; without any of them as long as the need says. The code of an item of a need stands for itself'),
('delivery.programme-plan', 1, date '2021-01-01', null, '{"FOOD": {"everyDays": 1, "unit": "MEAL_DAY", "perDay": 1}}',
    'DOMAIN section 6: PMT lokal is food for each of its days, cooked by the desa',
    'assumed: brought daily; a kabupaten that brings it weekly writes everyDays 7. What is not named here is brought as delivery.plan says'),
('delivery.brought-by', 1, date '2021-01-01', null, '["DASHAT", "PKK", "KADER", "OTHER"]',
    'DOMAIN section 6: DASHAT is the kitchen of a kampung KB, PMT lokal is cooked there or by kader',
    'assumed: of several providers in a desa the first of this order is to bring what is planned; one of the kecamatan where the desa has none');
