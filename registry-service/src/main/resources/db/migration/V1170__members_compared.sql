-- Adults are compared like children (docs/adr/0017): keys, pairs and scans are of one kind of person or the other.

alter table same_person_key
    drop constraint same_person_key_child,
    add column kind text not null default 'CHILD',
    add constraint same_person_key_kind check (kind in ('CHILD', 'MEMBER'));
alter table same_person_key rename column child_id to person_id;
alter index same_person_key_of_child rename to same_person_key_of_person;
alter table same_person_key alter column kind drop default;

alter table duplicate
    drop constraint duplicate_one,
    drop constraint duplicate_other,
    add column kind text not null default 'CHILD',
    add constraint duplicate_kind check (kind in ('CHILD', 'MEMBER'));
alter table duplicate alter column kind drop default;
drop index duplicate_beyond_doubt;
create index duplicate_beyond_doubt on duplicate (kind, score desc, id) where state = 'OPEN' and automatic;
drop policy duplicate_scope on duplicate;
create policy duplicate_scope on duplicate
    using (case kind when 'CHILD' then exists (select from child where child.id in (one_id, other_id))
        else exists (select from member where member.id in (one_id, other_id)) end)
    with check (case kind when 'CHILD' then exists (select from child where child.id in (one_id, other_id))
        else exists (select from member where member.id in (one_id, other_id)) end);

alter table same_person_scan
    -- children first, then members
    add column kind text not null default 'CHILD',
    add constraint same_person_scan_kind check (kind in ('CHILD', 'MEMBER'));

-- Nothing of a member is announced, so that no event brings a changed one back to be compared. Who is to be compared is noted by
-- the transaction that changed it; a note more does no harm, so nobody waits for another's.
create table member_to_compare (
    id        bigint generated always as identity,
    member_id uuid not null,
    constraint member_to_compare_pk primary key (id)
);
-- to lock a row is to be allowed to update it
grant select, insert, update, delete on member_to_compare to ${app_role};

-- With the whole family: a spouse's name is evidence, too.
create function note_new_members() returns trigger
    language plpgsql
as $$
begin
    insert into member_to_compare (member_id)
    select id from member where family_id in (select family_id from new_rows);
    return null;
end
$$;
create function note_changed_member() returns trigger
    language plpgsql
as $$
begin
    insert into member_to_compare (member_id)
    select new.id union select id from member where family_id in (old.family_id, new.family_id);
    return null;
end
$$;
create function note_head_of_family() returns trigger
    language plpgsql
as $$
begin
    insert into member_to_compare (member_id) select id from member where family_id = new.id;
    return null;
end
$$;
-- In place of foreign keys, of which a column can't have two.
create function forget_compared() returns trigger
    language plpgsql
as $$
begin
    delete from duplicate using old_rows where kind = tg_argv[0] and one_id = old_rows.id;
    delete from duplicate using old_rows where kind = tg_argv[0] and other_id = old_rows.id;
    delete from same_person_key using old_rows where kind = tg_argv[0] and person_id = old_rows.id;
    if tg_argv[0] = 'MEMBER' then
        delete from member_to_compare using old_rows where member_id = old_rows.id;
    end if;
    return null;
end
$$;
create index member_to_compare_by_member on member_to_compare (member_id);

create trigger member_comparable after insert on member referencing new table as new_rows
    for each statement execute function note_new_members();
create trigger family_head_changed after update on family for each row
    when (old.head_name is distinct from new.head_name)
    execute function note_head_of_family();
create trigger child_not_compared after delete on child referencing old table as old_rows
    for each statement execute function forget_compared('CHILD');
create trigger member_not_compared after delete on member referencing old table as old_rows
    for each statement execute function forget_compared('MEMBER');

-- Whether one file lists two members beside each other: it says that they are two.
create index import_row_of_record on import_row (record_id, import_id) where record_id is not null;

-- the owner, too, sees only what is in its scope
select set_config('app.wilayah', '*', true);
insert into member_to_compare (member_id) select id from member;
