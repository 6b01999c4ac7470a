-- Members that were found to be another, as children before them. What hangs on a member says whom it was reported of, so that it
-- can follow every merge and come back from it.

alter table member
    add column merged_into uuid,
    -- of the records merged into it; it is found by them
    add column other_names text[] not null default '{}',
    add constraint member_merged_into foreign key (merged_into) references member (id),
    add constraint member_merged_is_not_followed check (merged_into is null or not active),
    add constraint member_merged_into_another check (merged_into <> id);
create index member_by_survivor on member (merged_into) where merged_into is not null;

-- Every merge, so that it can be undone. It goes where the member goes that was given up.
create table member_merge (
    id            uuid        not null,
    member_id     uuid        not null,
    survivor_id   uuid        not null,
    -- since when the family of the member that was given up knows that it is the survivor
    effective_on  date        not null,
    -- fields of the survivor that were blank and hold the other's value
    filled        text[]      not null,
    was_active    boolean     not null,
    -- both belonged to one family: if it is separated again, they are two again
    within_family boolean     not null,
    automatic     boolean     not null,
    reason        text,
    merged_at     timestamptz not null default clock_timestamp(),
    undone_at     timestamptz,
    constraint member_merge_pk primary key (id),
    constraint member_merge_member foreign key (member_id) references member (id) on delete cascade,
    constraint member_merge_survivor foreign key (survivor_id) references member (id) on delete cascade,
    constraint member_merge_two check (member_id <> survivor_id)
);
create unique index member_merge_in_force on member_merge (member_id) where undone_at is null;
create index member_merge_by_survivor on member_merge (survivor_id);

alter table member_merge enable row level security;
alter table member_merge force row level security;
create policy member_merge_scope on member_merge
    using (exists (select from member where member.id = member_id))
    with check (exists (select from member where member.id = member_id));

-- The member that an id stands for, through however many merges, as far as the transaction may see them.
create function present_member(member uuid) returns uuid
    language sql stable
    return (
        with recursive step (id, merged_into) as (
            select m.id, m.merged_into from member m where m.id = present_member.member
            union all
            select m.id, m.merged_into from member m join step on m.id = step.merged_into)
        select step.id from step where step.merged_into is null);

grant select, insert, update, delete on member_merge to ${app_role};
grant execute on function present_member(uuid) to ${app_role};

-- Whom it was reported of, if that was another record of the same person. And a pregnancy, or plan to marry, that two records of
-- one woman had: one stands, the other stands for it.
alter table pregnancy
    add column reported_mother_id uuid,
    add column merged_into        uuid,
    add constraint pregnancy_reported_mother foreign key (reported_mother_id) references member (id) on delete set null,
    add constraint pregnancy_merged_into foreign key (merged_into) references pregnancy (id) on delete set null,
    add constraint pregnancy_merged_into_another check (merged_into <> id),
    add constraint pregnancy_merged_has_ended check (merged_into is null or state = 'ENDED');
create index pregnancy_by_reported_mother on pregnancy (reported_mother_id) where reported_mother_id is not null;
create index pregnancy_by_survivor on pregnancy (merged_into) where merged_into is not null;
alter table couple
    add column reported_bride_id uuid,
    add column reported_groom_id uuid,
    add column merged_into       uuid,
    add constraint couple_reported_bride foreign key (reported_bride_id) references member (id) on delete set null,
    add constraint couple_reported_groom foreign key (reported_groom_id) references member (id) on delete set null,
    add constraint couple_merged_into foreign key (merged_into) references couple (id) on delete set null,
    add constraint couple_merged_into_another check (merged_into <> id),
    add constraint couple_merged_has_ended check (merged_into is null or state = 'CALLED_OFF');
create index couple_by_reported_bride on couple (reported_bride_id) where reported_bride_id is not null;
create index couple_by_reported_groom on couple (reported_groom_id) where reported_groom_id is not null;
create index couple_by_survivor on couple (merged_into) where merged_into is not null;

drop trigger member_renamed on member;
create trigger member_renamed after update on member for each row
    when (old.name is distinct from new.name or old.area_code <> new.area_code or old.family_id <> new.family_id
        or old.merged_into is distinct from new.merged_into or old.other_names <> new.other_names)
    execute function note_name();
create trigger member_changed after update on member for each row
    when ((old.name, old.birth_date, old.sex, old.nik_index, old.relation, old.family_id, old.area_code, old.active, old.merged_into)
        is distinct from
        (new.name, new.birth_date, new.sex, new.nik_index, new.relation, new.family_id, new.area_code, new.active, new.merged_into))
    execute function note_changed_member();
