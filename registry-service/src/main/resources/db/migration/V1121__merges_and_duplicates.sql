-- Children that were found to be another, and pairs of records that may be one person.

alter table child add column merged_into uuid;
alter table child add constraint child_merged_into foreign key (merged_into) references child (id);
alter table child add constraint child_merged_is_not_followed check (merged_into is null or not active);
alter table child add constraint child_merged_into_another check (merged_into <> id);
create index child_by_survivor on child (merged_into) where merged_into is not null;

-- Every merge, so that it can be undone: what the survivor was completed with, and how the other stood before. It goes where the
-- child goes that was given up.
create table child_merge (
    id            uuid        not null,
    child_id      uuid        not null,
    survivor_id   uuid        not null,
    -- fields of the survivor that were blank and hold the other's value
    filled        text[]      not null,
    -- a name that only said that there is a newborn, and was replaced
    replaced_name text,
    was_active    boolean     not null,
    automatic     boolean     not null,
    reason        text,
    merged_at     timestamptz not null default clock_timestamp(),
    undone_at     timestamptz,
    constraint child_merge_pk primary key (id),
    constraint child_merge_child foreign key (child_id) references child (id) on delete cascade,
    constraint child_merge_survivor foreign key (survivor_id) references child (id) on delete cascade,
    constraint child_merge_two check (child_id <> survivor_id)
);
create unique index child_merge_in_force on child_merge (child_id) where undone_at is null;
create index child_merge_by_survivor on child_merge (survivor_id) where undone_at is null;

alter table child_merge enable row level security;
alter table child_merge force row level security;
create policy child_merge_scope on child_merge
    using (exists (select from child where child.id = child_id))
    with check (exists (select from child where child.id = child_id));

-- The child that an id stands for, through however many merges, as far as the transaction may see.
create function present_child(child uuid) returns uuid
    language sql stable
    return (
        with recursive step (id, merged_into) as (
            select c.id, c.merged_into from child c where c.id = present_child.child
            union all
            select c.id, c.merged_into from child c join step on c.id = step.merged_into)
        select step.id from step where step.merged_into is null);

-- What records of one person are likely to share, as keyed hashes: names stand behind them. Kept for comparing only, which acts for
-- no caller, so nobody with an area of his own ever sees a row.
create table same_person_key (
    key      bigint not null,
    child_id uuid   not null,
    constraint same_person_key_pk primary key (key, child_id),
    constraint same_person_key_child foreign key (child_id) references child (id) on delete cascade
);
create index same_person_key_of_child on same_person_key (child_id);
alter table same_person_key enable row level security;
alter table same_person_key force row level security;
create policy same_person_key_scope on same_person_key
    using (current_setting('app.wilayah', true) = '*') with check (current_setting('app.wilayah', true) = '*');

-- Two records that may be of one person. It is the business of whoever answers for one of the two.
create table duplicate (
    id            uuid             not null,
    -- the lower id first, so that a pair is there once
    one_id        uuid             not null,
    other_id      uuid             not null,
    score         double precision not null,
    automatic     boolean          not null,
    cautions      text[]           not null,
    -- field, likeness and weight; no value of a person
    evidence      jsonb            not null,
    model_version text             not null,
    -- of what was compared: a decision holds until one of the two says something else
    content       bytea            not null,
    state         text             not null default 'OPEN',
    version       bigint           not null default 1,
    found_at      timestamptz      not null default clock_timestamp(),
    decided_at    timestamptz,
    constraint duplicate_pk primary key (id),
    constraint duplicate_once unique (one_id, other_id),
    constraint duplicate_one foreign key (one_id) references child (id) on delete cascade,
    constraint duplicate_other foreign key (other_id) references child (id) on delete cascade,
    constraint duplicate_two check (one_id < other_id),
    constraint duplicate_state check (state in ('OPEN', 'MERGED', 'DIFFERENT', 'UNDONE')),
    constraint duplicate_decided check ((state = 'OPEN') = (decided_at is null))
);
create index duplicate_of_other on duplicate (other_id);
create index duplicate_by_state on duplicate (state, (-score), id);
create index duplicate_beyond_doubt on duplicate (score desc, id) where state = 'OPEN' and automatic;
alter table duplicate enable row level security;
alter table duplicate force row level security;
create policy duplicate_scope on duplicate
    using (exists (select from child where child.id in (one_id, other_id)))
    with check (exists (select from child where child.id in (one_id, other_id)));

-- A walk over all children; one at a time, taken up where it stopped.
create table same_person_scan (
    id            uuid        not null,
    model_version text        not null,
    -- the last child compared
    reached       uuid        not null default '00000000-0000-0000-0000-000000000000',
    compared      bigint      not null default 0,
    found         bigint      not null default 0,
    requested_at  timestamptz not null default clock_timestamp(),
    finished_at   timestamptz,
    constraint same_person_scan_pk primary key (id)
);
create unique index same_person_scan_one_at_a_time on same_person_scan ((true)) where finished_at is null;

grant select, insert, update, delete on child_merge, same_person_key, duplicate, same_person_scan to ${app_role};
grant execute on function present_child(uuid) to ${app_role};
