-- Areas over time: what each was called when, what became of it, and by which change. Public data like the areas themselves, so
-- without row level security.

-- A change of areas as it was handed in: by a law or a decree, from a day on.
create table area_change (
    id           uuid        not null,
    content      jsonb       not null,
    effective_on date        not null,
    state        text        not null default 'PROPOSED',
    proposed_by  text        not null,
    proposed_at  timestamptz not null default clock_timestamp(),
    applied_by   text,
    applied_at   timestamptz,
    in_force_at  timestamptz,
    constraint area_change_pk primary key (id),
    constraint area_change_state check (state in ('PROPOSED', 'SCHEDULED', 'IN_FORCE')),
    constraint area_change_applied check ((state = 'PROPOSED') = (applied_by is null)
        and (applied_by is null) = (applied_at is null)),
    constraint area_change_in_force check ((state = 'IN_FORCE') = (in_force_at is not null))
);
create index area_change_scheduled on area_change (effective_on, proposed_at) where state = 'SCHEDULED';

alter table area
    -- the change that decided about it last: a list does not overrule a decree
    add column changed_by uuid,
    add constraint area_changed_by foreign key (changed_by) references area_change (id);

create table area_version (
    code       text collate "C" not null,
    name       text             not null,
    search     text             not null,
    -- -infinity: since before anybody recorded it
    valid_from date             not null,
    -- the first day on which it no longer holds
    valid_to   date             not null default 'infinity',
    constraint area_version_pk primary key (code, valid_from),
    constraint area_version_area foreign key (code) references area (code),
    constraint area_version_times check (valid_from < valid_to)
);
create index area_version_former on area_version using gin (search gin_trgm_ops) where valid_to <> 'infinity';
insert into area_version (code, name, search, valid_from) select code, name, search, '-infinity' from area where active;

create table area_succession (
    predecessor  text collate "C" not null,
    successor    text collate "C" not null,
    effective_on date             not null,
    kind         text             not null,
    -- of the predecessor, as far as the source says it
    share        numeric,
    source       text             not null,
    -- null: found in a list
    change_id    uuid,
    constraint area_succession_pk primary key (predecessor, successor, effective_on),
    constraint area_succession_predecessor foreign key (predecessor) references area (code),
    constraint area_succession_successor foreign key (successor) references area (code),
    constraint area_succession_change foreign key (change_id) references area_change (id),
    constraint area_succession_kind check (kind in ('RENAMED', 'RECODED', 'SPLIT', 'MERGED')),
    constraint area_succession_renamed check (kind <> 'RENAMED' or predecessor = successor),
    constraint area_succession_share check (share > 0 and share <= 1)
);
create index area_succession_back on area_succession (successor, effective_on);
create index area_succession_by_day on area_succession (effective_on);

-- What a list says otherwise than what stands here, and nobody can decide by itself.
create table area_finding (
    generation bigint           not null,
    code       text collate "C" not null,
    kind       text             not null,
    -- an area that came with the same list under the same name
    suggestion text collate "C",
    noticed_on date             not null,
    decided_by uuid,
    constraint area_finding_pk primary key (generation, code),
    constraint area_finding_area foreign key (code) references area (code),
    constraint area_finding_list foreign key (generation) references area_list (generation),
    constraint area_finding_change foreign key (decided_by) references area_change (id),
    constraint area_finding_kind check (kind in ('VANISHED', 'DISAGREES'))
);
create index area_finding_open on area_finding (code) where decided_by is null;

-- Whoever lives in an area of before lives in the other one since a day, by its code alone.
create table area_move (
    from_code    text collate "C" not null,
    to_code      text collate "C" not null,
    effective_on date             not null,
    change_id    uuid             not null,
    constraint area_move_pk primary key (from_code),
    constraint area_move_change foreign key (change_id) references area_change (id),
    constraint area_move_elsewhere check (from_code <> to_code),
    constraint area_move_desa check (length(from_code) = 13 and length(to_code) = 13)
);

-- Ours beside those of the list.
alter table area_alias add column is_local boolean not null default false;

grant select, insert, update, delete on area_version to ${app_role};
grant select, insert, update, delete on area_succession to ${app_role};
grant select, insert, update on area_change, area_finding, area_move to ${app_role};
