-- Families over time: who belonged to them and where they lived when, what was observed of them when and by whom, families
-- that split and families that turned out to be one.

alter table family
    -- what the registry's own persons say, kept here so that a screening reads one row
    add column child_births          date[]  not null default '{}',
    add column registered_wife_birth date,
    add column registered_pregnant   boolean,
    add column target_categories     text[]  not null default '{}',
    -- when time alone may change the decision; null is never
    add column screen_again_on       date,
    add column resident_since        date,
    add column merged_into           uuid,
    add constraint family_merged_into foreign key (merged_into) references family (id),
    add constraint family_merged_into_another check (merged_into <> id),
    add constraint family_merged_is_not_looked_at check (merged_into is null or not targeted);
-- the owner, too, sees only what is in its scope
select set_config('app.wilayah', '*', true);
update family set child_births = born.births
from (select family_id, array_agg(birth_date order by birth_date) as births from child where active group by family_id) as born
where born.family_id = family.id;
-- nothing was computed ahead so far: the first daily run looks at all of them
update family set screen_again_on = current_date;
alter table family drop column youngest_child;
create index family_merged on family (merged_into) where merged_into is not null;
create index family_to_screen on family (screen_again_on, id) where screen_again_on is not null;

alter table child
    add column joined_on date,
    add column joined_by text,
    add constraint child_joined check ((joined_on is null) = (joined_by is null));

-- Where somebody belonged before: written when he or she leaves. The present is in the row of the person itself.
create table former_membership (
    id          bigint generated always as identity,
    person_id   uuid             not null,
    person_kind text             not null,
    family_id   uuid             not null,
    area_code   text collate "C" not null,
    -- null: from before anybody recorded it
    since       date,
    until       date             not null,
    left_by     text             not null,
    recorded_at timestamptz      not null default clock_timestamp(),
    constraint former_membership_pk primary key (id),
    constraint former_membership_family foreign key (family_id) references family (id),
    constraint former_membership_kind check (person_kind in ('CHILD', 'MEMBER')),
    constraint former_membership_cause check (left_by in ('SPLIT', 'MERGED', 'SEPARATED', 'CORRECTED', 'MARRIED')),
    constraint former_membership_times check (since <= until)
);
create index former_membership_by_family on former_membership (family_id, until);
create index former_membership_by_person on former_membership (person_id, id);

-- Where a family lived before.
create table former_residence (
    id          bigint generated always as identity,
    family_id   uuid             not null,
    area_code   text collate "C" not null,
    rw          text,
    rt          text,
    since       date,
    until       date             not null,
    recorded_at timestamptz      not null default clock_timestamp(),
    constraint former_residence_pk primary key (id),
    constraint former_residence_family foreign key (family_id) references family (id),
    constraint former_residence_times check (since <= until)
);
create index former_residence_by_family on former_residence (family_id, until);

-- What somebody saw or was told of a family's conditions on a day: only the facts of that day, a JSON null for one that turned
-- out not to be known. The family's own columns hold the newest of each.
create table family_observation (
    id          uuid             not null default gen_random_uuid(),
    sequence    bigint generated always as identity,
    family_id   uuid             not null,
    area_code   text collate "C" not null,
    observed_on date             not null,
    source      text,
    facts       jsonb            not null,
    recorded_by text             not null,
    recorded_at timestamptz      not null default clock_timestamp(),
    constraint family_observation_pk primary key (id),
    constraint family_observation_family foreign key (family_id, area_code)
        references family (id, area_code) on update cascade,
    constraint family_observation_facts check (jsonb_typeof(facts) = 'object')
);
create index family_observation_by_family on family_observation (family_id, observed_on, sequence);

-- Two families that turned out to be one; undone, the persons listed go back.
create table family_merge (
    id           uuid             not null,
    duplicate    uuid             not null,
    survivor     uuid             not null,
    effective_on date             not null,
    reason       text             not null,
    persons      uuid[]           not null,
    merged_at    timestamptz      not null default clock_timestamp(),
    merged_by    text             not null,
    undone_at    timestamptz,
    undone_by    text,
    constraint family_merge_pk primary key (id),
    constraint family_merge_duplicate foreign key (duplicate) references family (id),
    constraint family_merge_survivor foreign key (survivor) references family (id),
    constraint family_merge_undone check ((undone_at is null) = (undone_by is null))
);
create unique index family_merge_one_at_a_time on family_merge (duplicate) where undone_at is null;
create index family_merge_by_survivor on family_merge (survivor);

alter table former_membership enable row level security;
alter table former_membership force row level security;
create policy former_membership_scope on former_membership
    using (app_in_scope(area_code)) with check (app_in_scope(area_code));
alter table former_residence enable row level security;
alter table former_residence force row level security;
create policy former_residence_scope on former_residence
    using (app_in_scope(area_code)) with check (app_in_scope(area_code));
alter table family_observation enable row level security;
alter table family_observation force row level security;
create policy family_observation_scope on family_observation
    using (app_in_scope(area_code)) with check (app_in_scope(area_code));
alter table family_merge enable row level security;
alter table family_merge force row level security;
create policy family_merge_scope on family_merge
    using (exists (select from family where family.id = duplicate) and exists (select from family where family.id = survivor))
    with check (exists (select from family where family.id = duplicate)
        and exists (select from family where family.id = survivor));

grant select, insert, delete on former_membership, former_residence, family_observation to ${app_role};
grant select, insert, update, delete on family_merge to ${app_role};
-- moves of the family reach its observations by the foreign key, which acts as the owner

-- What was known before there were observations: seen on the day of registration.
insert into family_observation (family_id, area_code, observed_on, facts, recorded_by)
select id, area_code, registered_at::date, facts, 'migration'
from family, lateral jsonb_strip_nulls(jsonb_build_object(
    'drinkingWater', drinking_water, 'latrine', latrine, 'contraception', contraception,
    'wifeBirthDate', wife_birth_date, 'pregnant', pregnant, 'children', children,
    'closestSpacingMonths', closest_spacing_months, 'youngestChildBirthDate', declared_youngest,
    'welfareRank', welfare_rank)) as known (facts)
where facts <> '{}';
